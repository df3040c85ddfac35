#include "shared/rules/Deadlines.h"

#include "shared/base/CountyTime.h"
#include "shared/rules/DayWalk.h"

#include <algorithm>

namespace chengban {

namespace {

constexpr qint64 msPerHour = 3'600'000;

/// The working day from which on `n` working days end with `date`; `date` itself when n is 1 and it is one.
Result<QDate> nthWorkingDayBack(QDate date, int n, const WorkingCalendar &calendar)
{
    for (;; date = date.addDays(-1)) {
        const auto day = calendar.day(date);
        if (!day)
            return fail(day.error());
        n -= day->isWorking() ? 1 : 0;
        if (n == 0)
            return date;
    }
}

/// The moment that lies so many working hours before `ms`.
Result<qint64> workingHoursBefore(qint64 ms, int hours, const WorkingCalendar &calendar)
{
    qint64 wanted = hours * msPerHour;
    for (QDate date = countyDate(ms);; date = date.addDays(-1)) {
        const auto day = calendar.day(date);
        if (!day)
            return fail(day.error());
        if (!day->isWorking())
            continue;
        const OfficeHours &office = calendar.hours(date);
        for (const auto &[opens, closes] : {std::pair(office.afternoonFrom, office.afternoonTo),
                 std::pair(office.morningFrom, office.morningTo)}) {
            const qint64 to = std::min(utcMs(date, closes), ms);
            const qint64 open = std::max<qint64>(to - utcMs(date, opens), 0);
            if (open >= wanted)
                return to - wanted;
            wanted -= open;
        }
    }
}

Result<qint64> momentBefore(const Deadline &deadline, int before, const WorkingCalendar &calendar)
{
    const QDate dueDay = countyDate(deadline.dueMs);
    const auto opening = [&](const QDate &date) { return utcMs(date, calendar.hours(date).morningFrom); };
    switch (deadline.unit) {
    case LimitUnit::WorkingDay:
        return nthWorkingDayBack(dueDay.addDays(-1), before, calendar).map(opening);
    case LimitUnit::NaturalDay:
        return opening(dueDay.addDays(-before));
    case LimitUnit::WorkingHour:
        return workingHoursBefore(deadline.dueMs, before, calendar);
    case LimitUnit::NaturalHour:
        return deadline.dueMs - before * msPerHour;
    }
    Q_UNREACHABLE();
}

Deadline planned(const Limit &limit, qint64 startMs)
{
    Deadline deadline;
    deadline.limit = limit.name;
    deadline.startMs = startMs;
    deadline.amount = limit.amount;
    deadline.unit = limit.unit;
    deadline.count = limit.count;
    deadline.warnBefore = limit.warnBefore;
    deadline.cite = limit.cite;
    deadline.note = limit.note;
    return deadline;
}

Result<Deadline> computed(const Deadline &plan, const WorkingCalendar &calendar)
{
    return DayWalk(plan, calendar).whole();
}

/// Working days that the clock has been given from its start to its due time.
Result<int> workingDaysGiven(const Deadline &deadline, const WorkingCalendar &calendar)
{
    if (deadline.unit == LimitUnit::WorkingDay)
        return deadline.amount + deadline.extendedBy;
    return workingDaysBetween(deadline.startMs, deadline.dueMs, calendar);
}

/// What differs between two counts, by day.
QList<MovedDay> movedDays(const QList<CountedDay> &was, const QList<CountedDay> &is)
{
    QList<MovedDay> days;
    const auto on = [](const QList<CountedDay> &list, const QDate &date) {
        const auto day = std::ranges::find(list, date, &CountedDay::date);
        return day == list.end() ? std::nullopt : std::optional(*day);
    };
    const auto isSame = [](const std::optional<CountedDay> &a, const std::optional<CountedDay> &b) {
        return a && b && a->counts == b->counts && a->why == b->why && a->minutes == b->minutes;
    };
    QList<QDate> dates;
    for (const CountedDay &day : was + is) {
        if (!dates.contains(day.date))
            dates.append(day.date);
    }
    std::ranges::sort(dates);
    for (const QDate &date : std::as_const(dates)) {
        const MovedDay day{date, on(was, date), on(is, date)};
        if (!isSame(day.was, day.is))
            days.append(day);
    }
    return days;
}

} // namespace

Result<Deadline> dueTime(const Limit &limit, qint64 startMs, const WorkingCalendar &calendar)
{
    return computed(planned(limit, startMs), calendar);
}

Result<Deadline> dueByOrder(const Limit &limit, int amount, qint64 startMs, const WorkingCalendar &calendar)
{
    if (!limit.setByOrder || amount < 1)
        return fail(ErrorCode::BadInput, QStringLiteral("an order of %1").arg(amount));
    Deadline plan = planned(limit, startMs);
    plan.amount = amount;
    plan.source = LimitSource::Order;
    return computed(plan, calendar);
}

Result<Deadline> prevailing(const Deadline &deadline, const OtherLimit &other, const OverridePolicy &policy,
    const WorkingCalendar &calendar)
{
    if (other.amount < 1)
        return fail(ErrorCode::BadInput, QStringLiteral("a limit of %1").arg(other.amount));
    Deadline plan = deadline;
    plan.amount = other.amount;
    plan.unit = other.unit;
    plan.extendedBy = 0;
    plan.warnBefore.removeIf(
        [&](int before) { return other.unit != deadline.unit || before > other.amount; });
    plan.source = other.source;
    plan.basis = other.basis;
    plan.replacedDueMs = deadline.dueMs;
    plan.cite = QStringLiteral("%1; %2").arg(deadline.cite, policy.cite);
    auto another = computed(plan, calendar);
    if (!another)
        return another;
    const bool shorter = policy.shorterAllowed && another->dueMs < deadline.dueMs;
    const bool longer
        = policy.longerAllowed && another->dueMs > deadline.dueMs && !other.basis.trimmed().isEmpty();
    return shorter || longer ? another : Result<Deadline>(deadline);
}

Result<Deadline> extended(const Deadline &deadline, int workingDays, const WorkingCalendar &calendar)
{
    if (workingDays < 1)
        return fail(ErrorCode::BadInput, QStringLiteral("%1 working days").arg(workingDays));
    Deadline plan = deadline;
    plan.extendedBy += workingDays;
    return computed(plan, calendar);
}

Result<std::optional<int>> extensionRoom(
    const Deadline &deadline, const ExtensionPolicy &policy, const WorkingCalendar &calendar)
{
    std::optional<int> room;
    if (policy.addMax > 0)
        room = policy.addMax;
    if (policy.totalCap == 0)
        return room;
    const auto given = workingDaysGiven(deadline, calendar);
    if (!given)
        return fail(given.error());
    const int left = std::max(policy.totalCap - *given, 0);
    return std::optional(room ? std::min(*room, left) : left);
}

Result<AskWindow> askWindow(
    const Deadline &deadline, const ExtensionPolicy &policy, const WorkingCalendar &calendar)
{
    AskWindow window{deadline.startMs, deadline.dueMs};
    if (policy.askBefore == 0)
        return window;
    const auto first = nthWorkingDayBack(countyDate(deadline.dueMs), policy.askBefore, calendar);
    if (!first)
        return fail(first.error());
    const qint64 boundaryMs = utcMs(*first, QTime(0, 0));
    if (policy.askWithin)
        window.fromMs = std::max(boundaryMs, deadline.startMs);
    else
        window.untilMs = boundaryMs - 1;
    return window;
}

Result<Deadline> resumed(const Deadline &deadline, const Pause &pause, const WorkingCalendar &calendar)
{
    if (pause.fromMs < deadline.startMs || pause.fromMs > deadline.dueMs || pause.toMs < pause.fromMs)
        return fail(ErrorCode::BadInput, QStringLiteral("pause outside the clock"));
    Deadline plan = deadline;
    plan.pauses.append(pause);
    return computed(plan, calendar);
}

Result<QList<qint64>> warningTimes(const Deadline &deadline, const WorkingCalendar &calendar)
{
    QList<qint64> times;
    for (const int before : deadline.warnBefore) {
        const auto moment = momentBefore(deadline, before, calendar);
        if (!moment)
            return fail(moment.error());
        if (*moment > deadline.startMs && *moment < deadline.dueMs)
            times.append(*moment);
    }
    std::ranges::sort(times);
    return times;
}

Result<Recalculation> recalculated(const Deadline &old, const WorkingCalendar &calendar)
{
    auto now = computed(old, calendar);
    if (!now)
        return fail(now.error());
    QList<MovedDay> moved = movedDays(old.counted, now->counted);
    return Recalculation{*std::move(now), old.dueMs, old.provisional, std::move(moved)};
}

Result<int> workingDaysBetween(qint64 fromMs, qint64 toMs, const WorkingCalendar &calendar)
{
    return calendar.workingDays(countyDate(fromMs).addDays(1), countyDate(toMs).addDays(1));
}

} // namespace chengban

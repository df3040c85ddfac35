#include "shared/rules/Deadlines.h"

#include "shared/base/CountyTime.h"

#include <algorithm>
#include <array>

namespace chengban {

namespace {

constexpr qint64 msPerMinute = 60'000;
constexpr qint64 msPerHour = 60 * msPerMinute;

QString whyOf(DayKind kind)
{
    switch (kind) {
    case DayKind::Workday:
        return QStringLiteral("workday");
    case DayKind::MadeUpWorkday:
        return QStringLiteral("made-up-workday");
    case DayKind::Weekend:
        return QStringLiteral("weekend");
    case DayKind::Holiday:
        return QStringLiteral("holiday");
    }
    Q_UNREACHABLE();
}

/// Walks the calendar from the day the clock starts and writes down every day it looks at.
class Walk
{
public:
    Walk(Deadline deadline, const WorkingCalendar &calendar);

    Result<void> receipt();
    Result<void> workingDays(const QDate &after, int amount);
    Result<void> sameDay();
    Result<void> naturalDays(int amount);
    Result<void> workingHours(int amount);
    Result<void> naturalHours(int amount);

    void dueAtCloseOf(const QDate &date) { m_deadline.dueMs = utcMs(date, m_calendar.hours().afternoonTo); }
    void dueAtSameTimeOf(const QDate &date)
    {
        m_deadline.dueMs = utcMs(date, countyTime(m_deadline.startMs).time());
    }
    [[nodiscard]] const QDate &lastDay() const { return m_lastDay; }
    [[nodiscard]] Deadline take() { return std::move(m_deadline); }

private:
    Result<Day> look(const QDate &date);
    void write(const Day &day, bool counts, const QString &why, int minutes = 0);
    qint64 takeFrom(const Day &day, qint64 wantedMs);

    Deadline m_deadline;
    const WorkingCalendar &m_calendar;
    QDate m_lastDay; ///< The last one that was looked at.
    int m_ordinal = 0; ///< Of the last day that counted.
};

Walk::Walk(Deadline deadline, const WorkingCalendar &calendar)
    : m_deadline(std::move(deadline))
    , m_calendar(calendar)
{
    for (const CountedDay &day : std::as_const(m_deadline.counted))
        m_ordinal = std::max(m_ordinal, day.ordinal);
}

Result<Day> Walk::look(const QDate &date)
{
    auto day = m_calendar.day(date);
    if (day) {
        m_lastDay = date;
        m_deadline.provisional = m_deadline.provisional || day->provisional;
    }
    return day;
}

void Walk::write(const Day &day, bool counts, const QString &why, int minutes)
{
    m_ordinal += counts ? 1 : 0;
    m_deadline.counted.append({day.date, counts, why, day.name, counts ? m_ordinal : 0, minutes});
}

Result<void> Walk::receipt()
{
    const auto day = look(countyDate(m_deadline.startMs));
    if (!day)
        return fail(day.error());
    write(*day, false, QStringLiteral("day-of-receipt"));
    return {};
}

Result<void> Walk::workingDays(const QDate &after, int amount)
{
    for (QDate date = after.addDays(1); amount > 0; date = date.addDays(1)) {
        const auto day = look(date);
        if (!day)
            return fail(day.error());
        write(*day, day->isWorking(), whyOf(day->kind));
        amount -= day->isWorking() ? 1 : 0;
    }
    return {};
}

Result<void> Walk::sameDay()
{
    const QDateTime start = countyTime(m_deadline.startMs);
    const auto day = look(start.date());
    if (!day)
        return fail(day.error());
    if (day->isWorking() && start.time() < m_calendar.hours().afternoonTo) {
        write(*day, true, whyOf(day->kind));
        return {};
    }
    write(*day, false, day->isWorking() ? QStringLiteral("outside-hours") : whyOf(day->kind));
    return workingDays(start.date(), 1);
}

Result<void> Walk::naturalDays(int amount)
{
    for (int i = 1; i <= amount; ++i) {
        const auto day = look(countyDate(m_deadline.startMs).addDays(i));
        if (!day)
            return fail(day.error());
        write(*day, true, QStringLiteral("natural"));
    }
    m_deadline.provisional = false; // Whatever the notice will say, natural days stay.
    return {};
}

/// Takes up to `wantedMs` out of the day's office hours, not before the clock's start, and moves the due time
/// there.
qint64 Walk::takeFrom(const Day &day, qint64 wantedMs)
{
    const OfficeHours &hours = m_calendar.hours();
    const std::array spans{
        std::pair(hours.morningFrom, hours.morningTo), std::pair(hours.afternoonFrom, hours.afternoonTo)};
    qint64 taken = 0;
    for (const auto &[opens, closes] : spans) {
        const qint64 from = std::max(utcMs(day.date, opens), m_deadline.startMs);
        const qint64 part = std::min(utcMs(day.date, closes) - from, wantedMs - taken);
        if (part <= 0)
            continue;
        taken += part;
        m_deadline.dueMs = from + part;
    }
    return taken;
}

Result<void> Walk::workingHours(int amount)
{
    qint64 wanted = amount * msPerHour;
    for (QDate date = countyDate(m_deadline.startMs); wanted > 0; date = date.addDays(1)) {
        const auto day = look(date);
        if (!day)
            return fail(day.error());
        const qint64 taken = day->isWorking() ? takeFrom(*day, wanted) : 0;
        const bool closed = day->isWorking() && taken == 0;
        write(*day, taken > 0, closed ? QStringLiteral("outside-hours") : whyOf(day->kind),
            static_cast<int>(taken / msPerMinute));
        wanted -= taken;
    }
    return {};
}

Result<void> Walk::naturalHours(int amount)
{
    m_deadline.dueMs = m_deadline.startMs + amount * msPerHour;
    qint64 from = m_deadline.startMs;
    while (from < m_deadline.dueMs) {
        const auto day = look(countyDate(from));
        if (!day)
            return fail(day.error());
        const qint64 until = std::min(utcMs(day->date.addDays(1), QTime(0, 0)), m_deadline.dueMs);
        write(*day, true, QStringLiteral("natural"), static_cast<int>((until - from) / msPerMinute));
        from = until;
    }
    m_deadline.provisional = false;
    return {};
}

Result<void> walkDays(Walk &walk, const Limit &limit, qint64 startMs)
{
    if (limit.amount == 0) {
        const auto done = walk.sameDay();
        walk.dueAtCloseOf(walk.lastDay());
        return done;
    }
    if (auto received = walk.receipt(); !received)
        return received;
    const auto done = limit.unit == LimitUnit::WorkingDay
        ? walk.workingDays(countyDate(startMs), limit.amount)
        : walk.naturalDays(limit.amount);
    if (limit.count == DayCount::SameMoment)
        walk.dueAtSameTimeOf(walk.lastDay());
    else
        walk.dueAtCloseOf(walk.lastDay());
    return done;
}

Result<void> walkLimit(Walk &walk, const Limit &limit, qint64 startMs)
{
    switch (limit.unit) {
    case LimitUnit::WorkingDay:
    case LimitUnit::NaturalDay:
        return walkDays(walk, limit, startMs);
    case LimitUnit::WorkingHour:
        return walk.workingHours(limit.amount);
    case LimitUnit::NaturalHour:
        return walk.naturalHours(limit.amount);
    }
    Q_UNREACHABLE();
}

} // namespace

Result<Deadline> dueTime(const Limit &limit, qint64 startMs, const WorkingCalendar &calendar)
{
    Deadline deadline;
    deadline.limit = limit.name;
    deadline.startMs = startMs;
    deadline.amount = limit.amount;
    deadline.unit = limit.unit;
    deadline.cite = limit.cite;
    deadline.note = limit.note;
    Walk walk(deadline, calendar);
    if (const auto done = walkLimit(walk, limit, startMs); !done)
        return fail(done.error());
    return walk.take();
}

Result<Deadline> extended(const Deadline &deadline, int workingDays, const WorkingCalendar &calendar)
{
    if (workingDays < 1)
        return fail(ErrorCode::BadInput, QStringLiteral("%1 working days").arg(workingDays));
    Walk walk(deadline, calendar);
    if (const auto done = walk.workingDays(countyDate(deadline.dueMs), workingDays); !done)
        return fail(done.error());
    walk.dueAtCloseOf(walk.lastDay());
    Deadline later = walk.take();
    later.extendedBy += workingDays;
    return later;
}

Result<int> workingDaysBetween(qint64 fromMs, qint64 toMs, const WorkingCalendar &calendar)
{
    return calendar.workingDays(countyDate(fromMs).addDays(1), countyDate(toMs).addDays(1));
}

} // namespace chengban

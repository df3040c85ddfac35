#include "shared/rules/DayWalk.h"

#include "shared/base/CountyTime.h"

#include <algorithm>
#include <limits>
#include <utility>

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
    case DayKind::LocalHoliday:
        return QStringLiteral("local-holiday");
    }
    Q_UNREACHABLE();
}

} // namespace

DayWalk::DayWalk(Deadline deadline, const WorkingCalendar &calendar)
    : m_deadline(std::move(deadline))
    , m_calendar(calendar)
{
    m_deadline.counted.clear();
    m_deadline.provisional = false;
}

Result<Deadline> DayWalk::whole()
{
    if (const auto done = length(); !done)
        return fail(done.error());
    if (m_deadline.extendedBy > 0) {
        if (const auto more = workingDays(countyDate(m_deadline.dueMs), m_deadline.extendedBy); !more)
            return fail(more.error());
        dueAtCloseOf(m_lastDay);
    }
    return std::move(m_deadline);
}

Result<void> DayWalk::length()
{
    switch (m_deadline.unit) {
    case LimitUnit::WorkingDay:
    case LimitUnit::NaturalDay:
        return days();
    case LimitUnit::WorkingHour:
        return hours(true);
    case LimitUnit::NaturalHour:
        return hours(false);
    }
    Q_UNREACHABLE();
}

Result<void> DayWalk::days()
{
    if (m_deadline.amount == 0) {
        const auto done = sameDay();
        dueAtCloseOf(m_lastDay);
        return done;
    }
    if (auto received = receipt(); !received)
        return received;
    const auto done = m_deadline.unit == LimitUnit::WorkingDay
        ? workingDays(countyDate(m_deadline.startMs), m_deadline.amount)
        : naturalDays(m_deadline.amount);
    if (m_deadline.count == DayCount::SameMoment)
        m_deadline.dueMs = utcMs(m_lastDay, countyTime(m_deadline.startMs).time());
    else
        dueAtCloseOf(m_lastDay);
    return done;
}

Result<void> DayWalk::receipt()
{
    const auto day = look(countyDate(m_deadline.startMs));
    if (!day)
        return fail(day.error());
    write(*day, false, QStringLiteral("day-of-receipt"));
    return {};
}

Result<void> DayWalk::sameDay()
{
    const QDateTime start = countyTime(m_deadline.startMs);
    const auto day = look(start.date());
    if (!day)
        return fail(day.error());
    if (day->isWorking() && start.time() < m_calendar.hours(start.date()).afternoonTo) {
        write(*day, true, whyOf(day->kind));
        return {};
    }
    write(*day, false, day->isWorking() ? QStringLiteral("outside-hours") : whyOf(day->kind));
    return workingDays(start.date(), 1);
}

Result<void> DayWalk::workingDays(const QDate &after, int amount)
{
    for (QDate date = after.addDays(1); amount > 0; date = date.addDays(1)) {
        const auto day = look(date);
        if (!day)
            return fail(day.error());
        const bool counts = day->isWorking() && !isPaused(date);
        write(*day, counts, day->isWorking() && !counts ? QStringLiteral("paused") : whyOf(day->kind));
        amount -= counts ? 1 : 0;
    }
    return {};
}

Result<void> DayWalk::naturalDays(int amount)
{
    const QDate start = countyDate(m_deadline.startMs);
    for (QDate date = start.addDays(1); amount > 0; date = date.addDays(1)) {
        const auto day = look(date);
        if (!day)
            return fail(day.error());
        const bool counts = !isPaused(date);
        write(*day, counts, counts ? QStringLiteral("natural") : QStringLiteral("paused"));
        amount -= counts ? 1 : 0;
    }
    m_deadline.provisional = false; // Whatever the notice will say, natural days stay.
    return {};
}

Result<void> DayWalk::hours(bool onlyOffice)
{
    qint64 wanted = m_deadline.amount * msPerHour;
    for (QDate date = countyDate(m_deadline.startMs); wanted > 0; date = date.addDays(1)) {
        const auto day = look(date);
        if (!day)
            return fail(day.error());
        const qint64 taken = takeFrom(openSpans(*day, onlyOffice), wanted);
        QString why = onlyOffice ? whyOf(day->kind) : QStringLiteral("natural");
        if (taken == 0 && isPaused(date))
            why = QStringLiteral("paused");
        else if (taken == 0 && day->isWorking())
            why = QStringLiteral("outside-hours");
        write(*day, taken > 0, why, static_cast<int>(taken / msPerMinute));
        wanted -= taken;
    }
    if (!onlyOffice)
        m_deadline.provisional = false;
    return {};
}

Result<Day> DayWalk::look(const QDate &date)
{
    auto day = m_calendar.day(date);
    if (day) {
        m_lastDay = date;
        m_deadline.provisional = m_deadline.provisional || day->provisional;
    }
    return day;
}

/// The day on which the clock stops still counts as it did; the one on which it goes on is like a day of
/// receipt.
bool DayWalk::isPaused(const QDate &date) const
{
    return std::ranges::any_of(m_deadline.pauses, [&](const Pause &pause) {
        return countyDate(pause.fromMs) < date && date <= countyDate(pause.toMs);
    });
}

/// The hours of a day that count: not before the clock starts, not while it stands still.
QList<DayWalk::Span> DayWalk::openSpans(const Day &day, bool onlyOffice) const
{
    const OfficeHours &hours = m_calendar.hours(day.date);
    const auto at = [&](const QTime &time) { return utcMs(day.date, time); };
    QList<Span> spans{{at(QTime(0, 0)), utcMs(day.date.addDays(1), QTime(0, 0))}};
    if (onlyOffice)
        spans = {
            {at(hours.morningFrom), at(hours.morningTo)}, {at(hours.afternoonFrom), at(hours.afternoonTo)}};
    if (onlyOffice && !day.isWorking())
        spans.clear();
    QList<Pause> closed{{std::numeric_limits<qint64>::min(), m_deadline.startMs}};
    for (const Pause &pause : closed + m_deadline.pauses) {
        QList<Span> left;
        for (const Span &span : std::as_const(spans)) {
            left.append({span.fromMs, std::min(span.toMs, pause.fromMs)});
            left.append({std::max(span.fromMs, pause.toMs), span.toMs});
        }
        left.removeIf([](const Span &span) { return span.fromMs >= span.toMs; });
        spans = left;
    }
    return spans;
}

/// Takes up to `wantedMs` and moves the due time there.
qint64 DayWalk::takeFrom(const QList<Span> &spans, qint64 wantedMs)
{
    qint64 taken = 0;
    for (const Span &span : spans) {
        const qint64 part = std::min(span.toMs - span.fromMs, wantedMs - taken);
        if (part <= 0)
            break;
        taken += part;
        m_deadline.dueMs = span.fromMs + part;
    }
    return taken;
}

void DayWalk::write(const Day &day, bool counts, const QString &why, int minutes)
{
    m_ordinal += counts ? 1 : 0;
    m_deadline.counted.append({day.date, counts, why, day.name, counts ? m_ordinal : 0, minutes});
}

void DayWalk::dueAtCloseOf(const QDate &date)
{
    m_deadline.dueMs = utcMs(date, m_calendar.hours(date).afternoonTo);
}

} // namespace chengban

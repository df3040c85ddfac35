#pragma once

#include "shared/rules/Deadlines.h"

namespace chengban {

/// Walks the calendar from the day a clock starts and writes down every day it looks at. Only
/// shared/rules/Deadlines.cpp uses it.
class DayWalk
{
public:
    /// Starts from the deadline's own members; what it counted before is forgotten.
    DayWalk(Deadline deadline, const WorkingCalendar &calendar);

    /// The whole deadline: its amount in its unit, then its extension.
    [[nodiscard]] Result<Deadline> whole();

private:
    struct Span
    {
        qint64 fromMs;
        qint64 toMs;
    };

    [[nodiscard]] Result<void> length();
    [[nodiscard]] Result<void> days();
    [[nodiscard]] Result<void> receipt();
    [[nodiscard]] Result<void> sameDay();
    [[nodiscard]] Result<void> workingDays(const QDate &after, int amount);
    [[nodiscard]] Result<void> naturalDays(int amount);
    [[nodiscard]] Result<void> hours(bool onlyOffice);

    [[nodiscard]] Result<Day> look(const QDate &date);
    [[nodiscard]] bool isPaused(const QDate &date) const;
    [[nodiscard]] QList<Span> openSpans(const Day &day, bool onlyOffice) const;
    qint64 takeFrom(const QList<Span> &spans, qint64 wantedMs);
    void write(const Day &day, bool counts, const QString &why, int minutes = 0);
    void dueAtCloseOf(const QDate &date);

    Deadline m_deadline;
    const WorkingCalendar &m_calendar;
    QDate m_lastDay; ///< The last one that was looked at.
    int m_ordinal = 0; ///< Of the last day that counted.
};

} // namespace chengban

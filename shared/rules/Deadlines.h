#pragma once

#include "shared/calendar/WorkingCalendar.h"
#include "shared/rules/RulePack.h"

namespace chengban {

/// One step of the explanation: a day or span that was looked at, and whether it counted.
struct CountedDay
{
    QDate date;
    bool counts = false;
    QString why; ///< Code: "workday", "made-up-workday", "weekend", "holiday", "day-of-receipt",
                 ///< "outside-hours", "natural".
    QString name; ///< Name of the holiday, empty otherwise.
    int ordinal = 0; ///< The how-many-th counted day; 0 when it does not count.

    bool operator==(const CountedDay &) const = default;
};

/// A due time with the reason for it.
struct Deadline
{
    LimitName limit = LimitName::Handle;
    qint64 startMs = 0;
    qint64 dueMs = 0;
    bool provisional = false;
    int amount = 0;
    LimitUnit unit = LimitUnit::WorkingDay;
    QString cite;
    QString note;
    QList<CountedDay> counted;

    bool operator==(const Deadline &) const = default;
};

/// When `limit` is due if its clock starts at `startMs`. Errors: NotComputable.
[[nodiscard]] Result<Deadline> dueTime(const Limit &limit, qint64 startMs, const WorkingCalendar &calendar);

/// Moves a due time by `workingDays` to the close of business (extension), keeping the explanation.
[[nodiscard]] Result<Deadline> extended(
    const Deadline &deadline, int workingDays, const WorkingCalendar &calendar);

/// Working days from `fromMs`'s day (not counted) to `toMs`'s day; negative when over. Errors: NotComputable.
[[nodiscard]] Result<int> workingDaysBetween(qint64 fromMs, qint64 toMs, const WorkingCalendar &calendar);

/// The explanation in words, a line per day; for the window, the print and `chengban-cli due`.
[[nodiscard]] QString explained(const Deadline &deadline);

} // namespace chengban

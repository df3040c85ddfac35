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
    int minutes = 0; ///< Of a limit in hours: what was counted of this day.

    bool operator==(const CountedDay &) const = default;
};

/// A due time with the reason for it.
struct Deadline
{
    LimitName limit = LimitName::Handle;
    qint64 startMs = 0;
    qint64 dueMs = 0;
    bool provisional = false; ///< A calendar notice that is still to come may move it.
    int amount = 0;
    LimitUnit unit = LimitUnit::WorkingDay;
    int extendedBy = 0; ///< Working days that were added to `amount`.
    QString cite;
    QString note;
    QList<CountedDay> counted;

    bool operator==(const Deadline &) const = default;
};

/// When `limit` is due if its clock starts at `startMs`.
///
/// Days begin after the day of receipt. NextDay: due at the close of business of the last day; SameMoment: at
/// the time of day at which the clock started. Zero working days mean the same day, or the next working day
/// when that day is none or its office hours are over. Working hours run inside office hours only; natural
/// days and hours ignore the calendar. Errors: NotComputable before the calendar's first day.
[[nodiscard]] Result<Deadline> dueTime(const Limit &limit, qint64 startMs, const WorkingCalendar &calendar);

/// Moves a due time by `workingDays` to the close of business (extension, T21), keeping the explanation.
/// Errors: BadInput for less than one day, NotComputable.
[[nodiscard]] Result<Deadline> extended(
    const Deadline &deadline, int workingDays, const WorkingCalendar &calendar);

/// Working days from `fromMs`'s day (not counted) to `toMs`'s day; negative when over. Errors: NotComputable.
[[nodiscard]] Result<int> workingDaysBetween(qint64 fromMs, qint64 toMs, const WorkingCalendar &calendar);

/// The limit's name for people: "Handling". Translated.
[[nodiscard]] QString limitText(LimitName name);

/// The explanation in words, a line per day; for the window, the print and `chengban-cli due`. Translated.
[[nodiscard]] QString explained(const Deadline &deadline);

} // namespace chengban

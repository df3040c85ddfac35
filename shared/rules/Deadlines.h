#pragma once

#include "shared/calendar/WorkingCalendar.h"
#include "shared/rules/RulePack.h"

#include <optional>

namespace chengban {

/// One step of the explanation: a day or span that was looked at, and whether it counted.
struct CountedDay
{
    QDate date;
    bool counts = false;
    QString why; ///< Code: "workday", "made-up-workday", "weekend", "holiday", "local-holiday",
                 ///< "day-of-receipt", "outside-hours", "natural", "paused".
    QString name; ///< Name of the holiday, empty otherwise.
    int ordinal = 0; ///< The how-many-th counted day; 0 when it does not count.
    int minutes = 0; ///< Of a limit in hours: what was counted of this day.

    bool operator==(const CountedDay &) const = default;
};

/// Who set the length of a deadline.
enum class LimitSource {
    Document, ///< The pack's own limit.
    Unit, ///< A shorter one of the unit's own (HA9a).
    Statute, ///< One of a law, with its basis (HB7.3c).
    Order, ///< The order itself (HA16, M5).
};

constexpr auto namesOf(LimitSource)
{
    return std::array{Named{LimitSource::Document, "document"}, Named{LimitSource::Unit, "unit"},
        Named{LimitSource::Statute, "statute"}, Named{LimitSource::Order, "order"}};
}

/// A span in which the clock stood still.
struct Pause
{
    qint64 fromMs = 0;
    qint64 toMs = 0;

    bool operator==(const Pause &) const = default;
};

/// A due time with the reason for it. `dueMs`, `provisional` and `counted` follow from the other members and
/// a calendar alone, so that a deadline out of an old log can be computed again.
struct Deadline
{
    LimitName limit = LimitName::Handle;
    qint64 startMs = 0;
    qint64 dueMs = 0;
    bool provisional = false; ///< A calendar notice that is still to come may move it.
    int amount = 0;
    LimitUnit unit = LimitUnit::WorkingDay;
    DayCount count = DayCount::NextDay;
    int extendedBy = 0; ///< Working days that were added to `amount`.
    QList<int> warnBefore; ///< In `unit`.
    LimitSource source = LimitSource::Document;
    QString basis; ///< What another source than the document relies on.
    std::optional<qint64> replacedDueMs; ///< What the document alone would have given.
    QList<Pause> pauses;
    QString cite;
    QString note;
    QList<CountedDay> counted;

    bool operator==(const Deadline &) const = default;
};

/// When `limit` is due if its clock starts at `startMs`.
///
/// Days begin after the day of receipt. NextDay: due at the close of business of the last day; SameMoment: at
/// the time of day at which the clock started. Zero working days mean the same day, or the next working day
/// when that day is none or its office hours are over (HF7). Working hours run inside office hours only;
/// natural days and hours ignore the calendar. Errors: NotComputable before the calendar's first day.
[[nodiscard]] Result<Deadline> dueTime(const Limit &limit, qint64 startMs, const WorkingCalendar &calendar);

/// The same for a limit that the order sets (HA16, M5): `amount` in the limit's unit instead of the proposal.
/// Errors: BadInput for a limit that orders do not set or less than one, NotComputable.
[[nodiscard]] Result<Deadline> dueByOrder(
    const Limit &limit, int amount, qint64 startMs, const WorkingCalendar &calendar);

/// A limit of the unit's own or of a law for the same clock.
struct OtherLimit
{
    int amount = 0;
    LimitUnit unit = LimitUnit::WorkingDay;
    LimitSource source = LimitSource::Unit;
    QString basis; ///< Law and article, or the unit's published commitment.
};

/// Which of the two holds: a limit that ends earlier where the document lets shorter ones prevail (HA9a), one
/// that ends later with its basis where it lets longer ones (HB7.3c); `deadline` unchanged otherwise. Errors:
/// BadInput for less than one, NotComputable.
[[nodiscard]] Result<Deadline> prevailing(const Deadline &deadline, const OtherLimit &other,
    const OverridePolicy &policy, const WorkingCalendar &calendar);

/// Moves a due time by `workingDays` to the close of business (extension, T21), keeping the explanation.
/// Errors: BadInput for less than one day, NotComputable.
[[nodiscard]] Result<Deadline> extended(
    const Deadline &deadline, int workingDays, const WorkingCalendar &calendar);

/// The most working days that may still be added: by `addMax` in one step, by `totalCap` from the start of
/// the clock (HA9e, HA17); empty: as many as one likes. Errors: NotComputable.
[[nodiscard]] Result<std::optional<int>> extensionRoom(
    const Deadline &deadline, const ExtensionPolicy &policy, const WorkingCalendar &calendar);

/// When an extension can be asked for.
struct AskWindow
{
    qint64 fromMs = 0;
    qint64 untilMs = 0; ///< The last moment.

    bool operator==(const AskWindow &) const = default;
};
/// At the latest `askBefore` working days before the due day, the due day counted as the last of them
/// (HB7.3b); with `askWithin` only from then on. Errors: NotComputable.
[[nodiscard]] Result<AskWindow> askWindow(
    const Deadline &deadline, const ExtensionPolicy &policy, const WorkingCalendar &calendar);

/// The deadline after a pause: days after the one it began on, up to the one it ended on, and the hours
/// between, do not count. Errors: BadInput for a pause that begins after the due time or ends before it
/// begins, NotComputable.
[[nodiscard]] Result<Deadline> resumed(
    const Deadline &deadline, const Pause &pause, const WorkingCalendar &calendar);

/// When to warn (HF9, N13, T29), earliest first; only moments between start and due time. Days: when the
/// office opens on the n-th working or natural day before the due day; hours: so many before the due time.
/// Errors: NotComputable.
[[nodiscard]] Result<QList<qint64>> warningTimes(const Deadline &deadline, const WorkingCalendar &calendar);

/// A day that a new calendar counts otherwise; `was` or `is` are empty where that count did not reach it.
struct MovedDay
{
    QDate date;
    std::optional<CountedDay> was;
    std::optional<CountedDay> is;

    bool operator==(const MovedDay &) const = default;
};

/// A deadline computed again from its own members: `moved` is the trace of what changed.
struct Recalculation
{
    Deadline deadline;
    qint64 oldDueMs = 0;
    bool wasProvisional = false;
    QList<MovedDay> moved;

    [[nodiscard]] bool isChanged() const
    {
        return deadline.dueMs != oldDueMs || deadline.provisional != wasProvisional || !moved.isEmpty();
    }
    bool operator==(const Recalculation &) const = default;
};
[[nodiscard]] Result<Recalculation> recalculated(const Deadline &old, const WorkingCalendar &calendar);

/// Working days from `fromMs`'s day (not counted) to `toMs`'s day; negative when over. Errors: NotComputable.
[[nodiscard]] Result<int> workingDaysBetween(qint64 fromMs, qint64 toMs, const WorkingCalendar &calendar);

/// The limit's name for people: "Handling". Translated.
[[nodiscard]] QString limitText(LimitName name);

/// The explanation in words, a line per day; for the window, the print and `chengban-cli due`. Translated.
[[nodiscard]] QString explained(const Deadline &deadline, const QList<Document> &documents);

/// What a new calendar moved, in words: the old and the new due time and a line per day. Translated.
[[nodiscard]] QString explained(const Recalculation &recalculation);

} // namespace chengban

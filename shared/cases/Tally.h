#pragma once

#include "shared/calendar/WorkingCalendar.h"
#include "shared/cases/Case.h"
#include "shared/rules/Counters.h"

#include <QList>

namespace chengban {

/// One thing that happened in a case and counts for a unit: what metrics, thresholds and rankings add up, and
/// where a figure leads back to.
struct TallyRow
{
    Counter counter = Counter::Dispatched;
    UnitId unit; ///< Whose: the lead unit of that time.
    qint64 atMs = 0; ///< When it happened; decides the period.

    bool operator==(const TallyRow &) const = default;
};

/// Everything that counts in the case, from its fold. Lateness is judged by the server's receipt, as
/// everywhere. Empty for a case that is excluded from scoring, and for a duplicate, whose demand counts in
/// the case that took it over. A satisfaction that the centre took back on appeal does not count. The last
/// rating of a case is its rating. `pack` is the frozen one; reports to the knowledge base belong to no case
/// and are not in it.
[[nodiscard]] QList<TallyRow> tally(
    const Case &theCase, const RulePack &pack, const WorkingCalendar &calendar);

/// The rows of one unit from `fromMs` up to but without `toMs`, added up.
[[nodiscard]] Counts countsOf(const QList<TallyRow> &rows, const UnitId &unit, qint64 fromMs, qint64 toMs);

} // namespace chengban

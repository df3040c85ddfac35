#pragma once

#include "server/services/DemoData.h"
#include "shared/calendar/WorkingCalendar.h"
#include "shared/cases/Case.h"

namespace chengban {

/// Who takes a step, as a place in a unit; DemoPlay knows the person.
enum class DemoHand { Centre, Clerk, Deputy, Principal };

struct DemoStep
{
    CommandType type = CommandType::Register;
    DemoHand hand = DemoHand::Centre;
    qint64 atMs = 0;
    bool elsewhere = false; ///< The case is with a unit that it was sent to by mistake.
};

/// A case with all that will happen to it, times included.
struct DemoCase
{
    RegisterBody registration;
    UnitId unit;
    UnitId wrongUnit; ///< Where it goes first; empty for most.
    UnitId coHandler; ///< Empty for most.
    CaseClass caseClass = CaseClass::General;
    Reply reply; ///< The first version, without attachments, handler and answer.
    ContactOutcome outcome = ContactOutcome::Reached;
    bool satisfied = true;
    int number = 0; ///< From 1; chooses between wordings and people.
    QList<DemoStep> steps; ///< In the order of their times, all in office hours and none after now.
};

/// About 200 cases in every phase, the same for the same seed, calendar and minute. Errors: NotComputable
/// when `nowMs` lies before the calendar's first months.
[[nodiscard]] Result<QList<DemoCase>> demoPlan(
    const DemoData &data, const WorkingCalendar &calendar, qint64 nowMs, quint32 seed);

} // namespace chengban

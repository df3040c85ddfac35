// Which clocks of a case still run.
#include "shared/cases/Case.h"

#include <algorithm>

namespace chengban {

namespace {

using enum Phase;

bool isIn(Phase phase, std::initializer_list<Phase> phases)
{
    return std::ranges::find(phases, phase) != phases.end();
}

/// HA10b, HA24: after the work is done the centre hears of it, by a report or by the reply itself.
bool owesFeedback(const Case &theCase, const Deadline &deadline)
{
    const bool reported = std::ranges::any_of(theCase.records, [&](const CaseRecord &record) {
        return record.kind == RecordKind::Progress && record.entry.atMs >= deadline.startMs;
    });
    return !reported && isIn(theCase.phase, {Handling, Rework, AwaitingSignOff, Signed});
}

bool runs(const Case &theCase, const Deadline &deadline)
{
    const Phase phase = theCase.phase;
    switch (deadline.limit) {
    case LimitName::Accept:
    case LimitName::Start: // Accepting is the unit's first step (N2).
        return phase == Dispatched;
    case LimitName::FirstContact: // An anonymous citizen cannot be called (T5), the first call is made once,
                                  // and who has the answer has been contacted.
        return !theCase.demand.anonymous && theCase.contacts.isEmpty()
            && !theCase.isAnsweredBy(deadline.dueMs)
            && isIn(phase, {Dispatched, Handling, AwaitingSignOff, Signed});
    case LimitName::Handle:
        return theCase.round == 1
            && isIn(phase, {Dispatched, Handling, ReturnRequested, AwaitingSignOff, Signed});
    case LimitName::Rework:
        return theCase.round > 1 && isIn(phase, {Rework, AwaitingSignOff, Signed});
    case LimitName::Feedback:
        return owesFeedback(theCase, deadline);
    case LimitName::ReReview:
    case LimitName::Supervision:
    case LimitName::Return: // A right that ends, not a duty.
        return false;
    }
    Q_UNREACHABLE();
}

bool runs(const Case &theCase, const Clock &clock)
{
    if (clock.order != 0) {
        const Order *order = theCase.order(clock.order);
        return order && order->isOwed() && theCase.phase != Archived;
    }
    const bool delivered = std::ranges::any_of(
        theCase.parts, [&](const Entry<RecordBody> &part) { return part.actor.unit == clock.unit; });
    return !delivered && theCase.round == 1
        && isIn(theCase.phase, {Dispatched, Handling, AwaitingSignOff, Signed});
}

} // namespace

QList<Clock> Case::openClocks() const
{
    QList<Clock> open;
    for (const auto &[name, _] : namesOf(LimitName{})) {
        const auto it = deadlines.constFind(name);
        if (it != deadlines.constEnd() && runs(*this, *it))
            open.append({0, {}, *it});
    }
    std::ranges::copy_if(
        clocks, std::back_inserter(open), [&](const Clock &clock) { return runs(*this, clock); });
    return open;
}

} // namespace chengban

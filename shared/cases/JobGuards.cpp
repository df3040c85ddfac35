// Guards of what the server's jobs write: once for each moment, and only what the rules mean.
#include "shared/cases/Guards.h"

#include <algorithm>

namespace chengban::guards {

using namespace Qt::StringLiterals;

namespace {

bool isSameClock(const ClockBody &left, const ClockBody &right)
{
    return left.limit == right.limit && left.order == right.order && left.unit == right.unit;
}

/// The running clock that a job means; null when there is none.
std::optional<Clock> runningClock(const Case &theCase, const ClockBody &body)
{
    const QList<Clock> open = theCase.openClocks();
    const auto it = std::ranges::find_if(open, [&](const Clock &clock) {
        return clock.order == body.order && clock.unit == body.unit && clock.deadline.limit == body.limit;
    });
    return it == open.end() ? std::nullopt : std::optional(*it);
}

void requireOnce(Problems &problems, const QList<Entry<ClockBody>> &done, const ClockBody &body)
{
    const bool known = std::ranges::any_of(done, [&](const Entry<ClockBody> &entry) {
        return isSameClock(entry.body, body) && entry.body.legalMs == body.legalMs;
    });
    if (known)
        problems.append(must(ErrorCode::LimitReached, "job-already-done", u"legalMs"_s, body.rule));
}

} // namespace

Decision warning(const Attempt &attempt)
{
    return plainStep(attempt, clockFromJson, part::clock, Audience::Kind::Case,
        [&](Problems &problems, const ClockBody &body) {
            const auto clock = runningClock(attempt.theCase, body);
            const bool isTime
                = clock && body.legalMs <= attempt.nowMs && body.legalMs >= clock->deadline.startMs;
            if (!isTime)
                problems.append(
                    must(ErrorCode::StepNotAllowed, "clock-not-at-that-moment", u"legalMs"_s, body.rule));
            requireOnce(problems, attempt.theCase.warnings, body);
        });
}

Decision overdueMark(const Attempt &attempt)
{
    return plainStep(attempt, clockFromJson, part::clock, Audience::Kind::Case,
        [&](Problems &problems, const ClockBody &body) {
            const auto clock = runningClock(attempt.theCase, body);
            const bool isOver
                = clock && attempt.nowMs > clock->deadline.dueMs && body.legalMs == clock->deadline.dueMs;
            if (!isOver)
                problems.append(
                    must(ErrorCode::StepNotAllowed, "clock-not-at-that-moment", u"legalMs"_s, body.rule));
            requireOnce(problems, attempt.theCase.overdueMarks, body);
        });
}

Decision recalculation(const Attempt &attempt)
{
    const auto body = bodyOf(attempt, clockFromJson);
    if (!body)
        return tl::unexpected<Problems>(body.error());
    const auto clock = runningClock(attempt.theCase, *body);
    const auto again
        = clock ? recalculated(clock->deadline, attempt.calendar) : fail(ErrorCode::NotComputable);
    if (!again || !again->isChanged())
        return tl::unexpected<Problems>(
            {must(ErrorCode::StepNotAllowed, "clock-unchanged", u"limit"_s, body->rule)});
    const bool own = clock->order == 0 && clock->unit.isEmpty();
    return decided(attempt, {},
        QList{casePart(part::clock, toJson(*body))}
            + (own ? deadlinesPart({again->deadline})
                   : clocksPart({{clock->order, clock->unit, again->deadline}})));
}

} // namespace chengban::guards

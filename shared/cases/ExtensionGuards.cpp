// Guards of extensions of every clock (T21-T23, HA9a, HA9e, HA17, HA20b, HB7.3b, HB7.3c, N9).
#include "shared/cases/Guards.h"

#include <algorithm>

namespace chengban::guards {

using namespace Qt::StringLiterals;

namespace {

/// T22: the citizen was told why it takes longer, what was reached and what comes next.
bool toldOfExtension(const Case &theCase)
{
    return std::ranges::any_of(theCase.contacts, [](const Entry<ContactBody> &entry) {
        const ContactAttempt &contact = entry.body.contact;
        return contact.outcome == ContactOutcome::Reached && contact.toldReason && contact.toldProgress
            && contact.toldPlan;
    });
}

/// The clock that is to be moved: the reply's, or an order's. Null when it is not computable.
const Deadline *clockOf(const Case &theCase, const ExtensionBody &body)
{
    return body.order == 0 ? theCase.replyDeadline() : theCase.clock(body.limit, body.order);
}

/// T21, HB7.3b: asked for before the due time, and in the window the pack leaves.
void requireInTime(
    Problems &problems, const Attempt &attempt, const Deadline &due, const ExtensionPolicy &policy)
{
    const auto window = askWindow(due, policy, attempt.calendar);
    if (attempt.nowMs > due.dueMs)
        problems.append(must(ErrorCode::TooLate, "extension-too-late", {}, policy.cite));
    else if (window && attempt.nowMs > window->untilMs)
        problems.append(must(ErrorCode::TooLate, "extension-not-early-enough", {}, policy.cite));
    else if (window && attempt.nowMs < window->fromMs)
        problems.append(must(ErrorCode::StepNotAllowed, "extension-too-early", {}, policy.cite));
}

/// T23. One that the centre refused does not use up the only extension, nor does a limit set by law.
qsizetype usedExtensions(const Case &theCase, const ExtensionBody &body)
{
    return std::ranges::count_if(theCase.extensions, [&](const Extension &extension) {
        const ExtensionBody &other = extension.request.body;
        return other.limit == body.limit && other.order == body.order && !other.statutory
            && (!extension.decision || extension.decision->body.granted);
    });
}

void requireWithinCaps(
    Problems &problems, const Attempt &attempt, const ExtensionBody &body, const ExtensionPolicy &policy)
{
    if (usedExtensions(attempt.theCase, body) >= policy.maxCount)
        problems.append(must(ErrorCode::LimitReached, "extension-used-up", {}, policy.cite));
    if (body.workingDays <= 0)
        problems.append(
            must(ErrorCode::PartMissing, "extension-days-missing", u"workingDays"_s, policy.cite));
    const Deadline *due = clockOf(attempt.theCase, body);
    const auto room = due ? extensionRoom(*due, policy, attempt.calendar) : fail(ErrorCode::NotComputable);
    const bool tooLong = policy.addMax > 0 && body.workingDays > policy.addMax;
    if (tooLong || (room && *room && body.workingDays > **room)) // HA9e: all extensions included.
        problems.append(must(ErrorCode::LimitReached, "extension-too-long", u"workingDays"_s, policy.cite));
}

void requireCitizenTold(
    Problems &problems, const Attempt &attempt, const ExtensionBody &body, const ExtensionPolicy &policy)
{
    if (attempt.theCase.demand.anonymous)
        return;
    if (policy.needsContact && !toldOfExtension(attempt.theCase))
        problems.append(must(ErrorCode::PartMissing, "extension-contact-missing", u"contact"_s, policy.cite));
    if (policy.needsPromise && body.promisedMs.value_or(0) <= attempt.nowMs)
        problems.append(
            must(ErrorCode::PartMissing, "extension-promise-missing", u"promisedMs"_s, policy.cite));
}

Result<Deadline> overridden(const Attempt &attempt, const Deadline &due, const ExtensionBody &body)
{
    const OtherLimit other{body.statutory->amount, body.statutory->unit, body.statutory->source, body.basis};
    return prevailing(due, other, attempt.pack.limitOverride, attempt.calendar);
}

/// HA9a: a shorter limit prevails. HB7.3c: a longer one of a law, if the centre agrees.
void requireOverride(Problems &problems, const Attempt &attempt, const ExtensionBody &body)
{
    const OverridePolicy &policy = attempt.pack.limitOverride;
    if (body.workingDays != 0)
        problems.append(
            must(ErrorCode::PartContradicts, "override-with-days", u"workingDays"_s, policy.cite));
    const Deadline *due = clockOf(attempt.theCase, body);
    const auto after = due ? overridden(attempt, *due, body) : fail(ErrorCode::NotComputable);
    if (!after || after->dueMs == due->dueMs)
        problems.append(must(ErrorCode::StepNotAllowed, "override-not-allowed", u"statutory"_s, policy.cite));
}

void requireClock(Problems &problems, const Attempt &attempt, const ExtensionBody &body)
{
    const Case &theCase = attempt.theCase;
    if (body.order == 0) {
        const bool ofTheReply = body.limit == LimitName::Handle
            && (theCase.phase == Phase::Handling || theCase.phase == Phase::Rework);
        if (!ofTheReply)
            problems.append(must(ErrorCode::StepNotAllowed, "clock-not-running", u"limit"_s));
        return;
    }
    const Order *order = theCase.order(body.order);
    const LimitName name
        = order && order->kind == OrderKind::ReReview ? LimitName::ReReview : LimitName::Supervision;
    if (!order || !order->isOwed() || body.limit != name)
        problems.append(must(ErrorCode::StepNotAllowed, "clock-not-running", u"order"_s));
}

/// What holds against extending one clock by its policy, whatever is asked for.
Problems clockHeld(const Attempt &attempt, LimitName limit, qint64 order)
{
    const ExtensionPolicy *policy = attempt.pack.extension(limit, attempt.theCase.caseClass);
    const ExtensionBody any{.reason = {}, .basis = {}, .limit = limit, .order = order};
    if (!policy)
        return {must(ErrorCode::LimitReached, "extension-used-up")};
    if (usedExtensions(attempt.theCase, any) >= policy->maxCount)
        return {must(ErrorCode::LimitReached, "extension-used-up", {}, policy->cite)};
    Problems problems;
    if (const Deadline *due = clockOf(attempt.theCase, any))
        requireInTime(problems, attempt, *due, *policy);
    return problems;
}

/// The clocks that run and can be moved: the reply's while the unit handles, and those of owed orders.
QList<Problems> clocksHeld(const Attempt &attempt)
{
    const Case &theCase = attempt.theCase;
    QList<Problems> held;
    if (theCase.phase == Phase::Handling || theCase.phase == Phase::Rework)
        held.append(clockHeld(attempt, LimitName::Handle, 0));
    for (const Order &order : theCase.orders) {
        const LimitName limit
            = order.kind == OrderKind::ReReview ? LimitName::ReReview : LimitName::Supervision;
        if (order.isOwed())
            held.append(clockHeld(attempt, limit, order.order.revision));
    }
    return held;
}

} // namespace

Problems extensionHeld(const Attempt &attempt)
{
    Problems problems;
    const OverridePolicy &other = attempt.pack.limitOverride;
    const ExtensionPolicy *policy = attempt.pack.extension(LimitName::Handle, attempt.theCase.caseClass);
    if (attempt.theCase.openExtension())
        problems.append(
            must(ErrorCode::LimitReached, "extension-used-up", {}, policy ? policy->cite : other.cite));
    requireNonePending(problems, attempt, SignedAction::Extension);
    const QList<Problems> held = clocksHeld(attempt);
    const bool some = std::ranges::any_of(held, [](const Problems &one) { return one.isEmpty(); });
    if (problems.isEmpty() && !some && !other.shorterAllowed && !other.longerAllowed)
        problems = held.value(0);
    return problems;
}

Problems extensionProblems(const Attempt &attempt, const QJsonObject &json)
{
    const auto body = extensionFromJson(json);
    if (!body)
        return {must(body.error().code, "body-malformed", body.error().detail)};
    Problems problems;
    requireClock(problems, attempt, *body);
    if (!problems.isEmpty())
        return problems;
    const ExtensionPolicy *policy = attempt.pack.extension(body->limit, attempt.theCase.caseClass);
    const QString cite = body->statutory ? attempt.pack.limitOverride.cite
        : policy                         ? policy->cite
                                         : QString();
    if (attempt.theCase.openExtension())
        problems.append(must(ErrorCode::LimitReached, "extension-used-up", {}, cite));
    else if (body->statutory)
        requireOverride(problems, attempt, *body);
    else if (!policy)
        problems.append(must(ErrorCode::LimitReached, "extension-used-up"));
    else
        requireWithinCaps(problems, attempt, *body, *policy);
    if (const Deadline *due = clockOf(attempt.theCase, *body); due && policy && !body->statutory)
        requireInTime(problems, attempt, *due, *policy);
    requireText(problems, body->reason, "extension-reason-missing", u"reason"_s, cite);
    requireText(problems, body->basis, "extension-basis-missing", u"basis"_s, cite);
    if (policy && !body->statutory)
        requireCitizenTold(problems, attempt, *body, *policy);
    return problems;
}

Decision extensionRequest(const Attempt &attempt)
{
    const auto body = bodyOf(attempt, extensionFromJson);
    if (!body)
        return tl::unexpected<Problems>(body.error());
    const QJsonObject json = toJson(*body);
    const ExtensionPolicy *policy = attempt.pack.extension(body->limit, attempt.theCase.caseClass);
    const Problems problems = extensionProblems(attempt, json);
    if (policy && !policy->unitSigns)
        return decided(attempt, problems, {casePart(part::request, json)});
    return requested(attempt, SignedAction::Extension, json, problems);
}

namespace {

/// The new date of the clock that was asked about, in the part it belongs to.
QList<EventDraft::DraftPart> movedClock(const Attempt &attempt, const ExtensionBody &request)
{
    const Deadline *due = clockOf(attempt.theCase, request);
    if (!due)
        return {};
    const auto moved = request.statutory ? overridden(attempt, *due, request)
                                         : extended(*due, request.workingDays, attempt.calendar);
    if (!moved)
        return {};
    return request.order == 0 ? deadlinesPart({*moved}) : clocksPart({{request.order, {}, *moved}});
}

/// Nothing is left to extend: the reply was accepted, or the order answered.
bool isSettled(const Case &theCase, const ExtensionBody &request)
{
    if (request.order != 0) {
        const Order *order = theCase.order(request.order);
        return !order || !order->isOpen();
    }
    return theCase.phase == Phase::AwaitingCallback || theCase.phase == Phase::AwaitingClose
        || theCase.phase == Phase::Closed;
}

} // namespace

Decision extensionDecision(const Attempt &attempt)
{
    const auto body = bodyOf(attempt, decisionFromJson);
    if (!body)
        return tl::unexpected<Problems>(body.error());
    Problems problems;
    if (!body->granted && body->note.trimmed().isEmpty())
        problems.append(must(ErrorCode::ReasonMissing, "rejection-reason-missing", u"note"_s));
    QList parts{casePart(part::decision, toJson(*body))};
    const Extension *open = attempt.theCase.openExtension();
    if (body->granted && open && isSettled(attempt.theCase, open->request.body))
        problems.append(must(ErrorCode::TooLate, "clock-not-running"));
    else if (body->granted && open)
        parts += movedClock(attempt, open->request.body);
    return decided(attempt, problems, parts);
}

} // namespace chengban::guards

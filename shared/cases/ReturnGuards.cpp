// Guards of giving a case back, and of the appeal after a refusal (T24, HA7, HB7.2b, HB7.4, M14).
#include "shared/cases/Guards.h"

#include <algorithm>

namespace chengban::guards {

using namespace Qt::StringLiterals;

namespace {

/// HA7c: the reason decides how long there is for giving back. Null: the document sets no limit.
std::optional<Deadline> returnDeadline(const Attempt &attempt, const QString &reason)
{
    const CodedReason *row = reasonCoded(attempt.pack.returnReasons, reason);
    const Case &theCase = attempt.theCase;
    const Limit *limit
        = attempt.pack.limit(LimitName::Return, theCase.caseClass, row ? row->group : QString());
    if (limit && !limit->group.isEmpty()) {
        if (auto due = dueTime(*limit, theCase.dispatchedAtMs, attempt.calendar))
            return *due;
        return std::nullopt;
    }
    const Deadline *due = theCase.clock(LimitName::Return);
    return due ? std::optional(*due) : std::nullopt;
}

qsizetype rejectedReturns(const Case &theCase)
{
    return std::ranges::count_if(theCase.returns, [&](const ReturnRequest &request) {
        return request.decision && !request.decision->body.granted
            && request.request.actor.unit == theCase.leadUnit;
    });
}

void requireAllowed(Problems &problems, const Attempt &attempt)
{
    const ReturnPolicy &policy = attempt.pack.returns;
    if (!policy.allowed)
        problems.append(must(ErrorCode::StepNotAllowed, "return-not-allowed", {}, policy.cite));
    else if (rejectedReturns(attempt.theCase) >= policy.maxRejected)
        problems.append(must(ErrorCode::LimitReached, "return-already-rejected", {}, policy.cite));
    if (!policy.allowedWhenJoint && !attempt.theCase.coHandlers.isEmpty())
        problems.append(must(ErrorCode::StepNotAllowed, "return-not-when-joint", {}, policy.cite));
}

/// The time for giving back is over, whatever reason there is. Null: it is not, or the document sets no
/// limit.
std::optional<Problem> tooLateForAny(const Attempt &attempt)
{
    QStringList codes{QString()};
    for (const CodedReason &reason : attempt.pack.returnReasons)
        codes.append(reason.code);
    std::optional<Deadline> last;
    for (const QString &code : codes) {
        const auto due = returnDeadline(attempt, code);
        if (!due || attempt.nowMs <= due->dueMs)
            return std::nullopt;
        if (!last || due->dueMs > last->dueMs)
            last = due;
    }
    return must(ErrorCode::TooLate, "return-too-late", {}, last->cite);
}

} // namespace

Problems returnHeld(const Attempt &attempt)
{
    Problems problems;
    requireAllowed(problems, attempt);
    requireNonePending(problems, attempt, SignedAction::Return);
    if (const auto late = tooLateForAny(attempt))
        problems.append(*late);
    return problems;
}

Problems returnProblems(const Attempt &attempt, const QJsonObject &json)
{
    const auto body = returnRequestFromJson(json);
    if (!body)
        return {must(body.error().code, "body-malformed", body.error().detail)};
    const ReturnPolicy &policy = attempt.pack.returns;
    Problems problems;
    requireAllowed(problems, attempt);
    const auto due = returnDeadline(attempt, body->reason);
    if (due && attempt.nowMs > due->dueMs)
        problems.append(must(ErrorCode::TooLate, "return-too-late", {}, due->cite));
    if (!body->reason.isEmpty())
        requireCode(problems, attempt.pack.returnReasons, body->reason, "return-reason-unknown", u"reason"_s);
    requireText(problems, body->reason, "return-reason-missing", u"reason"_s, policy.cite);
    requireText(problems, body->statement, "return-statement-missing", u"statement"_s, policy.cite);
    if (policy.needsBasis)
        requireText(problems, body->basis, "return-basis-missing", u"basis"_s, policy.cite);
    if (policy.needsSuggestedUnit)
        requireText(
            problems, body->suggestedUnit.value, "suggested-unit-missing", u"suggestedUnit"_s, policy.cite);
    if (!body->suggestedUnit.isEmpty() && body->suggestedUnit == attempt.theCase.leadUnit)
        problems.append(must(ErrorCode::PartContradicts, "suggested-unit-is-own", u"suggestedUnit"_s));
    return problems;
}

Decision returnRequest(const Attempt &attempt)
{
    const auto body = bodyOf(attempt, returnRequestFromJson);
    if (!body)
        return tl::unexpected<Problems>(body.error());
    const QJsonObject json = toJson(*body);
    return requested(attempt, SignedAction::Return, json, returnProblems(attempt, json));
}

Decision returnDecision(const Attempt &attempt)
{
    return decidedOn(attempt);
}

Problems appealHeld(const Attempt &attempt)
{
    const ReturnPolicy &policy = attempt.pack.returns;
    const Case &theCase = attempt.theCase;
    if (!policy.appealAllowed || rejectedReturns(theCase) == 0)
        return {must(ErrorCode::StepNotAllowed, "appeal-not-possible", {}, policy.cite)};
    const bool asked = std::ranges::any_of(
        theCase.appeals, [&](const Appeal &appeal) { return appeal.request.actor.unit == theCase.leadUnit; });
    if (asked)
        return {must(ErrorCode::LimitReached, "appeal-already-made", {}, policy.cite)};
    return {};
}

Decision appeal(const Attempt &attempt)
{
    return plainStep(attempt, codedNoteFromJson, part::request, Audience::Kind::Case,
        [&](Problems &problems, const CodedNoteBody &body) {
            requireText(problems, body.note, "appeal-reason-missing", u"note"_s, attempt.pack.returns.cite);
        });
}

Decision appealDecision(const Attempt &attempt)
{
    return decidedOn(attempt);
}

} // namespace chengban::guards

// Guards of intake, dispatch, return, closing and erasure.
#include "shared/canonical/Canonical.h"
#include "shared/cases/Guards.h"

#include <QSet>

#include <algorithm>

namespace chengban::guards {

using namespace Qt::StringLiterals;

namespace {

bool isEmpty(const Identity &identity)
{
    return identity == Identity{};
}

QList<EventDraft::DraftPart> registrationParts(const RegisterBody &body)
{
    QList<EventDraft::DraftPart> parts{
        casePart(
            part::number, {{u"source"_s, body.demand.source}, {u"sourceNumber"_s, body.demand.sourceNumber}}),
        casePart(part::demand, toJson(body.demand)),
    };
    if (!isEmpty(body.identity))
        parts.append({QString(part::identity), {Audience::Kind::Identity, {}}, toJson(body.identity)});
    if (!body.earlierReplies.isEmpty())
        parts.append(casePart(part::earlier, {{u"replies"_s, jsonArray(body.earlierReplies)}}));
    return parts;
}

/// The limits of the pack that start with this step.
QList<Deadline> deadlinesFrom(
    const Attempt &attempt, std::initializer_list<ClockStart> starts, CaseClass caseClass)
{
    QList<Deadline> deadlines;
    for (const auto &[name, _] : namesOf(LimitName{})) {
        const Limit *limit = attempt.pack.limit(name, caseClass);
        if (!limit || std::ranges::find(starts, limit->from) == starts.end())
            continue;
        // Before the first calendar year a case is kept without dates (design 2).
        if (auto deadline = dueTime(*limit, attempt.nowMs, attempt.calendar))
            deadlines.append(*std::move(deadline));
    }
    return deadlines;
}

Problems dispatchProblems(const DispatchBody &body, const RulePack &pack)
{
    Problems problems;
    requireText(problems, body.leadUnit.value, "lead-unit-missing", u"leadUnit"_s);
    QSet<UnitId> units{body.leadUnit};
    for (const CoHandler &coHandler : body.coHandlers) {
        requireText(problems, coHandler.unit.value, "co-handler-missing", u"coHandlers"_s);
        if (units.contains(coHandler.unit))
            problems.append(must(ErrorCode::PartContradicts, "unit-named-twice", u"coHandlers"_s));
        units.insert(coHandler.unit);
    }
    if (!pack.limit(LimitName::Handle, body.caseClass))
        problems.append(must(ErrorCode::PartContradicts, "class-without-limit", u"caseClass"_s));
    return problems;
}

} // namespace

Decision registration(const Attempt &attempt)
{
    const auto body = bodyOf(attempt, registerFromJson);
    if (!body)
        return tl::unexpected<Problems>(body.error());
    Problems problems;
    requireText(problems, attempt.command.caseId.value, "case-id-missing", {});
    requireText(problems, body->demand.source, "source-missing", u"demand.source"_s);
    requireText(problems, body->demand.sourceNumber, "source-number-missing", u"demand.sourceNumber"_s);
    requireText(problems, body->demand.title + body->demand.text, "demand-missing", u"demand.text"_s);
    return decided(attempt, problems, registrationParts(*body));
}

Decision dispatch(const Attempt &attempt)
{
    const auto body = bodyOf(attempt, dispatchFromJson);
    if (!body)
        return tl::unexpected<Problems>(body.error());
    const auto deadlines
        = deadlinesFrom(attempt, {ClockStart::Transfer, ClockStart::Dispatch}, body->caseClass);
    return decided(attempt, dispatchProblems(*body, attempt.pack),
        QList{casePart(part::dispatch, toJson(*body))} + deadlinesPart(deadlines));
}

Decision acceptance(const Attempt &attempt)
{
    const auto body = bodyOf(attempt, noteFromJson);
    if (!body)
        return tl::unexpected<Problems>(body.error());
    const auto deadlines = deadlinesFrom(attempt, {ClockStart::Accept}, attempt.theCase.caseClass);
    return decided(attempt, {}, QList{casePart(part::note, toJson(*body))} + deadlinesPart(deadlines));
}

Decision returnRequest(const Attempt &attempt)
{
    const auto body = bodyOf(attempt, returnRequestFromJson);
    if (!body)
        return tl::unexpected<Problems>(body.error());
    const ReturnPolicy &policy = attempt.pack.returns;
    const Case &theCase = attempt.theCase;
    Problems problems;
    if (!policy.allowed)
        problems.append(must(ErrorCode::StepNotAllowed, "return-not-allowed", {}, policy.cite));
    const auto rejected = std::ranges::count_if(theCase.returns, [&](const ReturnRequest &request) {
        return request.decision && !request.decision->body.granted
            && request.request.actor.unit == theCase.leadUnit;
    });
    if (policy.allowed && rejected >= policy.maxRejected)
        problems.append(must(ErrorCode::LimitReached, "return-already-rejected", {}, policy.cite));
    const auto due = theCase.deadlines.constFind(LimitName::Return);
    if (due != theCase.deadlines.constEnd() && attempt.nowMs > due->dueMs)
        problems.append(must(ErrorCode::TooLate, "return-too-late", {}, due->cite));
    requireCode(problems, attempt.pack.returnReasons, body->reason, "return-reason-unknown", u"reason"_s);
    requireText(problems, body->reason, "return-reason-missing", u"reason"_s, policy.cite);
    requireText(problems, body->statement, "return-statement-missing", u"statement"_s, policy.cite);
    requireText(problems, body->signer, "return-signer-missing", u"signer"_s, policy.cite);
    if (policy.needsSuggestedUnit)
        requireText(
            problems, body->suggestedUnit.value, "suggested-unit-missing", u"suggestedUnit"_s, policy.cite);
    if (!body->suggestedUnit.isEmpty() && body->suggestedUnit == theCase.leadUnit)
        problems.append(must(ErrorCode::PartContradicts, "suggested-unit-is-own", u"suggestedUnit"_s));
    return decided(attempt, problems, {casePart(part::request, toJson(*body))});
}

Decision returnDecision(const Attempt &attempt)
{
    const auto body = bodyOf(attempt, decisionFromJson);
    if (!body)
        return tl::unexpected<Problems>(body.error());
    Problems problems;
    if (!body->granted && body->note.trimmed().isEmpty())
        problems.append(must(ErrorCode::ReasonMissing, "rejection-reason-missing", u"note"_s));
    return decided(attempt, problems, {casePart(part::decision, toJson(*body))});
}

Decision closing(const Attempt &attempt)
{
    const auto body = bodyOf(attempt, noteFromJson);
    if (!body)
        return tl::unexpected<Problems>(body.error());
    Problems problems;
    if (attempt.theCase.centreCallbacks.isEmpty() && body->note.trimmed().isEmpty())
        problems.append(must(ErrorCode::ReasonMissing, "close-without-callback", u"note"_s));
    return decided(attempt, problems, {casePart(part::note, toJson(*body))});
}

Decision archiving(const Attempt &attempt)
{
    const auto body = bodyOf(attempt, archiveFromJson);
    if (!body)
        return tl::unexpected<Problems>(body.error());
    Problems problems;
    requireText(problems, body->archiveNumber, "archive-number-missing", u"archiveNumber"_s);
    if (!QStringList{u"D10"_s, u"D30"_s, u"Y"_s}.contains(body->retention))
        problems.append(must(ErrorCode::BadInput, "retention-unknown", u"retention"_s));
    return decided(attempt, problems, {casePart(part::archive, toJson(*body))});
}

namespace {

/// Which parts may go: the citizen's demand and what the unit and the centre did never do.
std::optional<Problem> erasureProblem(const EraseBody &body, const Case &theCase)
{
    const auto gone = must(ErrorCode::PartContradicts, "part-not-there", u"part"_s);
    if (body.part == part::identity) { // An archivist may erase it without ever having seen it.
        const bool there = theCase.identity || theCase.identityWithheld;
        return body.revision == 1 && there ? std::nullopt : std::optional(gone);
    }
    if (body.part == part::earlier)
        return body.revision == 1 && !theCase.earlierReplies.isEmpty() ? std::nullopt : std::optional(gone);
    if (body.part == part::contact) {
        const auto &contacts = theCase.contacts;
        const bool there
            = std::ranges::any_of(contacts, [&](const auto &e) { return e.revision == body.revision; });
        return there ? std::nullopt : std::optional(gone);
    }
    return must(ErrorCode::StepNotAllowed, "part-not-erasable", u"part"_s);
}

} // namespace

Decision erasureRequest(const Attempt &attempt)
{
    const auto body = bodyOf(attempt, eraseFromJson);
    if (!body)
        return tl::unexpected<Problems>(body.error());
    Problems problems;
    if (attempt.theCase.erasureRequest)
        problems.append(must(ErrorCode::StepNotAllowed, "erasure-already-asked", u"part"_s));
    if (body->reason.trimmed().isEmpty())
        problems.append(must(ErrorCode::ReasonMissing, "erase-reason-missing", u"reason"_s));
    if (auto problem = erasureProblem(*body, attempt.theCase))
        problems.append(*std::move(problem));
    return decided(attempt, problems, {casePart(part::erasure, toJson(*body))});
}

Decision erasureRefusal(const Attempt &attempt)
{
    const auto body = bodyOf(attempt, noteFromJson);
    if (!body)
        return tl::unexpected<Problems>(body.error());
    Problems problems;
    requireText(problems, body->note, "erasure-refusal-missing", u"note"_s);
    return decided(attempt, problems, {casePart(part::note, toJson(*body))});
}

Decision erasure(const Attempt &attempt)
{
    const auto body = bodyOf(attempt, eraseFromJson);
    if (!body)
        return tl::unexpected<Problems>(body.error());
    Problems problems;
    if (*body != attempt.theCase.erasureRequest->body) // The table lets nobody in without a request.
        problems.append(must(ErrorCode::PartContradicts, "erasure-not-the-one-asked", u"part"_s));
    if (auto problem = erasureProblem(*body, attempt.theCase))
        problems.append(*std::move(problem));
    return decided(attempt, problems, {casePart(part::erasure, toJson(*body))});
}

} // namespace chengban::guards

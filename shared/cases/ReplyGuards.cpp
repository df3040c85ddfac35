// Guards of the reply: sign-off, signature, submission and review (T4-T15).
#include "shared/canonical/Canonical.h"
#include "shared/canonical/Digest.h"
#include "shared/cases/Guards.h"
#include "shared/reply/Requirements.h"

#include <algorithm>

namespace chengban::guards {

using namespace Qt::StringLiterals;

namespace {

/// What stands in the way of the reply under T5-T15; advice that is only shown does not.
Problems faultsOf(const Reply &reply, ReplyContext context, const Attempt &attempt)
{
    context.nowMs = attempt.nowMs;
    Problems problems = replyProblems(reply, attempt.theCase.contactAttempts(), context, attempt.pack);
    problems.removeIf([](const Problem &problem) { return problem.severity != Severity::Must; });
    return problems;
}

/// HA10d: one opinion needs every co-handler's part.
void requireCoHandlersParts(Problems &problems, const Attempt &attempt)
{
    const Case &theCase = attempt.theCase;
    if (!attempt.pack.joint.mergedOpinion)
        return;
    for (const CoHandler &coHandler : theCase.coHandlers) {
        const bool delivered = std::ranges::any_of(
            theCase.parts, [&](const Entry<RecordBody> &part) { return part.actor.unit == coHandler.unit; });
        if (!delivered)
            problems.append(must(
                ErrorCode::PartMissing, "co-handlers-part-missing", u"parts"_s, attempt.pack.joint.cite));
    }
}

/// M12: who reports without having answered the citizen is refused.
void requireCitizenAnswered(Problems &problems, const Attempt &attempt, const Reply &reply)
{
    const Case &theCase = attempt.theCase;
    const AnswerPolicy &policy = attempt.pack.answering;
    if (!policy.citizenFirst || theCase.demand.anonymous || theCase.needsNoAnswer() || reply.answeredAtMs > 0)
        return;
    const auto rework = std::ranges::find_if(theCase.reviews.rbegin(), theCase.reviews.rend(),
        [](const Entry<Review> &review) { return review.body.outcome == ReviewOutcome::Rework; });
    const qint64 since = rework == theCase.reviews.rend() ? 0 : rework->revision;
    const bool answered = std::ranges::any_of(
        theCase.answers, [&](const Entry<AnswerBody> &answer) { return answer.revision > since; });
    if (!answered)
        problems.append(must(ErrorCode::PartMissing, "citizen-not-answered", u"answer"_s, policy.cite));
}

/// T17: something the unit did after its callback.
bool isActedOn(const Entry<CallbackBody> &call, const Case &theCase)
{
    const auto isLater = [&](const auto &entry) { return entry.revision > call.revision; };
    return std::ranges::any_of(theCase.contacts, isLater)
        || std::ranges::any_of(
            theCase.records, [&](const CaseRecord &record) { return isLater(record.entry); });
}

/// T16, T17: the unit has called the citizen itself, and has done something since if they were not satisfied.
void requireUnitCallback(Problems &problems, const Attempt &attempt, const Reply &reply)
{
    const Case &theCase = attempt.theCase;
    const CallbackPolicy &policy = attempt.pack.callback;
    if (!policy.unitFirst || !theCase.isCallable())
        return;
    const Entry<CallbackBody> *call = theCase.unitCallback();
    if (!call && reply.unitCallback.isEmpty()) {
        problems.append(must(ErrorCode::PartMissing, "unit-callback-owed", u"unitCallback"_s, policy.cite));
        return;
    }
    const char *finding = "unit-callback-unsatisfied";
    const bool isSaid = std::ranges::any_of(
        problems, [&](const Problem &one) { return one.finding == QLatin1StringView(finding); });
    if (call && isUnsatisfied(call->body, attempt.pack) && !isActedOn(*call, theCase) && !isSaid)
        problems.append(must(ErrorCode::StepNotAllowed, finding, u"unitCallback"_s, policy.cite));
}

/// The step must be about the version that is current now.
void requireCurrent(Problems &problems, const Attempt &attempt, int version)
{
    const ReplyVersion *current = attempt.theCase.currentReply();
    if (!current || current->number != version)
        problems.append(must(ErrorCode::ReplyChanged, "reply-version-not-current", u"replyVersion"_s));
}

} // namespace

ReplyContext contextOf(const Case &theCase)
{
    const Identity identity = theCase.identity.value_or(Identity{});
    ReplyContext context{.anonymous = theCase.demand.anonymous,
        .unitName = theCase.leadUnitName,
        .citizenName = identity.name,
        .citizenPhone = identity.phone,
        .hasPhone = theCase.demand.hasPhone,
        .demandTitle = theCase.demand.title,
        .demandText = theCase.demand.text};
    context.caseClass = theCase.caseClass;
    context.noAnswer = theCase.needsNoAnswer();
    if (theCase.classification)
        context.caseType = theCase.classification->body.caseType;
    if (!theCase.answers.isEmpty()) {
        context.answeredAtMs = theCase.answers.last().body.atMs;
        context.answeredVia = theCase.answers.last().body.channel;
    }
    for (const CaseRecord &record : theCase.records) {
        if (record.kind == RecordKind::SiteVisit)
            context.siteVisits.append(
                {record.entry.body.people.join(u'、'), record.entry.body.atMs, record.entry.body.note});
    }
    if (const Deadline *due = theCase.clock(LimitName::FirstContact))
        context.firstContactDueMs = due->dueMs;
    if (const Entry<CallbackBody> *call = theCase.unitCallback()) {
        context.unitCallback = call->body.overallSatisfaction;
        context.unitCallbackActedOn = isActedOn(*call, theCase);
    }
    return context;
}

/// M10: a reply may name who signed, or the leader for whom a substitute did.
ReplyContext signedContext(
    const Case &theCase, const Reply &reply, const SignatureBody &signature, const Actor &signer, qint64 atMs)
{
    ReplyContext context = contextOf(theCase);
    context.signerName = signature.paper ? signature.paper->signerName : signer.name;
    const QString holder = signature.paper ? signature.paper->actingForName : signer.actingForName;
    if (!reply.signer.isEmpty() && reply.signer == holder)
        context.signerName = holder;
    // Of a signature on paper only the day is certain; it was made on what was written before.
    const ReplyVersion *current = theCase.currentReply();
    context.signedAtMs
        = signature.paper ? std::max(signature.paper->signedAtMs, current ? current->atMs : 0) : atMs;
    return context;
}

Decision signOffRequest(const Attempt &attempt)
{
    const auto body = bodyOf(attempt, submitFromJson);
    if (!body)
        return tl::unexpected<Problems>(body.error());
    const auto digest = replyDigest(body->reply);
    if (!digest)
        return tl::unexpected<Problems>({must(digest.error().code, "body-malformed", u"reply"_s)});
    const ReplyContent reply{.version = static_cast<int>(attempt.theCase.replies.size()) + 1,
        .digest = hex(*digest),
        .reply = body->reply,
        .note = body->note};
    Problems problems = faultsOf(body->reply, contextOf(attempt.theCase), attempt);
    requireCoHandlersParts(problems, attempt);
    requireInstruction(problems, attempt);
    return decided(attempt, problems, {unitPart(attempt, part::reply, toJson(reply))});
}

Decision withdrawal(const Attempt &attempt)
{
    const auto body = bodyOf(attempt, noteFromJson);
    if (!body)
        return tl::unexpected<Problems>(body.error());
    return decided(attempt, {}, {unitPart(attempt, part::note, toJson(*body))});
}

Problems signerFaults(const Attempt &attempt, const SignatureBody &body)
{
    const ReplyVersion *current = attempt.theCase.currentReply();
    if (!current || current->withheld)
        return {};
    const ReplyContext context
        = signedContext(attempt.theCase, current->reply, body, attempt.actor, attempt.nowMs);
    Problems faults = faultsOf(current->reply, context, attempt);
    faults.removeIf([](const Problem &problem) { return problem.finding != u"signer-differs"; });
    return faults;
}

Decision signature(const Attempt &attempt)
{
    const auto body = bodyOf(attempt, signatureFromJson);
    if (!body)
        return tl::unexpected<Problems>(body.error());
    const ReplyVersion *current = attempt.theCase.currentReply();
    Problems problems;
    if (body->paper || body->action != SignedAction::Reply)
        problems.append(must(ErrorCode::PartContradicts, "paper-is-another-step", u"action"_s));
    requireCurrent(problems, attempt, body->replyVersion);
    if (current && current->withheld)
        problems.append(must(ErrorCode::OnlyServerKnows, "part-withheld", u"replyDigest"_s));
    else if (current && current->digest != body->replyDigest)
        problems.append(must(ErrorCode::ReplyChanged, "reply-digest-differs", u"replyDigest"_s));
    if (current)
        requireAnotherAuthor(problems, attempt, *body, current->actor);
    problems += signatureProblems(
        attempt, *body, signerRule(attempt, SignedAction::Reply), current ? current->atMs : 0);
    problems += signerFaults(attempt, *body);
    return decided(attempt, problems, {unitPart(attempt, part::signature, toJson(*body))});
}

Decision returnToClerk(const Attempt &attempt)
{
    const auto body = bodyOf(attempt, noteFromJson);
    if (!body)
        return tl::unexpected<Problems>(body.error());
    Problems problems;
    if (body->note.trimmed().isEmpty())
        problems.append(must(ErrorCode::ReasonMissing, "comment-missing", u"note"_s));
    return decided(attempt, problems, {unitPart(attempt, part::note, toJson(*body))});
}

namespace {

/// The faults of a signed reply; it is enough that one of its signatures agrees with what it says.
Problems signedFaults(
    const Reply &reply, const QList<Entry<SignatureBody>> &signatures, const Attempt &attempt)
{
    if (signatures.isEmpty())
        return faultsOf(reply, contextOf(attempt.theCase), attempt);
    Problems faults;
    for (const Entry<SignatureBody> &one : signatures) {
        faults
            = faultsOf(reply, signedContext(attempt.theCase, reply, one.body, one.actor, one.atMs), attempt);
        if (faults.isEmpty())
            break;
    }
    return faults;
}

} // namespace

Decision replySubmission(const Attempt &attempt)
{
    const auto body = bodyOf(attempt, replyVersionFromJson);
    if (!body)
        return tl::unexpected<Problems>(body.error());
    Problems problems;
    requireCurrent(problems, attempt, body->replyVersion);
    const ReplyVersion *current = attempt.theCase.currentReply();
    if (!problems.isEmpty() || !current)
        return decided(attempt, problems, {});
    if (current->withheld)
        return tl::unexpected<Problems>(
            {must(ErrorCode::OnlyServerKnows, "part-withheld", u"replyVersion"_s)});

    // T15: signed by a level that may sign, on exactly this text, and complete.
    const SignerRule *rule = signerRule(attempt, SignedAction::Reply);
    QList<Entry<SignatureBody>> signatures = attempt.theCase.signatures;
    signatures.removeIf([&](const Entry<SignatureBody> &entry) {
        return entry.body.replyVersion != current->number || entry.body.replyDigest != current->digest
            || (rule && !rule->levels.contains(entry.body.level));
    });
    if (signatures.isEmpty())
        problems.append(
            must(ErrorCode::SignatureInvalid, "reply-not-signed", {}, rule ? rule->cite : QString()));
    problems += signedFaults(current->reply, signatures, attempt);
    requireCoHandlersParts(problems, attempt);
    requireCitizenAnswered(problems, attempt, current->reply);
    requireUnitCallback(problems, attempt, current->reply);
    const ReplyContent reply{current->number, current->digest, current->reply, {}};
    return decided(attempt, problems,
        {casePart(part::reply, toJson(reply)),
            casePart(part::signatures, {{u"signatures"_s, jsonArray(signatures)}})});
}

Decision replyAcceptance(const Attempt &attempt)
{
    const auto body = bodyOf(attempt, reviewFromJson);
    if (!body)
        return tl::unexpected<Problems>(body.error());
    Problems problems;
    requireCurrent(problems, attempt, body->replyVersion);
    if (!body->reasons.isEmpty())
        problems.append(must(ErrorCode::PartContradicts, "acceptance-with-rework-reasons", u"reasons"_s));
    for (const QString &point : body->points)
        requireCode(problems, attempt.pack.closingPoints, point, "closing-point-unknown", u"points"_s);
    const bool answersCitizen = !attempt.theCase.demand.anonymous && !attempt.theCase.needsNoAnswer();
    for (const CodedReason &point : attempt.pack.closingPoints) { // HA12: all that apply, or it goes back.
        const bool applies = answersCitizen || point.group != u"citizen";
        if (applies && !body->points.contains(point.code))
            problems.append(
                must(ErrorCode::PartMissing, "closing-point-missing", u"points."_s + point.code, point.cite));
    }
    return decided(attempt, problems, {casePart(part::review, toJson(*body))});
}

Decision reworkOrder(const Attempt &attempt)
{
    const auto body = bodyOf(attempt, reviewFromJson);
    if (!body)
        return tl::unexpected<Problems>(body.error());
    Problems problems;
    requireCurrent(problems, attempt, body->replyVersion);
    if (body->reasons.isEmpty())
        problems.append(must(ErrorCode::ReasonMissing, "rework-reason-missing", u"reasons"_s,
            citeOfList(attempt.pack.reworkReasons)));
    for (const QString &reason : body->reasons)
        requireCode(problems, attempt.pack.reworkReasons, reason, "rework-reason-unknown", u"reasons"_s);
    QList<Deadline> deadlines;
    const Limit *limit = attempt.pack.limit(LimitName::Rework, attempt.theCase.caseClass);
    if (limit) {
        if (auto deadline = dueTime(*limit, attempt.nowMs, attempt.calendar))
            deadlines.append(*std::move(deadline));
    }
    return decided(attempt, problems,
        QList{casePart(part::review, toJson(*body))} + deadlinesPart(deadlines)
            + instructionPart(attempt, QLatin1StringView("returned"), attempt.theCase.caseClass));
}

} // namespace chengban::guards

// Requests that a leader signs before they leave the unit, and signatures on paper (T24, HA7b, HA9e, HA10e,
// HA17, HA18, HA20b, M6).
#include "shared/base/CountyTime.h"
#include "shared/canonical/Canonical.h"
#include "shared/canonical/Digest.h"
#include "shared/cases/Guards.h"

#include <algorithm>

namespace chengban::guards {

using namespace Qt::StringLiterals;

namespace {

struct RequestRow
{
    SignedAction action;
    CommandType command; ///< Which asks for it.
    Problems (*problems)(const Attempt &, const QJsonObject &body);
};

constexpr std::array requestRows{
    RequestRow{SignedAction::Return, CommandType::RequestReturn, returnProblems},
    RequestRow{SignedAction::Extension, CommandType::RequestExtension, extensionProblems},
    RequestRow{SignedAction::Termination, CommandType::RequestTermination, terminationProblems},
    RequestRow{SignedAction::ReReviewAnswer, CommandType::AnswerOrder, orderAnswerProblems},
    RequestRow{SignedAction::SupervisionAnswer, CommandType::AnswerOrder, orderAnswerProblems},
};

void requireKey(Problems &problems, const SignatureBody &body, const QString &cite)
{
    requireText(problems, body.key.value, "signature-missing", u"key"_s, cite);
    requireText(problems, body.signedText, "signature-missing", u"signedText"_s, cite);
    requireText(problems, body.signature, "signature-missing", u"signature"_s, cite);
}

/// The paper way: who signed, when, the seal where the pack wants one, and the scan of the sheet.
void requirePaper(Problems &problems, const Attempt &attempt, const SignatureBody &body,
    const SignerRule &rule, qint64 signedThingMs)
{
    const PaperSignature &paper = *body.paper;
    if (!rule.paperAllowed)
        problems.append(must(ErrorCode::StepNotAllowed, "paper-not-allowed", u"paper"_s, rule.cite));
    if (!body.key.isEmpty() || !body.signedText.isEmpty() || !body.signature.isEmpty())
        problems.append(must(ErrorCode::PartContradicts, "signature-on-paper-with-key", u"key"_s));
    requireText(problems, paper.signer.value, "signer-missing", u"paper.signer"_s, rule.cite);
    requirePast(problems, paper.signedAtMs, attempt.nowMs, u"paper.signedAtMs"_s);
    if (paper.signedAtMs > 0 && countyDate(paper.signedAtMs) < countyDate(signedThingMs))
        problems.append(must(
            ErrorCode::PartContradicts, "signed-before-it-was-written", u"paper.signedAtMs"_s, rule.cite));
    if (rule.seal && !paper.seal)
        problems.append(must(ErrorCode::PartMissing, "seal-missing", u"paper.seal"_s, rule.cite));
    const SubstitutionPolicy &substitution = attempt.pack.substitution;
    if (!paper.actingFor.isEmpty() && !substitution.posts.contains(nameOf(body.level)))
        problems.append(must(ErrorCode::SubstituteNotAllowed, "substitute-not-allowed", u"paper.actingFor"_s,
            substitution.cite));
    requireText(problems, paper.scan.sha256, "scan-missing", u"paper.scan"_s, rule.cite);
    if (paper.scan.kind != AttachmentKind::SignedSheet)
        problems.append(must(ErrorCode::PartContradicts, "scan-is-no-signed-sheet", u"paper.scan"_s));
}

QList<EventDraft> sent(const Attempt &attempt, const UnitRequest &request, const SignatureBody &signature)
{
    const auto row = std::ranges::find(requestRows, request.action, &RequestRow::action);
    const Entry<SignatureBody> entry{signature, attempt.actor, attempt.nowMs, attempt.theCase.revision + 1};
    return {
        {QString(nameOf(EventType::RequestSigned)), {unitPart(attempt, part::signature, toJson(signature))}},
        {QString(nameOf(stepOf(row->command).event)),
            {casePart(part::request, request.body),
                casePart(part::signatures, {{u"signatures"_s, jsonArray(QList{entry})}})}}};
}

/// The request a signature names, if it still waits and may still be sent.
Problems requestProblems(const Attempt &attempt, const SignatureBody &body)
{
    const UnitRequest *request = attempt.theCase.request(body.replyVersion);
    if (request && request->withheld)
        return {must(ErrorCode::OnlyServerKnows, "part-withheld", u"replyVersion"_s)};
    if (!request || request->state != UnitRequest::State::Pending || request->action != body.action)
        return {must(ErrorCode::ReplyChanged, "request-not-pending", u"replyVersion"_s)};
    Problems problems;
    if (request->digest != body.replyDigest)
        problems.append(must(ErrorCode::ReplyChanged, "reply-digest-differs", u"replyDigest"_s));
    requireAnotherAuthor(problems, attempt, body, request->actor);
    problems += signatureProblems(attempt, body, signerRule(attempt, request->action), request->atMs);
    const auto row = std::ranges::find(requestRows, request->action, &RequestRow::action);
    const auto from = stepOf(row->command).from;
    if (std::ranges::find(from, attempt.theCase.phase) == from.end())
        problems.append(must(ErrorCode::StepNotAllowed, "request-no-longer-possible", u"replyVersion"_s));
    else
        problems += row->problems(attempt, request->body);
    return problems;
}

Decision signedRequest(const Attempt &attempt, const SignatureBody &body)
{
    Problems problems = requestProblems(attempt, body);
    if (!problems.isEmpty())
        return tl::unexpected<Problems>(std::move(problems));
    return sent(attempt, *attempt.theCase.request(body.replyVersion), body);
}

/// A signature on paper under the current reply takes the place of one with a key.
Decision signedReply(const Attempt &attempt, const SignatureBody &body)
{
    const ReplyVersion *current = attempt.theCase.currentReply();
    Problems problems;
    if (attempt.theCase.phase != Phase::AwaitingSignOff || !current || current->number != body.replyVersion)
        problems.append(must(ErrorCode::ReplyChanged, "reply-version-not-current", u"replyVersion"_s));
    else if (current->withheld)
        problems.append(must(ErrorCode::OnlyServerKnows, "part-withheld", u"replyDigest"_s));
    else if (current->digest != body.replyDigest)
        problems.append(must(ErrorCode::ReplyChanged, "reply-digest-differs", u"replyDigest"_s));
    if (current)
        requireAnotherAuthor(problems, attempt, body, current->actor);
    problems += signatureProblems(
        attempt, body, signerRule(attempt, SignedAction::Reply), current ? current->atMs : 0);
    problems += signerFaults(attempt, body);
    return decided(attempt, problems, {unitPart(attempt, part::signature, toJson(body))});
}

} // namespace

const SignerRule *signerRule(const Attempt &attempt, SignedAction action)
{
    return attempt.pack.signer(action, attempt.theCase.caseClass, attempt.theCase.isSupervised());
}

Problems signatureProblems(
    const Attempt &attempt, const SignatureBody &body, const SignerRule *rule, qint64 signedThingMs)
{
    Problems problems;
    const QString cite = rule ? rule->cite : QString();
    if (rule && !rule->levels.contains(body.level))
        problems.append(must(ErrorCode::RoleNotAllowed, "signer-level-not-allowed", u"level"_s, cite));
    if (body.paper) {
        requirePaper(problems, attempt, body, rule ? *rule : SignerRule{}, signedThingMs);
    } else {
        if (levelOf(attempt.actor.role) != body.level)
            problems.append(must(ErrorCode::RoleNotAllowed, "signer-level-not-own", u"level"_s, cite));
        requireKey(problems, body, cite);
    }
    return problems;
}

void requireNonePending(Problems &problems, const Attempt &attempt, SignedAction action)
{
    if (attempt.theCase.pendingRequest(action))
        problems.append(must(ErrorCode::LimitReached, "request-already-pending"));
}

Decision requested(const Attempt &attempt, SignedAction action, const QJsonObject &body, Problems problems)
{
    requireNonePending(problems, attempt, action);
    if (!problems.isEmpty() || !signerRule(attempt, action))
        return decided(attempt, problems, {casePart(part::request, body)});
    const auto digest = requestDigest(action, body);
    if (!digest)
        return tl::unexpected<Problems>({must(digest.error().code, "body-malformed")});
    const RequestContent content{
        static_cast<int>(attempt.theCase.requests.size()) + 1, action, hex(*digest), body};
    return QList<EventDraft>{
        {QString(nameOf(EventType::RequestDrafted)), {unitPart(attempt, part::draft, toJson(content))}}};
}

Decision requestSignature(const Attempt &attempt)
{
    const auto body = bodyOf(attempt, signatureFromJson);
    if (!body)
        return tl::unexpected<Problems>(body.error());
    if (body->paper)
        return tl::unexpected<Problems>(
            {must(ErrorCode::PartContradicts, "paper-is-another-step", u"paper"_s)});
    return signedRequest(attempt, *body);
}

Decision paperSignature(const Attempt &attempt)
{
    const auto body = bodyOf(attempt, signatureFromJson);
    if (!body)
        return tl::unexpected<Problems>(body.error());
    if (!body->paper)
        return tl::unexpected<Problems>({must(ErrorCode::PartMissing, "scan-missing", u"paper"_s)});
    return body->action == SignedAction::Reply ? signedReply(attempt, *body) : signedRequest(attempt, *body);
}

Decision requestDrop(const Attempt &attempt)
{
    return plainStep(attempt, dropFromJson, part::drop, Audience::Kind::UnitInternal,
        [&](Problems &problems, const DropBody &body) {
            const UnitRequest *request = attempt.theCase.request(body.request);
            if (!request || request->state != UnitRequest::State::Pending)
                problems.append(must(ErrorCode::ReplyChanged, "request-not-pending", u"request"_s));
            if (body.note.trimmed().isEmpty() && request && request->actor.user != attempt.actor.user)
                problems.append(must(ErrorCode::ReasonMissing, "comment-missing", u"note"_s));
        });
}

} // namespace chengban::guards

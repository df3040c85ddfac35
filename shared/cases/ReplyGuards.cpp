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
Problems faultsOf(const Reply &reply, const Attempt &attempt)
{
    const Case &theCase = attempt.theCase;
    Problems problems = replyProblems(reply, theCase.contactAttempts(), contextOf(theCase), attempt.pack);
    problems.removeIf([](const Problem &problem) { return problem.severity != Severity::Must; });
    return problems;
}

bool mayReplyBeSignedBy(SignerLevel level, const RulePack &pack)
{
    const SignerRule *rule = pack.signer(SignedAction::Reply);
    return !rule || rule->levels.contains(level);
}

QString signerCite(const RulePack &pack)
{
    const SignerRule *rule = pack.signer(SignedAction::Reply);
    return rule ? rule->cite : QString();
}

struct RoleLevel
{
    Role role;
    SignerLevel level;
};
constexpr std::array roleLevels{
    RoleLevel{Role::SectionHead, SignerLevel::SectionHead},
    RoleLevel{Role::DeputyLeader, SignerLevel::DeputyLeader},
    RoleLevel{Role::PrincipalLeader, SignerLevel::PrincipalLeader},
};

/// Whether the actor is of that level. A substitute signs at the level of the person the server let them act
/// for.
bool isOfLevel(const Actor &actor, SignerLevel level)
{
    if (!actor.actingFor.isEmpty())
        return true;
    const auto row = std::ranges::find(roleLevels, actor.role, &RoleLevel::role);
    return row != roleLevels.end() && row->level == level;
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
    return {.anonymous = theCase.demand.anonymous,
        .unitName = theCase.leadUnitName,
        .citizenName = identity.name,
        .citizenPhone = identity.phone,
        .hasPhone = theCase.demand.hasPhone,
        .demandTitle = theCase.demand.title,
        .demandText = theCase.demand.text};
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
    return decided(attempt, faultsOf(body->reply, attempt), {unitPart(attempt, part::reply, toJson(reply))});
}

Decision withdrawal(const Attempt &attempt)
{
    const auto body = bodyOf(attempt, noteFromJson);
    if (!body)
        return tl::unexpected<Problems>(body.error());
    return decided(attempt, {}, {unitPart(attempt, part::note, toJson(*body))});
}

Decision signature(const Attempt &attempt)
{
    const auto body = bodyOf(attempt, signatureFromJson);
    if (!body)
        return tl::unexpected<Problems>(body.error());
    const QString cite = signerCite(attempt.pack);
    const ReplyVersion *current = attempt.theCase.currentReply();
    Problems problems;
    requireCurrent(problems, attempt, body->replyVersion);
    if (current && current->withheld)
        problems.append(must(ErrorCode::OnlyServerKnows, "part-withheld", u"replyDigest"_s));
    else if (current && current->digest != body->replyDigest)
        problems.append(must(ErrorCode::ReplyChanged, "reply-digest-differs", u"replyDigest"_s));
    if (!mayReplyBeSignedBy(body->level, attempt.pack))
        problems.append(must(ErrorCode::RoleNotAllowed, "signer-level-not-allowed", u"level"_s, cite));
    if (!isOfLevel(attempt.actor, body->level))
        problems.append(must(ErrorCode::RoleNotAllowed, "signer-level-not-own", u"level"_s, cite));
    requireText(problems, body->key.value, "signature-missing", u"key"_s, cite);
    requireText(problems, body->signedText, "signature-missing", u"signedText"_s, cite);
    requireText(problems, body->signature, "signature-missing", u"signature"_s, cite);
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
    QList<Entry<SignatureBody>> signatures = attempt.theCase.signatures;
    signatures.removeIf([&](const Entry<SignatureBody> &entry) {
        return entry.body.replyVersion != current->number || entry.body.replyDigest != current->digest
            || !mayReplyBeSignedBy(entry.body.level, attempt.pack);
    });
    if (signatures.isEmpty())
        problems.append(must(ErrorCode::SignatureInvalid, "reply-not-signed", {}, signerCite(attempt.pack)));
    problems += faultsOf(current->reply, attempt);
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
        problems.append(must(ErrorCode::ReasonMissing, "rework-reason-missing", u"reasons"_s, u"T15"_s));
    for (const QString &reason : body->reasons)
        requireCode(problems, attempt.pack.reworkReasons, reason, "rework-reason-unknown", u"reasons"_s);
    QList<Deadline> deadlines;
    if (const Limit *limit = attempt.pack.limit(LimitName::Rework, attempt.theCase.caseClass)) {
        if (auto deadline = dueTime(*limit, attempt.nowMs, attempt.calendar))
            deadlines.append(*std::move(deadline));
    }
    return decided(
        attempt, problems, QList{casePart(part::review, toJson(*body))} + deadlinesPart(deadlines));
}

} // namespace chengban::guards

#include "client/models/PaperSigning.h"

#include "shared/cases/Decide.h"

#include <algorithm>

namespace chengban {

QList<Signable> signables(const Case &theCase)
{
    QList<Signable> found;
    if (const ReplyVersion *reply = theCase.currentReply(); reply && theCase.phase == Phase::AwaitingSignOff)
        found.append({reply->number, reply->digest, SignedAction::Reply});
    for (const UnitRequest &one : theCase.requests) {
        if (one.state == UnitRequest::State::Pending)
            found.append({one.number, one.digest, one.action});
    }
    return found;
}

QList<Actor> paperSigners(const Actor &actor, const wire::Directory &directory)
{
    QList<Actor> signers;
    const auto add = [&](const Actor &one) {
        if (!signers.contains(one))
            signers.append(one);
    };
    QHash<UserId, Actor> unit;
    for (const wire::DirectoryPerson &one : directory.people) {
        if (one.unit != actor.unit)
            continue;
        const Actor known = wire::actorOf(actor.tenant, one, actor.unitName);
        unit.insert(one.id, known);
        if (levelOf(one.role))
            add(known);
    }
    for (const Substitution &one : directory.substitutions) {
        if (!unit.contains(one.holder) || !unit.contains(one.substitute))
            continue;
        Actor onPost = unit.value(one.substitute);
        onPost.role = unit.value(one.holder).role;
        onPost.actingFor = one.holder;
        onPost.actingForName = unit.value(one.holder).name;
        add(onPost);
    }
    return signers;
}

QList<Actor> allowedSigners(
    const QList<Actor> &signers, const Signable &what, const Case &theCase, const RulePack *pack)
{
    const SignerRule *rule
        = pack ? pack->signer(what.action, theCase.caseClass, theCase.isSupervised()) : nullptr;
    if (!rule)
        return signers;
    QList<Actor> allowed;
    std::ranges::copy_if(signers, std::back_inserter(allowed), [&](const Actor &one) {
        const std::optional<SignerLevel> level = levelOf(one.role);
        return level && rule->levels.contains(*level);
    });
    return allowed;
}

QJsonObject paperBody(const PaperFacts &facts, const std::optional<Attachment> &scan)
{
    PaperSignature paper;
    SignatureBody body;
    if (facts.signer) {
        paper.signer = facts.signer->user;
        paper.signerName = facts.signer->name;
        paper.actingFor = facts.signer->actingFor;
        paper.actingForName = facts.signer->actingForName;
        body.level = levelOf(facts.signer->role).value_or(SignerLevel::DeputyLeader);
    }
    paper.signedAtMs = facts.signedAtMs;
    paper.seal = facts.seal;
    paper.scan = scan.value_or(Attachment());
    body.replyVersion = facts.what.number;
    body.replyDigest = facts.what.digest;
    body.action = facts.what.action;
    body.opinion = facts.opinion.trimmed();
    body.paper = paper;
    return toJson(body);
}

Problems paperProblems(const Desk &desk, const CaseId &id, const PaperFacts &facts)
{
    Attachment scan; // As if it were there.
    scan.name = QStringLiteral("scan.pdf");
    scan.kind = AttachmentKind::SignedSheet;
    scan.mime = QStringLiteral("application/pdf");
    scan.size = 1;
    scan.sha256 = scan.sm3 = QString(64, QLatin1Char('0'));
    return desk.problemsOf(id, CommandType::RecordPaperSignature, paperBody(facts, scan));
}

} // namespace chengban

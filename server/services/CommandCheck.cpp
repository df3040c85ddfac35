#include "server/services/CommandCheck.h"

#include "server/services/SubstitutionService.h"
#include "server/store/BlobStore.h"
#include "server/store/Database.h"
#include "server/store/DirectoryStore.h"
#include "server/store/ImportKeyStore.h"
#include "server/store/KeyStore.h"

#include <algorithm>

namespace chengban {

namespace {

CommandCheck::Checked refused(ErrorCode code, const QString &field = {})
{
    return tl::unexpected<Problems>(Problems{problemOf(code, field)});
}

Command withBody(Command command, const QJsonObject &body)
{
    command.body = body;
    return command;
}

} // namespace

Problem problemOf(ErrorCode code, const QString &field)
{
    Problem problem;
    problem.code = code;
    problem.field = field;
    return problem;
}

QList<CaseId> casesOf(const Command &command)
{
    QList<CaseId> cases{command.caseId};
    const auto add = [&](const QString &name) {
        const CaseId other{command.body.value(name).toString()};
        if (!other.isEmpty() && !cases.contains(other))
            cases.append(other);
    };
    if (command.type == CommandType::AbsorbDuplicate)
        add(QStringLiteral("duplicate"));
    else if (command.type == CommandType::MergeInto)
        add(QStringLiteral("into"));
    else if (command.type == CommandType::Refuse)
        add(QStringLiteral("reference"));
    std::sort(cases.begin(), cases.end());
    return cases;
}

Result<QString> CommandCheck::unitName(const UnitId &unit)
{
    return DirectoryStore(m_database).unit(m_actor.tenant, unit).map([](const auto &found) {
        return found ? found->name : QString();
    });
}

Result<CommandCheck::Checked> CommandCheck::resolved(const Command &command)
{
    switch (command.type) {
    case CommandType::Register:
        return registerChecked(command);
    case CommandType::AbsorbDuplicate:
        return absorbResolved(command);
    case CommandType::MergeInto:
        return mergeChecked(command);
    case CommandType::Refuse:
        return refusalChecked(command);
    case CommandType::RecordPaperSignature:
        return paperResolved(command);
    case CommandType::Dispatch:
    case CommandType::Reassign:
        return dispatchResolved(command);
    case CommandType::RequestReturn:
        return returnResolved(command);
    case CommandType::HandDown:
        return handDownResolved(command);
    default:
        return Checked(command);
    }
}

Result<CommandCheck::Checked> CommandCheck::registerChecked(const Command &command)
{
    const auto body = registerFromJson(command.body);
    if (!body)
        return refused(body.error().code, body.error().detail);
    if (body->demand.sourceNumber.isEmpty())
        return Checked(command);
    const auto taken
        = ImportKeyStore(m_database).find(m_actor.tenant, body->demand.source, body->demand.sourceNumber);
    if (!taken)
        return fail(taken.error());
    return taken->isEmpty() ? Checked(command)
                            : refused(ErrorCode::RowDuplicate, QStringLiteral("demand.sourceNumber"));
}

/// The demand and the citizen are the duplicate's own, whatever the sender wrote.
Result<CommandCheck::Checked> CommandCheck::absorbResolved(const Command &command)
{
    auto body = absorbFromJson(command.body);
    if (!body)
        return refused(body.error().code, body.error().detail);
    const auto duplicate = m_ledger.load(m_actor.tenant, body->duplicate);
    if (!duplicate)
        return fail(duplicate.error());
    if (duplicate->events.isEmpty())
        return refused(ErrorCode::CaseUnknown, QStringLiteral("duplicate"));
    if (duplicate->folded.phase != Phase::Registered)
        return refused(ErrorCode::StepNotAllowed, QStringLiteral("duplicate"));
    body->demand = duplicate->folded.demand;
    body->identity = duplicate->folded.identity.value_or(Identity{});
    return Checked(withBody(command, toJson(*body)));
}

/// A demand ends only in a case that has it and is still worked on.
Result<CommandCheck::Checked> CommandCheck::mergeChecked(const Command &command)
{
    const auto body = mergeFromJson(command.body);
    if (!body)
        return refused(body.error().code, body.error().detail);
    const auto target = m_ledger.load(m_actor.tenant, body->into);
    if (!target)
        return fail(target.error());
    if (target->events.isEmpty())
        return refused(ErrorCode::CaseUnknown, QStringLiteral("into"));
    const bool has = std::ranges::any_of(target->folded.absorbed,
        [&](const Entry<AbsorbBody> &entry) { return entry.body.duplicate == command.caseId; });
    if (!has || target->folded.ending != Ending::Open)
        return refused(ErrorCode::StepNotAllowed, QStringLiteral("into"));
    return Checked(command);
}

/// HA10e: who refuses a repeat names the case in which the matter was terminated.
Result<CommandCheck::Checked> CommandCheck::refusalChecked(const Command &command)
{
    const auto body = codedNoteFromJson(command.body);
    if (!body)
        return refused(body.error().code, body.error().detail);
    if (body->reference.isEmpty())
        return Checked(command);
    const auto earlier = m_ledger.load(m_actor.tenant, body->reference);
    if (!earlier)
        return fail(earlier.error());
    return earlier->folded.ending == Ending::Terminated
        ? Checked(command)
        : refused(ErrorCode::BadInput, QStringLiteral("reference"));
}

/// Who signed on paper is somebody of the own unit, of the level that the command says, or stood in that day
/// for somebody of that level.
Result<CommandCheck::Checked> CommandCheck::paperResolved(const Command &command)
{
    auto body = signatureFromJson(command.body);
    if (!body)
        return refused(body.error().code, body.error().detail);
    if (!body->paper)
        return Checked(command);
    PaperSignature &paper = *body->paper;
    const auto signer = DirectoryStore(m_database).person(m_actor.tenant, paper.signer);
    if (!signer)
        return fail(signer.error());
    if (!*signer || (*signer)->unit != m_actor.unit)
        return refused(ErrorCode::BadInput, QStringLiteral("paper.signer"));
    // In ink the day on the paper counts: that is when the substitute took up the pen.
    const auto onPost = actorOnPost(
        m_database, wire::actorOf(m_actor.tenant, **signer, {}), paper.actingFor, paper.signedAtMs);
    if (!onPost && onPost.error().code != ErrorCode::SubstituteNotInForce)
        return fail(onPost.error());
    if (!onPost)
        return refused(onPost.error().code, QStringLiteral("paper.actingFor"));
    if (levelOf(onPost->role) != body->level)
        return refused(ErrorCode::BadInput, QStringLiteral("paper.signer"));
    paper.signerName = onPost->name;
    paper.actingForName = onPost->actingForName;
    return Checked(withBody(command, toJson(*body)));
}

/// Who is handed a case by id is of the own unit and gets it under the name of the directory.
Result<CommandCheck::Checked> CommandCheck::handDownResolved(const Command &command)
{
    auto body = handDownFromJson(command.body);
    if (!body)
        return refused(body.error().code, body.error().detail);
    if (body->target.isEmpty())
        return Checked(command);
    DirectoryStore directory(m_database);
    if (body->to == HandDownTo::Person) {
        const auto person = directory.person(m_actor.tenant, {body->target});
        if (!person)
            return fail(person.error());
        if (!*person || (*person)->unit != m_actor.unit)
            return refused(ErrorCode::BadInput, QStringLiteral("target"));
        body->name = (*person)->name;
        return Checked(withBody(command, toJson(*body)));
    }
    const auto section = directory.section(m_actor.tenant, m_actor.unit, {body->target});
    if (!section)
        return fail(section.error());
    if (!*section || (*section)->village != (body->to == HandDownTo::Village))
        return refused(ErrorCode::BadInput, QStringLiteral("target"));
    body->name = (*section)->name;
    return Checked(withBody(command, toJson(*body)));
}

Result<CommandCheck::Checked> CommandCheck::dispatchResolved(const Command &command)
{
    auto body = dispatchFromJson(command.body);
    if (!body)
        return refused(body.error().code, body.error().detail);
    const auto lead = unitName(body->leadUnit);
    if (!lead)
        return fail(lead.error());
    if (lead->isEmpty())
        return refused(ErrorCode::BadInput, QStringLiteral("leadUnit"));
    body->leadUnitName = *lead;
    for (CoHandler &coHandler : body->coHandlers) {
        const auto name = unitName(coHandler.unit);
        if (!name)
            return fail(name.error());
        if (name->isEmpty())
            return refused(ErrorCode::BadInput, QStringLiteral("coHandlers"));
        coHandler.unitName = *name;
    }
    return Checked(withBody(command, toJson(*body)));
}

Result<CommandCheck::Checked> CommandCheck::returnResolved(const Command &command)
{
    auto body = returnRequestFromJson(command.body);
    if (!body)
        return refused(body.error().code, body.error().detail);
    if (body->suggestedUnit.isEmpty())
        return Checked(command);
    const auto name = unitName(body->suggestedUnit);
    if (!name)
        return fail(name.error());
    if (name->isEmpty())
        return refused(ErrorCode::BadInput, QStringLiteral("suggestedUnit"));
    body->suggestedUnitName = *name;
    return Checked(withBody(command, toJson(*body)));
}

Result<Problems> CommandCheck::fileProblems(const Command &command)
{
    BlobStore blobs(m_database);
    Problems problems;
    for (const NamedFile &file : filesIn(command.body)) {
        const auto known = blobs.find(m_actor.tenant, file.sha256);
        if (!known)
            return fail(known.error());
        const auto here = isHere(file, command.caseId);
        if (!here)
            return fail(here.error());
        if (!*known || !*here)
            problems.append(problemOf(ErrorCode::BlobMissing, QStringLiteral("attachments")));
        else if ((*known)->sm3 != file.sm3 || (*known)->size != file.size)
            problems.append(problemOf(ErrorCode::DigestMismatch, QStringLiteral("attachments")));
    }
    return problems;
}

Result<bool> CommandCheck::isHere(const NamedFile &file, const CaseId &caseId)
{
    BlobStore blobs(m_database);
    const auto sent = blobs.hasSent(m_actor.tenant, m_actor.user, file.sha256);
    if (!sent || *sent)
        return sent;
    return blobs.isReferenced(m_actor.tenant, file.sha256, caseId);
}

Result<Problems> CommandCheck::signatureProblems(
    const Command &command, const StoredCase &stored, qint64 nowMs)
{
    const auto body = signatureFromJson(command.body);
    if (!body)
        return Problems{problemOf(body.error().code, body.error().detail)};
    const auto key = KeyStore(m_database).find(m_actor.tenant, body->key);
    if (!key)
        return fail(key.error());
    if (!*key)
        return Problems{problemOf(ErrorCode::KeyUnknown)};
    // Now is the receipt: a revocation that is written down counts, whatever became of the clock since.
    if ((*key)->revokedAtMs)
        return Problems{problemOf(ErrorCode::KeyRevoked)};
    const auto valid = checkSignature(*body, stored.folded, stored.events, m_actor, **key, nowMs);
    return valid ? Problems{} : Problems{problemOf(valid.error().code)};
}

} // namespace chengban

#include "server/services/CaseService.h"

#include "server/auth/Permits.h"
#include "server/services/AuditService.h"
#include "server/services/CommandCheck.h"
#include "server/services/FeedSignal.h"
#include "server/services/RootService.h"
#include "server/services/RuleBook.h"
#include "server/services/ServerKeys.h"
#include "server/services/SubstitutionService.h"
#include "server/store/CommandStore.h"
#include "server/store/Database.h"
#include "server/store/ImportKeyStore.h"
#include "server/store/Locks.h"
#include "shared/canonical/Canonical.h"
#include "shared/canonical/Digest.h"
#include "shared/canonical/JsonReader.h"
#include "shared/cases/Steps.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace chengban {

using wire::CommandState;

/// The word on a command before it is told: the answer, what of the log goes with it, and who hears of the
/// change.
struct CaseService::Decided
{
    wire::CommandAnswer answer;
    qint64 firstRevision = 0; ///< Events of the answer; 0: none.
    qint64 lastRevision = 0;
    QStringList scopes;
    bool remember = true;
};

namespace {

constexpr qsizetype longestCaseId = 64;
constexpr int mostRaces = 3;

bool isCaseId(const QString &id)
{
    return !id.isEmpty() && id.size() <= longestCaseId && std::ranges::all_of(id, [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'-'
            || c == u'_' || c == u'.';
    });
}

wire::CommandAnswer refusal(const Command &command, const Problems &problems)
{
    wire::CommandAnswer answer;
    answer.command = command.id;
    answer.problems = problems;
    return answer;
}

QList<Event> between(const QList<Event> &events, qint64 first, qint64 last)
{
    QList<Event> found;
    for (const Event &event : events) {
        if (first > 0 && event.revision >= first && event.revision <= last)
            found.append(event);
    }
    return found;
}

QByteArray problemsJson(const Problems &problems)
{
    QJsonArray array;
    for (const Problem &problem : problems)
        array.append(wire::toJson(problem));
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

Result<Problems> problemsFrom(const QByteArray &json)
{
    Problems problems;
    for (const QJsonValue &value : QJsonDocument::fromJson(json).array()) {
        auto problem = wire::problemFromJson(value.toObject());
        if (!problem)
            return fail(ErrorCode::StoreDamaged, QStringLiteral("stored problems"));
        problems.append(*problem);
    }
    return problems;
}

Result<QByteArray> bodyDigest(const Command &command, const SealingKey &key)
{
    const auto form = canonicalForm(toJson(command));
    if (!form)
        return fail(form.error());
    return key.keyedDigest(*form);
}

/// What a command adds to its case, with the names the directory gives.
struct Ruling
{
    Command resolved;
    QList<EventDraft> drafts;
};
using Ruled = tl::expected<Ruling, Problems>;

/// Files, names, the rules, and a signature last: SM2 is not done for what is not allowed anyway.
Result<Ruled> ruled(const RuleBook &book, CaseLedger &ledger, Database &database, const StoredCase &stored,
    const Actor &actor, const Command &command, qint64 nowMs)
{
    const auto rules = book.rulesOf(stored.folded, command.type, serverTime(stored, nowMs));
    if (!rules)
        return fail(rules.error());
    // Who may not take the step must not learn from the tables below what is there: ask the rules first.
    if (!tableAllows(stored.folded, command.type, actor)) {
        const Decision no = decide(stored.folded, command, actor, *rules, serverTime(stored, nowMs));
        return Ruled(tl::unexpected<Problems>(no.error()));
    }
    CommandCheck check(ledger, database, actor);
    auto problems = check.fileProblems(command);
    if (!problems)
        return fail(problems.error());
    if (!problems->isEmpty())
        return Ruled(tl::unexpected<Problems>(*problems));
    const auto resolved = check.resolved(command);
    if (!resolved)
        return fail(resolved.error());
    if (!*resolved)
        return Ruled(tl::unexpected<Problems>(resolved->error()));
    const Decision decision = decide(stored.folded, **resolved, actor, *rules, serverTime(stored, nowMs));
    if (!decision)
        return Ruled(tl::unexpected<Problems>(decision.error()));
    if (command.type == CommandType::Sign || command.type == CommandType::SignRequest) {
        problems = check.signatureProblems(command, stored, serverTime(stored, nowMs));
        if (!problems)
            return fail(problems.error());
        if (!problems->isEmpty())
            return Ruled(tl::unexpected<Problems>(*problems));
    }
    return Ruled(Ruling{**resolved, *decision});
}

Result<void> holdWhatItTouches(Database &database, const TenantId &tenant, const Command &command)
{
    for (const CaseId &caseId : casesOf(command)) {
        if (const auto held = database.hold(locks::ofCase(tenant, caseId)); !held)
            return held;
    }
    return filesIn(command.body).isEmpty() ? Result<void>()
                                           : database.hold(locks::ofStoredFiles(), Hold::Together);
}

bool isSameSender(const CommandRow &row, const Actor &actor, const QByteArray &digest)
{
    return row.tenant == actor.tenant && row.user == actor.user && row.device == actor.device
        && row.bodyDigest == digest;
}

} // namespace

Result<QList<wire::CommandAnswer>> CaseService::submit(
    const Actor &actor, const QList<Command> &commands, qint64 nowMs)
{
    const auto database = m_backend.databases.here();
    if (!database)
        return fail(database.error());
    QList<wire::CommandAnswer> answers;
    for (const Command &command : commands) {
        auto answer = answerInspiteOfRaces(**database, actor, command, nowMs);
        if (!answer)
            return fail(answer.error());
        answers.append(std::move(*answer));
    }
    return answers;
}

/// The locks keep commands on one case apart. What is left, such as two registrations of one source number,
/// the keys of the tables find; the second try then sees what the other has written.
Result<wire::CommandAnswer> CaseService::answerInspiteOfRaces(
    Database &database, const Actor &actor, const Command &command, qint64 nowMs)
{
    auto answer = answerTo(database, actor, command, nowMs);
    for (int again = 0; !answer && database.lostRace() && again < mostRaces; ++again)
        answer = answerTo(database, actor, command, nowMs);
    return answer;
}

Result<wire::CommandAnswer> CaseService::answerTo(
    Database &database, const Actor &actor, const Command &command, qint64 nowMs)
{
    const auto digest = bodyDigest(command, m_backend.keys.data);
    if (!digest || !isUuid7(command.id.value) || !isCaseId(command.caseId.value))
        return refusal(command, {problemOf(digest ? ErrorCode::BadInput : digest.error().code)});
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return fail(transaction.error());
    if (const auto held = holdWhatItTouches(database, actor.tenant, command); !held)
        return fail(held.error());
    CaseLedger ledger(m_backend, database);
    CommandStore commands(database);
    const auto known = commands.find(command.id);
    if (!known)
        return fail(known.error());
    if (*known) {
        return isSameSender(**known, actor, *digest)
            ? remembered(ledger, actor, **known)
            : refusal(command, {problemOf(ErrorCode::CommandIdReused)});
    }
    auto word = wordOn(database, ledger, actor, command, nowMs);
    if (!word)
        return fail(word.error());
    if (!word->remember)
        return word->answer;

    const QByteArray receipt = word->answer.receipt
        ? QJsonDocument(toJson(*word->answer.receipt)).toJson(QJsonDocument::Compact)
        : QByteArray();
    const auto kept = commands.add({command.id, actor.tenant, actor.user, actor.device, *digest,
        command.caseId, nameOf(word->answer.state), problemsJson(word->answer.problems), word->firstRevision,
        word->lastRevision, receipt, nowMs});
    if (!kept)
        return fail(kept.error());
    if (const auto done = transaction->commit(); !done)
        return fail(done.error());
    ledger.committed();
    tellOf(m_backend.signal, database, actor.tenant, word->scopes);
    // A root that cannot be signed now takes nothing back: the receipt stands, and the hourly root covers the
    // case.
    if (word->answer.receipt)
        static_cast<void>(RootService(m_backend).sign(actor.tenant, nowMs));
    return word->answer;
}

/// Who stands in for a leader is judged now, when the command arrives, as a signature's key is.
Result<CaseService::Decided> CaseService::wordOn(
    Database &database, CaseLedger &ledger, const Actor &sender, const Command &command, qint64 nowMs)
{
    const auto stored = ledger.load(sender.tenant, command.caseId);
    if (!stored)
        return fail(stored.error());
    const auto actor = actorOnPost(database, sender, command.actingFor, serverTime(*stored, nowMs));
    if (actor)
        return decided(database, ledger, *stored, *actor, command, nowMs);
    if (actor.error().code != ErrorCode::SubstituteNotInForce)
        return fail(actor.error());
    return Decided{
        refusal(command, {problemOf(actor.error().code, QStringLiteral("actingFor"))}), 0, 0, {}, true};
}

Result<wire::CommandAnswer> CaseService::remembered(
    CaseLedger &ledger, const Actor &actor, const CommandRow &row)
{
    wire::CommandAnswer answer;
    answer.command = row.id;
    const auto state = valueNamed<CommandState>(row.state);
    const auto problems = problemsFrom(row.problems);
    if (!state || !problems)
        return fail(ErrorCode::StoreDamaged, QStringLiteral("stored answer"));
    answer.state = *state;
    answer.problems = *problems;
    if (!row.receipt.isEmpty()) {
        const auto receipt = receiptFromJson(QJsonDocument::fromJson(row.receipt).object());
        if (!receipt)
            return fail(ErrorCode::StoreDamaged, QStringLiteral("stored receipt"));
        answer.receipt = *receipt;
    }
    const auto stored = ledger.load(row.tenant, row.caseId);
    if (!stored)
        return fail(stored.error());
    const auto view = ledger.viewOf(*stored, actor);
    if (!view)
        return fail(view.error());
    answer.events = readable(between(stored->events, row.firstRevision, row.lastRevision), actor, *view);
    return answer;
}

Result<CaseService::Decided> CaseService::decided(Database &database, CaseLedger &ledger,
    const StoredCase &stored, const Actor &actor, const Command &command, qint64 nowMs)
{
    const auto view = ledger.viewOf(stored, actor);
    if (!view)
        return fail(view.error());
    if (command.type != CommandType::Register && view->access == Access::None)
        return Decided{refusal(command, {problemOf(ErrorCode::CaseUnknown)}), 0, 0, {}, true};

    // The client lacks what happened since its base; it gets that with every word but yes.
    const qint64 base = command.baseRevision;
    const QList<Event> later = between(stored.events, base + 1, stored.folded.revision);
    const auto saysNo = [&](wire::CommandState state, const Problems &problems) {
        Decided word{refusal(command, problems), base + 1, stored.folded.revision, {}, true};
        word.answer.state = state;
        word.answer.events = readable(later, actor, *view);
        word.remember = std::ranges::none_of(
            problems, [](const Problem &problem) { return problem.code == ErrorCode::BlobMissing; });
        return word;
    };
    if (base < 0 || base > stored.folded.revision)
        return saysNo(
            CommandState::Refused, {problemOf(ErrorCode::BadInput, QStringLiteral("baseRevision"))});
    if (conflicts(command, actor, later))
        return saysNo(CommandState::Conflict, {problemOf(ErrorCode::Conflict)});
    const auto ruling = ruled(m_backend.rules, ledger, database, stored, actor, command, nowMs);
    if (!ruling)
        return fail(ruling.error());
    if (!*ruling)
        return saysNo(CommandState::Refused, ruling->error());
    return appended(database, ledger, stored, actor, (*ruling)->resolved, (*ruling)->drafts, nowMs);
}

Result<CaseService::Decided> CaseService::appended(Database &database, CaseLedger &ledger,
    const StoredCase &stored, const Actor &actor, const Command &command, const QList<EventDraft> &drafts,
    qint64 nowMs)
{
    auto done = ledger.append(stored, command, actor, drafts, nowMs);
    if (!done)
        return fail(done.error());
    if (command.type == CommandType::Register && !done->after.demand.sourceNumber.isEmpty()) {
        const Demand &demand = done->after.demand;
        const auto kept
            = ImportKeyStore(database).add(actor.tenant, demand.source, demand.sourceNumber, command.caseId);
        if (!kept)
            return fail(kept.error());
    }
    Decided word;
    word.answer.command = command.id;
    word.answer.state = CommandState::Accepted;
    word.firstRevision = done->events.first().revision;
    word.lastRevision = done->events.last().revision;
    word.scopes = done->scopes;
    const auto view = ledger.viewOf({done->events, done->after}, actor);
    if (!view)
        return fail(view.error());
    word.answer.events = readable(done->events, actor, *view);
    if (command.type == CommandType::SubmitReply) {
        const auto receipt = receiptFor(done->after, done->events.last());
        if (!receipt)
            return fail(receipt.error());
        word.answer.receipt = *receipt;
    }
    return word;
}

Result<Receipt> CaseService::receiptFor(const Case &after, const Event &last) const
{
    Receipt receipt;
    receipt.tenant = last.tenant;
    receipt.caseId = last.caseId;
    receipt.revision = last.revision;
    receipt.digest = hex(after.head);
    receipt.command = last.command;
    receipt.serverTimeMs = last.serverTimeMs;
    return signedReceipt(std::move(receipt), m_backend.keys.signing);
}

Result<wire::FeedCase> CaseService::caseLog(const Actor &actor, const CaseId &caseId, qint64 nowMs)
{
    const auto database = m_backend.databases.here();
    if (!database)
        return fail(database.error());
    CaseLedger ledger(m_backend, **database);
    const auto stored = ledger.load(actor.tenant, caseId);
    if (!stored)
        return fail(stored.error());
    const auto view = ledger.viewOf(*stored, actor);
    if (!view)
        return fail(view.error());
    if (view->access == Access::None)
        return fail(ErrorCode::NotFound);
    const auto logged = AuditService(m_backend).record(actor, AuditAction::CaseRead, caseId.value, {}, nowMs);
    if (!logged)
        return fail(logged.error());
    wire::FeedCase answer{caseId, view->access, true, readable(stored->events, actor, *view), {}, {}};
    if (view->access != Access::Left) {
        const Identity identity = stored->folded.identity.value_or(Identity{});
        answer.maskedName = maskedName(identity.name);
        answer.maskedPhone = maskedPhone(identity.phone);
    }
    return answer;
}

Result<Identity> CaseService::reveal(
    const Actor &actor, const CaseId &caseId, const QString &reason, qint64 nowMs)
{
    if (reason.trimmed().isEmpty())
        return fail(ErrorCode::ReasonMissing);
    const auto database = m_backend.databases.here();
    if (!database)
        return fail(database.error());
    const auto stored = CaseLedger(m_backend, **database).load(actor.tenant, caseId);
    if (!stored)
        return fail(stored.error());
    server::Resource resource;
    resource.tenant = actor.tenant;
    resource.access = accessOf(stored->folded, actor);
    // A closed case is masked on the desk and revealed here for a reason; one that was given back is not.
    const bool may = *resource.access > Access::Left
        && server::permits(actor, server::Action::RevealIdentity, resource) != server::Permission::Deny;
    if (may && !stored->folded.identity)
        return fail(ErrorCode::NotFound);
    // Who asks for citizens of cases that are not theirs is what an auditor wants to see first.
    const AuditAction action = may ? AuditAction::IdentityRevealed : AuditAction::Denied;
    const QString subject = isCaseId(caseId.value) ? caseId.value : QString();
    const auto logged = AuditService(m_backend).record(actor, action, subject, reason, nowMs);
    if (!logged)
        return fail(logged.error());
    return may ? Result<Identity>(*stored->folded.identity) : fail(ErrorCode::NotFound);
}

Result<void> CaseService::reportReveal(
    const Actor &actor, const CaseId &caseId, const QString &reason, qint64 nowMs)
{
    if (!isCaseId(caseId.value))
        return fail(ErrorCode::BadInput, QStringLiteral("caseId"));
    const auto database = m_backend.databases.here();
    if (!database)
        return fail(database.error());
    const auto stored = CaseLedger(m_backend, **database).load(actor.tenant, caseId);
    if (!stored)
        return fail(stored.error());
    const bool sees = accessOf(stored->folded, actor) != Access::None;
    const AuditAction action = sees ? AuditAction::IdentityRevealed : AuditAction::Denied;
    return AuditService(m_backend).record(actor, action, caseId.value, reason, nowMs);
}

} // namespace chengban

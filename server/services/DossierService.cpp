#include "server/services/DossierService.h"

#include "server/auth/Permits.h"
#include "server/blobs/BlobFiles.h"
#include "server/services/AuditService.h"
#include "server/services/BlobService.h"
#include "server/services/CaseLedger.h"
#include "server/services/PackageCheck.h"
#include "server/services/ServerKeys.h"
#include "server/store/BlobStore.h"
#include "server/store/Database.h"
#include "server/store/DossierStore.h"
#include "server/store/Locks.h"
#include "shared/base/CountyTime.h"
#include "shared/canonical/Canonical.h"
#include "shared/canonical/Digest.h"
#include "shared/canonical/JsonReader.h"

#include <QJsonDocument>

namespace chengban {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype randomBytes = 10;
constexpr int mostLines = 500;

bool may(const Actor &actor, server::Action action)
{
    server::Resource resource;
    resource.tenant = actor.tenant;
    return server::permits(actor, action, resource) != server::Permission::Deny;
}

int yearOf(qint64 nowMs)
{
    return countyDate(nowMs).year();
}

int closedIn(const Case &theCase)
{
    return theCase.closing ? yearOf(theCase.closing->atMs) : 0;
}

/// That the package is of the case as it stands here, filed under the case's own number.
Result<void> belongs(const CheckedPackage &package, const StoredCase &stored, const Actor &actor)
{
    const auto &archiving = stored.folded.archiving;
    const qsizetype length = package.log.events.size();
    if (!archiving)
        return fail(ErrorCode::StepNotAllowed, u"not archived"_s);
    if (!keepsRegister(actor) && stored.folded.leadUnit != actor.unit)
        return fail(ErrorCode::Forbidden);
    const bool sameLog = length > 0 && length <= stored.events.size()
        && stored.events.at(length - 1).digest == package.theCase.head;
    if (!sameLog || package.facts.archiveNumber != archiving->body.archiveNumber
        || package.facts.retention != archiving->body.retention
        || package.facts.year != closedIn(stored.folded))
        return fail(ErrorCode::PackageInvalid, u"another case or number"_s);
    return {};
}

} // namespace

QString DossierService::freshId(qint64 nowMs) const
{
    return uuid7(nowMs, m_backend.random(randomBytes));
}

Result<DossierLine> DossierService::checkedLine(
    Database &database, const Actor &actor, const BlobRow &blob, qint64 nowMs)
{
    const ScratchFolder room(2 * blob.size, m_backend.files.scratch()); // The file, and what is in it.
    const QString archive = room.filePath(u"package.zip"_s);
    if (const auto copied = m_backend.files.copy(actor.tenant, blob.sha256, archive); !copied)
        return fail(copied.error());
    const auto package = checkedPackage(archive, room.path());
    if (!package)
        return fail(package.error());
    CaseLedger ledger(m_backend, database);
    const auto stored = ledger.load(actor.tenant, package->theCase.id);
    if (!stored)
        return fail(stored.error());
    const auto view = ledger.viewOf(*stored, actor);
    if (!view)
        return fail(view.error());
    if (stored->events.isEmpty() || view->access == Access::None)
        return fail(ErrorCode::NotFound);
    if (const auto fits = belongs(*package, *stored, actor); !fits)
        return fail(fits.error());
    return DossierLine{.id = freshId(nowMs),
        .caseId = package->theCase.id,
        .unit = stored->folded.leadUnit,
        .facts = package->facts,
        .sha256 = blob.sha256,
        .sm3 = blob.sm3,
        .bytes = blob.size,
        .filedBy = actor.user,
        .filedByName = actor.name,
        .filedByUnitName = actor.unitName,
        .filedAtMs = nowMs,
        .state = DossierState::Kept,
        .disposal = std::nullopt};
}

Result<wire::FiledDossier> DossierService::file(const Actor &actor, const QString &sha256, qint64 nowMs)
{
    if (!may(actor, server::Action::FileDossier))
        return fail(ErrorCode::Forbidden);
    const auto database = m_backend.databases.here();
    if (!database)
        return fail(database.error());
    BlobStore blobs(**database);
    DossierStore store(**database);
    const auto blob = blobs.find(actor.tenant, sha256);
    const auto sent
        = blobs.hasSent(actor.tenant, actor.user, sha256, QLatin1StringView(wire::packagePurpose));
    const auto known = store.findPackage(actor.tenant, sha256);
    if (!blob || !sent || !known)
        return fail(!blob ? blob.error() : !sent ? sent.error() : known.error());
    if (*known)
        return line(actor, (*known)->id);
    if (!*blob || !*sent)
        return fail(ErrorCode::BlobMissing);
    // Outside of the transaction: reading a large package takes its time.
    const auto made = checkedLine(**database, actor, **blob, nowMs);
    if (!made)
        return fail(made.error());
    return entered(**database, actor, *made, nowMs);
}

Result<wire::FiledDossier> DossierService::entered(
    Database &database, const Actor &actor, const DossierLine &made, qint64 nowMs)
{
    DossierStore store(database);
    const auto receipt
        = signedReceipt({actor.tenant, made.id, made.caseId, made.facts.archiveNumber, made.sha256, made.sm3,
                            made.bytes, made.facts.caseHead, actor.user, actor.name, nowMs, {}, {}},
            m_backend.keys.signing);
    if (!receipt)
        return fail(receipt.error());
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return fail(transaction.error());
    // One by one, so that a number is given once; and so that removeExpired() leaves the package alone.
    if (const auto held = database.hold(locks::ofRegister(actor.tenant)); !held)
        return fail(held.error());
    if (const auto held = database.hold(locks::ofStoredFiles(), Hold::Together); !held)
        return fail(held.error());
    const auto taken = store.isNumberTaken(actor.tenant, made.facts.archiveNumber);
    const auto stillThere = BlobStore(database).find(actor.tenant, made.sha256);
    if (!taken || !stillThere)
        return fail(!taken ? taken.error() : stillThere.error());
    if (*taken)
        return fail(ErrorCode::ArchiveNumberTaken);
    if (!*stillThere)
        return fail(ErrorCode::BlobMissing);
    const QByteArray written = QJsonDocument(toJson(*receipt)).toJson(QJsonDocument::Compact);
    if (const auto added = store.add(actor.tenant, made, written); !added)
        return fail(added.error());
    const auto logged
        = recordIn(database, actor, AuditAction::DossierFiled, made.id, made.facts.archiveNumber, nowMs);
    if (!logged)
        return fail(logged.error());
    if (const auto done = transaction->commit(); !done)
        return fail(done.error());
    return wire::FiledDossier{made, *receipt, {}, {}};
}

Result<wire::DossierPage> DossierService::lines(
    const Actor &actor, const wire::DossierQuestion &question, qint64 nowMs)
{
    if (!may(actor, server::Action::ReadRegister))
        return fail(ErrorCode::Forbidden);
    const auto database = m_backend.databases.here();
    if (!database)
        return fail(database.error());
    const int limit = std::clamp(question.limit, 1, mostLines);
    const DossierFilter filter{question.year, question.retention,
        keepsRegister(actor) ? question.unit : actor.unit, question.state, question.due, yearOf(nowMs),
        question.text, question.after, limit + 1};
    auto found = DossierStore(**database).lines(actor.tenant, filter);
    if (!found)
        return fail(found.error());
    wire::DossierPage page{*std::move(found), false, yearOf(nowMs)};
    page.more = page.dossiers.size() > limit;
    if (page.more)
        page.dossiers.resize(limit);
    return page;
}

Result<DossierLine> DossierService::visible(Database &database, const Actor &actor, const QString &id)
{
    const auto found = DossierStore(database).find(actor.tenant, id);
    if (!found)
        return fail(found.error());
    const bool shown = *found && may(actor, server::Action::ReadRegister)
        && (keepsRegister(actor) || (*found)->unit == actor.unit);
    return shown ? Result<DossierLine>(**found) : fail(ErrorCode::NotFound);
}

Result<wire::FiledDossier> DossierService::filed(
    Database &database, const Actor &actor, const DossierLine &line)
{
    DossierStore store(database);
    const auto receipt = store.receipt(actor.tenant, line.id)
                             .and_then([](const QByteArray &bytes) { return parseJsonObject(bytes); })
                             .and_then(filingReceiptFromJson);
    const auto disposals = store.disposals(actor.tenant, line.id);
    const auto openings = keepsRegister(actor) ? store.openings(actor.tenant, line.id)
                                               : Result<QList<Opening>>(QList<Opening>());
    if (!receipt || !disposals || !openings)
        return fail(!receipt ? receipt.error() : !disposals ? disposals.error() : openings.error());
    return wire::FiledDossier{line, *receipt, *disposals, *openings};
}

Result<wire::FiledDossier> DossierService::line(const Actor &actor, const QString &id)
{
    const auto database = m_backend.databases.here();
    if (!database)
        return fail(database.error());
    return visible(**database, actor, id).and_then([&](const DossierLine &line) {
        return filed(**database, actor, line);
    });
}

Result<BlobFile> DossierService::open(
    const Actor &actor, const QString &id, OpeningPurpose purpose, qint64 nowMs)
{
    if (!may(actor, server::Action::OpenDossier))
        return fail(ErrorCode::Forbidden);
    const auto database = m_backend.databases.here();
    if (!database)
        return fail(database.error());
    auto transaction = Transaction::begin(**database);
    if (!transaction)
        return fail(transaction.error());
    const auto line = visible(**database, actor, id);
    if (!line)
        return fail(line.error());
    if (line->state == DossierState::Destroyed)
        return fail(ErrorCode::DossierGone);
    const Opening opening{nowMs, actor.user, actor.name, actor.unitName, purpose};
    const auto noted = DossierStore(**database).addOpening(actor.tenant, id, freshId(nowMs), opening);
    if (!noted)
        return fail(noted.error());
    const auto logged
        = recordIn(**database, actor, AuditAction::DossierOpened, id, QString(nameOf(purpose)), nowMs);
    if (!logged)
        return fail(logged.error());
    if (const auto done = transaction->commit(); !done)
        return fail(done.error());
    return storedFile(m_backend.files, {actor.tenant, line->sha256, line->sm3, line->bytes, nowMs});
}

Result<wire::FiledDossier> DossierService::propose(
    const Actor &actor, const QString &id, const wire::Proposal &proposal, qint64 nowMs)
{
    const auto database = m_backend.databases.here();
    if (!database)
        return fail(database.error());
    auto transaction = Transaction::begin(**database);
    if (!transaction)
        return fail(transaction.error());
    if (const auto held = (*database)->hold(locks::ofRegister(actor.tenant)); !held)
        return fail(held.error());
    auto line = visible(**database, actor, id);
    if (!line)
        return fail(line.error());
    Disposal disposal;
    disposal.id = freshId(nowMs);
    disposal.kind = proposal.kind;
    disposal.reason = proposal.reason.trimmed();
    disposal.receiver = proposal.receiver.trimmed();
    disposal.proposedBy = actor.user;
    disposal.proposedByName = actor.name;
    disposal.proposedAtMs = nowMs;
    if (const auto allowed = mayPropose(*line, disposal, actor, yearOf(nowMs)); !allowed)
        return fail(allowed.error());
    if (const auto added = DossierStore(**database).addDisposal(actor.tenant, id, disposal); !added)
        return fail(added.error());
    const auto logged
        = recordIn(**database, actor, AuditAction::DisposalProposed, id, disposal.reason, nowMs);
    if (!logged)
        return fail(logged.error());
    if (const auto done = transaction->commit(); !done)
        return fail(done.error());
    line->disposal = disposal;
    return filed(**database, actor, *line);
}

Result<wire::FiledDossier> DossierService::decide(
    const Actor &actor, const QString &id, const wire::Verdict &verdict, qint64 nowMs)
{
    const auto database = m_backend.databases.here();
    if (!database)
        return fail(database.error());
    auto transaction = Transaction::begin(**database);
    if (!transaction)
        return fail(transaction.error());
    if (const auto held = (*database)->hold(locks::ofRegister(actor.tenant)); !held)
        return fail(held.error());
    auto line = visible(**database, actor, id);
    if (!line)
        return fail(line.error());
    if (const auto allowed = mayDecide(*line, actor, verdict.reason); !allowed)
        return fail(allowed.error());
    Disposal &disposal = *line->disposal;
    disposal.state = verdict.approved ? DisposalState::Approved : DisposalState::Refused;
    disposal.decidedBy = actor.user;
    disposal.decidedByName = actor.name;
    disposal.decisionReason = verdict.reason.trimmed();
    disposal.decidedAtMs = nowMs;
    DossierStore store(**database);
    const auto decided = store.decide(actor.tenant, disposal);
    if (!decided || !*decided)
        return fail(decided ? Error{ErrorCode::Conflict, {}} : decided.error());
    if (verdict.approved) {
        line->state
            = disposal.kind == DisposalKind::Destroy ? DossierState::Destroyed : DossierState::Transferred;
        if (const auto set = store.setState(actor.tenant, id, line->state); !set)
            return fail(set.error());
    }
    const auto logged
        = recordIn(**database, actor, AuditAction::DisposalDecided, id, disposal.decisionReason, nowMs);
    if (!logged)
        return fail(logged.error());
    if (const auto done = transaction->commit(); !done)
        return fail(done.error());
    if (line->state == DossierState::Destroyed) {
        if (const auto removed = removeBytes(**database, actor.tenant, line->sha256); !removed)
            return fail(removed.error());
    }
    return filed(**database, actor, *line);
}

/// After the decision stands: should this be cut off, removeExpired() finds a file nobody needs.
Result<void> DossierService::removeBytes(Database &database, const TenantId &tenant, const QString &sha256)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return fail(transaction.error());
    if (const auto held = database.hold(locks::ofStoredFiles()); !held)
        return held;
    m_backend.files.remove(tenant, sha256);
    if (const auto removed = BlobStore(database).remove(tenant, sha256); !removed)
        return removed;
    return transaction->commit();
}

} // namespace chengban

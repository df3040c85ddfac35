#include "server/services/CarriedCommands.h"

#include "server/services/AuditService.h"
#include "server/services/CaseLedger.h"
#include "server/services/DirectoryService.h"
#include "server/store/BlobStore.h"
#include "server/store/Database.h"
#include "server/store/DeviceCardStore.h"
#include "shared/canonical/JsonReader.h"
#include "shared/signing/DeviceCard.h"

#include <algorithm>

namespace chengban {

namespace {

constexpr qint64 carriedUploadLifeMs = 7LL * 24 * 3600 * 1000;

/// The sender vouches for the file: it has sent it.
Result<void> passFiles(Database &database, const Actor &sender, const Actor &actor, const Command &command,
    const Backend &backend, qint64 nowMs)
{
    BlobStore blobs(database);
    for (const NamedFile &file : filesIn(command.body)) {
        const auto sent = blobs.hasSent(sender.tenant, sender.user, file.sha256);
        const auto known = blobs.hasSent(actor.tenant, actor.user, file.sha256);
        if (!sent || !known)
            return fail(sent ? known.error() : sent.error());
        if (!*sent || *known)
            continue;
        const auto passed = blobs.addUpload({uuid7(nowMs, backend.random(10)), actor.tenant, actor.user,
            file.sha256, file.size, file.size, nowMs + carriedUploadLifeMs, {}});
        if (!passed)
            return passed;
    }
    return {};
}

} // namespace

Result<CarryProof> carryProofFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const CarryProof proof{.user = {in.string(QStringLiteral("user"))},
        .device = {in.string(QStringLiteral("device"))},
        .signature = QByteArray::fromBase64(in.string(QStringLiteral("signature")).toLatin1())};
    static_cast<void>(in.string(QStringLiteral("command")));
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return proof;
}

Result<Actor> CarriedCommands::actorOf(
    const Actor &sender, const Command &command, const CarryProof &proof, qint64 nowMs)
{
    const auto database = m_backend.databases.here();
    if (!database)
        return fail(database.error());
    const auto cards = DeviceCardStore(**database).liveOf(sender.tenant, proof.user);
    if (!cards)
        return fail(cards.error());
    const auto card = std::ranges::find(*cards, proof.device, &DeviceCard::device);
    const auto actor = DirectoryService(m_backend).actorFor(sender.tenant, proof.user, proof.device);
    if (card == cards->end() || !actor || actor->unit != sender.unit || sender.unit.isEmpty())
        return fail(ErrorCode::Forbidden, QStringLiteral("carried"));
    const auto form = canonicalForm(CarriedText{sender.tenant, proof.user, proof.device, toJson(command)});
    if (!form || !verifySm2(card->signingKeyPem, *form, proof.signature))
        return fail(ErrorCode::SignatureInvalid, QStringLiteral("carried"));
    auto transaction = Transaction::begin(**database);
    if (!transaction)
        return fail(transaction.error());
    if (const auto passed = passFiles(**database, sender, *actor, command, m_backend, nowMs); !passed)
        return fail(passed.error());
    const auto logged = recordIn(
        **database, sender, AuditAction::CommandCarried, command.caseId.value, proof.user.value, nowMs);
    if (!logged)
        return fail(logged.error());
    if (const auto done = transaction->commit(); !done)
        return fail(done.error());
    return *actor;
}

} // namespace chengban

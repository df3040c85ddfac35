#include "server/services/KeyService.h"

#include "server/auth/Permits.h"
#include "server/services/AuditService.h"
#include "server/store/Database.h"
#include "server/store/DirectoryStore.h"
#include "server/store/KeyStore.h"

namespace chengban {

Result<EnrolledKey> KeyService::enrol(
    const Actor &actor, const QByteArray &publicKeyPem, const UserId &witness, qint64 nowMs)
{
    const auto id = keyIdOf(publicKeyPem);
    if (!id)
        return fail(id.error());
    const auto database = m_backend.databases.here();
    if (!database)
        return fail(database.error());
    auto transaction = Transaction::begin(**database);
    if (!transaction)
        return fail(transaction.error());
    const auto second = DirectoryStore(**database).person(actor.tenant, witness);
    if (!second)
        return fail(second.error());
    if (!*second || witness == actor.user)
        return fail(ErrorCode::Forbidden, QStringLiteral("witness"));
    KeyStore keys(**database);
    const auto known = keys.find(actor.tenant, *id);
    if (!known)
        return fail(known.error());
    if (*known) { // asked again: the same answer, unless the key is another's or was revoked
        const bool own
            = (*known)->user == actor.user && (*known)->device == actor.device && !(*known)->revokedAtMs;
        return own ? Result<EnrolledKey>(**known) : fail(ErrorCode::Forbidden, QStringLiteral("key"));
    }
    if (const auto revoked = keys.revokeOf(actor.tenant, actor.user, actor.device, nowMs); !revoked)
        return fail(revoked.error());
    const EnrolledKey key{*id, actor.user, actor.device, publicKeyPem, (*second)->name, nowMs, std::nullopt};
    if (const auto added = keys.add(actor.tenant, key); !added)
        return fail(added.error());
    const auto logged
        = recordIn(**database, actor, AuditAction::KeyEnrolled, id->value, witness.value, nowMs);
    if (!logged)
        return fail(logged.error());
    if (const auto done = transaction->commit(); !done)
        return fail(done.error());
    return key;
}

Result<EnrolledKey> KeyService::revoke(const Actor &actor, const KeyId &id, qint64 nowMs)
{
    const auto database = m_backend.databases.here();
    if (!database)
        return fail(database.error());
    auto transaction = Transaction::begin(**database);
    if (!transaction)
        return fail(transaction.error());
    KeyStore keys(**database);
    auto key = keys.find(actor.tenant, id);
    if (!key)
        return fail(key.error());
    if (!*key)
        return fail(ErrorCode::NotFound);
    server::Resource resource;
    resource.tenant = actor.tenant;
    resource.owner = (*key)->user;
    if (server::permits(actor, server::Action::RevokeKey, resource) == server::Permission::Deny)
        return fail(ErrorCode::NotFound);
    if ((*key)->revokedAtMs)
        return **key;
    (*key)->revokedAtMs = nowMs;
    if (const auto revoked = keys.revoke(actor.tenant, id, nowMs); !revoked)
        return fail(revoked.error());
    const auto logged = recordIn(**database, actor, AuditAction::KeyRevoked, id.value, {}, nowMs);
    if (!logged)
        return fail(logged.error());
    if (const auto done = transaction->commit(); !done)
        return fail(done.error());
    return **key;
}

Result<QList<EnrolledKey>> KeyService::keys(const TenantId &tenant)
{
    const auto database = m_backend.databases.here();
    if (!database)
        return fail(database.error());
    return KeyStore(**database).all(tenant);
}

} // namespace chengban

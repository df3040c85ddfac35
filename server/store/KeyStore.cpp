#include "server/store/KeyStore.h"

#include "server/store/Database.h"

namespace chengban {

namespace {

constexpr auto noValue = [](qint64) {};

EnrolledKey keyOf(const Row &row)
{
    EnrolledKey key{{row[0].toString()}, {row[1].toString()}, {row[2].toString()},
        row[3].toString().toLatin1(), row[4].toString(), row[5].toLongLong(), std::nullopt};
    if (!row[6].isNull())
        key.revokedAtMs = row[6].toLongLong();
    return key;
}

Result<QList<EnrolledKey>> keysOf(const Result<QList<Row>> &rows)
{
    if (!rows)
        return fail(rows.error());
    QList<EnrolledKey> found;
    for (const Row &row : *rows)
        found.append(keyOf(row));
    return found;
}

} // namespace

Result<void> KeyStore::add(const TenantId &tenant, const EnrolledKey &key)
{
    return m_database
        .run(QStringLiteral("INSERT INTO signing_keys (tenant, id, user_id, device, public_key, witness_name,"
                            " valid_from_ms, revoked_at_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
            {tenant.value, key.id.value, key.user.value, key.device.value,
                QString::fromLatin1(key.publicKeyPem), key.witnessName, key.validFromMs,
                key.revokedAtMs ? QVariant(*key.revokedAtMs) : QVariant()})
        .map(noValue);
}

Result<std::optional<EnrolledKey>> KeyStore::find(const TenantId &tenant, const KeyId &id)
{
    const auto keys = keysOf(m_database.rows(
        QStringLiteral("SELECT id, user_id, device, public_key, witness_name, valid_from_ms, revoked_at_ms"
                       " FROM signing_keys WHERE tenant = ? AND id = ?")
            + m_database.rowLock(),
        {tenant.value, id.value}));
    if (!keys)
        return fail(keys.error());
    return keys->isEmpty() ? std::optional<EnrolledKey>() : keys->first();
}

Result<QList<EnrolledKey>> KeyStore::all(const TenantId &tenant)
{
    return keysOf(m_database.rows(
        QStringLiteral("SELECT id, user_id, device, public_key, witness_name, valid_from_ms, revoked_at_ms"
                       " FROM signing_keys WHERE tenant = ? ORDER BY valid_from_ms, id"),
        {tenant.value}));
}

Result<void> KeyStore::revoke(const TenantId &tenant, const KeyId &id, qint64 atMs)
{
    return m_database
        .run(QStringLiteral("UPDATE signing_keys SET revoked_at_ms = ? WHERE tenant = ? AND id = ?"
                            " AND revoked_at_ms IS NULL"),
            {atMs, tenant.value, id.value})
        .map(noValue);
}

Result<void> KeyStore::revokeOf(
    const TenantId &tenant, const UserId &user, const DeviceId &device, qint64 atMs)
{
    return m_database
        .run(QStringLiteral("UPDATE signing_keys SET revoked_at_ms = ? WHERE tenant = ? AND user_id = ?"
                            " AND device = ? AND revoked_at_ms IS NULL"),
            {atMs, tenant.value, user.value, device.value})
        .map(noValue);
}

} // namespace chengban

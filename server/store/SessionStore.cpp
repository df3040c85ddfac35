#include "server/store/SessionStore.h"

#include "server/store/Database.h"

namespace chengban {

namespace {

// Hashes stand as hex, so that they compare as text in both databases.
QString hexOf(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

QByteArray fromHexText(const QVariant &text)
{
    return QByteArray::fromHex(text.toString().toLatin1());
}

SessionRow sessionOf(const Row &row)
{
    return {row[0].toString(), {row[1].toString()}, {row[2].toString()}, {row[3].toString()},
        fromHexText(row[4]), fromHexText(row[5]), fromHexText(row[6]), fromHexText(row[7]),
        row[8].toLongLong(), row[9].toLongLong(), row[10].toLongLong(), row[11].toInt() != 0};
}

DeviceRow deviceOf(const Row &row)
{
    return {{row[0].toString()}, {row[1].toString()}, {row[2].toString()}, row[3].toString(),
        row[4].toLongLong(), row[5].toLongLong(), row[6].toInt() != 0};
}

Result<std::optional<SessionRow>> oneSession(Database &database, const QString &where, const QByteArray &hash)
{
    const auto row = database.row(
        QStringLiteral(
            "SELECT family, tenant, user_id, device, refresh_hash, previous_refresh_hash, access_hash,"
            " previous_access_hash, access_expires_ms, refresh_expires_ms, created_at_ms, revoked"
            " FROM sessions WHERE ")
            + where + database.rowLock(),
        {hexOf(hash), hexOf(hash)});
    if (!row)
        return fail(row.error());
    return row->isEmpty() ? std::optional<SessionRow>() : sessionOf(*row);
}

} // namespace

Result<void> SessionStore::put(const SessionRow &s)
{
    const auto done = m_database.run(
        QStringLiteral(
            "INSERT INTO sessions (family, tenant, user_id, device, refresh_hash, previous_refresh_hash, "
            "access_hash,"
            " previous_access_hash, access_expires_ms, refresh_expires_ms, created_at_ms, revoked)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (family) DO UPDATE SET"
            " refresh_hash = excluded.refresh_hash, previous_refresh_hash = excluded.previous_refresh_hash,"
            " access_hash = excluded.access_hash, previous_access_hash = excluded.previous_access_hash,"
            " access_expires_ms = excluded.access_expires_ms, refresh_expires_ms = "
            "excluded.refresh_expires_ms,"
            " revoked = excluded.revoked"),
        {s.family, s.tenant.value, s.user.value, s.device.value, hexOf(s.refreshHash),
            hexOf(s.previousRefreshHash), hexOf(s.accessHash), hexOf(s.previousAccessHash), s.accessExpiresMs,
            s.refreshExpiresMs, s.createdAtMs, s.revoked ? 1 : 0});
    return done.map([](qint64) {});
}

Result<std::optional<SessionRow>> SessionStore::findByAccess(const QByteArray &accessHash)
{
    if (accessHash.isEmpty())
        return std::optional<SessionRow>();
    return oneSession(m_database, QStringLiteral("access_hash = ? OR previous_access_hash = ?"), accessHash);
}

Result<std::optional<SessionRow>> SessionStore::findByRefresh(const QByteArray &refreshHash)
{
    if (refreshHash.isEmpty())
        return std::optional<SessionRow>();
    return oneSession(
        m_database, QStringLiteral("refresh_hash = ? OR previous_refresh_hash = ?"), refreshHash);
}

Result<void> SessionStore::retireRefresh(const QByteArray &refreshHash, const QString &family)
{
    const auto done
        = m_database.run(QStringLiteral("INSERT INTO retired_tokens (refresh_hash, family) VALUES (?, ?)"
                                        " ON CONFLICT (refresh_hash) DO NOTHING"),
            {hexOf(refreshHash), family});
    return done.map([](qint64) {});
}

Result<QString> SessionStore::familyOfRetired(const QByteArray &refreshHash)
{
    const auto row = m_database.row(
        QStringLiteral("SELECT family FROM retired_tokens WHERE refresh_hash = ?"), {hexOf(refreshHash)});
    return row.map([](const Row &found) { return found.value(0).toString(); });
}

Result<void> SessionStore::revokeFamily(const QString &family)
{
    const auto done
        = m_database.run(QStringLiteral("UPDATE sessions SET revoked = 1 WHERE family = ?"), {family});
    return done.map([](qint64) {});
}

Result<void> SessionStore::revokeUser(const TenantId &tenant, const UserId &user)
{
    const auto done
        = m_database.run(QStringLiteral("UPDATE sessions SET revoked = 1 WHERE tenant = ? AND user_id = ?"),
            {tenant.value, user.value});
    return done.map([](qint64) {});
}

Result<void> SessionStore::removeExpired(qint64 nowMs)
{
    const auto done
        = m_database.run(QStringLiteral("DELETE FROM sessions WHERE refresh_expires_ms < ?"), {nowMs});
    return done.map([](qint64) {});
}

Result<void> SessionStore::putDevice(const DeviceRow &d)
{
    const auto done = m_database.run(
        QStringLiteral(
            "INSERT INTO devices (tenant, user_id, device, name, first_seen_ms, last_seen_ms, revoked)"
            " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (tenant, user_id, device) DO UPDATE SET"
            " name = excluded.name, last_seen_ms = excluded.last_seen_ms, revoked = excluded.revoked"),
        {d.tenant.value, d.user.value, d.device.value, d.name, d.firstSeenMs, d.lastSeenMs,
            d.revoked ? 1 : 0});
    return done.map([](qint64) {});
}

Result<std::optional<DeviceRow>> SessionStore::findDevice(
    const TenantId &tenant, const UserId &user, const DeviceId &device)
{
    const auto row = m_database.row(
        QStringLiteral(
            "SELECT tenant, user_id, device, name, first_seen_ms, last_seen_ms, revoked FROM devices"
            " WHERE tenant = ? AND user_id = ? AND device = ?")
            + m_database.rowLock(),
        {tenant.value, user.value, device.value});
    if (!row)
        return fail(row.error());
    return row->isEmpty() ? std::optional<DeviceRow>() : deviceOf(*row);
}

Result<QList<DeviceRow>> SessionStore::devices(const TenantId &tenant, const UserId &user)
{
    const auto rows = m_database.rows(
        QStringLiteral(
            "SELECT tenant, user_id, device, name, first_seen_ms, last_seen_ms, revoked FROM devices"
            " WHERE tenant = ? AND user_id = ? ORDER BY first_seen_ms, device"),
        {tenant.value, user.value});
    if (!rows)
        return fail(rows.error());
    QList<DeviceRow> found;
    for (const Row &row : *rows)
        found.append(deviceOf(row));
    return found;
}

Result<void> SessionStore::revokeDevice(const TenantId &tenant, const UserId &user, const DeviceId &device)
{
    const QVariantList key{tenant.value, user.value, device.value};
    auto done = m_database.run(
        QStringLiteral("UPDATE devices SET revoked = 1 WHERE tenant = ? AND user_id = ? AND device = ?"),
        key);
    if (done)
        done = m_database.run(
            QStringLiteral("UPDATE sessions SET revoked = 1 WHERE tenant = ? AND user_id = ? AND device = ?"),
            key);
    return done.map([](qint64) {});
}

} // namespace chengban

#pragma once

#include "shared/base/Ids.h"
#include "shared/base/Result.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace chengban {

class Database;

/// One log-in of a user on a device. Tokens are stored as digests only; which family they belong to and what
/// a reuse means is decided in server/auth.
struct SessionRow
{
    QString family; ///< One for each log-in; all its refreshes share it.
    TenantId tenant;
    UserId user;
    DeviceId device;
    QByteArray refreshHash;
    QByteArray previousRefreshHash; ///< Valid until the new one is first used; empty otherwise.
    QByteArray accessHash;
    QByteArray previousAccessHash; ///< Of the access token before the last refresh; empty when there is none.
    qint64 accessExpiresMs = 0;
    qint64 refreshExpiresMs = 0;
    qint64 createdAtMs = 0;
    bool revoked = false;

    bool operator==(const SessionRow &) const = default;
};

/// A computer that was used to log in.
struct DeviceRow
{
    TenantId tenant;
    UserId user;
    DeviceId device;
    QString name;
    qint64 firstSeenMs = 0;
    qint64 lastSeenMs = 0;
    bool revoked = false;

    bool operator==(const DeviceRow &) const = default;
};

class SessionStore
{
public:
    explicit SessionStore(Database &database)
        : m_database(database)
    {
    }

    /// Adds the session or replaces the row of its family.
    [[nodiscard]] Result<void> put(const SessionRow &session);
    [[nodiscard]] Result<std::optional<SessionRow>> findByAccess(const QByteArray &accessHash);
    /// Finds by the current or the previous refresh token.
    [[nodiscard]] Result<std::optional<SessionRow>> findByRefresh(const QByteArray &refreshHash);
    /// Remembers a refresh token that was replaced, so that a later reuse is known for what it is.
    [[nodiscard]] Result<void> retireRefresh(const QByteArray &refreshHash, const QString &family);
    /// The family a retired refresh token belonged to; empty when unknown.
    [[nodiscard]] Result<QString> familyOfRetired(const QByteArray &refreshHash);
    [[nodiscard]] Result<void> revokeFamily(const QString &family);
    [[nodiscard]] Result<void> revokeUser(const TenantId &tenant, const UserId &user);
    [[nodiscard]] Result<void> removeExpired(qint64 nowMs);

    [[nodiscard]] Result<void> putDevice(const DeviceRow &device);
    [[nodiscard]] Result<std::optional<DeviceRow>> findDevice(
        const TenantId &tenant, const UserId &user, const DeviceId &device);
    [[nodiscard]] Result<QList<DeviceRow>> devices(const TenantId &tenant, const UserId &user);
    /// Revokes the device and every session on it.
    [[nodiscard]] Result<void> revokeDevice(
        const TenantId &tenant, const UserId &user, const DeviceId &device);

private:
    Database &m_database;
};

} // namespace chengban

#pragma once

#include "shared/signing/Signing.h"

#include <optional>

namespace chengban {

class Database;

/// Signing keys as they were enrolled and revoked; rows are never removed, old signatures need them.
class KeyStore
{
public:
    explicit KeyStore(Database &database)
        : m_database(database)
    {
    }

    [[nodiscard]] Result<void> add(const TenantId &tenant, const EnrolledKey &key);
    [[nodiscard]] Result<std::optional<EnrolledKey>> find(const TenantId &tenant, const KeyId &id);
    [[nodiscard]] Result<QList<EnrolledKey>> all(const TenantId &tenant);
    /// Sets the time unless it is set already.
    [[nodiscard]] Result<void> revoke(const TenantId &tenant, const KeyId &id, qint64 atMs);
    /// Revokes the keys that person has on that device.
    [[nodiscard]] Result<void> revokeOf(
        const TenantId &tenant, const UserId &user, const DeviceId &device, qint64 atMs);

private:
    Database &m_database;
};

} // namespace chengban

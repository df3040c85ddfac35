#pragma once

#include "shared/base/Result.h"
#include "shared/wire/Handovers.h"

#include <optional>

namespace chengban {

class Database;

/// Drafts on their way between colleagues, sealed as they came.
class HandoverStore
{
public:
    explicit HandoverStore(Database &database)
        : m_database(database)
    {
    }

    [[nodiscard]] Result<void> add(const TenantId &tenant, const UnitId &unit, const wire::Handover &one,
        const QList<wire::SealedKey> &keys);
    /// Locked until the transaction ends; without the key of any computer.
    [[nodiscard]] Result<std::optional<wire::Handover>> find(const TenantId &tenant, const QString &id);
    /// What the person gave or was offered inside that unit, oldest first; `device` chooses the key.
    [[nodiscard]] Result<QList<wire::Handover>> of(
        const TenantId &tenant, const UserId &user, const DeviceId &device, const UnitId &unit);
    /// Those that were given and wait.
    [[nodiscard]] Result<int> openFrom(const TenantId &tenant, const UserId &user);
    /// The content goes with the answer: nobody needs it here any longer.
    [[nodiscard]] Result<void> setState(
        const TenantId &tenant, const QString &id, wire::HandoverState state, qint64 atMs);
    [[nodiscard]] Result<int> removeExpired(qint64 nowMs);

private:
    Database &m_database;
};

} // namespace chengban

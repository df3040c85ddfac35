#pragma once

#include "shared/base/Result.h"
#include "shared/signing/DeviceCard.h"

#include <QList>

namespace chengban {

class Database;

/// The public keys of the computers that people work on.
class DeviceCardStore
{
public:
    explicit DeviceCardStore(Database &database)
        : m_database(database)
    {
    }

    /// Adds the card or replaces the one of the same computer; its name is the computer's, not the card's.
    [[nodiscard]] Result<void> put(const TenantId &tenant, const DeviceCard &card);
    /// Those of computers that are not revoked and of accounts that are not switched off.
    [[nodiscard]] Result<QList<DeviceCard>> live(const TenantId &tenant);
    [[nodiscard]] Result<QList<DeviceCard>> liveOf(const TenantId &tenant, const UserId &user);

private:
    Database &m_database;
};

} // namespace chengban

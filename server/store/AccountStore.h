#pragma once

#include "shared/base/Ids.h"
#include "shared/base/Result.h"

#include <QList>

#include <optional>

namespace chengban {

class Database;

/// What a user logs in with. Name, unit and role stand in the directory (DirectoryStore).
struct Account
{
    TenantId tenant;
    UserId user;
    QString passwordHash; ///< Argon2id as libsodium's string.
    int failures = 0; ///< Wrong passwords in a row.
    qint64 lockedUntilMs = 0; ///< 0: not locked.
    bool disabled = false;

    bool operator==(const Account &) const = default;
};

class AccountStore
{
public:
    explicit AccountStore(Database &database)
        : m_database(database)
    {
    }

    /// Adds the account or replaces its whole row.
    [[nodiscard]] Result<void> put(const Account &account);
    [[nodiscard]] Result<std::optional<Account>> find(const TenantId &tenant, const UserId &user);
    [[nodiscard]] Result<void> recordFailure(
        const TenantId &tenant, const UserId &user, int failures, qint64 lockedUntilMs);

private:
    Database &m_database;
};

} // namespace chengban

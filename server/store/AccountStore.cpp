#include "server/store/AccountStore.h"

#include "server/store/Database.h"

namespace chengban {

Result<void> AccountStore::put(const Account &account)
{
    const auto done = m_database.run(
        QStringLiteral(
            "INSERT INTO accounts (tenant, user_id, password_hash, failures, locked_until_ms, disabled)"
            " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (tenant, user_id) DO UPDATE SET"
            " password_hash = excluded.password_hash, failures = excluded.failures,"
            " locked_until_ms = excluded.locked_until_ms, disabled = excluded.disabled"),
        {account.tenant.value, account.user.value, account.passwordHash, account.failures,
            account.lockedUntilMs, account.disabled ? 1 : 0});
    return done.map([](qint64) {});
}

Result<std::optional<Account>> AccountStore::find(const TenantId &tenant, const UserId &user)
{
    const auto row = m_database.row(
        QStringLiteral("SELECT password_hash, failures, locked_until_ms, disabled FROM accounts"
                       " WHERE tenant = ? AND user_id = ?")
            + m_database.rowLock(),
        {tenant.value, user.value});
    if (!row)
        return fail(row.error());
    if (row->isEmpty())
        return std::optional<Account>();
    return std::optional(Account{tenant, user, row->at(0).toString(), row->at(1).toInt(),
        row->at(2).toLongLong(), row->at(3).toInt() != 0});
}

Result<void> AccountStore::recordFailure(
    const TenantId &tenant, const UserId &user, int failures, qint64 lockedUntilMs)
{
    const auto done = m_database.run(
        QStringLiteral(
            "UPDATE accounts SET failures = ?, locked_until_ms = ? WHERE tenant = ? AND user_id = ?"),
        {failures, lockedUntilMs, tenant.value, user.value});
    return done.map([](qint64) {});
}

} // namespace chengban

#pragma once

#include "shared/signing/Signing.h"

#include <optional>

namespace chengban {

class Database;

/// A signed root and the place in the sequence up to which it covers the logs.
struct RootRow
{
    qint64 number = 0; ///< From 1, without gaps, per tenant.
    SignedRoot root;
    qint64 sequence = 0;
};

/// Signed roots with the heads they covered. Each root stores only the heads that changed since the one
/// before; a root's heads are the newest of each case up to it.
class RootStore
{
public:
    explicit RootStore(Database &database)
        : m_database(database)
    {
    }

    [[nodiscard]] Result<void> add(
        const TenantId &tenant, const RootRow &root, const QList<CaseHead> &changed);
    [[nodiscard]] Result<std::optional<RootRow>> latest(const TenantId &tenant);
    [[nodiscard]] Result<QList<RootRow>> all(const TenantId &tenant);
    /// Every stored head, oldest root first.
    [[nodiscard]] Result<QList<CaseHead>> headHistory(const TenantId &tenant);

private:
    Database &m_database;
};

} // namespace chengban

#pragma once

#include "shared/cases/Substitution.h"

#include <optional>

namespace chengban {

class Database;

/// Who stands in for whom, when; rows are never removed, old signatures are read with them.
class SubstitutionStore
{
public:
    explicit SubstitutionStore(Database &database)
        : m_database(database)
    {
    }

    [[nodiscard]] Result<void> add(const TenantId &tenant, const Substitution &substitution);
    [[nodiscard]] Result<std::optional<Substitution>> find(const TenantId &tenant, const QString &id);
    /// All of the county, in the order of appointment.
    [[nodiscard]] Result<QList<Substitution>> all(const TenantId &tenant);
    /// Those of one post.
    [[nodiscard]] Result<QList<Substitution>> of(const TenantId &tenant, const UserId &holder);
    /// Sets time and name unless they are set already.
    [[nodiscard]] Result<void> revoke(
        const TenantId &tenant, const QString &id, qint64 atMs, const QString &byName);

private:
    Database &m_database;
};

} // namespace chengban

#pragma once

#include "shared/wire/Wire.h"

#include <optional>

namespace chengban {

class Database;

/// Units and people of a tenant.
class DirectoryStore
{
public:
    explicit DirectoryStore(Database &database)
        : m_database(database)
    {
    }

    [[nodiscard]] Result<void> putUnit(const TenantId &tenant, const wire::DirectoryUnit &unit);
    [[nodiscard]] Result<void> putPerson(const TenantId &tenant, const wire::DirectoryPerson &person);
    [[nodiscard]] Result<std::optional<wire::DirectoryUnit>> unit(const TenantId &tenant, const UnitId &id);
    [[nodiscard]] Result<std::optional<wire::DirectoryPerson>> person(
        const TenantId &tenant, const UserId &id);
    [[nodiscard]] Result<QList<wire::DirectoryUnit>> units(const TenantId &tenant);
    [[nodiscard]] Result<QList<wire::DirectoryPerson>> people(const TenantId &tenant);
    [[nodiscard]] Result<void> putSection(const TenantId &tenant, const wire::DirectorySection &section);
    [[nodiscard]] Result<std::optional<wire::DirectorySection>> section(
        const TenantId &tenant, const UnitId &unit, const SectionId &id);
    [[nodiscard]] Result<QList<wire::DirectorySection>> sections(const TenantId &tenant);
    /// Of a person; the whole unit for whom nothing else was set.
    [[nodiscard]] Result<Reach> reach(const TenantId &tenant, const UserId &id);
    /// Its version is counted up, whatever `reach` says.
    [[nodiscard]] Result<void> setReach(const TenantId &tenant, const UserId &id, const Reach &reach);
    /// Every tenant that has a person.
    [[nodiscard]] Result<QList<TenantId>> tenants();

private:
    Database &m_database;
};

} // namespace chengban

#include "server/services/DirectoryService.h"

#include "server/store/Database.h"
#include "server/store/DirectoryStore.h"
#include "server/store/KeyStore.h"
#include "server/store/SubstitutionStore.h"

namespace chengban {

Result<void> DirectoryService::putUnit(const TenantId &tenant, const wire::DirectoryUnit &unit)
{
    if (tenant.isEmpty() || unit.id.isEmpty() || unit.name.trimmed().isEmpty())
        return fail(ErrorCode::BadInput, QStringLiteral("unit"));
    const auto database = m_backend.databases.here();
    if (!database)
        return fail(database.error());
    return DirectoryStore(**database).putUnit(tenant, unit);
}

Result<void> DirectoryService::putPerson(const TenantId &tenant, const wire::DirectoryPerson &person)
{
    if (tenant.isEmpty() || person.id.isEmpty() || person.name.trimmed().isEmpty())
        return fail(ErrorCode::BadInput, QStringLiteral("person"));
    const auto database = m_backend.databases.here();
    if (!database)
        return fail(database.error());
    DirectoryStore directory(**database);
    if (!person.unit.isEmpty()) {
        const auto unit = directory.unit(tenant, person.unit);
        if (!unit)
            return fail(unit.error());
        if (!*unit)
            return fail(ErrorCode::NotFound, QStringLiteral("unit of a person"));
    }
    return directory.putPerson(tenant, person);
}

Result<wire::Directory> DirectoryService::directory(const TenantId &tenant)
{
    const auto database = m_backend.databases.here();
    if (!database)
        return fail(database.error());
    DirectoryStore store(**database);
    auto units = store.units(tenant);
    if (!units)
        return fail(units.error());
    auto people = store.people(tenant);
    if (!people)
        return fail(people.error());
    auto keys = KeyStore(**database).all(tenant);
    if (!keys)
        return fail(keys.error());
    auto substitutions = SubstitutionStore(**database).all(tenant);
    if (!substitutions)
        return fail(substitutions.error());
    return wire::Directory{
        std::move(*units), std::move(*people), std::move(*keys), std::move(*substitutions)};
}

Result<Actor> DirectoryService::actorFor(const TenantId &tenant, const UserId &user, const DeviceId &device)
{
    const auto database = m_backend.databases.here();
    if (!database)
        return fail(database.error());
    DirectoryStore store(**database);
    const auto person = store.person(tenant, user);
    if (!person)
        return fail(person.error());
    if (!*person)
        return fail(ErrorCode::NotFound, QStringLiteral("person"));
    const auto unit = store.unit(tenant, (*person)->unit);
    if (!unit)
        return fail(unit.error());
    Actor actor;
    actor.tenant = tenant;
    actor.user = user;
    actor.name = (*person)->name;
    actor.unit = (*person)->unit;
    actor.unitName = *unit ? (*unit)->name : QString();
    actor.role = (*person)->role;
    actor.device = device;
    return actor;
}

} // namespace chengban

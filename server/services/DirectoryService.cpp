#include "server/services/DirectoryService.h"

#include "server/store/Database.h"
#include "server/store/DirectoryStore.h"
#include "server/store/KeyStore.h"
#include "server/store/SessionStore.h"
#include "server/store/SubstitutionStore.h"
#include "shared/cases/Substitution.h"

namespace chengban {

namespace {

/// Errors: NotFound for a section of another unit or a unit that is not there.
Result<void> reachExists(
    DirectoryStore &directory, const TenantId &tenant, const UnitId &unit, const Reach &reach)
{
    if (reach.kind == Reach::Kind::Section) {
        const auto section = directory.section(tenant, unit, reach.section);
        if (!section)
            return fail(section.error());
        return *section ? Result<void>() : fail(ErrorCode::NotFound, QStringLiteral("section"));
    }
    for (const UnitId &one : reach.units) {
        const auto found = directory.unit(tenant, one);
        if (!found)
            return fail(found.error());
        if (!*found)
            return fail(ErrorCode::NotFound, QStringLiteral("unit ") + one.value);
    }
    return {};
}

} // namespace

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

Result<void> DirectoryService::putSection(const TenantId &tenant, const wire::DirectorySection &section)
{
    if (section.id.isEmpty() || section.name.trimmed().isEmpty())
        return fail(ErrorCode::BadInput, QStringLiteral("section"));
    const auto database = m_backend.databases.here();
    if (!database)
        return fail(database.error());
    DirectoryStore directory(**database);
    const auto unit = directory.unit(tenant, section.unit);
    if (!unit)
        return fail(unit.error());
    return *unit ? directory.putSection(tenant, section)
                 : fail(ErrorCode::NotFound, QStringLiteral("unit of a section"));
}

Result<void> DirectoryService::setReach(const TenantId &tenant, const UserId &user, const Reach &reach)
{
    const auto database = m_backend.databases.here();
    if (!database)
        return fail(database.error());
    auto transaction = Transaction::begin(**database);
    if (!transaction)
        return fail(transaction.error());
    DirectoryStore directory(**database);
    const auto person = directory.person(tenant, user);
    if (!person)
        return fail(person.error());
    if (!*person)
        return fail(ErrorCode::NotFound, QStringLiteral("person"));
    if (!isUnitPost((*person)->role))
        return fail(ErrorCode::BadInput, QStringLiteral("role"));
    if (const auto known = reachExists(directory, tenant, (*person)->unit, reach); !known)
        return known;
    if (const auto set = directory.setReach(tenant, user, reach); !set)
        return set;
    if (const auto ended = SessionStore(**database).revokeUser(tenant, user); !ended)
        return ended;
    return transaction->commit();
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
    auto sections = store.sections(tenant);
    if (!sections)
        return fail(sections.error());
    return wire::Directory{std::move(*units), std::move(*people), std::move(*keys), std::move(*substitutions),
        std::move(*sections)};
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
    const auto reach = store.reach(tenant, user);
    if (!reach)
        return fail(reach.error());
    Actor actor;
    actor.reach = *reach;
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

#pragma once

#include "server/services/Backend.h"
#include "shared/wire/Wire.h"

namespace chengban {

/// Units and people of a county.
class DirectoryService
{
public:
    explicit DirectoryService(const Backend &backend)
        : m_backend(backend)
    {
    }

    /// Adds or replaces. Errors: BadInput for an empty id or name.
    [[nodiscard]] Result<void> putUnit(const TenantId &tenant, const wire::DirectoryUnit &unit);
    /// Adds or replaces. Errors: BadInput, NotFound when a unit is named that does not exist.
    [[nodiscard]] Result<void> putPerson(const TenantId &tenant, const wire::DirectoryPerson &person);
    /// Adds or replaces. Errors: BadInput for an empty id or name, NotFound for the unit.
    [[nodiscard]] Result<void> putSection(const TenantId &tenant, const wire::DirectorySection &section);
    /// From the next request on, which the person makes after another log-in: the present ones end. Errors:
    /// NotFound for a person, section or unit that does not exist; BadInput for a post that is of no unit.
    [[nodiscard]] Result<void> setReach(const TenantId &tenant, const UserId &user, const Reach &reach);
    /// Units, people and all signing keys, revoked ones included (old signatures are still verified).
    [[nodiscard]] Result<wire::Directory> directory(const TenantId &tenant);
    /// The person as an actor on that device: names as they are now. Errors: NotFound.
    [[nodiscard]] Result<Actor> actorFor(const TenantId &tenant, const UserId &user, const DeviceId &device);

private:
    const Backend &m_backend;
};

} // namespace chengban

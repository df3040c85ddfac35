#include "server/auth/Permits.h"

#include "shared/wire/Wire.h"

#include <algorithm>

namespace chengban::server {

namespace {

/// What must hold beside the role.
enum class Bound {
    County, ///< Anything of the own county.
    Own, ///< What belongs to the actor, or to nobody yet.
    Scope, ///< A feed of the own desk.
    Case, ///< As the unit's access to the case says.
};

using Roles = quint32;

constexpr Roles of(Role role)
{
    return 1U << static_cast<unsigned>(role);
}

constexpr Roles unitPeople
    = of(Role::Clerk) | of(Role::SectionHead) | of(Role::DeputyLeader) | of(Role::PrincipalLeader);
constexpr Roles casePeople = unitPeople | of(Role::Centre) | of(Role::Archivist);
constexpr Roles administrators = of(Role::SystemAdmin) | of(Role::SecurityAdmin) | of(Role::AuditAdmin);
constexpr Roles everybody = casePeople | administrators;

struct Grant
{
    Action action;
    Roles roles;
    Bound bound;
};

// Several rows for one action: any of them is enough. An action without a row is for nobody.
constexpr std::array grants{
    Grant{Action::LogOut, everybody, Bound::Own},
    Grant{Action::Follow, casePeople, Bound::Scope},
    Grant{Action::Command, casePeople, Bound::Case},
    Grant{Action::ReadCase, casePeople, Bound::Case},
    Grant{Action::RevealIdentity, unitPeople | of(Role::Centre), Bound::Case},
    Grant{Action::ReportReveals, unitPeople | of(Role::Centre), Bound::Case},
    Grant{Action::Upload, casePeople, Bound::Own},
    Grant{Action::ReadFile, casePeople, Bound::Case},
    Grant{Action::FileDossier, casePeople, Bound::County},
    Grant{Action::ReadRegister, casePeople, Bound::County},
    Grant{Action::OpenDossier, of(Role::Centre) | of(Role::Archivist), Bound::County},
    Grant{Action::Dispose, of(Role::Centre) | of(Role::Archivist), Bound::County},
    Grant{Action::ReadDirectory, everybody, Bound::County},
    Grant{Action::ReadRules, everybody, Bound::County},
    Grant{Action::ReadUpdates, everybody, Bound::County},
    Grant{Action::EnrolKey, casePeople, Bound::Own},
    Grant{Action::RevokeKey, casePeople, Bound::Own},
    Grant{Action::RevokeKey, of(Role::SecurityAdmin), Bound::County},
    Grant{Action::ShowCard, unitPeople, Bound::Own},
    Grant{Action::HandOver, unitPeople, Bound::Case},
    Grant{Action::TellPresence, unitPeople, Bound::Case},
    Grant{Action::ArrangeSubstitute, unitPeople | of(Role::SystemAdmin), Bound::County},
    Grant{Action::ReadDevices, everybody, Bound::Own},
    Grant{Action::ReadDevices, of(Role::SystemAdmin) | of(Role::SecurityAdmin), Bound::County},
    Grant{Action::RevokeDevice, everybody, Bound::Own},
    Grant{Action::RevokeDevice, of(Role::SecurityAdmin), Bound::County},
    Grant{Action::Import, of(Role::Centre), Bound::County},
    Grant{Action::ReadRoots, casePeople, Bound::Case},
    Grant{Action::ReadRoots, of(Role::AuditAdmin), Bound::County},
    Grant{Action::ReadAudit, of(Role::AuditAdmin), Bound::County},
};

Permission byAccess(const Actor &actor, const Resource &resource)
{
    if (!resource.access || actor.role == Role::Centre)
        return Permission::Allow; // Not about one case, or the centre's own desk.
    switch (*resource.access) {
    case Access::Working:
        return actor.role == Role::Archivist ? Permission::Mask : Permission::Allow;
    case Access::Closed:
    case Access::Left:
        return Permission::Mask;
    case Access::None:
        return Permission::Deny;
    }
    Q_UNREACHABLE();
}

bool isOwnScope(const Actor &actor, const QString &scope)
{
    return !scope.isEmpty() && scope == wire::scopeOf(actor);
}

Permission bounded(const Grant &grant, const Actor &actor, const Resource &resource)
{
    const auto when = [](bool holds) { return holds ? Permission::Allow : Permission::Deny; };
    switch (grant.bound) {
    case Bound::County:
        return Permission::Allow;
    case Bound::Own:
        return when(resource.owner.isEmpty() || resource.owner == actor.user);
    case Bound::Scope:
        return when(isOwnScope(actor, resource.scope));
    case Bound::Case:
        return byAccess(actor, resource);
    }
    Q_UNREACHABLE();
}

} // namespace

bool isOpen(Action action)
{
    return action == Action::LogIn || action == Action::Probe;
}

Permission permits(const Actor &actor, Action action, const Resource &resource)
{
    if (isOpen(action))
        return Permission::Allow;
    if (actor.tenant.isEmpty() || resource.tenant != actor.tenant)
        return Permission::Deny;
    Permission best = Permission::Deny;
    for (const Grant &grant : grants) {
        if (grant.action == action && (grant.roles & of(actor.role)) != 0)
            best = std::max(best, bounded(grant, actor, resource));
    }
    return best;
}

} // namespace chengban::server

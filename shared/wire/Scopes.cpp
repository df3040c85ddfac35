#include "shared/wire/Wire.h"

namespace chengban::wire {

QString centreScope()
{
    return QStringLiteral("centre");
}

QString unitScope(const UnitId &unit)
{
    return QStringLiteral("unit:") + unit.value;
}

QString archiveScope()
{
    return QStringLiteral("archive");
}

QString scopeOf(const Actor &actor)
{
    switch (actor.role) {
    case Role::Clerk:
    case Role::SectionHead:
    case Role::DeputyLeader:
    case Role::PrincipalLeader:
        return unitScope(actor.unit);
    case Role::Centre:
        return centreScope();
    case Role::Archivist:
        return archiveScope();
    case Role::SystemAdmin:
    case Role::SecurityAdmin:
    case Role::AuditAdmin:
    case Role::System:
        break;
    }
    return {};
}

} // namespace chengban::wire

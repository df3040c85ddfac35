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

QString sectionScope(const UnitId &unit, const SectionId &section)
{
    return QStringLiteral("section:") + unit.value + QLatin1Char('/') + section.value;
}

QString personScope(const UserId &person)
{
    return QStringLiteral("person:") + person.value;
}

namespace {

QString reachedScope(const Actor &actor)
{
    switch (actor.reach.kind) {
    case Reach::Kind::Unit:
        return unitScope(actor.unit);
    case Reach::Kind::Section:
        return sectionScope(actor.unit, actor.reach.section);
    case Reach::Kind::Own:
        return personScope(actor.user);
    case Reach::Kind::Supervisor:
        return QStringLiteral("supervisor:%1.%2").arg(actor.user.value).arg(actor.reach.version);
    }
    Q_UNREACHABLE();
}

} // namespace

QString scopeOf(const Actor &actor)
{
    switch (actor.role) {
    case Role::Clerk:
    case Role::SectionHead:
    case Role::DeputyLeader:
    case Role::PrincipalLeader:
        return reachedScope(actor);
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

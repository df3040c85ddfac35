#include "server/services/DemoPeople.h"

#include <QRandomGenerator>
#include <QSet>

#include <algorithm>

namespace chengban {

using namespace Qt::StringLiterals;

namespace {

struct Place
{
    const char *name;
    Role role;
};

constexpr std::array inEachUnit{
    Place{"clerk1", Role::Clerk},
    Place{"clerk2", Role::Clerk},
    Place{"section", Role::SectionHead},
    Place{"deputy", Role::DeputyLeader},
    Place{"leader", Role::PrincipalLeader},
};

constexpr std::array atTheCentre{
    Place{"centre1", Role::Centre},
    Place{"centre2", Role::Centre},
    Place{"centre3", Role::Centre},
    Place{"archivist", Role::Archivist},
    Place{"sysadmin", Role::SystemAdmin},
    Place{"secadmin", Role::SecurityAdmin},
    Place{"auditadmin", Role::AuditAdmin},
};

/// Hands out names, none twice.
class Names
{
public:
    Names(const DemoData &data, quint32 seed)
        : m_data(data)
        , m_random(seed)
    {
    }

    QString next()
    {
        for (;;) {
            const QString name = oneOf(m_data.surnames) + oneOf(m_data.givenNames);
            if (m_used.contains(name))
                continue;
            m_used.insert(name);
            return name;
        }
    }

private:
    QString oneOf(const QStringList &list) { return list[m_random.bounded(static_cast<int>(list.size()))]; }

    const DemoData &m_data;
    QRandomGenerator m_random;
    QSet<QString> m_used;
};

} // namespace

UserId demoUser(const UnitId &unit, const char *place)
{
    return {unit.value + u'-' + QString::fromLatin1(place)};
}

QString demoUnitName(const wire::Directory &directory, const UnitId &unit)
{
    const auto found = std::ranges::find(directory.units, unit, &wire::DirectoryUnit::id);
    return found == directory.units.end() ? QString() : found->name;
}

QList<wire::DirectoryPerson> demoPeople(const DemoData &data, quint32 seed)
{
    Names names(data, seed);
    QList<wire::DirectoryPerson> people;
    const wire::DirectoryUnit &centre = data.units.first();
    for (const Place &place : atTheCentre)
        people.append({{QString::fromLatin1(place.name)}, names.next(), centre.id, place.role, centre.phone});
    for (const wire::DirectoryUnit &unit : data.units.sliced(1)) {
        for (const Place &place : inEachUnit)
            people.append({demoUser(unit.id, place.name), names.next(), unit.id, place.role, unit.phone});
    }
    return people;
}

} // namespace chengban

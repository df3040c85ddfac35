#pragma once

#include "shared/base/Names.h"
#include "shared/base/Result.h"
#include "shared/cases/Actor.h"

#include <QList>

#include <array>

namespace chengban {

class Database;

enum class ReachKind {
    Whole, ///< What the role gives: the unit, the centre, the archive.
    Section, ///< Of a unit's person: what was handed down to the section or village.
    Person, ///< Of a unit's person: what was handed down to that person by name.
    Supervisor, ///< Of an archivist's role: cases under a supervision order, masked, to be read only.
};

constexpr auto namesOf(ReachKind)
{
    return std::array{Named{ReachKind::Whole, "whole"}, Named{ReachKind::Section, "section"},
        Named{ReachKind::Person, "person"}, Named{ReachKind::Supervisor, "supervisor"}};
}

/// How far a person's desk reaches, where it is narrower than the role.
struct Reach
{
    ReachKind kind = ReachKind::Whole;
    QString section; ///< Id.
    QString sectionName;
    bool operator==(const Reach &) const = default;
};

/// A section of a unit, or a village that belongs to it.
struct Section
{
    QString id;
    UnitId unit;
    QString name; ///< As hand-downs call it.
    bool operator==(const Section &) const = default;
};

[[nodiscard]] QString sectionScope(const UnitId &unit, const QString &section);
[[nodiscard]] QString personScope(const UserId &user);
[[nodiscard]] QString supervisorScope();
/// The feed that somebody of that reach follows: the role's own, or a narrower one.
[[nodiscard]] QString scopeOf(const Actor &actor, const Reach &reach);

/// Sections, and whose desk is narrower than the role.
class ReachStore
{
public:
    explicit ReachStore(Database &database)
        : m_database(database)
    {
    }

    [[nodiscard]] Result<Reach> of(const TenantId &tenant, const UserId &user);
    [[nodiscard]] Result<void> put(const TenantId &tenant, const UserId &user, const Reach &reach);
    [[nodiscard]] Result<QList<Section>> sections(const TenantId &tenant, const UnitId &unit);
    [[nodiscard]] Result<void> putSection(const TenantId &tenant, const Section &section);
    /// People of the unit who have that name.
    [[nodiscard]] Result<QList<UserId>> named(
        const TenantId &tenant, const UnitId &unit, const QString &name);

private:
    Database &m_database;
};

} // namespace chengban

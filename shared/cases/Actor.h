#pragma once

#include "shared/base/Ids.h"
#include "shared/base/Names.h"
#include "shared/base/Result.h"

#include <QJsonObject>

#include <array>

namespace chengban {

enum class Role {
    Clerk, ///< 承办人
    SectionHead, ///< 股室负责人
    DeputyLeader, ///< 分管领导
    PrincipalLeader, ///< 主要领导
    Centre, ///< Hotline centre: dispatch, review, callback.
    Archivist,
    SystemAdmin, ///< Three administrator roles; none of them reads cases.
    SecurityAdmin,
    AuditAdmin,
    System, ///< The server's own jobs and imports.
};

constexpr auto namesOf(Role)
{
    return std::array{Named{Role::Clerk, "clerk"}, Named{Role::SectionHead, "section-head"},
        Named{Role::DeputyLeader, "deputy-leader"}, Named{Role::PrincipalLeader, "principal-leader"},
        Named{Role::Centre, "centre"}, Named{Role::Archivist, "archivist"},
        Named{Role::SystemAdmin, "system-admin"}, Named{Role::SecurityAdmin, "security-admin"},
        Named{Role::AuditAdmin, "audit-admin"}, Named{Role::System, "system"}};
}

/// How much of the units' work a person of a unit sees (docs/adr/0023). Says nothing of what they may do.
struct Reach
{
    enum class Kind {
        Unit, ///< The unit's cases.
        Section, ///< What was handed down to one section or village.
        Own, ///< What was handed down to the person.
        Supervisor, ///< The own unit's, and to be read those of others.
    };
    Kind kind = Kind::Unit;
    SectionId section; ///< Of Section.
    QList<UnitId> units; ///< Of Supervisor.
    int version = 0; ///< Counts its changes: another version of a supervisor's reach is another feed.

    bool operator==(const Reach &) const = default;
};

constexpr auto namesOf(Reach::Kind)
{
    using enum Reach::Kind;
    return std::array{
        Named{Unit, "unit"}, Named{Section, "section"}, Named{Own, "own"}, Named{Supervisor, "supervisor"}};
}

/// Who acts, with names as they were at that time: an archive must not depend on today's directory.
struct Actor
{
    TenantId tenant;
    UserId user;
    QString name;
    UnitId unit;
    QString unitName;
    Role role = Role::Clerk; ///< Of a substitute: the role of the post taken.
    DeviceId device;
    UserId actingFor; ///< Empty unless a substitute acts (Substitution.h).
    QString actingForName;
    Reach reach = {}; ///< Of a log-in; stands in no event.

    bool operator==(const Actor &) const = default;
};

/// Without the reach, which is no part of the record.
[[nodiscard]] QJsonObject toJson(const Actor &actor);
[[nodiscard]] Result<Actor> actorFromJson(const QJsonObject &json);
/// An actor with the reach, as members "actor" and (unless it is the whole unit) "reach" of something kept.
void writeLogIn(QJsonObject &json, const Actor &actor);
[[nodiscard]] Result<Actor> logInFrom(const QJsonObject &json);
[[nodiscard]] QJsonObject toJson(const Reach &reach);
[[nodiscard]] Result<Reach> reachFromJson(const QJsonObject &json);

} // namespace chengban

#pragma once

#include "shared/base/Result.h"
#include "shared/cases/Actor.h"
#include "shared/rules/Policies.h"

#include <QDate>
#include <QJsonObject>
#include <QList>

#include <optional>

namespace chengban {

/// Somebody of the same unit stands in for the holder of a post on some days (AB角, M23): takes the steps of
/// that post under the own name and with the own key, marked as acting for the holder. The holder may act all
/// the same.
struct Substitution
{
    QString id; ///< UUIDv7.
    UserId holder;
    UserId substitute;
    QDate from; ///< Days of the county, both included.
    QDate to;
    QString reason;
    UserId appointedBy;
    QString appointedByName;
    qint64 appointedAtMs = 0;
    std::optional<qint64> revokedAtMs; ///< Over from that moment on.
    QString revokedByName;

    bool operator==(const Substitution &) const = default;
};

[[nodiscard]] QJsonObject toJson(const Substitution &substitution);
[[nodiscard]] Result<Substitution> substitutionFromJson(const QJsonObject &json);

/// The longest period, in days: a post that is empty for longer gets a new holder.
inline constexpr int longestSubstitution = 366;

/// A post inside a unit, which somebody else can take over.
[[nodiscard]] bool isUnitPost(Role role);
[[nodiscard]] bool isInForce(const Substitution &substitution, qint64 atMs);
/// It is in force or will be.
[[nodiscard]] bool isOpen(const Substitution &substitution, qint64 nowMs);

/// `own` on the post of `holder`: own name, key and device; unit and role of the post, so that every rule
/// about levels holds as it does for the holder. Errors: SubstituteNotInForce, also for a holder who is of
/// another unit, or of none, by now.
[[nodiscard]] Result<Actor> standingIn(
    const Actor &own, const Actor &holder, const QList<Substitution> &all, qint64 atMs);

/// Who may appoint a substitute and take that back: the holder of the post, the unit's principal leader, the
/// county's system administrator.
[[nodiscard]] bool mayArrange(const Actor &by, const Actor &holder);

/// The people of an appointment as the directory knows them.
struct SubstitutionPeople
{
    Actor by;
    Actor holder;
    Actor substitute;
};

/// Whether `wanted` may be added to what is there. Errors: Forbidden; BadInput with the field for days that
/// are over, in the wrong order or too many; SubstituteNotAllowed for the same person, another unit, or a
/// post that `policy` leaves out; SubstituteOverlaps when the holder has one on one of the days;
/// SubstituteOfSubstitute when one of the two is on the other side of a substitution then: who is away does
/// not stand in, and a post that was taken over is not handed on.
[[nodiscard]] Result<void> mayAppoint(const Substitution &wanted, const SubstitutionPeople &people,
    const QList<Substitution> &all, const SubstitutionPolicy &policy, qint64 nowMs);

} // namespace chengban

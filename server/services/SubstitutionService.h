#pragma once

#include "server/services/Backend.h"
#include "shared/wire/Wire.h"

namespace chengban {

class Database;

/// Appoints substitutes, takes that back, and tells whether somebody may act as one now. Each is
/// in the audit log.
class SubstitutionService
{
public:
    explicit SubstitutionService(const Backend &backend)
        : m_backend(backend)
    {
    }

    /// Errors: NotFound for people who are not in the directory; those of mayAppoint() under the county's
    /// rules that are in force.
    [[nodiscard]] Result<Substitution> appoint(
        const Actor &by, const wire::Appointment &wanted, qint64 nowMs);
    /// Takes it back from now on; once more gives the same answer. Errors: NotFound, also for who may not.
    [[nodiscard]] Result<Substitution> revoke(const Actor &by, const QString &id, qint64 nowMs);

private:
    const Backend &m_backend;
};

/// The sender of a command as the actor it names: on the own post, or on that of somebody else. Reads in the
/// caller's transaction. Errors: SubstituteNotInForce.
[[nodiscard]] Result<Actor> actorOnPost(
    Database &database, const Actor &sender, const UserId &actingFor, qint64 nowMs);

} // namespace chengban

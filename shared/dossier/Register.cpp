#include "shared/dossier/Register.h"

#include "shared/dossier/Filing.h"

namespace chengban {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestReason = 1000;

bool isOpen(const DossierLine &line)
{
    return line.disposal && line.disposal->state == DisposalState::Proposed;
}

Result<void> reasonGiven(const QString &reason)
{
    if (reason.trimmed().isEmpty())
        return fail(ErrorCode::ReasonMissing);
    return reason.size() <= longestReason ? Result<void>() : fail(ErrorCode::TooLarge, u"reason"_s);
}

bool isSame(const Actor &actor, const UserId &user)
{
    return actor.user == user || (!actor.actingFor.isEmpty() && actor.actingFor == user);
}

} // namespace

std::optional<DisposalKind> dueNow(const DossierLine &line, int year)
{
    if (line.state != DossierState::Kept)
        return std::nullopt;
    const int ends = retentionEnds(line.facts.year, line.facts.retention);
    // To the end of that year: due from the next one on.
    if (ends > 0)
        return ends < year ? std::optional(DisposalKind::Destroy) : std::nullopt;
    const bool oldEnough = line.facts.year + line.facts.transferAfterYears < year;
    return oldEnough ? std::optional(DisposalKind::Transfer) : std::nullopt;
}

bool keepsRegister(const Actor &actor)
{
    return actor.role == Role::Archivist || actor.role == Role::Centre;
}

Result<void> mayPropose(const DossierLine &line, const Disposal &proposal, const Actor &actor, int year)
{
    if (!keepsRegister(actor))
        return fail(ErrorCode::Forbidden);
    if (const auto given = reasonGiven(proposal.reason); !given)
        return given;
    if (proposal.kind == DisposalKind::Transfer && proposal.receiver.trimmed().isEmpty())
        return fail(ErrorCode::MissingField, u"receiver"_s);
    if (line.state != DossierState::Kept)
        return fail(ErrorCode::DossierGone);
    if (isOpen(line))
        return fail(ErrorCode::Conflict);
    return dueNow(line, year) == proposal.kind ? Result<void>() : fail(ErrorCode::DossierNotDue);
}

Result<void> mayDecide(const DossierLine &line, const Actor &actor, const QString &reason)
{
    if (!keepsRegister(actor))
        return fail(ErrorCode::Forbidden);
    if (const auto given = reasonGiven(reason); !given)
        return given;
    if (!isOpen(line))
        return fail(ErrorCode::Conflict);
    return isSame(actor, line.disposal->proposedBy) ? fail(ErrorCode::SamePerson) : Result<void>();
}

} // namespace chengban

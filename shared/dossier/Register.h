#pragma once

#include "shared/base/Names.h"
#include "shared/cases/Actor.h"
#include "shared/dossier/PackageFacts.h"

#include <QString>

#include <array>
#include <optional>

namespace chengban {

enum class DossierState {
    Kept,
    Destroyed, ///< The package is gone, the line stays.
    Transferred, ///< The county's archives have it; the package stays readable here.
};

constexpr auto namesOf(DossierState)
{
    using enum DossierState;
    return std::array{Named{Kept, "kept"}, Named{Destroyed, "destroyed"}, Named{Transferred, "transferred"}};
}

enum class DisposalKind { Destroy, Transfer };

constexpr auto namesOf(DisposalKind)
{
    return std::array{Named{DisposalKind::Destroy, "destroy"}, Named{DisposalKind::Transfer, "transfer"}};
}

enum class DisposalState { Proposed, Approved, Refused };

constexpr auto namesOf(DisposalState)
{
    using enum DisposalState;
    return std::array{Named{Proposed, "proposed"}, Named{Approved, "approved"}, Named{Refused, "refused"}};
}

/// That a dossier be destroyed or handed over: proposed by one person, decided by another.
struct Disposal
{
    QString id;
    DisposalKind kind = DisposalKind::Destroy;
    DisposalState state = DisposalState::Proposed;
    QString reason;
    QString receiver; ///< Of a transfer: who takes it.
    UserId proposedBy;
    QString proposedByName;
    qint64 proposedAtMs = 0;
    UserId decidedBy; ///< Empty before.
    QString decidedByName;
    QString decisionReason;
    qint64 decidedAtMs = 0;
    bool operator==(const Disposal &) const = default;
};

/// One line of the centre's register of dossiers (HB7.7, HC6).
struct DossierLine
{
    QString id;
    CaseId caseId;
    UnitId unit; ///< That formed the dossier.
    PackageFacts facts;
    QString sha256; ///< Of the package as one file, hex.
    QString sm3;
    qint64 bytes = 0;
    UserId filedBy;
    QString filedByName;
    QString filedByUnitName;
    qint64 filedAtMs = 0;
    DossierState state = DossierState::Kept;
    std::optional<Disposal> disposal; ///< The latest.
    bool operator==(const DossierLine &) const = default;
};

/// For what a dossier was opened.
enum class OpeningPurpose { Read, Reprint, Verify };

constexpr auto namesOf(OpeningPurpose)
{
    using enum OpeningPurpose;
    return std::array{Named{Read, "read"}, Named{Reprint, "reprint"}, Named{Verify, "verify"}};
}

/// One line of the register of who opened what.
struct Opening
{
    qint64 atMs = 0;
    UserId user;
    QString userName;
    QString unitName;
    OpeningPurpose purpose = OpeningPurpose::Read;
    bool operator==(const Opening &) const = default;
};

/// What is due in that year of the county: destruction when the retention is over, transfer of permanent
/// ones after the years their template names. None for a line that is no longer kept.
[[nodiscard]] std::optional<DisposalKind> dueNow(const DossierLine &line, int year);

/// Whether the actor keeps the register: sees all of it, opens packages, proposes and decides.
[[nodiscard]] bool keepsRegister(const Actor &actor);

/// Errors: Forbidden, ReasonMissing, DossierGone, Conflict while another proposal is open, DossierNotDue;
/// MissingField for a transfer without a receiver.
[[nodiscard]] Result<void> mayPropose(
    const DossierLine &line, const Disposal &proposal, const Actor &actor, int year);
/// Errors: Forbidden, ReasonMissing, SamePerson, Conflict when nothing is open.
[[nodiscard]] Result<void> mayDecide(const DossierLine &line, const Actor &actor, const QString &reason);

} // namespace chengban

#pragma once

#include "shared/base/Names.h"
#include "shared/cases/Actor.h"
#include "shared/cases/Case.h"

#include <array>

namespace chengban::server {

/// What can be done at the server; every route names one.
enum class Action {
    LogIn,
    LogOut,
    Follow, ///< The change feed of a scope.
    Command, ///< Send commands; which, decides the step table (shared/cases).
    ReadCase,
    RevealIdentity,
    ReportReveals, ///< Reveals made offline.
    Upload,
    ReadFile,
    FileDossier,
    ReadRegister, ///< Lines of the register of dossiers; units their own.
    OpenDossier, ///< The package itself, which is not masked.
    Dispose, ///< Propose and decide on destruction or transfer.
    ReadDirectory, ///< People, units, public keys.
    ReadRules,
    ReadUpdates, ///< Newer versions of the client.
    EnrolKey,
    RevokeKey,
    ShowCard, ///< The public keys of the own computer.
    HandOver, ///< Drafts between colleagues; to whom, decides HandoverService.
    TellPresence, ///< Who writes on a case, inside one unit.
    ArrangeSubstitute, ///< Appoint one and take it back; for whom, decides mayArrange() (shared/cases).
    ReadDevices,
    RevokeDevice,
    Import,
    ReadRoots,
    ReadAudit,
    Probe, ///< Health, figures without content, the API's document.
};

constexpr auto namesOf(Action)
{
    using enum Action;
    return std::array{Named{LogIn, "log-in"}, Named{LogOut, "log-out"}, Named{Follow, "follow"},
        Named{Command, "command"}, Named{ReadCase, "read-case"}, Named{RevealIdentity, "reveal-identity"},
        Named{ReportReveals, "report-reveals"}, Named{Upload, "upload"}, Named{ReadFile, "read-file"},
        Named{ReadDirectory, "read-directory"}, Named{FileDossier, "file-dossier"},
        Named{ReadRegister, "read-register"}, Named{OpenDossier, "open-dossier"}, Named{Dispose, "dispose"},
        Named{ReadRules, "read-rules"}, Named{ReadUpdates, "read-updates"}, Named{EnrolKey, "enrol-key"},
        Named{RevokeKey, "revoke-key"}, Named{ShowCard, "show-card"}, Named{HandOver, "hand-over"},
        Named{TellPresence, "tell-presence"}, Named{ArrangeSubstitute, "arrange-substitute"},
        Named{ReadDevices, "read-devices"}, Named{RevokeDevice, "revoke-device"}, Named{Import, "import"},
        Named{ReadRoots, "read-roots"}, Named{ReadAudit, "read-audit"}, Named{Probe, "probe"}};
}

enum class Permission {
    Deny,
    Mask, ///< Without the citizen's identity.
    Allow,
};

/// What an action is about, as far as it is known where it is asked.
struct Resource
{
    TenantId tenant;
    QString scope; ///< Of a feed: "centre" or "unit:<id>"; empty for everything else.
    UserId owner; ///< Of a key, device or upload; empty when it belongs to nobody.
    std::optional<Access> access; ///< Of the actor's unit to a case, where a case is meant and it is known.
};

/// The one authorisation function. Nobody reaches into another county; administrators never read cases; what
/// a unit sees of a case follows its access (design 4).
[[nodiscard]] Permission permits(const Actor &actor, Action action, const Resource &resource);

/// Whether the action needs no log-in.
[[nodiscard]] bool isOpen(Action action);

} // namespace chengban::server

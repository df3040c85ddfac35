#include "server/api/Api.h"

#include <array>

namespace chengban::server {

namespace {

constexpr qint64 none = 0;
constexpr qint64 small = 16 * 1024;
constexpr qint64 list = 256 * 1024;
constexpr qint64 draft = 512 * 1024; ///< Sealed, in base64.
constexpr qint64 file = 16 << 20; ///< A spreadsheet of cases in base64: as much JSON as is parsed at once.
constexpr qint64 large = 8 << 20; ///< A batch of commands, or one chunk of a file.

// clang-format off
constexpr std::array table{
    Route{"POST", "/v1/sessions", Action::LogIn, small, logIn, Rate::LogIn},
    Route{"POST", "/v1/sessions/refresh", Action::LogIn, small, refreshSession, Rate::LogIn},
    Route{"DELETE", "/v1/sessions/current", Action::LogOut, none, logOut},
    Route{"GET", "/v1/feed", Action::Follow, none, readFeed},
    Route{"POST", "/v1/commands", Action::Command, large, submitCommands},
    Route{"GET", "/v1/cases/{}", Action::ReadCase, none, readCase},
    Route{"POST", "/v1/cases/{}/reveal", Action::RevealIdentity, small, revealIdentity},
    Route{"PUT", "/v1/cases/{}/presence", Action::TellPresence, small, sayPresence},
    Route{"OPTIONS", "/v1/uploads", Action::Probe, none, uploadOptions},
    Route{"POST", "/v1/uploads", Action::Upload, none, createUpload},
    Route{"HEAD", "/v1/uploads/{}", Action::Upload, none, uploadOffset},
    Route{"PATCH", "/v1/uploads/{}", Action::Upload, large, uploadChunk},
    Route{"DELETE", "/v1/uploads/{}", Action::Upload, none, endUpload},
    Route{"GET", "/v1/blobs/{}", Action::ReadFile, none, readFile},
    Route{"POST", "/v1/dossiers", Action::FileDossier, small, fileDossier},
    Route{"GET", "/v1/dossiers", Action::ReadRegister, none, listDossiers},
    Route{"GET", "/v1/dossiers/{}", Action::ReadRegister, none, readDossier},
    Route{"GET", "/v1/dossiers/{}/package", Action::OpenDossier, none, openDossier},
    Route{"POST", "/v1/dossiers/{}/disposals", Action::Dispose, small, proposeDisposal},
    Route{"POST", "/v1/dossiers/{}/decision", Action::Dispose, small, decideDisposal},
    Route{"GET", "/v1/directory", Action::ReadDirectory, none, readDirectory},
    Route{"GET", "/v1/rulepacks", Action::ReadRules, none, listRulePacks},
    Route{"GET", "/v1/rulepacks/{}", Action::ReadRules, none, readRulePack},
    Route{"GET", "/v1/calendars", Action::ReadRules, none, readCalendars},
    Route{"GET", "/v1/updates", Action::ReadUpdates, none, offerUpdate},
    Route{"GET", "/v1/updates/{}", Action::ReadUpdates, none, readUpdate},
    Route{"GET", "/v1/keys", Action::ReadDirectory, none, listKeys},
    Route{"POST", "/v1/keys", Action::EnrolKey, small, enrolKey},
    Route{"GET", "/v1/keys/device", Action::ReadDirectory, none, listCards},
    Route{"PUT", "/v1/keys/device", Action::ShowCard, small, showCard},
    Route{"DELETE", "/v1/keys/{}", Action::RevokeKey, none, revokeKey},
    Route{"POST", "/v1/handovers", Action::HandOver, draft, giveDraft},
    Route{"GET", "/v1/handovers", Action::HandOver, none, listHandovers},
    Route{"PUT", "/v1/handovers/{}", Action::HandOver, small, answerHandover},
    Route{"DELETE", "/v1/handovers/{}", Action::HandOver, none, withdrawHandover},
    Route{"POST", "/v1/substitutions", Action::ArrangeSubstitute, small, appointSubstitute},
    Route{"DELETE", "/v1/substitutions/{}", Action::ArrangeSubstitute, none, revokeSubstitute},
    Route{"GET", "/v1/devices", Action::ReadDevices, none, listDevices},
    Route{"DELETE", "/v1/devices/{}", Action::RevokeDevice, none, revokeDevice},
    Route{"POST", "/v1/imports", Action::Import, file, importCases},
    Route{"GET", "/v1/audit", Action::ReadAudit, none, readAudit},
    Route{"POST", "/v1/audit", Action::ReportReveals, list, reportReveals},
    Route{"GET", "/v1/roots/latest", Action::ReadRoots, none, latestRoot},
    Route{"GET", "/v1/openapi.yaml", Action::Probe, none, readDocument},
    Route{"GET", "/healthz", Action::Probe, none, readHealth},
    Route{"GET", "/readyz", Action::Probe, none, readReadiness},
    Route{"GET", "/metrics", Action::Probe, none, readMetrics},
};
// clang-format on

} // namespace

std::span<const Route> routes()
{
    return table;
}

} // namespace chengban::server

#pragma once

#include "server/api/Exchange.h"
#include "server/auth/Permits.h"
#include "server/auth/Sessions.h"
#include "server/services/Backend.h"
#include "shared/base/Result.h"

#include <QJsonObject>

#include <functional>
#include <span>

namespace chengban::server {

class PresenceBoard;

/// What the handlers stand on. Made once in main; any thread may use it.
struct Api
{
    const Backend &backend;
    Sessions &sessions;
    QString recoveryKey; ///< The county's X25519 public key, base64.
    std::function<qint64()> nowMs;
    std::function<QByteArray()> figures; ///< Of the listener, in Prometheus's text form.
    PresenceBoard *presence = nullptr; ///< The edge's.
};

/// One request of somebody who is known and permitted.
struct Call
{
    const Request &request;
    Actor actor; ///< Empty on open routes.
    Bearer bearer; ///< Likewise.
    qint64 nowMs = 0;

    [[nodiscard]] QString capture() const { return request.captures.value(0); }
    [[nodiscard]] QString parameter(const QString &name) const;
};

using Handler = Response (*)(const Api &api, const Call &call);

enum class Rate {
    Free,
    LogIn, ///< Counted by address.
};

/// One row for each method of a path; 404 and 405 fall out of the table.
struct Route
{
    const char *method;
    const char *path; ///< "{}" stands for one segment.
    Action action;
    qint64 bodyLimit; ///< Bytes.
    Handler handler;
    Rate rate = Rate::Free;
};

[[nodiscard]] std::span<const Route> routes();

/// The body as a JSON object. Errors: BadInput when it is announced as something else, and those of parsing.
[[nodiscard]] Result<QJsonObject> jsonBody(const Request &request);
/// A whole number from the query, held between the bounds; `otherwise` when absent or no number.
[[nodiscard]] int boundedParameter(const Call &call, const QString &name, int least, int most, int otherwise);
/// The problem for the caller; what only we may know goes to the log.
[[nodiscard]] Response refusalOf(const Error &error);
/// Adds the ETag and answers 304 when the caller has this body already.
[[nodiscard]] Response withEtag(const Request &request, Response response);

// Handlers, one file for each resource.
[[nodiscard]] Response logIn(const Api &api, const Call &call);
[[nodiscard]] Response refreshSession(const Api &api, const Call &call);
[[nodiscard]] Response logOut(const Api &api, const Call &call);
[[nodiscard]] Response readFeed(const Api &api, const Call &call);
[[nodiscard]] Response submitCommands(const Api &api, const Call &call);
[[nodiscard]] Response readCase(const Api &api, const Call &call);
[[nodiscard]] Response revealIdentity(const Api &api, const Call &call);
[[nodiscard]] Response uploadOptions(const Api &api, const Call &call);
[[nodiscard]] Response createUpload(const Api &api, const Call &call);
[[nodiscard]] Response uploadOffset(const Api &api, const Call &call);
[[nodiscard]] Response uploadChunk(const Api &api, const Call &call);
[[nodiscard]] Response endUpload(const Api &api, const Call &call);
[[nodiscard]] Response readFile(const Api &api, const Call &call);
[[nodiscard]] Response fileDossier(const Api &api, const Call &call);
[[nodiscard]] Response listDossiers(const Api &api, const Call &call);
[[nodiscard]] Response readDossier(const Api &api, const Call &call);
[[nodiscard]] Response openDossier(const Api &api, const Call &call);
[[nodiscard]] Response proposeDisposal(const Api &api, const Call &call);
[[nodiscard]] Response decideDisposal(const Api &api, const Call &call);
[[nodiscard]] Response readDirectory(const Api &api, const Call &call);
[[nodiscard]] Response listRulePacks(const Api &api, const Call &call);
[[nodiscard]] Response readRulePack(const Api &api, const Call &call);
[[nodiscard]] Response readCalendars(const Api &api, const Call &call);
[[nodiscard]] Response offerUpdate(const Api &api, const Call &call);
[[nodiscard]] Response readUpdate(const Api &api, const Call &call);
[[nodiscard]] Response listKeys(const Api &api, const Call &call);
[[nodiscard]] Response enrolKey(const Api &api, const Call &call);
[[nodiscard]] Response revokeKey(const Api &api, const Call &call);
[[nodiscard]] Response appointSubstitute(const Api &api, const Call &call);
[[nodiscard]] Response revokeSubstitute(const Api &api, const Call &call);
[[nodiscard]] Response listCards(const Api &api, const Call &call);
[[nodiscard]] Response showCard(const Api &api, const Call &call);
[[nodiscard]] Response giveDraft(const Api &api, const Call &call);
[[nodiscard]] Response listHandovers(const Api &api, const Call &call);
[[nodiscard]] Response answerHandover(const Api &api, const Call &call);
[[nodiscard]] Response withdrawHandover(const Api &api, const Call &call);
[[nodiscard]] Response sayPresence(const Api &api, const Call &call);
[[nodiscard]] Response listDevices(const Api &api, const Call &call);
[[nodiscard]] Response revokeDevice(const Api &api, const Call &call);
[[nodiscard]] Response readAudit(const Api &api, const Call &call);
[[nodiscard]] Response reportReveals(const Api &api, const Call &call);
[[nodiscard]] Response importCases(const Api &api, const Call &call);
[[nodiscard]] Response latestRoot(const Api &api, const Call &call);
[[nodiscard]] Response readDocument(const Api &api, const Call &call);
[[nodiscard]] Response readHealth(const Api &api, const Call &call);
[[nodiscard]] Response readReadiness(const Api &api, const Call &call);
[[nodiscard]] Response readMetrics(const Api &api, const Call &call);

} // namespace chengban::server

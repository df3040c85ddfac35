#include "server/api/Answers.h"
#include "server/api/Api.h"
#include "server/services/AuditService.h"
#include "server/services/DirectoryService.h"
#include "server/services/ServerKeys.h"
#include "shared/canonical/JsonReader.h"
#include "shared/wire/Wire.h"

namespace chengban::server {

namespace {

Result<wire::Session> sessionOf(const Api &api, const Tokens &tokens, qint64 nowMs)
{
    const auto actor = DirectoryService(api.backend).actorFor(tokens.tenant, tokens.user, tokens.device);
    if (!actor) // An account that stands in no directory cannot act.
        return fail(actor.error().code == ErrorCode::NotFound ? Error{ErrorCode::WrongCredentials, {}}
                                                              : actor.error());
    return wire::Session{tokens.access, tokens.accessExpiresMs, tokens.refresh, *actor, nowMs,
        QString::fromLatin1(api.backend.keys.publicKeyPem), api.recoveryKey};
}

void recordRefusal(const Api &api, const wire::LogIn &given, qint64 nowMs)
{
    const auto actor = DirectoryService(api.backend).actorFor({given.tenant}, {given.user}, {given.device});
    if (actor) // Names that exist nowhere would fill the audit log with whatever a stranger types.
        (void)AuditService(api.backend)
            .record(*actor, AuditAction::LogInRefused, given.user, QString(), nowMs);
}

} // namespace

Response logIn(const Api &api, const Call &call)
{
    const auto json = jsonBody(call.request);
    const auto given = json ? wire::logInFromJson(*json) : Result<wire::LogIn>(fail(json.error()));
    if (!given)
        return refusalOf(given.error());
    if (given->device.isEmpty() || given->device.size() > 100 || given->deviceName.size() > 200)
        return problemAnswer(ErrorCode::BadInput);
    const auto tokens = api.sessions.logIn(
        {{given->tenant}, {given->user}, given->password, {given->device}, given->deviceName}, call.nowMs);
    if (!tokens) {
        recordRefusal(api, *given, call.nowMs);
        return refusalOf(tokens.error());
    }
    const auto session = sessionOf(api, *tokens, call.nowMs);
    if (!session)
        return refusalOf(session.error());
    const auto recorded = AuditService(api.backend)
                              .record(session->actor, AuditAction::LogIn, QString(), QString(), call.nowMs);
    return recorded ? jsonAnswer(wire::toJson(*session), 201) : refusalOf(recorded.error());
}

Response refreshSession(const Api &api, const Call &call)
{
    const auto json = jsonBody(call.request);
    if (!json)
        return refusalOf(json.error());
    JsonReader reader(*json);
    const QString token = reader.string(QStringLiteral("refreshToken"));
    const DeviceId device{reader.string(QStringLiteral("device"))};
    if (const auto read = reader.finish(); !read)
        return refusalOf(read.error());
    const auto tokens = api.sessions.refresh(token, device, call.nowMs);
    if (!tokens)
        return refusalOf(tokens.error());
    const auto session = sessionOf(api, *tokens, call.nowMs);
    return session ? jsonAnswer(wire::toJson(*session)) : refusalOf(session.error());
}

Response logOut(const Api &api, const Call &call)
{
    if (const auto done = api.sessions.logOut(call.bearer); !done)
        return refusalOf(done.error());
    const auto recorded
        = AuditService(api.backend).record(call.actor, AuditAction::LogOut, QString(), QString(), call.nowMs);
    return recorded ? emptyAnswer(204) : refusalOf(recorded.error());
}

} // namespace chengban::server

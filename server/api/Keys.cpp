#include "server/api/Answers.h"
#include "server/api/Api.h"
#include "server/services/DirectoryService.h"
#include "server/services/KeyService.h"
#include "shared/canonical/JsonReader.h"

#include <QJsonArray>

#include <algorithm>

namespace chengban::server {

namespace {

struct Enrolment
{
    QByteArray publicKeyPem;
    UserId witness;
    QString witnessPassword;
};

Result<Enrolment> enrolmentOf(const Request &request)
{
    const auto json = jsonBody(request);
    if (!json)
        return fail(json.error());
    JsonReader reader(*json);
    const Enrolment enrolment{reader.string(QStringLiteral("publicKeyPem")).toUtf8(),
        {reader.string(QStringLiteral("witness"))}, reader.string(QStringLiteral("witnessPassword"))};
    if (const auto read = reader.finish(); !read)
        return fail(read.error());
    return enrolment;
}

/// Another person of the same unit, or a security administrator.
bool mayWitness(const Actor &witness, const Actor &actor)
{
    return witness.user != actor.user && (witness.role == Role::SecurityAdmin || witness.unit == actor.unit);
}

} // namespace

Response listKeys(const Api &api, const Call &call)
{
    const auto keys = KeyService(api.backend).keys(call.actor.tenant);
    if (!keys)
        return refusalOf(keys.error());
    QJsonArray array;
    for (const EnrolledKey &key : *keys)
        array.append(toJson(key));
    return withEtag(call.request, jsonAnswer({{QStringLiteral("keys"), array}}));
}

Response enrolKey(const Api &api, const Call &call)
{
    const auto given = enrolmentOf(call.request);
    if (!given)
        return refusalOf(given.error());
    const TenantId &tenant = call.actor.tenant;
    // The password first: who cannot prove to be the witness learns nothing about units and roles.
    const auto proved
        = api.sessions.checkPassword(tenant, given->witness, given->witnessPassword, call.nowMs);
    if (!proved)
        return refusalOf(proved.error());
    const auto witness = DirectoryService(api.backend).actorFor(tenant, given->witness, {});
    if (!witness || !mayWitness(*witness, call.actor))
        return problemAnswer(ErrorCode::Forbidden);
    const auto key
        = KeyService(api.backend).enrol(call.actor, given->publicKeyPem, given->witness, call.nowMs);
    return key ? jsonAnswer(toJson(*key), 201) : refusalOf(key.error());
}

Response revokeKey(const Api &api, const Call &call)
{
    const auto keys = KeyService(api.backend).keys(call.actor.tenant);
    if (!keys)
        return refusalOf(keys.error());
    const KeyId id{call.capture()};
    const auto found = std::ranges::find(*keys, id, &EnrolledKey::id);
    if (found == keys->end()
        || permits(call.actor, Action::RevokeKey, {call.actor.tenant, {}, found->user, {}})
            == Permission::Deny)
        return problemAnswer(ErrorCode::NotFound);
    const auto revoked = KeyService(api.backend).revoke(call.actor, id, call.nowMs);
    return revoked ? jsonAnswer(toJson(*revoked)) : refusalOf(revoked.error());
}

} // namespace chengban::server

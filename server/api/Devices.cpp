#include "server/api/Answers.h"
#include "server/api/Api.h"
#include "server/services/AuditService.h"

#include <QJsonArray>

namespace chengban::server {

namespace {

UserId ownerOf(const Call &call)
{
    const UserId named{call.parameter(QStringLiteral("user"))};
    return named.isEmpty() ? call.actor.user : named;
}

} // namespace

Response listDevices(const Api &api, const Call &call)
{
    const auto devices = api.sessions.devices(call.actor.tenant, ownerOf(call));
    if (!devices)
        return refusalOf(devices.error());
    QJsonArray array;
    for (const Device &device : *devices) {
        array.append(QJsonObject{{QStringLiteral("device"), device.id.value},
            {QStringLiteral("name"), device.name}, {QStringLiteral("firstSeenMs"), device.firstSeenMs},
            {QStringLiteral("lastSeenMs"), device.lastSeenMs}, {QStringLiteral("revoked"), device.revoked}});
    }
    return jsonAnswer({{QStringLiteral("devices"), array}});
}

Response revokeDevice(const Api &api, const Call &call)
{
    const DeviceId device{call.capture()};
    const auto revoked = api.sessions.revokeDevice(call.actor.tenant, ownerOf(call), device);
    if (!revoked)
        return refusalOf(revoked.error());
    const auto recorded
        = AuditService(api.backend)
              .record(call.actor, AuditAction::DeviceRevoked, device.value, QString(), call.nowMs);
    return recorded ? emptyAnswer(204) : refusalOf(recorded.error());
}

} // namespace chengban::server

#include "shared/cases/Actor.h"

#include "shared/canonical/JsonReader.h"

namespace chengban {

using namespace Qt::StringLiterals;

QJsonObject toJson(const Actor &actor)
{
    QJsonObject json{{u"tenant"_s, actor.tenant.value}, {u"user"_s, actor.user.value},
        {u"name"_s, actor.name}, {u"unit"_s, actor.unit.value}, {u"unitName"_s, actor.unitName},
        {u"role"_s, nameOf(actor.role)}, {u"device"_s, actor.device.value}};
    if (!actor.actingFor.isEmpty()) {
        json.insert(u"actingFor"_s, actor.actingFor.value);
        json.insert(u"actingForName"_s, actor.actingForName);
    }
    return json;
}

Result<Actor> actorFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const Actor actor{.tenant = {in.string(u"tenant"_s)},
        .user = {in.string(u"user"_s)},
        .name = in.string(u"name"_s),
        .unit = {in.string(u"unit"_s)},
        .unitName = in.string(u"unitName"_s),
        .role = in.named<Role>(u"role"_s),
        .device = {in.string(u"device"_s)},
        .actingFor = {in.string(u"actingFor"_s, {})},
        .actingForName = in.string(u"actingForName"_s, {})};
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return actor;
}

} // namespace chengban

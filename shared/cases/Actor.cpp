#include "shared/cases/Actor.h"

#include "shared/canonical/JsonReader.h"

#include <QJsonArray>

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

QJsonObject toJson(const Reach &reach)
{
    QJsonObject json{{u"kind"_s, nameOf(reach.kind)}, {u"version"_s, reach.version}};
    if (!reach.section.isEmpty())
        json.insert(u"section"_s, reach.section.value);
    QJsonArray units;
    for (const UnitId &unit : reach.units)
        units.append(unit.value);
    if (!units.isEmpty())
        json.insert(u"units"_s, units);
    return json;
}

Result<Reach> reachFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    Reach reach;
    reach.kind = in.named<Reach::Kind>(u"kind"_s);
    reach.version = int(in.integer(u"version"_s));
    reach.section = {in.string(u"section"_s, {})};
    if (in.has(u"units"_s)) {
        for (const QString &unit : in.strings(u"units"_s))
            reach.units.append({unit});
    }
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return reach;
}

void writeLogIn(QJsonObject &json, const Actor &actor)
{
    json.insert(u"actor"_s, toJson(actor));
    if (actor.reach != Reach())
        json.insert(u"reach"_s, toJson(actor.reach));
}

Result<Actor> logInFrom(const QJsonObject &json)
{
    auto actor = actorFromJson(json.value(u"actor"_s).toObject());
    if (!actor || !json.contains(u"reach"_s))
        return actor;
    const auto reach = reachFromJson(json.value(u"reach"_s).toObject());
    if (!reach)
        return fail(reach.error());
    actor->reach = *reach;
    return actor;
}

} // namespace chengban

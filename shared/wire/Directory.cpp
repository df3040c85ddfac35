#include "shared/canonical/Canonical.h"
#include "shared/canonical/JsonReader.h"
#include "shared/wire/Wire.h"

namespace chengban::wire {

using namespace Qt::StringLiterals;

QJsonObject toJson(const DirectoryUnit &unit)
{
    return {{u"id"_s, unit.id.value}, {u"name"_s, unit.name}, {u"phone"_s, unit.phone}};
}

QJsonObject toJson(const DirectoryPerson &person)
{
    return {{u"id"_s, person.id.value}, {u"name"_s, person.name}, {u"unit"_s, person.unit.value},
        {u"role"_s, nameOf(person.role)}, {u"phone"_s, person.phone}};
}

QJsonObject toJson(const Directory &directory)
{
    return {{u"units"_s, jsonArray(directory.units)}, {u"people"_s, jsonArray(directory.people)},
        {u"keys"_s, jsonArray(directory.keys)}};
}

Result<DirectoryUnit> directoryUnitFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const DirectoryUnit unit{
        .id = {in.string(u"id"_s)}, .name = in.string(u"name"_s), .phone = in.string(u"phone"_s)};
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return unit;
}

Result<DirectoryPerson> directoryPersonFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const DirectoryPerson person{.id = {in.string(u"id"_s)},
        .name = in.string(u"name"_s),
        .unit = {in.string(u"unit"_s)},
        .role = in.named<Role>(u"role"_s),
        .phone = in.string(u"phone"_s)};
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return person;
}

Result<Directory> directoryFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const Directory directory{.units = in.members(u"units"_s, directoryUnitFromJson),
        .people = in.members(u"people"_s, directoryPersonFromJson),
        .keys = in.members(u"keys"_s, enrolledKeyFromJson)};
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return directory;
}

} // namespace chengban::wire

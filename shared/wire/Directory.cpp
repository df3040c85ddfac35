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

QJsonObject toJson(const DirectorySection &section)
{
    return {{u"id"_s, section.id.value}, {u"unit"_s, section.unit.value}, {u"name"_s, section.name},
        {u"village"_s, section.village}};
}

QJsonObject toJson(const Directory &directory)
{
    QJsonObject json{{u"units"_s, jsonArray(directory.units)}, {u"people"_s, jsonArray(directory.people)},
        {u"keys"_s, jsonArray(directory.keys)}, {u"substitutions"_s, jsonArray(directory.substitutions)}};
    if (!directory.sections.isEmpty()) // A client of before knows none, and reads strictly.
        json.insert(u"sections"_s, jsonArray(directory.sections));
    return json;
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

Result<DirectorySection> directorySectionFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const DirectorySection section{.id = {in.string(u"id"_s)},
        .unit = {in.string(u"unit"_s)},
        .name = in.string(u"name"_s),
        .village = in.boolean(u"village"_s, false)};
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return section;
}

Result<Directory> directoryFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    Directory directory{.units = in.members(u"units"_s, directoryUnitFromJson),
        .people = in.members(u"people"_s, directoryPersonFromJson),
        .keys = in.members(u"keys"_s, enrolledKeyFromJson),
        .substitutions = in.members(u"substitutions"_s, substitutionFromJson)};
    if (in.has(u"sections"_s)) // A server of before has none.
        directory.sections = in.members(u"sections"_s, directorySectionFromJson);
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return directory;
}

QJsonObject toJson(const Appointment &appointment)
{
    return {{u"holder"_s, appointment.holder.value}, {u"substitute"_s, appointment.substitute.value},
        {u"from"_s, appointment.from.toString(Qt::ISODate)}, {u"to"_s, appointment.to.toString(Qt::ISODate)},
        {u"reason"_s, appointment.reason}};
}

Result<Appointment> appointmentFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const Appointment appointment{.holder = {in.string(u"holder"_s)},
        .substitute = {in.string(u"substitute"_s)},
        .from = QDate::fromString(in.string(u"from"_s), Qt::ISODate),
        .to = QDate::fromString(in.string(u"to"_s), Qt::ISODate),
        .reason = in.string(u"reason"_s)};
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return appointment;
}

Actor actorOf(const TenantId &tenant, const DirectoryPerson &person, const QString &unitName)
{
    Actor actor;
    actor.tenant = tenant;
    actor.user = person.id;
    actor.name = person.name;
    actor.unit = person.unit;
    actor.unitName = unitName;
    actor.role = person.role;
    return actor;
}

} // namespace chengban::wire

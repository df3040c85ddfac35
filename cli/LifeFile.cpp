#include "cli/LifeFile.h"

#include "shared/base/CountyTime.h"
#include "shared/canonical/JsonReader.h"
#include "shared/cases/Actor.h"

namespace chengban::cli {

using namespace Qt::StringLiterals;

namespace {

/// The key of an actor in the file stands for the person and their device.
Result<Actor> personFrom(const QString &key, const QJsonObject &json)
{
    JsonReader reader(json);
    const Actor actor{.tenant = {u"life"_s},
        .user = {key},
        .name = reader.string(u"name"_s),
        .unit = {reader.string(u"unit"_s, {})},
        .unitName = reader.string(u"unitName"_s, {}),
        .role = reader.named<Role>(u"role"_s),
        .device = {u"device-"_s + key},
        .actingFor = {reader.string(u"actingFor"_s, {})},
        .actingForName = reader.string(u"actingForName"_s, {})};
    if (auto done = reader.finish(); !done)
        return fail(done.error());
    return actor;
}

using People = QHash<QString, Actor>;

People people(JsonReader &file)
{
    People people;
    const QJsonObject json = file.rawObject(u"actors"_s);
    for (auto member = json.begin(); member != json.end(); ++member) {
        const auto actor = personFrom(member.key(), member.value().toObject());
        const QString place = u"actors."_s + member.key();
        if (!actor)
            file.note(actor.error().code, place + u'.' + actor.error().detail);
        people.insert(member.key(), actor.value_or(Actor()));
    }
    return people;
}

/// The value with readable times turned into milliseconds; notes the first one without a zone.
QJsonValue withTimes(const QJsonValue &value, const QString &place, JsonReader &reader)
{
    if (value.isArray()) {
        QJsonArray list;
        for (const QJsonValue &one : value.toArray())
            list.append(withTimes(one, u"%1[%2]"_s.arg(place).arg(list.size()), reader));
        return list;
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
        const QString inner = place + u'.' + member.key();
        if (!member.key().endsWith(u"Ms") || !member.value().isString()) {
            member.value() = withTimes(member.value(), inner, reader);
            continue;
        }
        const auto ms = parseZonedTime(member.value().toString());
        if (!ms)
            reader.note(ErrorCode::BadInput, inner);
        member.value() = ms.value_or(0);
    }
    return object;
}

qint64 zonedTime(JsonReader &reader)
{
    const auto ms = parseZonedTime(reader.string(u"at"_s));
    if (!ms)
        reader.note(ErrorCode::BadInput, u"at"_s);
    return ms.value_or(0);
}

LifeStep step(JsonReader &reader, const People &people)
{
    const QString by = reader.string(u"by"_s);
    if (!people.contains(by))
        reader.note(ErrorCode::BadInput, u"by"_s);
    LifeStep step{.theCase = reader.string(u"case"_s, u"case"_s),
        .atMs = zonedTime(reader),
        .actor = people.value(by),
        .type = reader.named<CommandType>(u"type"_s),
        .body = withTimes(reader.rawObject(u"body"_s), u"body"_s, reader).toObject(),
        .refusedWith = reader.strings(u"refused"_s)};
    std::ignore = reader.string(u"about"_s, {});
    std::ignore = reader.finish();
    return step;
}

} // namespace

Result<LifeFile> lifeFileFrom(const QByteArray &bytes)
{
    const auto json = parseJsonObject(bytes);
    if (!json)
        return fail(json.error());
    JsonReader reader(*json);
    if (reader.integer(u"format"_s) != 1)
        reader.note(ErrorCode::BadInput, u"format"_s);
    LifeFile file;
    file.about = reader.string(u"about"_s, {});
    const People actors = people(reader);
    for (JsonReader &one : reader.objects(u"commands"_s)) {
        file.steps.append(step(one, actors));
        if (file.steps.size() > 1 && file.steps.last().atMs < file.steps[file.steps.size() - 2].atMs)
            one.note(ErrorCode::BadInput, u"at"_s);
    }
    const QJsonObject expected = reader.rawObject(u"expect"_s);
    for (auto member = expected.begin(); member != expected.end(); ++member) {
        if (!member.value().isObject())
            reader.note(ErrorCode::BadInput, u"expect."_s + member.key());
        file.expected.insert(member.key(), member.value().toObject());
    }
    if (auto done = reader.finish(); !done)
        return fail(done.error());
    if (file.steps.isEmpty())
        return fail(ErrorCode::MissingField, u"commands"_s);
    return file;
}

} // namespace chengban::cli

#include "shared/cases/Command.h"

#include "shared/canonical/JsonReader.h"

namespace chengban {

using namespace Qt::StringLiterals;

QJsonObject toJson(const Command &command)
{
    QJsonObject json{{u"id"_s, command.id.value}, {u"type"_s, nameOf(command.type)},
        {u"caseId"_s, command.caseId.value}, {u"baseRevision"_s, command.baseRevision},
        {u"claimedTimeMs"_s, command.claimedTimeMs}, {u"body"_s, command.body}};
    if (!command.actingFor.isEmpty())
        json.insert(u"actingFor"_s, command.actingFor.value);
    return json;
}

Result<Command> commandFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    Command command{.id = {in.string(u"id"_s)},
        .type = in.named<CommandType>(u"type"_s),
        .caseId = {in.string(u"caseId"_s)},
        .baseRevision = in.integer(u"baseRevision"_s),
        .claimedTimeMs = in.integer(u"claimedTimeMs"_s),
        .body = in.rawObject(u"body"_s),
        .actingFor = {in.string(u"actingFor"_s, {})}};
    if (!in.has(u"body"_s))
        in.note(ErrorCode::MissingField, u"body"_s);
    if (auto done = in.finish(); !done)
        return fail(done.error());
    if (!isUuid7(command.id.value))
        return fail(ErrorCode::BadInput, u"id"_s);
    if (command.baseRevision < 0)
        return fail(ErrorCode::BadInput, u"baseRevision"_s);
    return command;
}

} // namespace chengban

// Bodies of intake, dispatch, return and archive. One writer and one strict reader per struct of Command.h.
#include "shared/canonical/Canonical.h"
#include "shared/canonical/JsonReader.h"
#include "shared/cases/Bodies.h"

namespace chengban {

using namespace Qt::StringLiterals;

QJsonObject toJson(const Identity &identity)
{
    return {{u"name"_s, identity.name}, {u"phone"_s, identity.phone}, {u"address"_s, identity.address}};
}

Result<Identity> identityFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const Identity identity{.name = in.string(u"name"_s, {}),
        .phone = in.string(u"phone"_s, {}),
        .address = in.string(u"address"_s, {})};
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return identity;
}

QJsonObject toJson(const Demand &demand)
{
    QJsonObject json{{u"source"_s, demand.source}, {u"sourceNumber"_s, demand.sourceNumber},
        {u"channel"_s, demand.channel}, {u"category"_s, demand.category}, {u"title"_s, demand.title},
        {u"text"_s, demand.text}, {u"location"_s, demand.location}, {u"anonymous"_s, demand.anonymous},
        {u"hasPhone"_s, demand.hasPhone}};
    if (demand.reportedAtMs)
        json.insert(u"reportedAtMs"_s, *demand.reportedAtMs);
    return json;
}

Result<Demand> demandFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const Demand demand{.source = in.string(u"source"_s),
        .sourceNumber = in.string(u"sourceNumber"_s),
        .channel = in.string(u"channel"_s, {}),
        .category = in.string(u"category"_s, {}),
        .title = in.string(u"title"_s),
        .text = in.string(u"text"_s),
        .location = in.string(u"location"_s, {}),
        .reportedAtMs = in.optionalInteger(u"reportedAtMs"_s),
        .anonymous = in.boolean(u"anonymous"_s, false),
        .hasPhone = in.boolean(u"hasPhone"_s, false)};
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return demand;
}

QJsonObject toJson(const EarlierReply &reply)
{
    QJsonObject json{{u"text"_s, reply.text}, {u"unitName"_s, reply.unitName}};
    if (reply.repliedAtMs)
        json.insert(u"repliedAtMs"_s, *reply.repliedAtMs);
    return json;
}

Result<EarlierReply> earlierReplyFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const EarlierReply reply{.text = in.string(u"text"_s),
        .unitName = in.string(u"unitName"_s, {}),
        .repliedAtMs = in.optionalInteger(u"repliedAtMs"_s)};
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return reply;
}

QJsonObject toJson(const RegisterBody &body)
{
    return {{u"demand"_s, toJson(body.demand)}, {u"identity"_s, toJson(body.identity)},
        {u"earlierReplies"_s, jsonArray(body.earlierReplies)}};
}

Result<RegisterBody> registerFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const RegisterBody body{.demand = in.member(u"demand"_s, demandFromJson),
        .identity = in.has(u"identity"_s) ? in.member(u"identity"_s, identityFromJson) : Identity{},
        .earlierReplies = in.members(u"earlierReplies"_s, earlierReplyFromJson)};
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return body;
}

QJsonObject toJson(const CoHandler &coHandler)
{
    return {
        {u"unit"_s, coHandler.unit.value}, {u"unitName"_s, coHandler.unitName}, {u"task"_s, coHandler.task}};
}

Result<CoHandler> coHandlerFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const CoHandler coHandler{.unit = {in.string(u"unit"_s)},
        .unitName = in.string(u"unitName"_s, {}),
        .task = in.string(u"task"_s, {})};
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return coHandler;
}

QJsonObject toJson(const DispatchBody &body)
{
    return {{u"leadUnit"_s, body.leadUnit.value}, {u"leadUnitName"_s, body.leadUnitName},
        {u"coHandlers"_s, jsonArray(body.coHandlers)}, {u"caseClass"_s, nameOf(body.caseClass)},
        {u"note"_s, body.note}};
}

Result<DispatchBody> dispatchFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const DispatchBody body{.leadUnit = {in.string(u"leadUnit"_s)},
        .leadUnitName = in.string(u"leadUnitName"_s, {}),
        .coHandlers = in.members(u"coHandlers"_s, coHandlerFromJson),
        .caseClass = in.named<CaseClass>(u"caseClass"_s),
        .note = in.string(u"note"_s, {})};
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return body;
}

QJsonObject toJson(const ReturnRequestBody &body)
{
    QJsonObject json{{u"reason"_s, body.reason}, {u"statement"_s, body.statement},
        {u"suggestedUnit"_s, body.suggestedUnit.value}, {u"suggestedUnitName"_s, body.suggestedUnitName},
        {u"signer"_s, body.signer}};
    if (!body.basis.isEmpty())
        json.insert(u"basis"_s, body.basis);
    if (!body.attachments.isEmpty())
        json.insert(u"attachments"_s, jsonArray(body.attachments));
    return json;
}

Result<ReturnRequestBody> returnRequestFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const ReturnRequestBody body{.reason = in.string(u"reason"_s),
        .statement = in.string(u"statement"_s),
        .suggestedUnit = {in.string(u"suggestedUnit"_s, {})},
        .suggestedUnitName = in.string(u"suggestedUnitName"_s, {}),
        .signer = in.string(u"signer"_s, {}),
        .basis = in.string(u"basis"_s, {}),
        .attachments = in.members(u"attachments"_s, attachmentFromJson)};
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return body;
}

QJsonObject toJson(const DecisionBody &body)
{
    QJsonObject json{{u"granted"_s, body.granted}, {u"note"_s, body.note}};
    if (body.order != 0)
        json.insert(u"order"_s, body.order);
    return json;
}

Result<DecisionBody> decisionFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const DecisionBody body{.granted = in.boolean(u"granted"_s),
        .note = in.string(u"note"_s, {}),
        .order = in.integer(u"order"_s, 0)};
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return body;
}

QJsonObject toJson(const ArchiveBody &body)
{
    return {
        {u"archiveNumber"_s, body.archiveNumber}, {u"retention"_s, body.retention}, {u"note"_s, body.note}};
}

Result<ArchiveBody> archiveFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const ArchiveBody body{.archiveNumber = in.string(u"archiveNumber"_s),
        .retention = in.string(u"retention"_s),
        .note = in.string(u"note"_s, {})};
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return body;
}

QJsonObject toJson(const EraseBody &body)
{
    return {{u"revision"_s, body.revision}, {u"part"_s, body.part}, {u"reason"_s, body.reason}};
}

Result<EraseBody> eraseFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const EraseBody body{.revision = in.integer(u"revision"_s),
        .part = in.string(u"part"_s),
        .reason = in.string(u"reason"_s)};
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return body;
}

} // namespace chengban

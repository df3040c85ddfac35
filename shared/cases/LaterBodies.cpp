// Bodies that several steps share, and those of orders, termination and jobs. Optional members that are empty
// are not written.
#include "shared/cases/LaterBodies.h"

#include "shared/canonical/Canonical.h"
#include "shared/canonical/JsonReader.h"

namespace chengban {

using namespace Qt::StringLiterals;

namespace {

template <typename Body> Result<Body> finished(const JsonReader &in, Body body)
{
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return body;
}

void write(QJsonObject &json, const QString &key, const QString &text)
{
    if (!text.isEmpty())
        json.insert(key, text);
}

void write(QJsonObject &json, const QString &key, const std::optional<qint64> &number)
{
    if (number)
        json.insert(key, *number);
}

template <typename T> void write(QJsonObject &json, const QString &key, const QList<T> &list)
{
    if (!list.isEmpty())
        json.insert(key, jsonArray(list));
}

} // namespace

QJsonObject toJson(const AcceptBody &body)
{
    QJsonObject json{{u"note"_s, body.note}};
    write(json, u"legalMs"_s, body.legalMs);
    write(json, u"rule"_s, body.rule);
    return json;
}

Result<AcceptBody> acceptFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    AcceptBody body{.note = in.string(u"note"_s, {}),
        .legalMs = in.optionalInteger(u"legalMs"_s),
        .rule = in.string(u"rule"_s, {})};
    return finished(in, std::move(body));
}

QJsonObject toJson(const CodedNoteBody &body)
{
    QJsonObject json{{u"code"_s, body.code}, {u"note"_s, body.note}};
    write(json, u"reference"_s, body.reference.value);
    return json;
}

Result<CodedNoteBody> codedNoteFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    CodedNoteBody body{.code = in.string(u"code"_s, {}),
        .note = in.string(u"note"_s, {}),
        .reference = {in.string(u"reference"_s, {})}};
    return finished(in, std::move(body));
}

QJsonObject toJson(const AbsorbBody &body)
{
    return {{u"duplicate"_s, body.duplicate.value}, {u"demand"_s, toJson(body.demand)},
        {u"identity"_s, toJson(body.identity)}, {u"note"_s, body.note}};
}

Result<AbsorbBody> absorbFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    AbsorbBody body{.duplicate = {in.string(u"duplicate"_s)},
        .demand = in.has(u"demand"_s) ? in.member(u"demand"_s, demandFromJson) : Demand{},
        .identity = in.has(u"identity"_s) ? in.member(u"identity"_s, identityFromJson) : Identity{},
        .note = in.string(u"note"_s, {})};
    return finished(in, std::move(body));
}

QJsonObject toJson(const MergeBody &body)
{
    return {{u"into"_s, body.into.value}, {u"note"_s, body.note}};
}

Result<MergeBody> mergeFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    MergeBody body{.into = {in.string(u"into"_s)}, .note = in.string(u"note"_s, {})};
    return finished(in, std::move(body));
}

QJsonObject toJson(const AnswerBody &body)
{
    return {{u"atMs"_s, body.atMs}, {u"channel"_s, body.channel}, {u"handler"_s, body.handler},
        {u"note"_s, body.note}};
}

Result<AnswerBody> answerFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    AnswerBody body{.atMs = in.integer(u"atMs"_s),
        .channel = in.string(u"channel"_s, {}),
        .handler = in.string(u"handler"_s, {}),
        .note = in.string(u"note"_s, {})};
    return finished(in, std::move(body));
}

QJsonObject toJson(const ClassifyBody &body)
{
    return {{u"caseType"_s, body.caseType}, {u"caseClass"_s, nameOf(body.caseClass)},
        {u"keyCategory"_s, body.keyCategory}, {u"immediateKind"_s, body.immediateKind},
        {u"noAnswer"_s, body.noAnswer}, {u"note"_s, body.note}};
}

Result<ClassifyBody> classifyFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    ClassifyBody body{.caseType = in.string(u"caseType"_s, {}),
        .caseClass = in.named<CaseClass>(u"caseClass"_s),
        .keyCategory = in.string(u"keyCategory"_s, {}),
        .immediateKind = in.string(u"immediateKind"_s, {}),
        .noAnswer = in.boolean(u"noAnswer"_s, false),
        .note = in.string(u"note"_s, {})};
    return finished(in, std::move(body));
}

QJsonObject toJson(const ReminderBody &body)
{
    QJsonObject json{{u"note"_s, body.note}};
    write(json, u"channel"_s, body.channel);
    write(json, u"person"_s, body.person);
    write(json, u"atMs"_s, body.atMs);
    return json;
}

Result<ReminderBody> reminderFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    ReminderBody body{.note = in.string(u"note"_s, {}),
        .channel = in.string(u"channel"_s, {}),
        .person = in.string(u"person"_s, {}),
        .atMs = in.optionalInteger(u"atMs"_s)};
    return finished(in, std::move(body));
}

QJsonObject toJson(const HandDownBody &body)
{
    QJsonObject json{{u"to"_s, nameOf(body.to)}, {u"name"_s, body.name}, {u"note"_s, body.note}};
    if (!body.target.isEmpty())
        json.insert(u"target"_s, body.target);
    write(json, u"dueMs"_s, body.dueMs);
    return json;
}

Result<HandDownBody> handDownFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    HandDownBody body{.to = in.named<HandDownTo>(u"to"_s),
        .name = in.string(u"name"_s),
        .dueMs = in.optionalInteger(u"dueMs"_s),
        .note = in.string(u"note"_s, {}),
        .target = in.string(u"target"_s, {})};
    return finished(in, std::move(body));
}

QJsonObject toJson(const RecordBody &body)
{
    QJsonObject json{{u"atMs"_s, body.atMs}, {u"people"_s, QJsonArray::fromStringList(body.people)},
        {u"note"_s, body.note}};
    write(json, u"place"_s, body.place);
    write(json, u"finishedMs"_s, body.finishedMs);
    write(json, u"promisedMs"_s, body.promisedMs);
    write(json, u"attachments"_s, body.attachments);
    return json;
}

Result<RecordBody> recordFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    RecordBody body{.atMs = in.integer(u"atMs"_s),
        .people = in.strings(u"people"_s),
        .place = in.string(u"place"_s, {}),
        .note = in.string(u"note"_s, {}),
        .finishedMs = in.optionalInteger(u"finishedMs"_s),
        .promisedMs = in.optionalInteger(u"promisedMs"_s),
        .attachments = in.members(u"attachments"_s, attachmentFromJson)};
    return finished(in, std::move(body));
}

QJsonObject toJson(const DropBody &body)
{
    return {{u"request"_s, body.request}, {u"note"_s, body.note}};
}

Result<DropBody> dropFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const qint64 request = in.integer(u"request"_s);
    if (request < 1 || request > 100'000)
        in.note(ErrorCode::BadInput, u"request"_s);
    return finished(in, DropBody{.request = static_cast<int>(request), .note = in.string(u"note"_s, {})});
}

QJsonObject toJson(const OrderBody &body)
{
    QJsonObject json{{u"code"_s, body.code}, {u"note"_s, body.note}};
    write(json, u"method"_s, body.method);
    if (body.days != 0)
        json.insert(u"days"_s, body.days);
    if (body.onSite)
        json.insert(u"onSite"_s, true);
    return json;
}

Result<OrderBody> orderFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const qint64 days = in.integer(u"days"_s, 0);
    if (days < 0 || days > 3650)
        in.note(ErrorCode::BadInput, u"days"_s);
    OrderBody body{.code = in.string(u"code"_s),
        .method = in.string(u"method"_s, {}),
        .days = static_cast<int>(days),
        .onSite = in.boolean(u"onSite"_s, false),
        .note = in.string(u"note"_s, {})};
    return finished(in, std::move(body));
}

QJsonObject toJson(const OrderAnswerBody &body)
{
    return {{u"order"_s, body.order}, {u"reply"_s, toJson(body.reply)}};
}

Result<OrderAnswerBody> orderAnswerFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    OrderAnswerBody body{.order = in.integer(u"order"_s), .reply = in.member(u"reply"_s, replyFromJson)};
    return finished(in, std::move(body));
}

QJsonObject toJson(const TerminationBody &body)
{
    QJsonObject json{{u"facts"_s, body.facts}, {u"reason"_s, body.reason}, {u"basis"_s, body.basis},
        {u"earlierCases"_s, QJsonArray::fromStringList(body.earlierCases)}};
    write(json, u"attachments"_s, body.attachments);
    return json;
}

Result<TerminationBody> terminationFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    TerminationBody body{.facts = in.string(u"facts"_s),
        .reason = in.string(u"reason"_s),
        .basis = in.string(u"basis"_s),
        .earlierCases = in.strings(u"earlierCases"_s),
        .attachments = in.members(u"attachments"_s, attachmentFromJson)};
    return finished(in, std::move(body));
}

QJsonObject toJson(const InstructionDuty &duty)
{
    QJsonArray levels;
    for (const SignerLevel level : duty.levels)
        levels.append(nameOf(level));
    return {{u"levels"_s, levels}, {u"cite"_s, duty.cite}};
}

Result<InstructionDuty> instructionDutyFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    InstructionDuty duty;
    for (const QString &name : in.strings(u"levels"_s)) {
        const auto level = valueNamed<SignerLevel>(name);
        if (!level)
            in.note(ErrorCode::BadInput, u"levels"_s);
        duty.levels.append(level.value_or(SignerLevel{}));
    }
    duty.cite = in.string(u"cite"_s);
    return finished(in, std::move(duty));
}

QJsonObject toJson(const CopyBody &body)
{
    return {{u"number"_s, body.number}, {u"digest"_s, body.digest}, {u"note"_s, body.note}};
}

Result<CopyBody> copyFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    CopyBody body{
        .number = in.string(u"number"_s), .digest = in.string(u"digest"_s), .note = in.string(u"note"_s, {})};
    return finished(in, std::move(body));
}

QJsonObject toJson(const ClockBody &body)
{
    QJsonObject json{{u"limit"_s, nameOf(body.limit)}, {u"legalMs"_s, body.legalMs}, {u"rule"_s, body.rule},
        {u"note"_s, body.note}};
    if (body.order != 0)
        json.insert(u"order"_s, body.order);
    write(json, u"unit"_s, body.unit.value);
    return json;
}

Result<ClockBody> clockFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    ClockBody body{.limit = in.named<LimitName>(u"limit"_s),
        .order = in.integer(u"order"_s, 0),
        .unit = {in.string(u"unit"_s, {})},
        .legalMs = in.integer(u"legalMs"_s),
        .rule = in.string(u"rule"_s, {}),
        .note = in.string(u"note"_s, {})};
    return finished(in, std::move(body));
}

} // namespace chengban

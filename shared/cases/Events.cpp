#include "shared/cases/Events.h"

#include "shared/canonical/Canonical.h"
#include "shared/canonical/Digest.h"
#include "shared/canonical/JsonReader.h"

namespace chengban {

using namespace Qt::StringLiterals;

QJsonObject toJson(const ReplyContent &part)
{
    return {{u"version"_s, part.version}, {u"digest"_s, part.digest}, {u"reply"_s, toJson(part.reply)},
        {u"note"_s, part.note}};
}

Result<ReplyContent> replyContentFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const ReplyContent part{.version = static_cast<int>(in.integer(u"version"_s)),
        .digest = in.string(u"digest"_s),
        .reply = in.member(u"reply"_s, replyFromJson),
        .note = in.string(u"note"_s)};
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return part;
}

QJsonObject toJson(const Entry<SignatureBody> &entry)
{
    return {{u"signature"_s, toJson(entry.body)}, {u"actor"_s, toJson(entry.actor)}, {u"atMs"_s, entry.atMs},
        {u"revision"_s, entry.revision}};
}

Result<Entry<SignatureBody>> signatureEntryFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const Entry<SignatureBody> entry{.body = in.member(u"signature"_s, signatureFromJson),
        .actor = in.member(u"actor"_s, actorFromJson),
        .atMs = in.integer(u"atMs"_s),
        .revision = in.integer(u"revision"_s)};
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return entry;
}

QJsonObject toJson(const RequestContent &part)
{
    return {{u"number"_s, part.number}, {u"action"_s, nameOf(part.action)}, {u"digest"_s, part.digest},
        {u"body"_s, part.body}};
}

Result<RequestContent> requestContentFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const RequestContent part{.number = static_cast<int>(in.integer(u"number"_s)),
        .action = in.named<SignedAction>(u"action"_s),
        .digest = in.string(u"digest"_s),
        .body = in.rawObject(u"body"_s)};
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return part;
}

Result<QByteArray> requestDigest(SignedAction action, const QJsonObject &body)
{
    return canonicalForm({{u"action"_s, nameOf(action)}, {u"body"_s, body}}).map([](const QByteArray &form) {
        return sm3(form);
    });
}

QJsonObject toJson(const Clock &clock)
{
    QJsonObject json{{u"deadline"_s, toJson(clock.deadline)}};
    if (clock.order != 0)
        json.insert(u"order"_s, clock.order);
    if (!clock.unit.isEmpty())
        json.insert(u"unit"_s, clock.unit.value);
    return json;
}

Result<Clock> clockPartFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const Clock clock{.order = in.integer(u"order"_s, 0),
        .unit = {in.string(u"unit"_s, {})},
        .deadline = in.member(u"deadline"_s, deadlineFromJson)};
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return clock;
}

namespace {

QJsonObject toJson(const CountedDay &day)
{
    QJsonObject json{{u"date"_s, day.date.toString(Qt::ISODate)}, {u"counts"_s, day.counts},
        {u"why"_s, day.why}, {u"name"_s, day.name}, {u"ordinal"_s, day.ordinal}};
    if (day.minutes != 0)
        json.insert(u"minutes"_s, day.minutes);
    return json;
}

Result<CountedDay> countedDayFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const CountedDay day{.date = QDate::fromString(in.string(u"date"_s), Qt::ISODate),
        .counts = in.boolean(u"counts"_s),
        .why = in.string(u"why"_s),
        .name = in.string(u"name"_s),
        .ordinal = static_cast<int>(in.integer(u"ordinal"_s)),
        .minutes = static_cast<int>(in.integer(u"minutes"_s, 0))};
    if (!day.date.isValid())
        in.note(ErrorCode::BadInput, u"date"_s);
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return day;
}

} // namespace

namespace {

QJsonObject toJson(const Pause &pause)
{
    return {{u"fromMs"_s, pause.fromMs}, {u"toMs"_s, pause.toMs}};
}

Result<Pause> pauseFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const Pause pause{in.integer(u"fromMs"_s), in.integer(u"toMs"_s)};
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return pause;
}

/// Members that most deadlines do not have; the logs of the first release know none of them.
void insertSpecial(QJsonObject &json, const Deadline &deadline)
{
    if (deadline.count != DayCount::NextDay)
        json.insert(u"count"_s, nameOf(deadline.count));
    if (deadline.extendedBy != 0)
        json.insert(u"extendedBy"_s, deadline.extendedBy);
    if (deadline.source != LimitSource::Document)
        json.insert(u"source"_s, nameOf(deadline.source));
    if (!deadline.basis.isEmpty())
        json.insert(u"basis"_s, deadline.basis);
    if (deadline.replacedDueMs)
        json.insert(u"replacedDueMs"_s, *deadline.replacedDueMs);
    QJsonArray warnings;
    for (const int before : deadline.warnBefore)
        warnings.append(before);
    if (!warnings.isEmpty())
        json.insert(u"warnBefore"_s, warnings);
    QJsonArray pauses;
    for (const Pause &pause : deadline.pauses)
        pauses.append(toJson(pause));
    if (!pauses.isEmpty())
        json.insert(u"pauses"_s, pauses);
}

QList<int> warningsFrom(JsonReader &in)
{
    QList<int> warnings;
    const QJsonArray array = in.rawArray(u"warnBefore"_s);
    for (const QJsonValue &value : array) {
        if (value.toInt() < 1)
            in.note(ErrorCode::BadInput, u"warnBefore"_s);
        warnings.append(value.toInt());
    }
    return warnings;
}

} // namespace

QJsonObject toJson(const Deadline &deadline)
{
    QJsonArray counted;
    for (const CountedDay &day : deadline.counted)
        counted.append(toJson(day));
    QJsonObject json{{u"limit"_s, nameOf(deadline.limit)}, {u"startMs"_s, deadline.startMs},
        {u"dueMs"_s, deadline.dueMs}, {u"provisional"_s, deadline.provisional},
        {u"amount"_s, deadline.amount}, {u"unit"_s, nameOf(deadline.unit)}, {u"cite"_s, deadline.cite},
        {u"note"_s, deadline.note}, {u"counted"_s, counted}};
    insertSpecial(json, deadline);
    return json;
}

Result<Deadline> deadlineFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const Deadline deadline{.limit = in.named<LimitName>(u"limit"_s),
        .startMs = in.integer(u"startMs"_s),
        .dueMs = in.integer(u"dueMs"_s),
        .provisional = in.boolean(u"provisional"_s),
        .amount = static_cast<int>(in.integer(u"amount"_s)),
        .unit = in.named<LimitUnit>(u"unit"_s),
        .count = in.named<DayCount>(u"count"_s, DayCount::NextDay),
        .extendedBy = static_cast<int>(in.integer(u"extendedBy"_s, 0)),
        .warnBefore = warningsFrom(in),
        .source = in.named<LimitSource>(u"source"_s, LimitSource::Document),
        .basis = in.string(u"basis"_s, QString()),
        .replacedDueMs = in.optionalInteger(u"replacedDueMs"_s),
        .pauses = in.members(u"pauses"_s, pauseFromJson),
        .cite = in.string(u"cite"_s),
        .note = in.string(u"note"_s),
        .counted = in.members(u"counted"_s, countedDayFromJson)};
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return deadline;
}

} // namespace chengban

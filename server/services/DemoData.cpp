#include "server/services/DemoData.h"

#include "shared/canonical/JsonReader.h"

#include <QFile>

namespace chengban {

using namespace Qt::StringLiterals;

namespace {

Result<QByteArray> resource(const QString &name)
{
    QFile file(u":/demo/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, name);
    return file.readAll();
}

Result<QJsonObject> jsonResource(const QString &name)
{
    const auto bytes = resource(name);
    return bytes ? parseJsonObject(*bytes) : Result<QJsonObject>(fail(bytes.error()));
}

Result<void> readCounty(const QJsonObject &json, DemoData &data)
{
    JsonReader reader(json);
    if (reader.integer(u"version"_s) != 1)
        reader.note(ErrorCode::BadInput, u"version"_s);
    for (JsonReader &unit : reader.objects(u"units"_s)) {
        data.units.append({{unit.string(u"id"_s)}, unit.string(u"name"_s), unit.string(u"phone"_s)});
        if (auto done = unit.finish(); !done)
            return done;
    }
    data.surnames = reader.strings(u"surnames"_s);
    data.givenNames = reader.strings(u"givenNames"_s);
    data.channels = reader.strings(u"channels"_s);
    const QJsonObject words = reader.rawObject(u"words"_s);
    JsonReader lists(words, u"words"_s);
    for (const QString &key : words.keys())
        data.words.insert(key, lists.strings(key));
    if (auto done = lists.finish(); !done)
        return done;
    return reader.finish();
}

LegalBasis basisFrom(JsonReader reader)
{
    return {reader.string(u"title"_s), reader.string(u"documentNumber"_s), reader.string(u"article"_s),
        reader.string(u"content"_s)};
}

DemoTemplate templateFrom(JsonReader &reader)
{
    DemoTemplate found;
    found.unit.value = reader.string(u"unit"_s);
    found.caseClass = reader.named<CaseClass>(u"class"_s);
    found.category = reader.string(u"category"_s);
    found.title = reader.string(u"title"_s);
    found.text = reader.string(u"text"_s);
    Reply &reply = found.reply;
    reply.verdict = reader.named<Verdict>(u"verdict"_s);
    reply.investigation = reader.string(u"investigation"_s, {});
    reply.handling = reader.string(u"handling"_s, {});
    reply.result = reader.string(u"result"_s, {});
    reply.progress = reader.string(u"progress"_s, {});
    reply.plan = reader.string(u"plan"_s, {});
    reply.expectedEffect = reader.string(u"expectedEffect"_s, {});
    reply.grounds = reader.string(u"grounds"_s, {});
    reply.advice = reader.string(u"advice"_s, {});
    reply.channel = reader.string(u"channel"_s, {});
    reply.channelTold = !reply.channel.isEmpty();
    reply.statement = reader.string(u"statement"_s, {});
    if (reader.has(u"basis"_s))
        reply.legalBasis = {basisFrom(reader.object(u"basis"_s))};
    return found;
}

Result<void> readTemplates(const QJsonObject &json, DemoData &data)
{
    JsonReader reader(json);
    if (reader.integer(u"version"_s) != 1)
        reader.note(ErrorCode::BadInput, u"version"_s);
    for (JsonReader &one : reader.objects(u"cases"_s)) {
        data.templates.append(templateFrom(one));
        if (auto done = one.finish(); !done)
            return done;
    }
    return reader.finish();
}

QString paperFile(AttachmentKind kind)
{
    if (kind == AttachmentKind::Evidence)
        return u"papers/rules.png"_s;
    return kind == AttachmentKind::ProcedurePaper ? u"papers/procedure.png"_s : u"papers/record.png"_s;
}

} // namespace

Result<DemoData> DemoData::load()
{
    DemoData data;
    const auto county = jsonResource(u"county.json"_s);
    if (!county)
        return fail(county.error());
    const auto cases = jsonResource(u"cases.json"_s);
    if (!cases)
        return fail(cases.error());
    if (auto done = readCounty(*county, data); !done)
        return fail(done.error());
    if (auto done = readTemplates(*cases, data); !done)
        return fail(done.error());
    return data;
}

QByteArray demoPaper(AttachmentKind kind)
{
    const auto bytes = resource(paperFile(kind));
    Q_ASSERT(bytes && !bytes->isEmpty());
    return *bytes;
}

QString demoPaperName(AttachmentKind kind)
{
    if (kind == AttachmentKind::Evidence)
        return u"政策文件摘录.png"_s;
    return kind == AttachmentKind::ProcedurePaper ? u"案件受理告知书.png"_s : u"现场检查记录.png"_s;
}

} // namespace chengban

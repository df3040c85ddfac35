#include "shared/wire/Dossiers.h"

#include "shared/canonical/JsonReader.h"

#include <QJsonArray>
#include <QUrl>

namespace chengban::wire {

using namespace Qt::StringLiterals;

namespace {

template <typename T> Result<T> finished(const JsonReader &in, T value)
{
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return value;
}

template <typename T> QJsonArray arrayOf(const QList<T> &list)
{
    QJsonArray array;
    for (const T &one : list)
        array.append(toJson(one));
    return array;
}

QJsonObject factsJson(const PackageFacts &facts)
{
    return {{u"archiveNumber"_s, facts.archiveNumber}, {u"year"_s, facts.year},
        {u"retention"_s, facts.retention}, {u"title"_s, facts.title}, {u"fondsName"_s, facts.fondsName},
        {u"caseNumber"_s, facts.caseNumber}, {u"caseHead"_s, facts.caseHead}, {u"volumes"_s, facts.volumes},
        {u"pages"_s, facts.pages}, {u"transferAfterYears"_s, facts.transferAfterYears}};
}

Result<PackageFacts> factsFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    return finished(in,
        PackageFacts{.archiveNumber = in.string(u"archiveNumber"_s),
            .year = int(in.integer(u"year"_s)),
            .retention = in.string(u"retention"_s),
            .title = in.string(u"title"_s),
            .fondsName = in.string(u"fondsName"_s),
            .caseNumber = in.string(u"caseNumber"_s),
            .caseHead = in.string(u"caseHead"_s),
            .volumes = int(in.integer(u"volumes"_s)),
            .pages = int(in.integer(u"pages"_s)),
            .transferAfterYears = int(in.integer(u"transferAfterYears"_s))});
}

} // namespace

QString queryOf(const DossierQuestion &question)
{
    QStringList parts;
    const auto add = [&](const char *name, const QString &value) {
        if (!value.isEmpty())
            parts += QLatin1StringView(name) + u'=' + QString::fromLatin1(QUrl::toPercentEncoding(value));
    };
    add("year", question.year > 0 ? QString::number(question.year) : QString());
    add("retention", question.retention);
    add("unit", question.unit.value);
    add("state", question.state ? QString(nameOf(*question.state)) : QString());
    add("due", question.due ? QString(nameOf(*question.due)) : QString());
    add("text", question.text);
    add("after", question.after);
    add("limit", QString::number(question.limit));
    return u'?' + parts.join(u'&');
}

QJsonObject toJson(const Disposal &one)
{
    return {{u"id"_s, one.id}, {u"kind"_s, nameOf(one.kind)}, {u"state"_s, nameOf(one.state)},
        {u"reason"_s, one.reason}, {u"receiver"_s, one.receiver}, {u"proposedBy"_s, one.proposedBy.value},
        {u"proposedByName"_s, one.proposedByName}, {u"proposedAtMs"_s, one.proposedAtMs},
        {u"decidedBy"_s, one.decidedBy.value}, {u"decidedByName"_s, one.decidedByName},
        {u"decisionReason"_s, one.decisionReason}, {u"decidedAtMs"_s, one.decidedAtMs}};
}

Result<Disposal> disposalFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    return finished(in,
        Disposal{.id = in.string(u"id"_s),
            .kind = in.named<DisposalKind>(u"kind"_s),
            .state = in.named<DisposalState>(u"state"_s),
            .reason = in.string(u"reason"_s),
            .receiver = in.string(u"receiver"_s),
            .proposedBy = {in.string(u"proposedBy"_s)},
            .proposedByName = in.string(u"proposedByName"_s),
            .proposedAtMs = in.integer(u"proposedAtMs"_s),
            .decidedBy = {in.string(u"decidedBy"_s)},
            .decidedByName = in.string(u"decidedByName"_s),
            .decisionReason = in.string(u"decisionReason"_s),
            .decidedAtMs = in.integer(u"decidedAtMs"_s)});
}

QJsonObject toJson(const DossierLine &line)
{
    QJsonObject json{{u"id"_s, line.id}, {u"caseId"_s, line.caseId.value}, {u"unit"_s, line.unit.value},
        {u"facts"_s, factsJson(line.facts)}, {u"sha256"_s, line.sha256}, {u"sm3"_s, line.sm3},
        {u"bytes"_s, line.bytes}, {u"filedBy"_s, line.filedBy.value}, {u"filedByName"_s, line.filedByName},
        {u"filedByUnitName"_s, line.filedByUnitName}, {u"filedAtMs"_s, line.filedAtMs},
        {u"state"_s, nameOf(line.state)}};
    if (line.disposal)
        json.insert(u"disposal"_s, toJson(*line.disposal));
    return json;
}

Result<DossierLine> dossierLineFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    DossierLine line{.id = in.string(u"id"_s),
        .caseId = {in.string(u"caseId"_s)},
        .unit = {in.string(u"unit"_s)},
        .facts = in.member(u"facts"_s, factsFromJson),
        .sha256 = in.string(u"sha256"_s),
        .sm3 = in.string(u"sm3"_s),
        .bytes = in.integer(u"bytes"_s),
        .filedBy = {in.string(u"filedBy"_s)},
        .filedByName = in.string(u"filedByName"_s),
        .filedByUnitName = in.string(u"filedByUnitName"_s),
        .filedAtMs = in.integer(u"filedAtMs"_s),
        .state = in.named<DossierState>(u"state"_s),
        .disposal = std::nullopt};
    if (in.has(u"disposal"_s))
        line.disposal = in.member(u"disposal"_s, disposalFromJson);
    return finished(in, line);
}

QJsonObject toJson(const Opening &one)
{
    return {{u"atMs"_s, one.atMs}, {u"user"_s, one.user.value}, {u"userName"_s, one.userName},
        {u"unitName"_s, one.unitName}, {u"purpose"_s, nameOf(one.purpose)}};
}

Result<Opening> openingFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    return finished(in,
        Opening{.atMs = in.integer(u"atMs"_s),
            .user = {in.string(u"user"_s)},
            .userName = in.string(u"userName"_s),
            .unitName = in.string(u"unitName"_s),
            .purpose = in.named<OpeningPurpose>(u"purpose"_s)});
}

QJsonObject toJson(const DossierPage &page)
{
    return {{u"dossiers"_s, arrayOf(page.dossiers)}, {u"more"_s, page.more}, {u"year"_s, page.year}};
}

Result<DossierPage> dossierPageFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    return finished(in,
        DossierPage{.dossiers = in.members(u"dossiers"_s, dossierLineFromJson),
            .more = in.boolean(u"more"_s),
            .year = int(in.integer(u"year"_s))});
}

QJsonObject toJson(const Proposal &one)
{
    return {{u"kind"_s, nameOf(one.kind)}, {u"reason"_s, one.reason}, {u"receiver"_s, one.receiver}};
}

Result<Proposal> proposalFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    return finished(in,
        Proposal{.kind = in.named<DisposalKind>(u"kind"_s),
            .reason = in.string(u"reason"_s),
            .receiver = in.string(u"receiver"_s, {})});
}

QJsonObject toJson(const Verdict &one)
{
    return {{u"approved"_s, one.approved}, {u"reason"_s, one.reason}};
}

Result<Verdict> verdictFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    return finished(in, Verdict{.approved = in.boolean(u"approved"_s), .reason = in.string(u"reason"_s)});
}

QJsonObject toJson(const FiledDossier &filed)
{
    return {{u"dossier"_s, toJson(filed.line)}, {u"receipt"_s, chengban::toJson(filed.receipt)},
        {u"disposals"_s, arrayOf(filed.disposals)}, {u"openings"_s, arrayOf(filed.openings)}};
}

Result<FiledDossier> filedDossierFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    return finished(in,
        FiledDossier{.line = in.member(u"dossier"_s, dossierLineFromJson),
            .receipt = in.member(u"receipt"_s, filingReceiptFromJson),
            .disposals = in.members(u"disposals"_s, disposalFromJson),
            .openings = in.members(u"openings"_s, openingFromJson)});
}

} // namespace chengban::wire

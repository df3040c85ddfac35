#include "shared/dossier/Manifest.h"

#include "shared/base/CountyTime.h"
#include "shared/canonical/Digest.h"
#include "shared/dossier/PaperList.h"

#include <QJsonArray>

#include <algorithm>

namespace chengban {
namespace {

constexpr qsizetype titleLimit = 50;

QString caseNumberOf(const Case &theCase)
{
    return theCase.demand.sourceNumber.isEmpty() ? theCase.id.value : theCase.demand.sourceNumber;
}

/// First and last day of the papers that are there, the case's registration included.
void setSpan(Manifest &manifest, const Case &theCase)
{
    QList<qint64> times{theCase.registeredAtMs};
    for (const Paper &paper : manifest.papers)
        times.append(paper.atMs);
    if (theCase.closing)
        times.append(theCase.closing->atMs);
    times.removeAll(0);
    if (times.isEmpty())
        return;
    const auto [first, last] = std::ranges::minmax(times);
    manifest.fromMs = first;
    manifest.toMs = last;
}

QJsonObject toJson(const Paper &paper)
{
    QJsonObject json{
        {QStringLiteral("kind"), nameOf(paper.kind)},
        {QStringLiteral("title"), paper.title},
        {QStringLiteral("responsible"), paper.responsible},
        {QStringLiteral("documentNumber"), paper.documentNumber},
        {QStringLiteral("atMs"), paper.atMs},
        {QStringLiteral("index"), paper.index},
        {QStringLiteral("part"), paper.part},
        {QStringLiteral("missing"), paper.missing},
    };
    if (paper.kind == PaperKind::Attachment && !paper.missing) {
        json.insert(QStringLiteral("of"), nameOf(paper.of));
        json.insert(QStringLiteral("attachment"),
            QJsonObject{{QStringLiteral("name"), paper.attachment.name},
                {QStringLiteral("kind"), nameOf(paper.attachment.kind)},
                {QStringLiteral("mime"), paper.attachment.mime},
                {QStringLiteral("size"), paper.attachment.size},
                {QStringLiteral("sha256"), paper.attachment.sha256},
                {QStringLiteral("sm3"), paper.attachment.sm3}});
    }
    return json;
}

} // namespace

bool Manifest::isComplete() const
{
    return std::ranges::none_of(papers, &Paper::missing);
}

QStringList Manifest::missingTitles() const
{
    QStringList titles;
    for (const Paper &paper : papers) {
        if (paper.missing)
            titles.append(paper.title);
    }
    return titles;
}

QString dossierTitle(const QString &unitName, const QString &subject)
{
    const QString frame = QStringLiteral("关于“”诉求的办理材料");
    // Code points, not UTF-16 units: a name with a rare character is neither cut in half nor counted twice.
    const QList<uint> unit = unitName.simplified().toUcs4();
    const QList<uint> whole = subject.simplified().toUcs4();
    const qsizetype unitRoom = std::min<qsizetype>(unit.size(), 20);
    const qsizetype room = titleLimit - frame.size() - unitRoom;
    const auto text = [](const QList<uint> &points, qsizetype count) {
        const auto *data = reinterpret_cast<const char32_t *>(points.constData());
        return points.size() <= count ? QString::fromUcs4(data, points.size())
                                      : QString::fromUcs4(data, count - 1) + QChar(u'…');
    };
    return QStringLiteral("%1关于“%2”诉求的办理材料").arg(text(unit, unitRoom), text(whole, room));
}

Manifest manifestOf(const Case &theCase, const DossierTemplate &form, Needed needed)
{
    Manifest manifest;
    manifest.form = form;
    manifest.fondsName = theCase.leadUnitName;
    manifest.title = dossierTitle(theCase.leadUnitName, theCase.demand.title);
    manifest.caseNumber = caseNumberOf(theCase);
    if (theCase.archiving) {
        manifest.archiveNumber = theCase.archiving->body.archiveNumber;
        manifest.retention = theCase.archiving->body.retention;
    }
    if (theCase.closing)
        manifest.year = countyDate(theCase.closing->atMs).year();
    manifest.caseHead = hex(theCase.head);
    manifest.papers = papersOf(theCase, form, needed);
    setSpan(manifest, theCase);
    return manifest;
}

Manifest manifestOf(const Case &theCase, PaperOrder order)
{
    return manifestOf(theCase, builtInTemplate(order));
}

QJsonObject toJson(const Manifest &manifest)
{
    QJsonArray papers;
    for (const Paper &paper : manifest.papers)
        papers.append(toJson(paper));
    return {
        {QStringLiteral("version"), manifest.version},
        {QStringLiteral("template"), toJson(manifest.form)},
        {QStringLiteral("profile"), nameOf(manifest.profile)},
        {QStringLiteral("fondsName"), manifest.fondsName},
        {QStringLiteral("title"), manifest.title},
        {QStringLiteral("caseNumber"), manifest.caseNumber},
        {QStringLiteral("archiveNumber"), manifest.archiveNumber},
        {QStringLiteral("retention"), manifest.retention},
        {QStringLiteral("fromMs"), manifest.fromMs},
        {QStringLiteral("toMs"), manifest.toMs},
        {QStringLiteral("year"), manifest.year},
        {QStringLiteral("caseHead"), manifest.caseHead},
        {QStringLiteral("volume"), manifest.volume},
        {QStringLiteral("volumes"), manifest.volumes},
        {QStringLiteral("papers"), papers},
    };
}

} // namespace chengban

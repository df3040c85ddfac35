#include "shared/dossier/PackageFacts.h"

#include "shared/canonical/JsonReader.h"

#include <QDir>
#include <QFile>

namespace chengban {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype largestManifest = 64 << 20;
constexpr int mostTransferYears = 100;

PackageFacts factsOf(const QJsonObject &manifest)
{
    const auto text = [&](QStringView key) { return manifest.value(key).toString(); };
    return {.archiveNumber = text(u"archiveNumber"),
        .year = manifest.value(u"year").toInt(),
        .retention = text(u"retention"),
        .title = text(u"title"),
        .fondsName = text(u"fondsName"),
        .caseNumber = text(u"caseNumber"),
        .caseHead = text(u"caseHead"),
        .transferAfterYears
        = manifest[u"template"_s][u"transferAfterYears"_s].toInt(PackageFacts().transferAfterYears)};
}

} // namespace

Result<PackageFacts> packageFacts(const QString &folder)
{
    QFile file(QDir(folder).filePath(u"data/manifest.json"_s));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::PackageInvalid, u"manifest.json"_s);
    const auto json = parseJsonObject(file.readAll(), largestManifest);
    const QJsonArray volumes = json ? json->value(u"volumes"_s).toArray() : QJsonArray();
    if (volumes.isEmpty())
        return fail(ErrorCode::PackageInvalid, u"manifest.json"_s);
    PackageFacts facts = factsOf(volumes.first()[u"manifest"_s].toObject());
    if (facts.transferAfterYears < 1 || facts.transferAfterYears > mostTransferYears)
        return fail(ErrorCode::PackageInvalid, u"transferAfterYears"_s);
    int pages = 0;
    for (const QJsonValue &volume : volumes) {
        if (factsOf(volume[u"manifest"_s].toObject()) != facts)
            return fail(ErrorCode::PackageInvalid, u"volumes"_s);
        pages += volume[u"numberedPages"_s].toInt();
    }
    facts.volumes = int(volumes.size());
    facts.pages = pages;
    return facts;
}

} // namespace chengban

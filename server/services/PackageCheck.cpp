#include "server/services/PackageCheck.h"

#include "shared/canonical/Digest.h"
#include "shared/canonical/JsonReader.h"
#include "shared/cases/Decide.h"
#include "shared/dossier/Bag.h"
#include "shared/dossier/BagArchive.h"

#include <QDir>
#include <QFile>

namespace chengban {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype largestLog = 256 << 20;

tl::unexpected<Error> invalid(const QString &place)
{
    return fail(ErrorCode::PackageInvalid, place);
}

Result<void> soundBag(const QString &folder)
{
    const auto report = checkedBag(folder);
    if (!report)
        return fail(report.error());
    if (!report->faults.isEmpty())
        return invalid(nameOf(report->faults.first().kind) + u' ' + report->faults.first().path);
    // BagIt does not ask for it; we do.
    if (!QFile::exists(QDir(folder).filePath(u"digests-sm3.txt"_s)))
        return invalid(u"digests-sm3.txt"_s);
    return {};
}

Result<CaseLog> soundLog(const QString &folder)
{
    QFile file(QDir(folder).filePath(u"data/log.json"_s));
    if (!file.open(QIODevice::ReadOnly))
        return invalid(u"log.json"_s);
    const auto log = parseJsonObject(file.readAll(), largestLog).and_then(caseLogFromJson);
    if (!log)
        return invalid(u"log.json"_s);
    for (const LogCheck &check : checkedLog(*log)) {
        if (!check.result)
            return invalid(u"log.json "_s + errorName(check.result.error().code));
    }
    return *log;
}

} // namespace

Result<CheckedPackage> checkedPackage(const QString &archive, const QString &scratch)
{
    const auto folder = unpackBagArchive(archive, scratch);
    if (!folder)
        return fail(folder.error());
    if (const auto sound = soundBag(*folder); !sound)
        return fail(sound.error());
    const auto facts = packageFacts(*folder);
    if (!facts)
        return fail(facts.error());
    const auto log = soundLog(*folder);
    if (!log)
        return fail(log.error());
    CheckedPackage found{*facts, *log, folded(log->events)};
    if (hex(found.theCase.head) != facts->caseHead)
        return invalid(u"caseHead"_s);
    return found;
}

} // namespace chengban

#include "cli/Arguments.h"
#include "cli/CaseLog.h"
#include "cli/RuleFiles.h"
#include "cli/Subcommands.h"
#include "client/printing/DossierPackage.h"
#include "client/printing/EepWriter.h"
#include "shared/canonical/Digest.h"
#include "shared/canonical/JsonReader.h"
#include "shared/cases/Decide.h"
#include "shared/dossier/Bag.h"
#include "shared/dossier/BagArchive.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>

#include <algorithm>

namespace chengban::cli {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

/// The files of a folder by their digest.
Result<FileSource> filesIn(const QString &folder)
{
    QHash<QString, QString> paths;
    QDirIterator each(folder, QDir::Files, QDirIterator::Subdirectories);
    while (!folder.isEmpty() && each.hasNext()) {
        QFile file(each.next());
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorCode::FileUnreadable, file.fileName());
        const auto digest = fileDigest(file);
        if (!digest)
            return fail(digest.error());
        paths.insert(hex(digest->sha256), file.fileName());
    }
    return [paths](const QString &sha256) -> Result<QByteArray> {
        const auto path = paths.constFind(sha256);
        return path == paths.cend() ? Result<QByteArray>(fail(ErrorCode::NotFound, sha256))
                                    : fileContent(*path);
    };
}

/// A folder's name out of a case's number.
QString folderName(const Manifest &manifest)
{
    QString name = QStringLiteral("dossier-") + manifest.caseNumber;
    for (QChar &letter : name) {
        if (!letter.isLetterOrNumber() && letter != QLatin1Char('-'))
            letter = QLatin1Char('_');
    }
    return name.left(100);
}

Exit sayMissing(const Manifest &manifest, Console &console)
{
    for (const QString &title : manifest.missingTitles())
        console.out << words(QT_TRANSLATE_NOOP("Cli", "missing")) << '\t' << title << Qt::endl;
    return Exit::Findings;
}

Exit sayWritten(const WrittenPackage &package, const QString &folder, Console &console)
{
    console.out << words(QT_TRANSLATE_NOOP("Cli", "package")) << '\t' << folder << Qt::endl;
    for (const DossierVolume &volume : package.volumes) {
        console.out << words(QT_TRANSLATE_NOOP("Cli", "volume")) << '\t' << volume.path << '\t'
                    << (volume.info.pdfA ? QStringLiteral("PDF/A-1b")
                                         : QStringLiteral("PDF: ") + volume.info.pdfaFault)
                    << '\t' << volume.info.sha256 << Qt::endl;
    }
    const auto count
        = [&](TestState state) { return std::ranges::count(package.selfTest, state, &TestItem::state); };
    console.out << words(QT_TRANSLATE_NOOP("Cli", "self-test: %1 passed, %2 failed, %3 not checked"))
                       .arg(count(TestState::Passed))
                       .arg(count(TestState::Failed))
                       .arg(count(TestState::NotChecked))
                << Qt::endl;
    for (const TestItem &item : package.selfTest) {
        if (item.state == TestState::Failed)
            console.out << item.id << '\t' << item.title << '\t' << item.note << Qt::endl;
    }
    return count(TestState::Failed) == 0 ? Exit::Fine : Exit::Findings;
}

/// The template that was asked for, by its id or as a file; without, the one of the case's county.
Result<DossierTemplate> wantedTemplate(const Case &theCase, const QString &wanted)
{
    if (wanted.endsWith(QLatin1String(".json"))) {
        return fileContent(wanted)
            .and_then([](const QByteArray &bytes) { return parseJsonObject(bytes); })
            .and_then(templateFromJson);
    }
    const DossierTemplate form = templateFor(theCase, wanted);
    if (!wanted.isEmpty() && form.id != wanted)
        return fail(ErrorCode::NotFound, wanted);
    return form;
}

/// What stands beside the package: labels, the folder's front, the same as one encapsulated file.
Result<void> writeBeside(const PackageMaterial &material, const WrittenPackage &package,
    const QString &folder, const Arguments &given)
{
    int pages = 0;
    for (const DossierVolume &volume : package.volumes)
        pages += volume.info.numberedPages;
    const auto spine = writeSpine(material.manifest, folder + QStringLiteral("-spine.pdf"));
    if (!spine)
        return fail(spine.error());
    const auto front = writeFolder(material.manifest, pages, folder + QStringLiteral("-folder.pdf"));
    if (!front)
        return fail(front.error());
    return given.has("eep") ? writeEep(material, package, folder, folder + QStringLiteral(".eep"))
                            : Result<void>();
}

Exit build(const CaseLog &log, const FileSource &files, const Arguments &given, Console &console)
{
    const Case theCase = folded(log.events);
    const auto form = wantedTemplate(theCase, given.value("template", given.value("order")));
    if (!form)
        return console.refuse(form.error());
    const auto pack = packNamed(theCase.pack.id);
    const PackageMaterial material{manifestOf(theCase, *form), theCase, log, files, pack ? &*pack : nullptr};
    if (!material.manifest.isComplete())
        return sayMissing(material.manifest, console);
    const QDir out(given.value("out"));
    if (!QDir().mkpath(out.path()))
        return console.refuse({ErrorCode::FileUnreadable, out.path()});
    const QString folder = out.filePath(folderName(material.manifest));
    const auto package = writePackage(material, folder);
    if (!package)
        return console.refuse(package.error());
    if (const auto beside = writeBeside(material, *package, folder, given); !beside)
        return console.refuse(beside.error());
    return sayWritten(*package, folder, console);
}

/// The folder of a case, as `chengban-server export` writes it and as a package's data/ is: log.json and
/// originals/.
Exit runBuild(const QStringList &arguments, Console &console)
{
    Arguments given({{"out", true}, {"order"}, {"template"}, {.name = "eep", .flag = true}}, 1);
    if (!given.parse(arguments, console))
        return Exit::BadInput;
    const QDir folder(given.file());
    const auto log = caseLogFrom(folder.filePath(QStringLiteral("log.json")));
    if (!log)
        return console.refuse(log.error());
    const auto files = filesIn(folder.filePath(QStringLiteral("originals")));
    return files ? build(*log, *files, given, console) : console.refuse(files.error());
}

/// One line for each package in a folder: number, year, retention, whether it is whole, title.
Exit runList(const QStringList &arguments, Console &console)
{
    Arguments given({}, 1);
    if (!given.parse(arguments, console))
        return Exit::BadInput;
    const QDir folder(given.file());
    if (!folder.exists())
        return console.refuse({ErrorCode::FileUnreadable, folder.path()});
    bool sound = true;
    for (const QString &name : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        const QString bag = folder.filePath(name);
        const auto manifest
            = fileContent(QDir(bag).filePath(QStringLiteral("data/manifest.json")))
                  .and_then([](const QByteArray &bytes) { return parseJsonObject(bytes, 64 << 20); });
        const auto report = checkedBag(bag);
        if (!manifest || !report)
            continue; // no dossier
        const QJsonObject facts = manifest->value(QStringLiteral("volumes"))
                                      .toArray()
                                      .first()
                                      .toObject()
                                      .value(QStringLiteral("manifest"))
                                      .toObject();
        const auto text
            = [&](const char *key) { return facts.value(QLatin1String(key)).toVariant().toString(); };
        sound = sound && report->faults.isEmpty();
        console.out << name << '\t' << text("archiveNumber") << '\t' << text("year") << '\t'
                    << text("retention") << '\t'
                    << (report->faults.isEmpty() ? words(QT_TRANSLATE_NOOP("Cli", "valid"))
                                                 : words(QT_TRANSLATE_NOOP("Cli", "INVALID")))
                    << '\t' << text("title") << Qt::endl;
    }
    return sound ? Exit::Fine : Exit::Findings;
}

/// A package as the one file that is filed with the centre; only when it is whole.
Exit runPack(const QStringList &arguments, Console &console)
{
    Arguments given({{"out", true}}, 1);
    if (!given.parse(arguments, console))
        return Exit::BadInput;
    const auto report = checkedBag(given.file());
    if (!report)
        return console.refuse(report.error());
    for (const BagFault &fault : report->faults)
        console.out << nameOf(fault.kind) << '\t' << fault.path << Qt::endl;
    if (!report->faults.isEmpty())
        return Exit::Findings;
    const auto packed = writeBagArchive(given.file(), given.value("out"));
    return packed ? Exit::Fine : console.refuse(packed.error());
}

} // namespace

Exit runDossier(const QStringList &arguments, Console &console)
{
    const QString word = arguments.value(0);
    if (word == QLatin1String("build"))
        return runBuild(arguments.mid(1), console);
    if (word == QLatin1String("verify"))
        return runDossierVerify(arguments.mid(1), console);
    if (word == QLatin1String("pack"))
        return runPack(arguments.mid(1), console);
    if (word == QLatin1String("list"))
        return runList(arguments.mid(1), console);
    return console.refuseUsage(words(QT_TRANSLATE_NOOP("Cli", "Say dossier build, pack, verify or list.")));
}

} // namespace chengban::cli

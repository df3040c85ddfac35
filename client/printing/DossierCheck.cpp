#include "client/printing/DossierCheck.h"

#include "client/printing/PdfaRules.h"
#include "shared/base/LibraryPath.h"
#include "shared/canonical/Digest.h"
#include "shared/canonical/JsonReader.h"
#include "shared/cases/Decide.h"
#include "shared/dossier/Bag.h"
#include "shared/dossier/BagArchive.h"
#include "shared/dossier/ScratchFolder.h"
#include "shared/signing/CaseLog.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QSet>

#include <qpdf/QPDF.hh>

#include <exception>

namespace chengban {
namespace {

using Kind = DossierFinding::Kind;

TestState stateOf(bool passed)
{
    return passed ? TestState::Passed : TestState::Failed;
}

Result<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, path);
    return file.readAll();
}

QString sha256Of(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const Result<FileDigest> digest = fileDigest(file);
    return digest ? hex(digest->sha256) : QString();
}

Result<DossierFinding> pdfaFinding(const QString &path)
{
    const QByteArray name = libraryPath(path);
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.setAttemptRecovery(false);
        pdf.processFile(name.constData());
        if (pdf.getAllPages().empty())
            return fail(ErrorCode::PdfInvalid, QStringLiteral("no pages"));
        const QString fault = foreignPdfaFault(pdf);
        return DossierFinding{Kind::PdfA, stateOf(fault.isEmpty()), QFileInfo(path).fileName(), 0, fault};
    } catch (const std::exception &) {
        return fail(ErrorCode::PdfInvalid, path);
    }
}

/// One package under examination.
class Examination
{
public:
    explicit Examination(const QString &folder)
        : m_folder(folder)
        , m_data(QDir(folder).filePath(QStringLiteral("data")))
    {
    }

    Result<QList<DossierFinding>> run()
    {
        const Result<BagReport> report = checkedBag(m_folder);
        if (!report)
            return fail(report.error());
        package(*report);
        log();
        volumes();
        return m_findings;
    }

private:
    void package(const BagReport &report);
    void log();
    void volumes();
    void volume(const QJsonObject &volume, const QSet<QString> &originals);
    void add(Kind kind, bool passed, const QString &who, const QString &note, qint64 atMs = 0)
    {
        m_findings.append({kind, stateOf(passed), who, atMs, note});
    }

    QString m_folder;
    QDir m_data;
    QString m_head; ///< Hex, of the log; empty when it cannot be read.
    QList<DossierFinding> m_findings;
};

void Examination::package(const BagReport &report)
{
    if (report.faults.isEmpty())
        add(Kind::Package, true, QString::number(report.files), {});
    for (const BagFault &fault : report.faults)
        add(Kind::Package, false, fault.path, nameOf(fault.kind));
}

void Examination::log()
{
    const Result<CaseLog> log
        = contentOf(m_data.filePath(QStringLiteral("log.json")))
              .and_then([](const QByteArray &bytes) { return parseJsonObject(bytes, 256 << 20); })
              .and_then(caseLogFromJson);
    if (!log) {
        add(Kind::Chain, false, {}, errorName(log.error().code));
        return;
    }
    m_head = hex(folded(log->events).head);
    for (const LogCheck &check : checkedLog(*log)) {
        const Kind kind = check.kind == LogCheck::Kind::Chain ? Kind::Chain
            : check.kind == LogCheck::Kind::Signature         ? Kind::Signature
                                                              : Kind::Receipt;
        add(kind, check.result.has_value(), check.who,
            check.result ? QString() : QString(errorName(check.result.error().code)), check.atMs);
    }
}

void Examination::volumes()
{
    const Result<QJsonObject> json
        = contentOf(m_data.filePath(QStringLiteral("manifest.json"))).and_then([](const QByteArray &bytes) {
              return parseJsonObject(bytes, 64 << 20);
          });
    const QJsonArray list = json ? json->value(QStringLiteral("volumes")).toArray() : QJsonArray();
    if (list.isEmpty()) {
        add(Kind::LogFits, false, QStringLiteral("manifest.json"), QStringLiteral("unreadable"));
        return;
    }
    QSet<QString> originals;
    const QDir folder(m_data.filePath(QStringLiteral("originals")));
    for (const QString &name : folder.entryList(QDir::Files))
        originals.insert(sha256Of(folder.filePath(name)));
    for (const QJsonValue &one : list)
        volume(one.toObject(), originals);
}

void Examination::volume(const QJsonObject &volume, const QSet<QString> &originals)
{
    const QString file = QFileInfo(volume.value(QStringLiteral("file")).toString()).fileName();
    const QJsonObject manifest = volume.value(QStringLiteral("manifest")).toObject();
    add(Kind::LogFits, !m_head.isEmpty() && manifest.value(QStringLiteral("caseHead")).toString() == m_head,
        file, {});
    for (const QJsonValue &one : manifest.value(QStringLiteral("papers")).toArray()) {
        const QJsonObject paper = one.toObject();
        const QJsonObject attachment = paper.value(QStringLiteral("attachment")).toObject();
        if (!attachment.isEmpty())
            add(Kind::Original, originals.contains(attachment.value(QStringLiteral("sha256")).toString()),
                paper.value(QStringLiteral("title")).toString(), {});
    }
    const QString path = m_data.filePath(file);
    add(Kind::Pdf, sha256Of(path) == volume.value(QStringLiteral("sha256")).toString(), file, {});
    const Result<DossierFinding> conforms = pdfaFinding(path);
    if (conforms)
        m_findings.append(*conforms);
    else
        add(Kind::PdfA, false, file, errorName(conforms.error().code));
}

/// A package that travels as one file.
Result<QList<DossierFinding>> checkedArchive(const QString &path)
{
    const ScratchFolder room(QFileInfo(path).size());
    const Result<QString> folder = unpackBagArchive(path, room.path());
    if (!folder)
        return fail(folder.error());
    return Examination(*folder).run();
}

bool isArchive(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && isBagArchive(file.read(4));
}

} // namespace

Result<QList<DossierFinding>> checkedDossier(const QString &path)
{
    const QFileInfo file(path);
    if (file.isDir())
        return Examination(path).run();
    if (!file.isFile())
        return fail(ErrorCode::FileUnreadable, path);
    if (isArchive(path))
        return checkedArchive(path);
    const Result<DossierFinding> conforms = pdfaFinding(path);
    if (!conforms)
        return fail(conforms.error());
    QList<DossierFinding> findings{
        {Kind::Pdf, TestState::Passed, file.fileName(), 0, sha256Of(path)}, *conforms};
    for (const Kind kind : {Kind::Chain, Kind::Signature, Kind::Original})
        findings.append({kind, TestState::NotChecked, {}, 0, {}});
    return findings;
}

} // namespace chengban

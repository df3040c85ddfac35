#include "client/app/DossierJob.h"

#include "client/printing/DossierPackage.h"
#include "shared/base/FileNames.h"
#include "shared/dossier/BagArchive.h"
#include "shared/dossier/ScratchFolder.h"

#include <QtConcurrent>

#include <algorithm>

namespace chengban {

namespace {

/// A name that an archive keeps when the package is unpacked again.
QString folderName(const Manifest &manifest)
{
    return plainFileName(QStringLiteral("dossier-") + manifest.caseNumber, 100);
}

Result<void> writtenPackage(
    const DossierMaterial &material, const FileSource &files, const RulePack *pack, const QString &path)
{
    const ScratchFolder room(2 * bytesOf(filesOf(material.theCase)));
    const QString folder = room.filePath(folderName(material.manifest));
    const PackageMaterial parts{material.manifest, material.theCase, *material.package, files, pack};
    if (const auto made = writePackage(parts, folder); !made)
        return fail(made.error());
    return writeBagArchive(folder, path);
}

Result<void> written(const DossierMaterial &material, const QString &path)
{
    QHash<QString, QByteArray> read; // A file may be a paper twice; it can be read once.
    const auto files = [&](const QString &sha) -> Result<QByteArray> {
        if (const auto known = read.constFind(sha); known != read.cend())
            return *known;
        const auto reading = material.files.constFind(sha);
        if (reading == material.files.cend())
            return fail(ErrorCode::NotFound);
        auto bytes = (*reading)();
        if (bytes)
            read.insert(sha, *bytes);
        return bytes;
    };
    const RulePack *pack = material.pack ? &*material.pack : nullptr;
    if (material.package)
        return writtenPackage(material, files, pack, path);
    const auto done = writeVolumes(material.manifest, material.theCase, material.log, files, path, pack);
    return done ? Result<void>() : fail(done.error());
}

} // namespace

DossierJob::DossierJob(Desk &desk, const QString &path)
    : QObject(&desk)
    , m_desk(desk)
    , m_path(path)
{
    m_promise.start();
    connect(&m_asked, &QFutureWatcherBase::canceled, this, &QObject::deleteLater);
    connect(&m_writing, &QFutureWatcherBase::finished, this, [this] { finish(m_writing.result()); });
    connect(&desk, &Desk::fileArrived, this, &DossierJob::onArrived);
    m_asked.setFuture(m_promise.future());
}

QFuture<Result<void>> DossierJob::start(Desk &desk, const CaseId &id, const QString &path)
{
    return startJob(desk, id, path, std::nullopt);
}

QFuture<Result<void>> DossierJob::startPackage(
    Desk &desk, const CaseId &id, const QString &path, const QByteArray &serverKeyPem)
{
    return startJob(desk, id, path, serverKeyPem);
}

QFuture<Result<void>> DossierJob::startJob(
    Desk &desk, const CaseId &id, const QString &path, const std::optional<QByteArray> &serverKeyPem)
{
    auto *job = new DossierJob(desk, path); // Ends itself, at the latest with the desk.
    const QFuture<Result<void>> future = job->m_promise.future();
    const Result<void> gathered = job->gather(id);
    if (gathered && serverKeyPem)
        job->m_material.package = job->verifiableLog(*serverKeyPem);
    if (!gathered)
        job->finish(gathered);
    else
        job->goOn();
    return future;
}

/// The keys of the directory that signed something of the case, and the receipts that came to this desk.
CaseLog DossierJob::verifiableLog(const QByteArray &serverKeyPem) const
{
    CaseLog log{m_material.log, {}, serverKeyPem, m_desk.receipts(m_material.theCase.id)};
    const QList<Entry<SignatureBody>> signatures = signaturesIn(m_material.theCase);
    for (const EnrolledKey &key : m_desk.directory().keys) {
        const bool used = std::ranges::any_of(
            signatures, [&](const Entry<SignatureBody> &one) { return one.body.key == key.id; });
        if (used)
            log.keys.append(key);
    }
    return log;
}

Result<void> DossierJob::gather(const CaseId &id)
{
    const Result<Case> found = m_desk.caseOf(id);
    const Result<QList<Event>> log = m_desk.logOf(id);
    if (!found || !log)
        return fail(found ? log.error() : found.error());
    m_material = {manifestOf(*found, templateFor(*found)), *found, *log, std::nullopt, {}};
    if (const RulePack *pack = m_desk.rulesFor(*found).pack)
        m_material.pack = *pack;
    for (const Paper &paper : std::as_const(m_material.manifest.papers)) {
        if (const Result<void> opened = open(paper.attachment.sha256); !opened)
            return opened;
    }
    m_promise.setProgressRange(0, int(m_material.files.size() + m_away.size()) + 2);
    return {};
}

Result<void> DossierJob::open(const QString &sha256)
{
    if (sha256.isEmpty() || m_material.files.contains(sha256) || m_away.contains(sha256))
        return {};
    const Result<FileReading> reading = m_desk.fileReading(sha256);
    if (reading)
        m_material.files.insert(sha256, *reading);
    else if (reading.error().code == ErrorCode::NotFound)
        m_away.append(sha256); // Asked for by this; fileArrived() tells.
    else
        return fail(reading.error());
    return {};
}

void DossierJob::onArrived(const QString &sha256)
{
    if (m_promise.isCanceled() || !m_away.removeOne(sha256))
        return;
    if (const Result<void> opened = open(sha256); !opened)
        finish(opened);
    else
        goOn();
}

void DossierJob::goOn()
{
    if (!m_away.isEmpty()) {
        m_promise.setProgressValueAndText(
            int(m_material.files.size()) + 1, tr("Fetching %n attachment(s)", nullptr, int(m_away.size())));
        return;
    }
    m_promise.setProgressValueAndText(int(m_material.files.size()) + 2, tr("Being written"));
    m_writing.setFuture(
        QtConcurrent::run([material = m_material, path = m_path] { return written(material, path); }));
}

void DossierJob::finish(const Result<void> &result)
{
    m_promise.addResult(result);
    m_promise.finish();
    deleteLater();
}

} // namespace chengban

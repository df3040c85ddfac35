#pragma once

#include "client/models/Desk.h"
#include "shared/dossier/Manifest.h"
#include "shared/signing/CaseLog.h"

#include <QFutureWatcher>
#include <QPromise>

namespace chengban {

/// What a dossier is made of, as values that another thread can take along.
struct DossierMaterial
{
    Manifest manifest;
    Case theCase;
    QList<Event> log;
    std::optional<RulePack> pack;
    QHash<QString, FileReading> files; ///< By SHA-256.
    std::optional<CaseLog> package
        = {}; ///< With what verifies it: a package is made of it, not the PDF alone.
};

/// Writes one dossier beside the window: what of its attachments is not on this PC is fetched first, then all
/// are read and laid out in another thread. The progress of the future says in words what it waits for;
/// cancelling it ends the waiting.
class DossierJob : public QObject
{
    Q_OBJECT

public:
    /// Errors of the result: those of caseOf(), fileReading() and writeDossier().
    [[nodiscard]] static QFuture<Result<void>> start(Desk &desk, const CaseId &id, const QString &path);
    /// The same for the package, as one file (shared/dossier/BagArchive.h). Errors also: those of
    /// writePackage() and writeBagArchive().
    [[nodiscard]] static QFuture<Result<void>> startPackage(
        Desk &desk, const CaseId &id, const QString &path, const QByteArray &serverKeyPem);

private:
    DossierJob(Desk &desk, const QString &path);
    [[nodiscard]] static QFuture<Result<void>> startJob(
        Desk &desk, const CaseId &id, const QString &path, const std::optional<QByteArray> &serverKeyPem);
    [[nodiscard]] CaseLog verifiableLog(const QByteArray &serverKeyPem) const;
    [[nodiscard]] Result<void> gather(const CaseId &id);
    [[nodiscard]] Result<void> open(const QString &sha256); ///< Or notes that it has to be fetched.
    void onArrived(const QString &sha256);
    void goOn();
    void finish(const Result<void> &result);

    Desk &m_desk;
    QString m_path;
    DossierMaterial m_material;
    QStringList m_away; ///< Files that are being fetched.
    QPromise<Result<void>> m_promise;
    QFutureWatcher<Result<void>> m_asked; ///< Whether somebody still waits for it.
    QFutureWatcher<Result<void>> m_writing;
};

} // namespace chengban

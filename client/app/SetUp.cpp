#include "client/app/SetUp.h"

#include "client/models/DeskSession.h"
#include "client/models/SigningKeyStore.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QSslCertificate>
#include <QStandardPaths>
#include <QUrl>

namespace chengban {

namespace {

Result<QByteArray> certificateIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, path);
    QByteArray pem = file.readAll();
    if (QSslCertificate::fromData(pem).isEmpty())
        return fail(ErrorCode::CertificateUntrusted, path);
    return pem;
}

/// The certificate's own copy: the file it came from may lie on a stick.
Result<QString> kept(const QByteArray &pem, const QString &folder)
{
    const QString path = folder + QStringLiteral("/ca.pem");
    QSaveFile file(path);
    const bool written = QDir().mkpath(folder) && file.open(QIODevice::WriteOnly)
        && file.write(pem) == pem.size() && file.commit();
    return written ? Result<QString>(path) : fail(ErrorCode::FileUnreadable, path);
}

Result<void> put(const SetUpRequest &request, Settings &settings, Setting setting, const QString &value)
{
    if (value.isEmpty())
        return {};
    return request.forMachine ? settings.setForMachine(setting, value, request.locked)
                              : settings.set(setting, value);
}

Result<void> checked(const SetUpRequest &request)
{
    const QUrl url(request.server, QUrl::StrictMode);
    const bool good = url.isValid() && url.scheme() == QLatin1String("https") && !url.host().isEmpty();
    if (!request.server.isEmpty() && !good)
        return fail(ErrorCode::BadInput, QStringLiteral("server"));
    if (request.locked && !request.forMachine)
        return fail(ErrorCode::BadInput, QStringLiteral("lock"));
    return {};
}

} // namespace

QString dataRoot()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
}

Result<void> setUp(const SetUpRequest &request, Settings &settings)
{
    if (const auto good = checked(request); !good)
        return good;
    QString caFile;
    if (!request.caFile.isEmpty()) {
        const auto pem = certificateIn(request.caFile);
        if (!pem)
            return fail(pem.error());
        const auto path = kept(*pem, request.forMachine ? settings.machineFolder() : settings.userFolder());
        if (!path)
            return fail(path.error());
        caFile = *path;
    }
    for (const auto &[setting, value] : {std::pair(Setting::ServerUrl, request.server),
             std::pair(Setting::CaFile, caFile), std::pair(Setting::Tenant, request.tenant)}) {
        if (const auto done = put(request, settings, setting, value); !done)
            return done;
    }
    return {};
}

Result<void> forgetPerson(const QString &dataRoot, Settings &settings, KeyStore &keychain)
{
    const QString owner = SigningKeyStore::ownerOf(settings.text(Setting::LastUser),
        settings.text(Setting::Tenant), settings.text(Setting::InstallationId));
    (void)keychain.remove(SigningKeyStore::nameFor(owner));
    // First the keys: what then stays on the disk is closed for good.
    for (const QFileInfo &store : QDir(dataRoot).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot))
        DeskSession::wipe(store.filePath(), keychain);
    QDir root(dataRoot);
    const bool gone = root.removeRecursively();
    QFile::remove(settings.userFolder() + QStringLiteral("/ca.pem"));
    const auto forgotten = settings.forget();
    return gone ? forgotten : fail(ErrorCode::FileUnreadable, dataRoot);
}

} // namespace chengban

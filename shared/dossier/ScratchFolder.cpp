#include "shared/dossier/ScratchFolder.h"

#include <QDir>
#include <QStorageInfo>
#include <QUuid>

#ifdef Q_OS_WIN
#include <windows.h>
#endif

namespace chengban {

namespace {

constexpr auto prefix = QLatin1StringView("chengban-scratch-");
constexpr auto lockEnding = QLatin1StringView(".lock");

bool holds(const QString &place, qint64 bytes)
{
    if (place.isEmpty())
        return false;
    const QStorageInfo storage(place);
    // What else runs on this PC needs memory too.
    return storage.isValid() && !storage.isReadOnly() && bytes <= storage.bytesAvailable() / 3;
}

QString freshPath(qint64 bytes, const ScratchPlaces &places)
{
    const QString &place = holds(places.memory, bytes) ? places.memory : places.disk;
    return QDir(place).filePath(prefix + QUuid::createUuid().toString(QUuid::Id128));
}

void encryptOnDisk([[maybe_unused]] const QString &folder)
{
#ifdef Q_OS_WIN
    // Refused on a FAT drive and by home editions: then the folder's permissions are what protects it.
    EncryptFileW(reinterpret_cast<LPCWSTR>(QDir::toNativeSeparators(folder).utf16()));
#endif
}

/// What another program still held open when its owner went; on Windows that cannot be removed.
void sweepOwnerless(const QDir &place)
{
    // Listed before it is asked for the lock: that comes before the folder and goes after it.
    const QStringList folders = place.entryList({prefix + QLatin1Char('*')}, QDir::Dirs);
    for (const QString &name : folders) {
        if (!place.exists(name + lockEnding))
            QDir(place.filePath(name)).removeRecursively();
    }
}

void sweepPlace(const QString &place)
{
    if (place.isEmpty())
        return;
    const QDir folder(place);
    sweepOwnerless(folder);
    const QStringList locks = folder.entryList({prefix + QLatin1Char('*') + lockEnding}, QDir::Files);
    for (const QString &name : locks) {
        QLockFile owner(folder.filePath(name));
        owner.setStaleLockTime(0); // Stale when its program is gone, however old it is.
        if (owner.tryLock())
            QDir(folder.filePath(name.chopped(lockEnding.size()))).removeRecursively();
    }
}

} // namespace

ScratchPlaces ScratchPlaces::ofThisPc()
{
    QString memory;
#ifdef Q_OS_LINUX
    memory = QStringLiteral("/dev/shm");
#endif
    return {memory, QDir::tempPath()};
}

ScratchFolder::ScratchFolder(qint64 bytes, const ScratchPlaces &places)
    : m_path(freshPath(bytes, places))
    , m_owner(m_path + lockEnding)
{
    m_owner.setStaleLockTime(0);
    m_isValid
        = m_owner.tryLock() && QDir().mkdir(m_path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (m_isValid)
        encryptOnDisk(m_path);
}

ScratchFolder::~ScratchFolder()
{
    if (m_isValid)
        QDir(m_path).removeRecursively(); // While the lock is held: a sweep of another program waits for it.
}

void ScratchFolder::sweep(const ScratchPlaces &places)
{
    sweepPlace(places.memory);
    sweepPlace(places.disk);
}

} // namespace chengban

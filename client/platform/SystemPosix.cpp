#include "client/platform/SessionLock.h"
#include "client/platform/System.h"

#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>

#include <sys/resource.h>

namespace chengban {

void keepNoDumps()
{
    const rlimit noCore{0, 0};
    setrlimit(RLIMIT_CORE, &noCore);
}

bool hideFromCapture(QWindow &, bool hidden)
{
    return !hidden; // Neither X11 nor Wayland knows a window that may not be pictured.
}

std::optional<qint64> sinceInputMs()
{
    return std::nullopt;
}

bool isOnNetwork(const QString &folder)
{
    QFileInfo there(QDir::cleanPath(QFileInfo(folder).absoluteFilePath()));
    while (!there.exists() && !there.isRoot())
        there.setFile(there.path());
    return isNetworkFileSystem(QStorageInfo(there.filePath()).fileSystemType());
}

class SessionLock::Ear
{
};

SessionLock::SessionLock(QObject *parent)
    : QObject(parent)
{
}

SessionLock::~SessionLock() = default;

} // namespace chengban

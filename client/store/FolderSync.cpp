#include "client/store/FolderSync.h"

#include <QFile>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace chengban {

#ifdef Q_OS_UNIX

Result<void> syncFolder(const QString &path)
{
    const int folder = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    // A network's file system may not know how to sync a folder; then nothing better can be had.
    const bool synced = folder >= 0 && (::fsync(folder) == 0 || errno == EINVAL || errno == ENOTSUP);
    if (folder >= 0)
        ::close(folder);
    return synced ? Result<void>() : fail(ErrorCode::DiskFull, QStringLiteral("sync a folder"));
}

#else

Result<void> syncFolder(const QString &)
{
    return {};
}

#endif

} // namespace chengban

#include "server/blobs/BlobFiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace chengban {

namespace {

/// A tenant's folder: ids may hold anything, paths may not.
QString folderName(const TenantId &tenant)
{
    return hex(sm3(tenant.value.toUtf8())).left(16);
}

tl::unexpected<Error> cannot(const char *what)
{
    const ErrorCode code = errno == ENOSPC ? ErrorCode::DiskFull : ErrorCode::StoreUnavailable;
    return fail(code, QString::fromLatin1(what));
}

Result<void> syncFolder(const QString &path)
{
    const int folder = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return cannot("open a folder");
    const bool synced = ::fsync(folder) == 0;
    ::close(folder);
    if (!synced)
        return cannot("sync a folder");
    return {};
}

/// Closes the descriptor on every way out.
struct OpenFile
{
    explicit OpenFile(int opened)
        : descriptor(opened)
    {
    }
    ~OpenFile()
    {
        if (descriptor >= 0)
            ::close(descriptor);
    }
    Q_DISABLE_COPY_MOVE(OpenFile)
    const int descriptor;
};

bool writeAll(int descriptor, const QByteArray &bytes, qint64 offset)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t written = ::pwrite(
            descriptor, bytes.constData() + done, static_cast<size_t>(bytes.size() - done), offset + done);
        if (written < 0)
            return false;
        done += written;
    }
    return true;
}

} // namespace

BlobFiles::BlobFiles(QString folder)
    : m_folder(std::move(folder))
{
}

QString BlobFiles::uploadPath(const QString &uploadId) const
{
    return m_folder + QStringLiteral("/uploads/") + uploadId;
}

QString BlobFiles::scratch() const
{
    return m_folder + QStringLiteral("/scratch");
}

void BlobFiles::sweepScratch(qint64 beforeMs) const
{
    const QFileInfoList left = QDir(scratch()).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QFileInfo &one : left) {
        if (one.lastModified().toMSecsSinceEpoch() < beforeMs)
            QDir(one.filePath()).removeRecursively();
    }
}

QString BlobFiles::pathOf(const TenantId &tenant, const QString &sha256) const
{
    return m_folder + QStringLiteral("/blobs/") + folderName(tenant) + QLatin1Char('/') + sha256.left(2)
        + QLatin1Char('/') + sha256;
}

Result<void> BlobFiles::prepare() const
{
    for (const QString &name : {QStringLiteral("uploads"), QStringLiteral("blobs")}) {
        if (!QDir(m_folder).mkpath(name))
            return fail(ErrorCode::StoreUnavailable, QStringLiteral("make a folder"));
    }
    return {};
}

BlobFiles::Hold::~Hold()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor); // Ends the lock, too.
}

Result<BlobFiles::Hold> BlobFiles::hold(const QString &uploadId) const
{
    const int file
        = ::open(QFile::encodeName(uploadPath(uploadId)).constData(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0)
        return cannot("open an upload");
    Hold held(file);
    if (::flock(file, LOCK_EX | LOCK_NB) != 0)
        return fail(ErrorCode::Conflict, QStringLiteral("another request writes this upload"));
    return held;
}

Result<void> BlobFiles::write(const QString &uploadId, qint64 offset, const QByteArray &chunk) const
{
    const OpenFile file(
        ::open(QFile::encodeName(uploadPath(uploadId)).constData(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
    if (file.descriptor < 0)
        return cannot("open an upload");
    // What lies behind the offset was never acknowledged; what is missing before it cannot be made up.
    if (::lseek(file.descriptor, 0, SEEK_END) < offset)
        return fail(ErrorCode::StoreDamaged, QStringLiteral("an upload is shorter than its offset"));
    if (::ftruncate(file.descriptor, offset) != 0 || !writeAll(file.descriptor, chunk, offset)
        || ::fsync(file.descriptor) != 0)
        return cannot("write an upload");
    return {};
}

Result<FileDigest> BlobFiles::digest(const QString &uploadId) const
{
    QFile file(uploadPath(uploadId));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, QStringLiteral("upload"));
    return fileDigest(file);
}

Result<QByteArray> BlobFiles::start(const QString &uploadId, qsizetype size) const
{
    QFile file(uploadPath(uploadId));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, QStringLiteral("upload"));
    return file.read(size);
}

Result<void> BlobFiles::keep(const QString &uploadId, const TenantId &tenant, const QString &sha256) const
{
    const QString path = pathOf(tenant, sha256);
    const QString folder = QFileInfo(path).path();
    if (!QDir().mkpath(folder))
        return fail(ErrorCode::StoreUnavailable, QStringLiteral("make a folder"));
    const int linked
        = ::link(QFile::encodeName(uploadPath(uploadId)).constData(), QFile::encodeName(path).constData());
    if (linked != 0 && errno != EEXIST)
        return cannot("name a file");
    for (const QString &made : {folder, QFileInfo(folder).path(), m_folder + QStringLiteral("/blobs")}) {
        if (const auto synced = syncFolder(made); !synced)
            return synced;
    }
    return {};
}

void BlobFiles::drop(const QString &uploadId) const
{
    QFile::remove(uploadPath(uploadId));
}

bool BlobFiles::has(const TenantId &tenant, const QString &sha256) const
{
    return QFileInfo::exists(pathOf(tenant, sha256));
}

void BlobFiles::remove(const TenantId &tenant, const QString &sha256) const
{
    QFile::remove(pathOf(tenant, sha256));
}

} // namespace chengban

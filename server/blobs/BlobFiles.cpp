#include "server/blobs/BlobFiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace chengban {

namespace {

constexpr qint64 copySlice = 1 << 20;

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

/// The content of a stored file or an upload, opened as it is read.
class Content : public QIODevice
{
public:
    Content(const QString &path, const FileCipher &cipher)
        : m_file(path)
        , m_cipher(cipher)
    {
    }
    [[nodiscard]] bool begin()
    {
        if (!m_file.open(QIODevice::ReadOnly))
            return false;
        m_nonce = FileCipher::nonceIn(m_file.peek(FileCipher::headSize));
        m_head = m_nonce ? FileCipher::headSize : 0;
        return open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    [[nodiscard]] qint64 size() const override { return m_file.size() - m_head; }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        const qint64 offset = pos();
        if (!m_file.seek(m_head + offset))
            return -1;
        QByteArray bytes = m_file.read(most);
        if (m_nonce)
            m_cipher.apply(bytes, offset, *m_nonce);
        std::ranges::copy(bytes, data);
        return bytes.size();
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QFile m_file;
    const FileCipher &m_cipher;
    std::optional<QByteArray> m_nonce;
    qint64 m_head = 0;
};

/// The head of an upload that goes on at `offset`: written anew when it begins. Empty: it was begun in clear.
Result<QByteArray> headFor(int descriptor, qint64 offset)
{
    if (offset == 0) {
        const QByteArray head = FileCipher::freshHead();
        return writeAll(descriptor, head, 0) ? Result<QByteArray>(head) : cannot("write an upload");
    }
    QByteArray head(FileCipher::headSize, '\0');
    const ssize_t size = ::pread(descriptor, head.data(), static_cast<size_t>(head.size()), 0);
    if (size < 0)
        return cannot("read an upload");
    head.truncate(size);
    return FileCipher::nonceIn(head) ? head : QByteArray();
}

} // namespace

BlobFiles::BlobFiles(QString folder, QByteArray key)
    : m_folder(std::move(folder))
    , m_cipher(std::move(key))
{
}

QString BlobFiles::uploadPath(const QString &uploadId) const
{
    return m_folder + QStringLiteral("/uploads/") + uploadId;
}

ScratchPlaces BlobFiles::scratch() const
{
    return {ScratchPlaces::ofThisPc().memory, m_folder + QStringLiteral("/scratch")};
}

QString BlobFiles::pathOf(const TenantId &tenant, const QString &sha256) const
{
    return m_folder + QStringLiteral("/blobs/") + folderName(tenant) + QLatin1Char('/') + sha256.left(2)
        + QLatin1Char('/') + sha256;
}

Result<void> BlobFiles::prepare() const
{
    for (const QString &name :
        {QStringLiteral("uploads"), QStringLiteral("blobs"), QStringLiteral("scratch")}) {
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
        ::open(QFile::encodeName(uploadPath(uploadId)).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (file.descriptor < 0)
        return cannot("open an upload");
    const auto head = headFor(file.descriptor, offset);
    if (!head)
        return fail(head.error());
    const qint64 place = head->size() + offset;
    // What lies behind the offset was never acknowledged; what is missing before it cannot be made up.
    if (::lseek(file.descriptor, 0, SEEK_END) < place)
        return fail(ErrorCode::StoreDamaged, QStringLiteral("an upload is shorter than its offset"));
    QByteArray bytes = chunk;
    if (const auto nonce = FileCipher::nonceIn(*head))
        m_cipher.apply(bytes, offset, *nonce);
    if (::ftruncate(file.descriptor, place) != 0 || !writeAll(file.descriptor, bytes, place)
        || ::fsync(file.descriptor) != 0)
        return cannot("write an upload");
    return {};
}

Result<FileDigest> BlobFiles::digest(const QString &uploadId) const
{
    Content content(uploadPath(uploadId), m_cipher);
    return content.begin() ? fileDigest(content) : fail(ErrorCode::FileUnreadable, QStringLiteral("upload"));
}

Result<QByteArray> BlobFiles::start(const QString &uploadId, qsizetype size) const
{
    Content content(uploadPath(uploadId), m_cipher);
    return content.begin() ? Result<QByteArray>(content.read(size))
                           : fail(ErrorCode::FileUnreadable, QStringLiteral("upload"));
}

Result<QByteArray> BlobFiles::read(
    const TenantId &tenant, const QString &sha256, qint64 offset, qint64 length) const
{
    Content content(pathOf(tenant, sha256), m_cipher);
    if (!content.begin() || !content.seek(offset))
        return fail(ErrorCode::FileUnreadable, sha256);
    return content.read(length);
}

Result<void> BlobFiles::copy(const TenantId &tenant, const QString &sha256, const QString &path) const
{
    Content content(pathOf(tenant, sha256), m_cipher);
    QSaveFile target(path);
    if (!content.begin())
        return fail(ErrorCode::FileUnreadable, sha256);
    bool written = target.open(QIODevice::WriteOnly);
    while (written && !content.atEnd()) {
        const QByteArray slice = content.read(copySlice);
        written = !slice.isEmpty() && target.write(slice) == slice.size();
    }
    return written && target.commit() ? Result<void>() : fail(ErrorCode::DiskFull, path);
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

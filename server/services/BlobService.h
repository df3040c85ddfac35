#pragma once

#include "server/services/Backend.h"
#include "shared/cases/Actor.h"

#include <functional>
#include <optional>

namespace chengban {

class BlobFiles;
class Database;
struct BlobReference;
struct BlobRow;
struct UploadRow;

/// The state of an upload, for tus's HEAD, POST and PATCH answers.
struct Upload
{
    QString id;
    qint64 offset = 0;
    qint64 length = 0;
    qint64 expiresAtMs = 0;
    bool complete = false; ///< The file is stored under its digest.
    bool operator==(const Upload &) const = default;
};

/// A stored file the actor may read.
struct BlobFile
{
    /// At most so many bytes of it from an offset on; fewer, or none, when it cannot be read.
    std::function<QByteArray(qint64 offset, qint64 length)> read;
    qint64 size = 0;
    QString sha256;
    QString sm3;
};

/// For sending the content of a stored file; `files` outlives it.
[[nodiscard]] BlobFile storedFile(const BlobFiles &files, const BlobRow &row);

/// Files: the server's side of tus 1.0.0, and reading by digest. Stored once per tenant under its sha256.
class BlobService
{
public:
    static constexpr qint64 maximumSize = 256LL << 20;
    static constexpr qint64 maximumPackage = 1LL << 30; ///< Of a dossier, scans included.
    static constexpr qint64 uploadLifeMs = 7LL * 24 * 3600 * 1000;

    explicit BlobService(const Backend &backend)
        : m_backend(backend)
    {
    }

    /// `name` is the clerk's file name (checked, kept for nothing else), `sha256` 64 lower-case hex digits.
    /// When the tenant has the file already the upload is complete at once. Errors: FileTooLarge, FileEmpty,
    /// FileNameRefused, BadInput.
    /// `purpose` is wire::packagePurpose for a dossier's package, which no case can attach.
    [[nodiscard]] Result<Upload> create(const Actor &actor, qint64 length, const QString &name,
        const QString &sha256, qint64 nowMs, const QString &purpose = {});
    /// Errors: NotFound (unknown, expired or somebody else's: they look the same).
    [[nodiscard]] Result<Upload> head(const Actor &actor, const QString &uploadId, qint64 nowMs);
    /// Appends a chunk at `offset`. `checksum` is the chunk's sha256 (32 bytes) when the client sent one.
    /// Errors: NotFound; Conflict when `offset` is not the upload's; DigestMismatch when the chunk (kept out)
    /// or the whole file (upload ended) is not what was announced; FileTooLarge past the length;
    /// FileTypeRefused; DiskFull.
    [[nodiscard]] Result<Upload> patch(const Actor &actor, const QString &uploadId, qint64 offset,
        const QByteArray &chunk, const std::optional<QByteArray> &checksum, qint64 nowMs);
    /// Errors: NotFound.
    [[nodiscard]] Result<void> terminate(const Actor &actor, const QString &uploadId, qint64 nowMs);

    /// A file that a case the actor may read refers to; the read is logged. Errors: NotFound.
    [[nodiscard]] Result<BlobFile> open(const Actor &actor, const QString &sha256, qint64 nowMs);

    /// Ends uploads past their life, removes stored files that nothing refers to after the same time, and
    /// what a check that died has unpacked.
    [[nodiscard]] Result<int> removeExpired(qint64 nowMs);

private:
    [[nodiscard]] Result<UploadRow> ownUpload(
        Database &database, const Actor &actor, const QString &uploadId, qint64 nowMs);
    [[nodiscard]] Result<void> finish(Database &database, const UploadRow &upload, qint64 nowMs);
    [[nodiscard]] Result<bool> mayOpen(
        Database &database, const Actor &actor, const BlobReference &reference);
    const Backend &m_backend;
};

} // namespace chengban

#pragma once

#include "server/blobs/FileCipher.h"
#include "shared/base/Ids.h"
#include "shared/base/Result.h"
#include "shared/canonical/Digest.h"
#include "shared/dossier/ScratchFolder.h"

#include <QByteArray>
#include <QString>

#include <utility>

namespace chengban {

/// Files on the server's disk: `uploads/<id>` while they grow, `blobs/<tenant>/<2 digits>/<sha256>` when
/// whole; ciphered both. Digests and sizes are those of the content.
///
/// Nothing half-written is ever visible under a digest: a file is synced, then renamed, then its folder is
/// synced.
class BlobFiles
{
public:
    /// `key` holds FileCipher::keySize bytes.
    BlobFiles(QString folder, QByteArray key);

    /// Makes the folders. Errors: StoreUnavailable.
    [[nodiscard]] Result<void> prepare() const;

    /// One writer for an upload at a time: while it is held, what was checked is what is kept. Never waits.
    /// Errors: Conflict while another request holds it, StoreUnavailable.
    class Hold;
    [[nodiscard]] Result<Hold> hold(const QString &uploadId) const;

    /// Writes `chunk` at `offset` of the upload and syncs it; whatever lay behind the offset is cut off
    /// first. Errors: StoreUnavailable, DiskFull.
    [[nodiscard]] Result<void> write(const QString &uploadId, qint64 offset, const QByteArray &chunk) const;
    /// Both digests and the size of what was uploaded. Errors: FileUnreadable.
    [[nodiscard]] Result<FileDigest> digest(const QString &uploadId) const;
    /// The first bytes, to tell the type by. Errors: FileUnreadable.
    [[nodiscard]] Result<QByteArray> start(const QString &uploadId, qsizetype size) const;
    /// Gives the upload its lasting name beside its own; harmless when a file of that digest is there
    /// already. drop() ends the upload's own name once the database knows the other. Errors:
    /// StoreUnavailable.
    [[nodiscard]] Result<void> keep(
        const QString &uploadId, const TenantId &tenant, const QString &sha256) const;
    /// Removes an upload; missing is fine.
    void drop(const QString &uploadId) const;

    /// For what is looked at in clear and thrown away: in memory, or on the same disk.
    [[nodiscard]] ScratchPlaces scratch() const;

    [[nodiscard]] bool has(const TenantId &tenant, const QString &sha256) const;
    /// At most `length` bytes of the content from `offset` on. Errors: FileUnreadable.
    [[nodiscard]] Result<QByteArray> read(
        const TenantId &tenant, const QString &sha256, qint64 offset, qint64 length) const;
    /// Writes the content into a new file. Errors: FileUnreadable, DiskFull.
    [[nodiscard]] Result<void> copy(const TenantId &tenant, const QString &sha256, const QString &path) const;
    [[nodiscard]] QString pathOf(const TenantId &tenant, const QString &sha256) const; ///< Ciphered.
    void remove(const TenantId &tenant, const QString &sha256) const;

private:
    [[nodiscard]] QString uploadPath(const QString &uploadId) const;
    QString m_folder;
    FileCipher m_cipher;
};

/// Lets go when dropped.
class BlobFiles::Hold
{
public:
    explicit Hold(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    Hold(Hold &&other) noexcept
        : m_descriptor(std::exchange(other.m_descriptor, -1))
    {
    }
    Hold &operator=(Hold &&) = delete;
    ~Hold();

private:
    int m_descriptor;
};

} // namespace chengban

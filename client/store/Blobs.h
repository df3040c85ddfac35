#pragma once

#include "client/store/Database.h"
#include "client/store/SealedFile.h"
#include "client/store/Sealer.h"
#include "shared/base/Names.h"
#include "shared/canonical/Digest.h"

#include <QList>

#include <memory>
#include <optional>

class QIODevice;

namespace chengban {

enum class BlobState {
    Wanted, ///< To be fetched from the server.
    Here, ///< The bytes are here and the server has them.
    Uploading, ///< The bytes are here; the server does not have all of them yet.
    Uploaded, ///< Sent by this device and confirmed.
};

constexpr auto namesOf(BlobState)
{
    return std::array{Named{BlobState::Wanted, "wanted"}, Named{BlobState::Here, "here"},
        Named{BlobState::Uploading, "uploading"}, Named{BlobState::Uploaded, "uploaded"}};
}

/// A file of a case as this device knows it.
struct BlobRow
{
    QString sha256;
    QString sm3;
    QString mime;
    QString uploadUrl; ///< Where its upload was begun; empty before.
    BlobState state = BlobState::Wanted;
    qint64 size = 0;
    int attempts = 0;
    qint64 nextTryMs = 0;
    std::optional<ErrorCode> reason;
    bool operator==(const BlobRow &) const = default;
};

/// Attachments, each a sealed file named by a keyed digest of its name: neither the folder nor the table
/// tells which known file lies here.
class Blobs
{
public:
    Blobs(Database &db, const Sealer &sealer, QString folder);

    /// Seals the device's bytes and queues their upload; the same bytes again change nothing.
    /// Errors: FileEmpty, FileTooLarge, FileUnreadable, DiskFull.
    [[nodiscard]] Result<FileDigest> add(QIODevice &from, const QString &mime, qint64 largest);
    /// Files bytes that came from the server. Errors: DigestMismatch.
    [[nodiscard]] Result<void> put(const QString &sha256, const QByteArray &bytes);
    /// Asks for a file that is not here.
    [[nodiscard]] Result<void> want(const QString &sha256);

    [[nodiscard]] Result<std::optional<BlobRow>> row(const QString &sha256) const;
    [[nodiscard]] Result<QList<BlobRow>> inState(BlobState state) const;
    /// Errors: NotFound when the bytes are not here; StoreDamaged.
    [[nodiscard]] Result<QByteArray> bytes(const QString &sha256) const;
    [[nodiscard]] Result<std::unique_ptr<SealedFileReader>> reader(const QString &sha256) const;

    [[nodiscard]] Result<void> setUploadUrl(const QString &sha256, const QString &url);
    [[nodiscard]] Result<void> setState(const QString &sha256, BlobState state);
    [[nodiscard]] Result<void> defer(const QString &sha256, ErrorCode reason, qint64 nextTryMs);

private:
    [[nodiscard]] QString path(const QString &address) const;
    [[nodiscard]] Result<void> write(const BlobRow &row);
    [[nodiscard]] Result<QList<BlobRow>> read(const QString &where, const QVariantList &values) const;

    Database &m_db;
    const Sealer &m_sealer;
    QString m_folder;
};

} // namespace chengban

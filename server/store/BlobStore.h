#pragma once

#include "shared/base/Ids.h"
#include "shared/base/Result.h"

#include <QList>
#include <QString>

#include <optional>

namespace chengban {

class Database;

/// A stored file by its digests in hex.
struct BlobRow
{
    TenantId tenant;
    QString sha256;
    QString sm3;
    qint64 size = 0;
    qint64 storedAtMs = 0;
    bool operator==(const BlobRow &) const = default;
};

/// A part that refers to a file: who may read the part may read the file.
struct BlobReference
{
    QString sha256;
    CaseId caseId;
    qint64 revision = 0;
    QString part;
    QString audience; ///< Name of the part's Audience.
    bool operator==(const BlobReference &) const = default;
};

/// A file on its way; finished when all of `length` was received.
struct UploadRow
{
    QString id;
    TenantId tenant;
    UserId user;
    QString sha256;
    qint64 length = 0;
    qint64 received = 0;
    qint64 expiresAtMs = 0;
    QString purpose; ///< Empty for an attachment, else wire::packagePurpose.
    bool operator==(const UploadRow &) const = default;
};

/// What files there are, what refers to them, and which are on their way.
class BlobStore
{
public:
    explicit BlobStore(Database &database)
        : m_database(database)
    {
    }

    [[nodiscard]] Result<std::optional<BlobRow>> find(const TenantId &tenant, const QString &sha256);
    /// Adds the file; known already is fine.
    [[nodiscard]] Result<void> add(const BlobRow &blob);
    [[nodiscard]] Result<void> addReference(const TenantId &tenant, const BlobReference &reference);
    [[nodiscard]] Result<bool> isReferenced(
        const TenantId &tenant, const QString &sha256, const CaseId &caseId);
    [[nodiscard]] Result<QList<BlobReference>> references(const TenantId &tenant, const QString &sha256);
    /// An erased part refers to nothing.
    [[nodiscard]] Result<void> dropReferences(
        const TenantId &tenant, const CaseId &caseId, qint64 revision, const QString &part);
    /// Files that neither a case nor a dossier that is still held needs.
    [[nodiscard]] Result<QList<BlobRow>> unreferenced(qint64 storedBeforeMs);
    [[nodiscard]] Result<void> remove(const TenantId &tenant, const QString &sha256);

    [[nodiscard]] Result<void> addUpload(const UploadRow &upload);
    [[nodiscard]] Result<std::optional<UploadRow>> findUpload(const QString &id);
    /// Moves the offset on; false when it is not `from` any more, because another request was quicker.
    [[nodiscard]] Result<bool> advance(const QString &id, qint64 from, qint64 to);
    /// Keeps a finished upload until then, as the proof that this user has the file.
    [[nodiscard]] Result<void> setExpiry(const QString &id, qint64 expiresAtMs);
    /// Whether that user has sent the whole file for that purpose: a package is no attachment.
    [[nodiscard]] Result<bool> hasSent(
        const TenantId &tenant, const UserId &user, const QString &sha256, const QString &purpose = {});
    [[nodiscard]] Result<void> removeUpload(const QString &id);
    [[nodiscard]] Result<QList<UploadRow>> expiredUploads(qint64 nowMs);

private:
    Database &m_database;
};

} // namespace chengban

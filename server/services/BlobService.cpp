#include "server/services/BlobService.h"

#include "server/blobs/BlobFiles.h"
#include "server/services/AuditService.h"
#include "server/services/CaseLedger.h"
#include "server/store/BlobStore.h"
#include "server/store/Database.h"
#include "server/store/Locks.h"
#include "shared/dossier/BagArchive.h"
#include "shared/wire/Dossiers.h"

#include <algorithm>
#include <array>

namespace chengban {

namespace {

constexpr qsizetype longestName = 255;
constexpr qsizetype digestSize = 32;
constexpr qsizetype uploadIdBytes = 16;

/// How files that may be attached begin: PDF, JPEG, PNG, TIFF (little and big endian).
constexpr std::array<QByteArrayView, 5> fileStarts{QByteArrayView("%PDF-", 5),
    QByteArrayView("\xff\xd8\xff", 3), QByteArrayView("\x89PNG\r\n\x1a\n", 8), QByteArrayView("II*\0", 4),
    QByteArrayView("MM\0*", 4)};

bool isPackage(const QString &purpose)
{
    return purpose == QLatin1StringView(wire::packagePurpose);
}

bool isTypeAllowed(const QByteArray &start, const QString &purpose)
{
    if (isPackage(purpose))
        return isBagArchive(start);
    return std::ranges::any_of(fileStarts, [&](QByteArrayView known) { return start.startsWith(known); });
}

bool isNameAllowed(const QString &name)
{
    if (name.trimmed().isEmpty() || name.size() > longestName || name == QLatin1String("..")
        || name == QLatin1String("."))
        return false;
    return std::ranges::none_of(name, [](QChar c) {
        return c == u'/' || c == u'\\' || c.category() == QChar::Other_Control || c.isNull();
    });
}

Upload uploadOf(const UploadRow &row)
{
    return {row.id, row.received, row.length, row.expiresAtMs, row.received == row.length};
}

} // namespace

BlobFile storedFile(const BlobFiles &files, const BlobRow &row)
{
    auto read = [&files, tenant = row.tenant, sha256 = row.sha256](qint64 offset, qint64 length) {
        return files.read(tenant, sha256, offset, length).value_or(QByteArray());
    };
    return {std::move(read), row.size, row.sha256, row.sm3};
}

Result<Upload> BlobService::create(const Actor &actor, qint64 length, const QString &name,
    const QString &sha256, qint64 nowMs, const QString &purpose)
{
    if (!purpose.isEmpty() && !isPackage(purpose))
        return fail(ErrorCode::BadInput, QStringLiteral("purpose"));
    if (length > (isPackage(purpose) ? maximumPackage : maximumSize))
        return fail(ErrorCode::FileTooLarge);
    if (length <= 0)
        return fail(ErrorCode::FileEmpty);
    if (!isNameAllowed(name))
        return fail(ErrorCode::FileNameRefused);
    if (fromHex(sha256, digestSize).isEmpty())
        return fail(ErrorCode::BadInput, QStringLiteral("sha256"));
    const auto database = m_backend.databases.here();
    if (!database)
        return fail(database.error());
    BlobStore store(**database);
    const auto known = store.find(actor.tenant, sha256);
    const auto sent = store.hasSent(actor.tenant, actor.user, sha256, purpose);
    if (!known || !sent)
        return fail(!known ? known.error() : sent.error());
    const bool complete
        = *sent && *known && (*known)->size == length && m_backend.files.has(actor.tenant, sha256);
    const UploadRow upload{QString::fromLatin1(m_backend.random(uploadIdBytes).toHex()), actor.tenant,
        actor.user, sha256, length, complete ? length : 0, nowMs + uploadLifeMs, purpose};
    if (const auto added = store.addUpload(upload); !added)
        return fail(added.error());
    return uploadOf(upload);
}

Result<UploadRow> BlobService::ownUpload(
    Database &database, const Actor &actor, const QString &uploadId, qint64 nowMs)
{
    const auto upload = BlobStore(database).findUpload(uploadId);
    if (!upload)
        return fail(upload.error());
    const bool own = *upload && (*upload)->tenant == actor.tenant && (*upload)->user == actor.user;
    if (!own || (*upload)->expiresAtMs <= nowMs)
        return fail(ErrorCode::NotFound);
    return **upload;
}

Result<Upload> BlobService::head(const Actor &actor, const QString &uploadId, qint64 nowMs)
{
    const auto database = m_backend.databases.here();
    if (!database)
        return fail(database.error());
    return ownUpload(**database, actor, uploadId, nowMs).map(uploadOf);
}

Result<Upload> BlobService::patch(const Actor &actor, const QString &uploadId, qint64 offset,
    const QByteArray &chunk, const std::optional<QByteArray> &checksum, qint64 nowMs)
{
    const auto database = m_backend.databases.here();
    if (!database)
        return fail(database.error());
    auto upload = ownUpload(**database, actor, uploadId, nowMs);
    if (!upload)
        return fail(upload.error());
    if (offset != upload->received)
        return fail(ErrorCode::Conflict, QStringLiteral("offset"));
    if (chunk.size() > upload->length - offset)
        return fail(ErrorCode::FileTooLarge);
    if (checksum && sha256(chunk) != *checksum)
        return fail(ErrorCode::DigestMismatch, QStringLiteral("chunk"));
    if (chunk.isEmpty())
        return uploadOf(*upload);
    // From here to the end nobody else writes: else the bytes under a digest could be others than those that
    // were digested.
    const auto held = m_backend.files.hold(uploadId);
    if (!held)
        return fail(held.error());
    upload = ownUpload(**database, actor, uploadId, nowMs);
    if (!upload)
        return fail(upload.error());
    if (offset != upload->received)
        return fail(ErrorCode::Conflict, QStringLiteral("offset"));
    if (const auto written = m_backend.files.write(uploadId, offset, chunk); !written)
        return fail(written.error());
    upload->received = offset + chunk.size();
    if (upload->received == upload->length) {
        // Its offset moves together with the file becoming visible: a crash before leaves the last chunk to
        // be sent again, never an upload that looks finished and is not.
        if (const auto finished = finish(**database, *upload, nowMs); !finished)
            return fail(finished.error());
        upload->expiresAtMs = nowMs + uploadLifeMs;
        return uploadOf(*upload);
    }
    const auto advanced = BlobStore(**database).advance(uploadId, offset, upload->received);
    if (!advanced)
        return fail(advanced.error());
    if (!*advanced)
        return fail(ErrorCode::Conflict, QStringLiteral("offset"));
    return uploadOf(*upload);
}

Result<void> BlobService::finish(Database &database, const UploadRow &upload, qint64 nowMs)
{
    const auto digest = m_backend.files.digest(upload.id);
    const auto start = m_backend.files.start(upload.id, 16);
    if (!digest || !start)
        return fail(!digest ? digest.error() : start.error());
    BlobStore store(database);
    const bool same = hex(digest->sha256) == upload.sha256 && digest->size == upload.length;
    if (!same || !isTypeAllowed(*start, upload.purpose)) {
        if (const auto removed = store.removeUpload(upload.id); !removed)
            return removed;
        m_backend.files.drop(upload.id);
        return fail(same ? ErrorCode::FileTypeRefused : ErrorCode::DigestMismatch, QStringLiteral("file"));
    }
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return fail(transaction.error());
    // So that removeExpired() cannot take the file away in between.
    if (const auto held = database.hold(locks::ofStoredFiles(), Hold::Together); !held)
        return held;
    if (const auto kept = m_backend.files.keep(upload.id, upload.tenant, upload.sha256); !kept)
        return kept;
    const auto added = store.add({upload.tenant, upload.sha256, hex(digest->sm3), digest->size, nowMs});
    if (!added)
        return added;
    const auto chunkStart = store.findUpload(upload.id);
    if (!chunkStart)
        return fail(chunkStart.error());
    if (!*chunkStart)
        return fail(ErrorCode::NotFound);
    const auto advanced = store.advance(upload.id, (*chunkStart)->received, upload.length);
    if (!advanced)
        return fail(advanced.error());
    if (const auto extended = store.setExpiry(upload.id, nowMs + uploadLifeMs); !extended)
        return extended;
    if (const auto done = transaction->commit(); !done)
        return done;
    m_backend.files.drop(upload.id);
    return {};
}

Result<void> BlobService::terminate(const Actor &actor, const QString &uploadId, qint64 nowMs)
{
    const auto database = m_backend.databases.here();
    if (!database)
        return fail(database.error());
    const auto upload = ownUpload(**database, actor, uploadId, nowMs);
    if (!upload)
        return fail(upload.error());
    const auto held = m_backend.files.hold(uploadId);
    if (!held)
        return fail(held.error());
    if (const auto removed = BlobStore(**database).removeUpload(uploadId); !removed)
        return removed;
    m_backend.files.drop(uploadId);
    return {};
}

Result<bool> BlobService::mayOpen(Database &database, const Actor &actor, const BlobReference &reference)
{
    CaseLedger ledger(m_backend, database);
    const auto stored = ledger.load(actor.tenant, reference.caseId);
    if (!stored)
        return fail(stored.error());
    const auto view = ledger.viewOf(*stored, actor);
    if (!view)
        return fail(view.error());
    // The same filter that shows the part decides on its files.
    const QList<Event> shown = readable(stored->events, actor, *view);
    if (reference.revision > shown.size())
        return false;
    const Part *part = shown.at(reference.revision - 1).part(reference.part);
    return part && part->state == Part::State::Clear;
}

Result<BlobFile> BlobService::open(const Actor &actor, const QString &sha256, qint64 nowMs)
{
    const auto database = m_backend.databases.here();
    if (!database)
        return fail(database.error());
    BlobStore store(**database);
    const auto blob = store.find(actor.tenant, sha256);
    const auto references = store.references(actor.tenant, sha256);
    if (!blob || !references)
        return fail(!blob ? blob.error() : references.error());
    for (const BlobReference &reference : *references) {
        const auto may = mayOpen(**database, actor, reference);
        if (!may)
            return fail(may.error());
        if (!*may)
            continue;
        const auto logged = AuditService(m_backend).record(actor, AuditAction::BlobRead, sha256, {}, nowMs);
        if (!logged)
            return fail(logged.error());
        return storedFile(m_backend.files, **blob);
    }
    return fail(ErrorCode::NotFound);
}

Result<int> BlobService::removeExpired(qint64 nowMs)
{
    const auto database = m_backend.databases.here();
    if (!database)
        return fail(database.error());
    BlobStore store(**database);
    auto transaction = Transaction::begin(**database);
    if (!transaction)
        return fail(transaction.error());
    if (const auto held = (*database)->hold(locks::ofStoredFiles()); !held)
        return fail(held.error());
    const auto uploads = store.expiredUploads(nowMs);
    const auto blobs = store.unreferenced(nowMs - uploadLifeMs);
    if (!uploads || !blobs)
        return fail(!uploads ? uploads.error() : blobs.error());
    for (const UploadRow &upload : *uploads) {
        if (const auto removed = store.removeUpload(upload.id); !removed)
            return fail(removed.error());
        m_backend.files.drop(upload.id);
    }
    for (const BlobRow &blob : *blobs) {
        if (const auto removed = store.remove(blob.tenant, blob.sha256); !removed)
            return fail(removed.error());
        m_backend.files.remove(blob.tenant, blob.sha256);
    }
    if (const auto done = transaction->commit(); !done)
        return fail(done.error());
    ScratchFolder::sweep(m_backend.files.scratch());
    return static_cast<int>(uploads->size() + blobs->size());
}

} // namespace chengban

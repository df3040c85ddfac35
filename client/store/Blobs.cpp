#include "client/store/Blobs.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QIODevice>

namespace chengban {

namespace {

SealedPlace place(const QString &address)
{
    return {"blobs", "body", address};
}

constexpr qint64 sliceSize = 1 << 20;

} // namespace

Blobs::Blobs(Database &db, const Sealer &sealer, QString folder)
    : m_db(db)
    , m_sealer(sealer)
    , m_folder(std::move(folder))
{
}

QString Blobs::path(const QString &address) const
{
    return m_folder + QLatin1Char('/') + address.left(2) + QLatin1Char('/') + address;
}

Result<FileDigest> Blobs::add(QIODevice &from, const QString &mime, qint64 largest)
{
    if (from.size() == 0)
        return fail(ErrorCode::FileEmpty);
    if (from.size() > largest)
        return fail(ErrorCode::FileTooLarge);
    const auto digest = fileDigest(from);
    if (!digest)
        return fail(digest.error());
    const QString sha256 = hex(digest->sha256);
    const auto known = row(sha256);
    if (!known)
        return fail(known.error());
    const QString address = m_sealer.address(sha256);
    if (*known && (*known)->state != BlobState::Wanted && QFile::exists(path(address)))
        return *digest;
    if (!from.seek(0) || !QDir().mkpath(QFileInfo(path(address)).path()))
        return fail(ErrorCode::FileUnreadable);
    SealedFileWriter writer(path(address), m_sealer.fileKey());
    QCryptographicHash again(QCryptographicHash::Sha256);
    for (QByteArray slice = from.read(sliceSize); !slice.isEmpty(); slice = from.read(sliceSize)) {
        again.addData(slice);
        if (const auto written = writer.write(slice); !written)
            return fail(written.error());
    }
    // The file changed between the two readings: what would be filed is not what was named.
    if (again.result() != digest->sha256)
        return fail(ErrorCode::FileUnreadable, QStringLiteral("changed while reading"));
    if (const auto finished = writer.finish(); !finished)
        return fail(finished.error());
    BlobRow fresh;
    fresh.sha256 = sha256;
    fresh.sm3 = hex(digest->sm3);
    fresh.mime = mime;
    fresh.size = digest->size;
    fresh.state = BlobState::Uploading;
    if (const auto written = write(fresh); !written)
        return fail(written.error());
    return *digest;
}

Result<void> Blobs::put(const QString &sha256, const QByteArray &bytes)
{
    if (hex(chengban::sha256(bytes)) != sha256)
        return fail(ErrorCode::DigestMismatch);
    const QString address = m_sealer.address(sha256);
    if (!QDir().mkpath(QFileInfo(path(address)).path()))
        return fail(ErrorCode::DiskFull);
    SealedFileWriter writer(path(address), m_sealer.fileKey());
    if (const auto written = writer.write(bytes); !written)
        return written;
    if (const auto finished = writer.finish(); !finished)
        return finished;
    BlobRow row;
    row.sha256 = sha256;
    row.sm3 = hex(chengban::sm3(bytes));
    row.size = bytes.size();
    row.state = BlobState::Here;
    return write(row);
}

Result<void> Blobs::want(const QString &sha256)
{
    const auto known = row(sha256);
    if (!known)
        return fail(known.error());
    if (*known)
        return {};
    BlobRow row;
    row.sha256 = sha256;
    return write(row);
}

Result<void> Blobs::write(const BlobRow &row)
{
    const QString address = m_sealer.address(row.sha256);
    const QJsonObject body{{QStringLiteral("sha256"), row.sha256}, {QStringLiteral("sm3"), row.sm3},
        {QStringLiteral("mime"), row.mime}, {QStringLiteral("url"), row.uploadUrl}};
    const auto put
        = m_db.run(QStringLiteral("INSERT OR REPLACE INTO blobs (address, state, size, attempts, next_try_ms,"
                                  " reason, body) VALUES (?, ?, ?, ?, ?, ?, ?)"),
            {address, QString(nameOf(row.state)), row.size, row.attempts, row.nextTryMs,
                row.reason ? QVariant(QString(errorName(*row.reason))) : QVariant(),
                m_sealer.sealedJson(body, place(address))});
    return put ? Result<void>{} : fail(put.error());
}

Result<QList<BlobRow>> Blobs::read(const QString &where, const QVariantList &values) const
{
    QList<BlobRow> rows;
    const auto done = m_db.each(
        QStringLiteral("SELECT address, state, size, attempts, next_try_ms, reason, body FROM blobs WHERE %1"
                       " ORDER BY rowid")
            .arg(where),
        values, [&](const QSqlQuery &row) -> Result<void> {
            const auto body = m_sealer.openedJson(row.value(6).toByteArray(), place(row.value(0).toString()));
            const auto state = valueNamed<BlobState>(row.value(1).toString());
            if (!body || !state)
                return fail(ErrorCode::StoreDamaged, QStringLiteral("blobs"));
            rows << BlobRow{body->value(QStringLiteral("sha256")).toString(),
                body->value(QStringLiteral("sm3")).toString(), body->value(QStringLiteral("mime")).toString(),
                body->value(QStringLiteral("url")).toString(), *state, row.value(2).toLongLong(),
                row.value(3).toInt(), row.value(4).toLongLong(), errorCode(row.value(5).toString())};
            return {};
        });
    if (!done)
        return fail(done.error());
    return rows;
}

Result<std::optional<BlobRow>> Blobs::row(const QString &sha256) const
{
    const auto rows = read(QStringLiteral("address = ?"), {m_sealer.address(sha256)});
    if (!rows)
        return fail(rows.error());
    return rows->isEmpty() ? std::nullopt : std::optional(rows->first());
}

Result<QList<BlobRow>> Blobs::inState(BlobState state) const
{
    return read(QStringLiteral("state = ?"), {QString(nameOf(state))});
}

Result<std::unique_ptr<SealedFileReader>> Blobs::reader(const QString &sha256) const
{
    const auto known = row(sha256);
    if (!known)
        return fail(known.error());
    if (!*known || (*known)->state == BlobState::Wanted)
        return fail(ErrorCode::NotFound);
    return SealedFileReader::open(path(m_sealer.address(sha256)), m_sealer.fileKey());
}

Result<QByteArray> Blobs::bytes(const QString &sha256) const
{
    const auto known = row(sha256);
    if (!known)
        return fail(known.error());
    const auto opened = reader(sha256);
    if (!opened)
        return fail(opened.error());
    const auto all = (*opened)->read(qsizetype((*known)->size));
    if (!all)
        return fail(all.error());
    if (all->size() != (*known)->size)
        return fail(ErrorCode::StoreDamaged, QStringLiteral("blob"));
    return *all;
}

Result<void> Blobs::setUploadUrl(const QString &sha256, const QString &url)
{
    auto known = row(sha256);
    if (!known || !*known)
        return fail(known ? Error{ErrorCode::NotFound, {}} : known.error());
    (*known)->uploadUrl = url;
    return write(**known);
}

Result<void> Blobs::setState(const QString &sha256, BlobState state)
{
    auto known = row(sha256);
    if (!known || !*known)
        return fail(known ? Error{ErrorCode::NotFound, {}} : known.error());
    (*known)->state = state;
    (*known)->reason.reset();
    (*known)->nextTryMs = 0;
    return write(**known);
}

Result<void> Blobs::defer(const QString &sha256, ErrorCode reason, qint64 nextTryMs)
{
    auto known = row(sha256);
    if (!known || !*known)
        return fail(known ? Error{ErrorCode::NotFound, {}} : known.error());
    (*known)->reason = reason;
    (*known)->nextTryMs = nextTryMs;
    ++(*known)->attempts;
    return write(**known);
}

} // namespace chengban

#include "server/store/BlobStore.h"

#include "server/store/Database.h"

namespace chengban {

namespace {

constexpr auto noValue = [](qint64) {};

BlobRow blobOf(const Row &row)
{
    return {
        {row[0].toString()}, row[1].toString(), row[2].toString(), row[3].toLongLong(), row[4].toLongLong()};
}

UploadRow uploadOf(const Row &row)
{
    return {row[0].toString(), {row[1].toString()}, {row[2].toString()}, row[3].toString(),
        row[4].toLongLong(), row[5].toLongLong(), row[6].toLongLong(), row[7].toString()};
}

} // namespace

Result<std::optional<BlobRow>> BlobStore::find(const TenantId &tenant, const QString &sha256)
{
    const auto row = m_database.row(
        QStringLiteral(
            "SELECT tenant, sha256, sm3, size, stored_at_ms FROM blobs WHERE tenant = ? AND sha256 = ?"),
        {tenant.value, sha256});
    if (!row)
        return fail(row.error());
    return row->isEmpty() ? std::optional<BlobRow>() : blobOf(*row);
}

Result<void> BlobStore::add(const BlobRow &blob)
{
    return m_database
        .run(QStringLiteral(
                 "INSERT INTO blobs (tenant, sha256, sm3, size, stored_at_ms) VALUES (?, ?, ?, ?, ?)"
                 " ON CONFLICT (tenant, sha256) DO NOTHING"),
            {blob.tenant.value, blob.sha256, blob.sm3, blob.size, blob.storedAtMs})
        .map(noValue);
}

Result<void> BlobStore::addReference(const TenantId &tenant, const BlobReference &r)
{
    return m_database
        .run(QStringLiteral("INSERT INTO blob_references (tenant, sha256, case_id, revision, part, audience)"
                            " VALUES (?, ?, ?, ?, ?, ?)"
                            " ON CONFLICT (tenant, sha256, case_id, revision, part) DO NOTHING"),
            {tenant.value, r.sha256, r.caseId.value, r.revision, r.part, r.audience})
        .map(noValue);
}

Result<bool> BlobStore::isReferenced(const TenantId &tenant, const QString &sha256, const CaseId &caseId)
{
    return m_database
        .row(QStringLiteral(
                 "SELECT 1 FROM blob_references WHERE tenant = ? AND sha256 = ? AND case_id = ? LIMIT 1"),
            {tenant.value, sha256, caseId.value})
        .map([](const Row &row) { return !row.isEmpty(); });
}

Result<QList<BlobReference>> BlobStore::references(const TenantId &tenant, const QString &sha256)
{
    const auto rows = m_database.rows(
        QStringLiteral("SELECT sha256, case_id, revision, part, audience FROM blob_references"
                       " WHERE tenant = ? AND sha256 = ? ORDER BY case_id, revision"),
        {tenant.value, sha256});
    if (!rows)
        return fail(rows.error());
    QList<BlobReference> found;
    for (const Row &row : *rows) {
        found.append({row[0].toString(), {row[1].toString()}, row[2].toLongLong(), row[3].toString(),
            row[4].toString()});
    }
    return found;
}

Result<void> BlobStore::dropReferences(
    const TenantId &tenant, const CaseId &caseId, qint64 revision, const QString &part)
{
    return m_database
        .run(QStringLiteral("DELETE FROM blob_references WHERE tenant = ? AND case_id = ? AND revision = ?"
                            " AND part = ?"),
            {tenant.value, caseId.value, revision, part})
        .map(noValue);
}

Result<QList<BlobRow>> BlobStore::unreferenced(qint64 storedBeforeMs)
{
    const auto rows = m_database.rows(
        QStringLiteral(
            "SELECT b.tenant, b.sha256, b.sm3, b.size, b.stored_at_ms FROM blobs b"
            " WHERE b.stored_at_ms < ? AND NOT EXISTS (SELECT 1 FROM blob_references r"
            " WHERE r.tenant = b.tenant AND r.sha256 = b.sha256) AND NOT EXISTS (SELECT 1 FROM dossiers d"
            " WHERE d.tenant = b.tenant AND d.sha256 = b.sha256 AND d.state <> 'destroyed')"),
        {storedBeforeMs});
    if (!rows)
        return fail(rows.error());
    QList<BlobRow> found;
    for (const Row &row : *rows)
        found.append(blobOf(row));
    return found;
}

Result<void> BlobStore::remove(const TenantId &tenant, const QString &sha256)
{
    return m_database
        .run(QStringLiteral("DELETE FROM blobs WHERE tenant = ? AND sha256 = ?"), {tenant.value, sha256})
        .map(noValue);
}

Result<void> BlobStore::addUpload(const UploadRow &u)
{
    return m_database
        .run(QStringLiteral(
                 "INSERT INTO uploads (id, tenant, user_id, sha256, length, received, expires_at_ms, purpose)"
                 " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
            {u.id, u.tenant.value, u.user.value, u.sha256, u.length, u.received, u.expiresAtMs,
                u.purpose.isNull() ? QStringLiteral("") : u.purpose})
        .map(noValue);
}

Result<std::optional<UploadRow>> BlobStore::findUpload(const QString &id)
{
    const auto row = m_database.row(
        QStringLiteral("SELECT id, tenant, user_id, sha256, length, received, expires_at_ms, purpose"
                       " FROM uploads WHERE id = ?")
            + m_database.rowLock(),
        {id});
    if (!row)
        return fail(row.error());
    return row->isEmpty() ? std::optional<UploadRow>() : uploadOf(*row);
}

Result<bool> BlobStore::advance(const QString &id, qint64 from, qint64 to)
{
    return m_database
        .run(QStringLiteral("UPDATE uploads SET received = ? WHERE id = ? AND received = ?"), {to, id, from})
        .map([](qint64 changed) { return changed == 1; });
}

Result<void> BlobStore::setExpiry(const QString &id, qint64 expiresAtMs)
{
    return m_database
        .run(QStringLiteral("UPDATE uploads SET expires_at_ms = ? WHERE id = ?"), {expiresAtMs, id})
        .map(noValue);
}

Result<bool> BlobStore::hasSent(
    const TenantId &tenant, const UserId &user, const QString &sha256, const QString &purpose)
{
    return m_database
        .row(QStringLiteral("SELECT 1 FROM uploads WHERE tenant = ? AND user_id = ? AND sha256 = ?"
                            " AND received = length AND purpose = ? LIMIT 1"),
            {tenant.value, user.value, sha256, purpose.isNull() ? QStringLiteral("") : purpose})
        .map([](const Row &row) { return !row.isEmpty(); });
}

Result<void> BlobStore::removeUpload(const QString &id)
{
    return m_database.run(QStringLiteral("DELETE FROM uploads WHERE id = ?"), {id}).map(noValue);
}

Result<QList<UploadRow>> BlobStore::expiredUploads(qint64 nowMs)
{
    const auto rows = m_database.rows(
        QStringLiteral("SELECT id, tenant, user_id, sha256, length, received, expires_at_ms, purpose"
                       " FROM uploads WHERE expires_at_ms <= ?"),
        {nowMs});
    if (!rows)
        return fail(rows.error());
    QList<UploadRow> found;
    for (const Row &row : *rows)
        found.append(uploadOf(row));
    return found;
}

} // namespace chengban

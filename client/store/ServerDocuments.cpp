#include "client/store/ServerDocuments.h"

namespace chengban {

ServerDocuments::ServerDocuments(Database &db, const Sealer &sealer)
    : m_db(db)
    , m_sealer(sealer)
{
}

Result<std::optional<StoredDocument>> ServerDocuments::document(const QString &name) const
{
    std::optional<StoredDocument> found;
    const auto read = m_db.each(QStringLiteral("SELECT etag, body FROM documents WHERE name = ?"), {name},
        [&](const QSqlQuery &row) -> Result<void> {
            const auto opened = m_sealer.opened(row.value(1).toByteArray(), {"documents", "body", name});
            if (!opened)
                return fail(opened.error());
            found = StoredDocument{row.value(0).toString(), *opened};
            return {};
        });
    if (!read)
        return fail(read.error());
    return found;
}

Result<void> ServerDocuments::setDocument(const QString &name, const StoredDocument &document)
{
    const auto put
        = m_db.run(QStringLiteral("INSERT OR REPLACE INTO documents (name, etag, body) VALUES (?, ?, ?)"),
            {name, document.etag.isNull() ? QStringLiteral("") : document.etag,
                m_sealer.sealed(document.body, {"documents", "body", name})});
    return put ? Result<void>{} : fail(put.error());
}

Result<void> ServerDocuments::keepRoot(const SignedRoot &root)
{
    const auto put = m_db.run(QStringLiteral("INSERT OR IGNORE INTO roots (at_ms, body) VALUES (?, ?)"),
        {root.atMs, m_sealer.sealedJson(toJson(root), {"roots", "body", QString::number(root.atMs)})});
    return put ? Result<void>{} : fail(put.error());
}

Result<std::optional<SignedRoot>> ServerDocuments::newestRoot() const
{
    std::optional<SignedRoot> found;
    const auto read = m_db.each(QStringLiteral("SELECT at_ms, body FROM roots ORDER BY at_ms DESC LIMIT 1"),
        {}, [&](const QSqlQuery &row) -> Result<void> {
            const auto json
                = m_sealer.openedJson(row.value(1).toByteArray(), {"roots", "body", row.value(0).toString()});
            if (!json)
                return fail(json.error());
            const auto root = signedRootFromJson(*json);
            if (!root)
                return fail(root.error());
            found = *root;
            return {};
        });
    if (!read)
        return fail(read.error());
    return found;
}

} // namespace chengban

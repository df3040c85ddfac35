#include "server/store/PackStore.h"

#include "server/store/Database.h"
#include "shared/canonical/Digest.h"

namespace chengban {

Result<void> PackStore::add(const RulePack &pack, qint64 nowMs)
{
    return m_database
        .run(QStringLiteral(
                 "INSERT INTO rule_packs (digest, id, version, form, kept_at_ms) VALUES (?, ?, ?, ?, ?)"
                 " ON CONFLICT (digest) DO NOTHING"),
            {hex(pack.digest), pack.id, pack.version, QString::fromUtf8(pack.form), nowMs})
        .map([](qint64) {});
}

Result<QList<QByteArray>> PackStore::forms()
{
    const auto rows
        = m_database.rows(QStringLiteral("SELECT form FROM rule_packs ORDER BY kept_at_ms DESC, digest"));
    if (!rows)
        return fail(rows.error());
    QList<QByteArray> forms;
    for (const Row &row : *rows)
        forms.append(row[0].toString().toUtf8());
    return forms;
}

} // namespace chengban

#include "server/store/AuditStore.h"

#include "server/store/Database.h"
#include "server/store/Locks.h"
#include "shared/canonical/Canonical.h"
#include "shared/canonical/Digest.h"

namespace chengban {

Result<AuditRow> AuditStore::append(const TenantId &tenant, QJsonObject entry)
{
    Q_ASSERT(m_database.inTransaction());
    if (const auto held = m_database.hold(locks::ofAudit(tenant)); !held)
        return fail(held.error());
    const auto last = m_database.row(
        QStringLiteral("SELECT number, digest FROM audit WHERE tenant = ? ORDER BY number DESC LIMIT 1"),
        {tenant.value});
    if (!last)
        return fail(last.error());
    const qint64 number = last->value(0).toLongLong() + 1;
    entry.insert(QStringLiteral("number"), number);
    entry.insert(QStringLiteral("previous"), last->value(1).toString());
    const auto text = canonicalForm(entry);
    if (!text)
        return fail(text.error());
    const AuditRow row{number, *text, sm3(*text)};
    const auto added = m_database.run(
        QStringLiteral("INSERT INTO audit (tenant, number, entry, digest) VALUES (?, ?, ?, ?)"),
        {tenant.value, number, QString::fromUtf8(row.text), hex(row.digest)});
    if (!added)
        return fail(added.error());
    return row;
}

Result<QList<AuditRow>> AuditStore::after(const TenantId &tenant, qint64 number, int limit)
{
    const auto rows = m_database.rows(
        QStringLiteral("SELECT number, entry, digest FROM audit WHERE tenant = ? AND number > ?"
                       " ORDER BY number LIMIT ?"),
        {tenant.value, number, limit});
    if (!rows)
        return fail(rows.error());
    QList<AuditRow> found;
    for (const Row &row : *rows)
        found.append({row[0].toLongLong(), row[1].toString().toUtf8(), fromHex(row[2].toString())});
    return found;
}

} // namespace chengban

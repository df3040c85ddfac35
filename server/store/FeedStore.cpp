#include "server/store/FeedStore.h"

#include "server/store/Database.h"

namespace chengban {

namespace {

FeedEntry entryOf(const Row &row)
{
    return {{row[0].toString()}, row[1].toLongLong(), row[2].toLongLong(), row[3].toString(),
        row[4].toLongLong()};
}

} // namespace

Result<std::optional<FeedEntry>> FeedStore::find(
    const TenantId &tenant, const QString &scope, const CaseId &caseId)
{
    const auto row
        = m_database.row(QStringLiteral("SELECT case_id, position, entered, access, until_revision FROM feed"
                                        " WHERE tenant = ? AND scope = ? AND case_id = ?"),
            {tenant.value, scope, caseId.value});
    if (!row)
        return fail(row.error());
    return row->isEmpty() ? std::optional<FeedEntry>() : entryOf(*row);
}

Result<void> FeedStore::put(const TenantId &tenant, const QString &scope, const FeedEntry &e)
{
    return m_database
        .run(QStringLiteral(
                 "INSERT INTO feed (tenant, scope, case_id, position, entered, access, until_revision)"
                 " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (tenant, scope, case_id) DO UPDATE SET"
                 " position = excluded.position, entered = excluded.entered, access = excluded.access,"
                 " until_revision = excluded.until_revision"),
            {tenant.value, scope, e.caseId.value, e.position, e.entered, e.access, e.untilRevision})
        .map([](qint64) {});
}

Result<QList<FeedEntry>> FeedStore::after(
    const TenantId &tenant, const QString &scope, qint64 position, int limit)
{
    const auto rows
        = m_database.rows(QStringLiteral("SELECT case_id, position, entered, access, until_revision FROM feed"
                                         " WHERE tenant = ? AND scope = ? AND position > ?"
                                         " ORDER BY position LIMIT ?"),
            {tenant.value, scope, position, limit});
    if (!rows)
        return fail(rows.error());
    QList<FeedEntry> found;
    for (const Row &row : *rows)
        found.append(entryOf(row));
    return found;
}

Result<QString> FeedStore::epoch()
{
    return m_database.row(QStringLiteral("SELECT epoch FROM feed_epoch")).map([](const Row &row) {
        return row.value(0).toString();
    });
}

} // namespace chengban

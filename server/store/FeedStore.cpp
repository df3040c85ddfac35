#include "server/store/FeedStore.h"

#include "server/store/Database.h"

namespace chengban {

namespace {

FeedEntry entryOf(const Row &row)
{
    return {{row[0].toString()}, row[1].toLongLong(), row[2].toLongLong(), row[3].toString(),
        row[4].toLongLong()};
}

Result<QList<FeedEntry>> entriesOf(const Result<QList<Row>> &rows)
{
    if (!rows)
        return fail(rows.error());
    QList<FeedEntry> found;
    for (const Row &row : *rows)
        found.append(entryOf(row));
    return found;
}

QString marksFor(const QStringList &scopes)
{
    return QStringList(scopes.size(), QStringLiteral("?")).join(u',');
}

QVariantList valuesFor(const TenantId &tenant, const QStringList &scopes)
{
    QVariantList values{tenant.value};
    for (const QString &scope : scopes)
        values.append(scope);
    return values;
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

Result<FeedEntries> FeedStore::ofCase(const TenantId &tenant, const CaseId &caseId)
{
    const auto rows = m_database.rows(
        QStringLiteral("SELECT case_id, position, entered, access, until_revision, scope FROM feed"
                       " WHERE tenant = ? AND case_id = ?"),
        {tenant.value, caseId.value});
    if (!rows)
        return fail(rows.error());
    FeedEntries found;
    for (const Row &row : *rows)
        found.insert(row[5].toString(), entryOf(row));
    return found;
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
    const TenantId &tenant, const QStringList &scopes, qint64 position, qint64 horizon, int limit)
{
    return entriesOf(
        m_database.rows(QStringLiteral("SELECT case_id, position, entered, access, until_revision FROM feed"
                                       " WHERE tenant = ? AND scope IN (%1) AND position > ? AND position < ?"
                                       " ORDER BY position LIMIT ?")
                            .arg(marksFor(scopes)),
            valuesFor(tenant, scopes) + QVariantList{position, horizon, limit}));
}

Result<QList<FeedEntry>> FeedStore::movedAway(
    const TenantId &tenant, const QStringList &scopes, qint64 base, qint64 horizon)
{
    return entriesOf(m_database.rows(
        QStringLiteral("SELECT f.case_id, MAX(e.sequence), f.entered, f.access, f.until_revision FROM feed f"
                       " JOIN events e ON e.tenant = f.tenant AND e.case_id = f.case_id"
                       " WHERE f.tenant = ? AND f.scope IN (%1) AND f.position >= ?"
                       " AND e.sequence > ? AND e.sequence < ?"
                       " GROUP BY f.case_id, f.entered, f.access, f.until_revision")
            .arg(marksFor(scopes)),
        valuesFor(tenant, scopes) + QVariantList{horizon, base, horizon}));
}

Result<void> FeedStore::announce(const TenantId &tenant, const QStringList &scopes, qint64 place)
{
    constexpr int mostScopes = 50; // A payload ends at 8000 bytes.
    if (m_database.engine() == Engine::Sqlite)
        return {};
    Q_ASSERT(!m_database.inTransaction());
    for (qsizetype from = 0; from < scopes.size(); from += mostScopes) {
        const QString payload
            = (QStringList{QString::number(place), tenant.value} + scopes.mid(from, mostScopes)).join(u'\n');
        // This transaction has a number of its own and holds back the horizon until it ends, so it does not
        // wait for the disk: a notice that a crash swallows is none that anybody misses (lostTrack()).
        const auto told
            = m_database.run(QStringLiteral("SELECT set_config('synchronous_commit', 'off', true),"
                                            " pg_notify('chengban_' || current_schema(), ?)"),
                {payload});
        if (!told)
            return fail(told.error());
    }
    return {};
}

Result<QString> FeedStore::epoch()
{
    return m_database.row(QStringLiteral("SELECT epoch FROM feed_epoch")).map([](const Row &row) {
        return row.value(0).toString();
    });
}

} // namespace chengban

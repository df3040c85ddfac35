#include "server/store/SubstitutionStore.h"

#include "server/store/Database.h"

namespace chengban {

namespace {

constexpr auto noValue = [](qint64) {};

const QString columns
    = QStringLiteral("SELECT id, holder, substitute, from_day, to_day, reason, appointed_by,"
                     " appointed_by_name, appointed_at_ms, revoked_at_ms, revoked_by_name"
                     " FROM substitutions WHERE tenant = ?");

Substitution substitutionOf(const Row &row)
{
    Substitution one;
    one.id = row[0].toString();
    one.holder = {row[1].toString()};
    one.substitute = {row[2].toString()};
    one.from = QDate::fromString(row[3].toString(), Qt::ISODate);
    one.to = QDate::fromString(row[4].toString(), Qt::ISODate);
    one.reason = row[5].toString();
    one.appointedBy = {row[6].toString()};
    one.appointedByName = row[7].toString();
    one.appointedAtMs = row[8].toLongLong();
    if (!row[9].isNull())
        one.revokedAtMs = row[9].toLongLong();
    one.revokedByName = row[10].toString();
    return one;
}

QList<Substitution> substitutionsOf(const QList<Row> &rows)
{
    QList<Substitution> all;
    for (const Row &row : rows)
        all.append(substitutionOf(row));
    return all;
}

} // namespace

Result<void> SubstitutionStore::add(const TenantId &tenant, const Substitution &one)
{
    return m_database
        .run(QStringLiteral(
                 "INSERT INTO substitutions (tenant, id, holder, substitute, from_day, to_day, reason,"
                 " appointed_by, appointed_by_name, appointed_at_ms, revoked_by_name)"
                 " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')"),
            {tenant.value, one.id, one.holder.value, one.substitute.value, one.from.toString(Qt::ISODate),
                one.to.toString(Qt::ISODate), one.reason, one.appointedBy.value, one.appointedByName,
                one.appointedAtMs})
        .map(noValue);
}

Result<std::optional<Substitution>> SubstitutionStore::find(const TenantId &tenant, const QString &id)
{
    const auto row = m_database.row(columns + QStringLiteral(" AND id = ?"), {tenant.value, id});
    if (!row)
        return fail(row.error());
    return row->isEmpty() ? std::optional<Substitution>() : substitutionOf(*row);
}

Result<QList<Substitution>> SubstitutionStore::all(const TenantId &tenant)
{
    const auto rows = m_database.rows(columns + QStringLiteral(" ORDER BY id"), {tenant.value});
    if (!rows)
        return fail(rows.error());
    return substitutionsOf(*rows);
}

Result<QList<Substitution>> SubstitutionStore::of(const TenantId &tenant, const UserId &holder)
{
    const auto rows = m_database.rows(
        columns + QStringLiteral(" AND holder = ? ORDER BY id"), {tenant.value, holder.value});
    if (!rows)
        return fail(rows.error());
    return substitutionsOf(*rows);
}

Result<void> SubstitutionStore::revoke(
    const TenantId &tenant, const QString &id, qint64 atMs, const QString &byName)
{
    return m_database
        .run(QStringLiteral("UPDATE substitutions SET revoked_at_ms = ?, revoked_by_name = ?"
                            " WHERE tenant = ? AND id = ? AND revoked_at_ms IS NULL"),
            {atMs, byName, tenant.value, id})
        .map(noValue);
}

} // namespace chengban

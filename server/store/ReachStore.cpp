#include "server/store/ReachStore.h"

#include "server/store/Database.h"
#include "shared/wire/Wire.h"

namespace chengban {

namespace {

constexpr auto noValue = [](qint64) {};

} // namespace

QString sectionScope(const UnitId &unit, const QString &section)
{
    return QStringLiteral("section:") + unit.value + QLatin1Char('/') + section;
}

QString personScope(const UserId &user)
{
    return QStringLiteral("person:") + user.value;
}

QString supervisorScope()
{
    return QStringLiteral("supervisor");
}

QString scopeOf(const Actor &actor, const Reach &reach)
{
    switch (reach.kind) {
    case ReachKind::Whole:
        break;
    case ReachKind::Section:
        return sectionScope(actor.unit, reach.section);
    case ReachKind::Person:
        return personScope(actor.user);
    case ReachKind::Supervisor:
        return supervisorScope();
    }
    return wire::scopeOf(actor);
}

Result<Reach> ReachStore::of(const TenantId &tenant, const UserId &user)
{
    const auto row = m_database.row(
        QStringLiteral("SELECT r.kind, r.section, s.name FROM reaches r"
                       " LEFT JOIN people p ON p.tenant = r.tenant AND p.id = r.user_id"
                       " LEFT JOIN sections s ON s.tenant = r.tenant AND s.unit = p.unit AND s.id = r.section"
                       " WHERE r.tenant = ? AND r.user_id = ?"),
        {tenant.value, user.value});
    if (!row)
        return fail(row.error());
    if (row->isEmpty())
        return Reach{};
    const auto kind = valueNamed<ReachKind>((*row)[0].toString());
    if (!kind)
        return fail(ErrorCode::StoreDamaged, QStringLiteral("reach"));
    return Reach{*kind, (*row)[1].toString(), (*row)[2].toString()};
}

Result<void> ReachStore::put(const TenantId &tenant, const UserId &user, const Reach &reach)
{
    return m_database
        .run(QStringLiteral("INSERT INTO reaches (tenant, user_id, kind, section) VALUES (?, ?, ?, ?)"
                            " ON CONFLICT (tenant, user_id) DO UPDATE SET kind = excluded.kind,"
                            " section = excluded.section"),
            {tenant.value, user.value, QString(nameOf(reach.kind)), reach.section})
        .map(noValue);
}

Result<QList<Section>> ReachStore::sections(const TenantId &tenant, const UnitId &unit)
{
    const auto rows = m_database.rows(
        QStringLiteral("SELECT id, unit, name FROM sections WHERE tenant = ? AND unit = ? ORDER BY id"),
        {tenant.value, unit.value});
    if (!rows)
        return fail(rows.error());
    QList<Section> found;
    for (const Row &row : *rows)
        found.append({row[0].toString(), {row[1].toString()}, row[2].toString()});
    return found;
}

Result<void> ReachStore::putSection(const TenantId &tenant, const Section &section)
{
    return m_database
        .run(QStringLiteral("INSERT INTO sections (tenant, unit, id, name) VALUES (?, ?, ?, ?)"
                            " ON CONFLICT (tenant, unit, id) DO UPDATE SET name = excluded.name"),
            {tenant.value, section.unit.value, section.id, section.name})
        .map(noValue);
}

Result<QList<UserId>> ReachStore::named(const TenantId &tenant, const UnitId &unit, const QString &name)
{
    const auto rows = m_database.rows(
        QStringLiteral("SELECT id FROM people WHERE tenant = ? AND unit = ? AND name = ? ORDER BY id"),
        {tenant.value, unit.value, name});
    if (!rows)
        return fail(rows.error());
    QList<UserId> found;
    for (const Row &row : *rows)
        found.append({row[0].toString()});
    return found;
}

} // namespace chengban

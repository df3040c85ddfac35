#include "server/store/DirectoryStore.h"

#include "server/store/Database.h"

namespace chengban {

namespace {

constexpr auto noValue = [](qint64) {};

wire::DirectoryUnit unitOf(const Row &row)
{
    return {{row[0].toString()}, row[1].toString(), row[2].toString()};
}

Result<wire::DirectoryPerson> personOf(const Row &row)
{
    const auto role = valueNamed<Role>(row[3].toString());
    if (!role)
        return fail(ErrorCode::StoreDamaged, QStringLiteral("role of a person"));
    return wire::DirectoryPerson{
        {row[0].toString()}, row[1].toString(), {row[2].toString()}, *role, row[4].toString()};
}

} // namespace

Result<void> DirectoryStore::putUnit(const TenantId &tenant, const wire::DirectoryUnit &unit)
{
    return m_database
        .run(QStringLiteral(
                 "INSERT INTO units (tenant, id, name, phone) VALUES (?, ?, ?, ?)"
                 " ON CONFLICT (tenant, id) DO UPDATE SET name = excluded.name, phone = excluded.phone"),
            {tenant.value, unit.id.value, unit.name, unit.phone})
        .map(noValue);
}

Result<void> DirectoryStore::putPerson(const TenantId &tenant, const wire::DirectoryPerson &person)
{
    return m_database
        .run(QStringLiteral(
                 "INSERT INTO people (tenant, id, name, unit, role, phone) VALUES (?, ?, ?, ?, ?, ?)"
                 " ON CONFLICT (tenant, id) DO UPDATE SET name = excluded.name, unit = excluded.unit,"
                 " role = excluded.role, phone = excluded.phone"),
            {tenant.value, person.id.value, person.name, person.unit.value, QString(nameOf(person.role)),
                person.phone})
        .map(noValue);
}

Result<std::optional<wire::DirectoryUnit>> DirectoryStore::unit(const TenantId &tenant, const UnitId &id)
{
    const auto row
        = m_database.row(QStringLiteral("SELECT id, name, phone FROM units WHERE tenant = ? AND id = ?"),
            {tenant.value, id.value});
    if (!row)
        return fail(row.error());
    return row->isEmpty() ? std::optional<wire::DirectoryUnit>() : unitOf(*row);
}

Result<std::optional<wire::DirectoryPerson>> DirectoryStore::person(const TenantId &tenant, const UserId &id)
{
    const auto row = m_database.row(
        QStringLiteral("SELECT id, name, unit, role, phone FROM people WHERE tenant = ? AND id = ?"),
        {tenant.value, id.value});
    if (!row)
        return fail(row.error());
    if (row->isEmpty())
        return std::optional<wire::DirectoryPerson>();
    return personOf(*row).map([](const wire::DirectoryPerson &person) { return std::optional(person); });
}

Result<QList<wire::DirectoryUnit>> DirectoryStore::units(const TenantId &tenant)
{
    const auto rows = m_database.rows(
        QStringLiteral("SELECT id, name, phone FROM units WHERE tenant = ? ORDER BY id"), {tenant.value});
    if (!rows)
        return fail(rows.error());
    QList<wire::DirectoryUnit> found;
    for (const Row &row : *rows)
        found.append(unitOf(row));
    return found;
}

Result<QList<wire::DirectoryPerson>> DirectoryStore::people(const TenantId &tenant)
{
    const auto rows = m_database.rows(
        QStringLiteral("SELECT id, name, unit, role, phone FROM people WHERE tenant = ? ORDER BY id"),
        {tenant.value});
    if (!rows)
        return fail(rows.error());
    QList<wire::DirectoryPerson> found;
    for (const Row &row : *rows) {
        auto person = personOf(row);
        if (!person)
            return fail(person.error());
        found.append(std::move(*person));
    }
    return found;
}

Result<QList<TenantId>> DirectoryStore::tenants()
{
    const auto rows = m_database.rows(QStringLiteral("SELECT DISTINCT tenant FROM people ORDER BY tenant"));
    if (!rows)
        return fail(rows.error());
    QList<TenantId> found;
    for (const Row &row : *rows)
        found.append({row[0].toString()});
    return found;
}

} // namespace chengban

#include "server/store/DirectoryStore.h"

#include "server/store/Database.h"
#include "shared/canonical/JsonReader.h"

#include <QJsonDocument>

namespace chengban {

namespace {

constexpr auto noValue = [](qint64) {};

wire::DirectoryUnit unitOf(const Row &row)
{
    return {{row[0].toString()}, row[1].toString(), row[2].toString()};
}

wire::DirectorySection sectionOf(const Row &row)
{
    return {{row[0].toString()}, {row[1].toString()}, row[2].toString(), row[3].toInt() != 0};
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

Result<void> DirectoryStore::putSection(const TenantId &tenant, const wire::DirectorySection &section)
{
    return m_database
        .run(QStringLiteral("INSERT INTO sections (tenant, unit, id, name, village) VALUES (?, ?, ?, ?, ?)"
                            " ON CONFLICT (tenant, unit, id) DO UPDATE SET name = excluded.name,"
                            " village = excluded.village"),
            {tenant.value, section.unit.value, section.id.value, section.name, section.village ? 1 : 0})
        .map(noValue);
}

Result<std::optional<wire::DirectorySection>> DirectoryStore::section(
    const TenantId &tenant, const UnitId &unit, const SectionId &id)
{
    const auto row = m_database.row(
        QStringLiteral(
            "SELECT id, unit, name, village FROM sections WHERE tenant = ? AND unit = ? AND id = ?"),
        {tenant.value, unit.value, id.value});
    if (!row)
        return fail(row.error());
    return row->isEmpty() ? std::optional<wire::DirectorySection>() : sectionOf(*row);
}

Result<QList<wire::DirectorySection>> DirectoryStore::sections(const TenantId &tenant)
{
    const auto rows = m_database.rows(
        QStringLiteral("SELECT id, unit, name, village FROM sections WHERE tenant = ? ORDER BY unit, id"),
        {tenant.value});
    if (!rows)
        return fail(rows.error());
    QList<wire::DirectorySection> found;
    for (const Row &row : *rows)
        found.append(sectionOf(row));
    return found;
}

Result<Reach> DirectoryStore::reach(const TenantId &tenant, const UserId &id)
{
    const auto row = m_database.row(
        QStringLiteral("SELECT reach FROM people WHERE tenant = ? AND id = ?"), {tenant.value, id.value});
    if (!row)
        return fail(row.error());
    const QByteArray json = row->isEmpty() ? QByteArray() : row->at(0).toString().toUtf8();
    if (json.isEmpty())
        return Reach();
    auto reach = parseJsonObject(json).and_then(reachFromJson);
    return reach ? reach : Result<Reach>(fail(ErrorCode::StoreDamaged, QStringLiteral("reach")));
}

Result<void> DirectoryStore::setReach(const TenantId &tenant, const UserId &id, const Reach &reach)
{
    const auto before = this->reach(tenant, id);
    if (!before)
        return fail(before.error());
    Reach next = reach;
    next.version = before->version + 1;
    const QByteArray json = QJsonDocument(toJson(next)).toJson(QJsonDocument::Compact);
    return m_database
        .run(QStringLiteral("UPDATE people SET reach = ? WHERE tenant = ? AND id = ?"),
            {QString::fromUtf8(json), tenant.value, id.value})
        .map(noValue);
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

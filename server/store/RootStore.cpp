#include "server/store/RootStore.h"

#include "server/store/Database.h"
#include "shared/canonical/Digest.h"
#include "shared/canonical/JsonReader.h"

#include <QJsonDocument>

namespace chengban {

namespace {

constexpr auto noValue = [](qint64) {};

Result<RootRow> rootOf(const Row &row)
{
    const auto object = parseJsonObject(row[1].toString().toUtf8());
    if (!object)
        return fail(ErrorCode::StoreDamaged, QStringLiteral("root"));
    const auto root = signedRootFromJson(*object);
    if (!root)
        return fail(ErrorCode::StoreDamaged, QStringLiteral("root"));
    return RootRow{row[0].toLongLong(), *root, row[2].toLongLong()};
}

} // namespace

Result<void> RootStore::add(const TenantId &tenant, const RootRow &root, const QList<CaseHead> &changed)
{
    const QByteArray text = QJsonDocument(toJson(root.root)).toJson(QJsonDocument::Compact);
    const auto added = m_database.run(
        QStringLiteral("INSERT INTO roots (tenant, number, signed_root, sequence) VALUES (?, ?, ?, ?)"),
        {tenant.value, root.number, QString::fromUtf8(text), root.sequence});
    if (!added)
        return fail(added.error());
    for (const CaseHead &head : changed) {
        const auto kept = m_database.run(
            QStringLiteral(
                "INSERT INTO root_heads (tenant, number, case_id, revision, head) VALUES (?, ?, ?, ?, ?)"),
            {tenant.value, root.number, head.caseId.value, head.revision, hex(head.head)});
        if (!kept)
            return fail(kept.error());
    }
    return {};
}

Result<std::optional<RootRow>> RootStore::latest(const TenantId &tenant)
{
    const auto row
        = m_database.row(QStringLiteral("SELECT number, signed_root, sequence FROM roots WHERE tenant = ?"
                                        " ORDER BY number DESC LIMIT 1"),
            {tenant.value});
    if (!row)
        return fail(row.error());
    if (row->isEmpty())
        return std::optional<RootRow>();
    return rootOf(*row).map([](const RootRow &root) { return std::optional(root); });
}

Result<QList<RootRow>> RootStore::all(const TenantId &tenant)
{
    const auto rows = m_database.rows(
        QStringLiteral("SELECT number, signed_root, sequence FROM roots WHERE tenant = ? ORDER BY number"),
        {tenant.value});
    if (!rows)
        return fail(rows.error());
    QList<RootRow> found;
    for (const Row &row : *rows) {
        auto root = rootOf(row);
        if (!root)
            return fail(root.error());
        found.append(std::move(*root));
    }
    return found;
}

Result<QList<CaseHead>> RootStore::headHistory(const TenantId &tenant)
{
    const auto rows
        = m_database.rows(QStringLiteral("SELECT case_id, revision, head FROM root_heads WHERE tenant = ?"
                                         " ORDER BY number, case_id"),
            {tenant.value});
    if (!rows)
        return fail(rows.error());
    QList<CaseHead> found;
    for (const Row &row : *rows)
        found.append({{row[0].toString()}, row[1].toLongLong(), fromHex(row[2].toString())});
    return found;
}

} // namespace chengban

#include "server/store/ImportKeyStore.h"

#include "server/store/Database.h"

namespace chengban {

Result<CaseId> ImportKeyStore::find(const TenantId &tenant, const QString &source, const QString &number)
{
    return m_database
        .row(QStringLiteral("SELECT case_id FROM import_keys WHERE tenant = ? AND source = ? AND number = ?"),
            {tenant.value, source, number})
        .map([](const Row &row) { return CaseId{row.value(0).toString()}; });
}

Result<void> ImportKeyStore::add(
    const TenantId &tenant, const QString &source, const QString &number, const CaseId &caseId)
{
    return m_database
        .run(QStringLiteral("INSERT INTO import_keys (tenant, source, number, case_id) VALUES (?, ?, ?, ?)"),
            {tenant.value, source, number, caseId.value})
        .map([](qint64) {});
}

} // namespace chengban

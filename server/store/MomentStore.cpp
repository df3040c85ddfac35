#include "server/store/MomentStore.h"

#include "server/store/Database.h"

namespace chengban {

Result<QList<CaseId>> MomentStore::wanting(
    const TenantId &tenant, const QString &basis, qint64 nowMs, int limit)
{
    const auto rows = m_database.rows(
        QStringLiteral(
            "SELECT h.case_id FROM case_heads h LEFT JOIN case_moments m"
            " ON m.tenant = h.tenant AND m.case_id = h.case_id"
            " WHERE h.tenant = ? AND (m.case_id IS NULL OR m.sequence <> h.sequence OR m.basis <> ?"
            " OR m.next_ms <= ?) ORDER BY h.case_id LIMIT ?"),
        {tenant.value, basis, nowMs, limit});
    if (!rows)
        return fail(rows.error());
    QList<CaseId> cases;
    for (const Row &row : *rows)
        cases.append({row[0].toString()});
    return cases;
}

Result<void> MomentStore::put(const TenantId &tenant, const CaseMoment &moment)
{
    return m_database
        .run(QStringLiteral(
                 "INSERT INTO case_moments (tenant, case_id, sequence, basis, next_ms)"
                 " VALUES (?, ?, ?, ?, ?) ON CONFLICT (tenant, case_id) DO UPDATE SET"
                 " sequence = excluded.sequence, basis = excluded.basis, next_ms = excluded.next_ms"),
            {tenant.value, moment.caseId.value, moment.sequence, moment.basis,
                moment.nextMs ? QVariant(*moment.nextMs) : QVariant(QMetaType::fromType<qint64>())})
        .map([](qint64) {});
}

} // namespace chengban

#include "client/store/Quarantine.h"

#include <algorithm>

namespace chengban {

Quarantine::Quarantine(Database &db)
    : m_db(db)
{
}

Result<QList<SetAside>> Quarantine::all() const
{
    QList<SetAside> result;
    const auto read = m_db.each(
        QStringLiteral("SELECT case_id, min(since), max(draft), sum(step) FROM ("
                       "SELECT case_id, quarantined_at_ms AS since, 1 AS draft, 0 AS step FROM drafts"
                       " WHERE quarantined_at_ms IS NOT NULL"
                       " UNION ALL SELECT case_id, quarantined_at_ms, 1, 0 FROM step_drafts"
                       " WHERE quarantined_at_ms IS NOT NULL"
                       " UNION ALL SELECT case_id, state_since_ms, 0, 1 FROM outbox"
                       " WHERE state = 'quarantined') GROUP BY case_id ORDER BY min(since)"),
        {}, [&](const QSqlQuery &row) -> Result<void> {
            result << SetAside{CaseId{row.value(0).toString()}, row.value(1).toLongLong(),
                row.value(2).toInt() > 0, row.value(3).toInt()};
            return {};
        });
    if (!read)
        return fail(read.error());
    return result;
}

Result<void> Quarantine::end(const CaseId &id)
{
    const auto aside = all();
    if (!aside)
        return fail(aside.error());
    const bool known
        = std::any_of(aside->begin(), aside->end(), [&](const SetAside &one) { return one.caseId == id; });
    if (!known)
        return {};
    auto transaction = Transaction::begin(m_db);
    if (!transaction)
        return fail(transaction.error());
    for (const QString &statement :
        {QStringLiteral("DELETE FROM drafts WHERE case_id = ? AND quarantined_at_ms IS NOT NULL"),
            QStringLiteral("DELETE FROM step_drafts WHERE case_id = ? AND quarantined_at_ms IS NOT NULL"),
            QStringLiteral("DELETE FROM outbox WHERE case_id = ? AND state = 'quarantined'"),
            QStringLiteral("DELETE FROM kept_texts WHERE case_id = ?"),
            QStringLiteral("DELETE FROM handovers WHERE case_id = ?")}) {
        if (const auto done = m_db.run(statement, {id.value}); !done)
            return fail(done.error());
    }
    return transaction->commit();
}

Result<void> Quarantine::endBefore(qint64 ms)
{
    const auto aside = all();
    if (!aside)
        return fail(aside.error());
    for (const SetAside &one : *aside) {
        if (one.sinceMs >= ms)
            continue;
        if (const auto ended = end(one.caseId); !ended)
            return ended;
    }
    return {};
}

} // namespace chengban

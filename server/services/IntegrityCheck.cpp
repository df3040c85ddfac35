#include "server/services/RootService.h"

#include "server/services/ServerKeys.h"
#include "server/store/AuditStore.h"
#include "server/store/Database.h"
#include "server/store/EventStore.h"
#include "server/store/RootStore.h"
#include "shared/canonical/Digest.h"
#include "shared/canonical/JsonReader.h"

namespace chengban {

namespace {

/// Walks through everything of one tenant. Only the heads of roots are kept in memory, never two logs at
/// once.
class IntegrityCheck
{
public:
    IntegrityCheck(Database &database, const ServerKeys &keys, TenantId tenant)
        : m_database(database)
        , m_keys(keys)
        , m_events(database, keys.data)
        , m_tenant(std::move(tenant))
    {
    }

    [[nodiscard]] Result<IntegrityReport> run()
    {
        for (const auto step :
            {&IntegrityCheck::readRoots, &IntegrityCheck::checkLogs, &IntegrityCheck::checkAudit}) {
            if (const auto done = (this->*step)(); !done)
                return fail(done.error());
        }
        return m_report;
    }

private:
    void fault(ErrorCode code, const CaseId &caseId, const QString &detail)
    {
        m_report.faults.append({code, caseId, detail});
    }

    /// A fault of the data is reported and the walk goes on; a store that cannot be read ends it.
    [[nodiscard]] static bool isFault(ErrorCode code)
    {
        return code != ErrorCode::StoreUnavailable && code != ErrorCode::DiskFull;
    }

    [[nodiscard]] Result<void> readRoots()
    {
        RootStore store(m_database);
        const auto roots = store.all(m_tenant);
        if (!roots && isFault(roots.error().code)) {
            fault(ErrorCode::RootMismatch, {}, roots.error().detail);
            return {};
        }
        const auto history = store.headHistory(m_tenant);
        if (!roots || !history)
            return fail(!roots ? roots.error() : history.error());
        m_report.roots = roots->size();
        for (const RootRow &row : *roots) {
            if (row.root.tenant != m_tenant || !verifyRoot(row.root, m_keys.publicKeyPem))
                fault(ErrorCode::RootMismatch, {}, QStringLiteral("signature of root %1").arg(row.number));
        }
        const QList<CaseHead> covered = headsCovered(*history);
        if (!roots->isEmpty()
            && (merkleRoot(covered) != roots->last().root.root || covered.size() != roots->last().root.cases))
            fault(ErrorCode::RootMismatch, {}, QStringLiteral("heads of the latest root"));
        for (const CaseHead &head : *history)
            m_signed[head.caseId].append(head);
        return {};
    }

    [[nodiscard]] Result<void> checkLogs()
    {
        const auto cases = m_events.cases(m_tenant);
        const auto heads = m_events.heads(m_tenant);
        if (!cases || !heads)
            return fail(!cases ? cases.error() : heads.error());
        QHash<CaseId, HeadRow> stored;
        for (const HeadRow &head : *heads)
            stored.insert(head.caseId, head);
        for (const CaseId &caseId : *cases) {
            if (const auto done = checkLog(caseId, stored.take(caseId)); !done)
                return done;
        }
        for (const HeadRow &left : stored)
            fault(ErrorCode::ChainBroken, left.caseId, QStringLiteral("a head without a log"));
        for (auto left = m_signed.cbegin(); left != m_signed.cend(); ++left)
            fault(ErrorCode::RootMismatch, left.key(),
                QStringLiteral("a signed root covers a case that is gone"));
        return {};
    }

    [[nodiscard]] Result<void> checkLog(const CaseId &caseId, const HeadRow &head)
    {
        ++m_report.cases;
        const QList<CaseHead> covered = m_signed.take(caseId);
        const auto log = m_events.log(m_tenant, caseId);
        if (!log) {
            if (!isFault(log.error().code))
                return fail(log.error());
            fault(log.error().code, caseId, log.error().detail);
            return {};
        }
        m_report.events += log->size();
        const auto digest = verifyChain(*log);
        if (!digest) {
            fault(digest.error().code, caseId, digest.error().detail);
            return {};
        }
        if (log->last().revision != head.revision || *digest != head.head)
            fault(ErrorCode::ChainBroken, caseId, QStringLiteral("the log does not end at its head"));
        for (const CaseHead &then : covered) {
            const bool holds = then.revision >= 1 && then.revision <= log->size()
                && eventDigest(log->at(then.revision - 1)) == then.head;
            if (!holds) {
                fault(ErrorCode::RootMismatch, caseId, QStringLiteral("revision %1").arg(then.revision));
                break;
            }
        }
        return {};
    }

    [[nodiscard]] Result<void> checkAudit()
    {
        constexpr int slice = 1000;
        AuditStore audit(m_database);
        QByteArray previous;
        for (qint64 number = 0;;) {
            const auto rows = audit.after(m_tenant, number, slice);
            if (!rows)
                return fail(rows.error());
            for (const AuditRow &row : *rows) {
                const auto entry = parseJsonObject(row.text);
                const bool holds = row.number == ++number && sm3(row.text) == row.digest && entry
                    && entry->value(QStringLiteral("number")).toInteger() == number
                    && entry->value(QStringLiteral("previous")).toString() == hex(previous);
                if (!holds) {
                    fault(ErrorCode::ChainBroken, {}, QStringLiteral("audit entry %1").arg(number));
                    return {};
                }
                previous = row.digest;
                ++m_report.auditEntries;
            }
            if (rows->size() < slice)
                return {};
        }
    }

    Database &m_database;
    const ServerKeys &m_keys;
    EventStore m_events;
    TenantId m_tenant;
    QHash<CaseId, QList<CaseHead>> m_signed; ///< What signed roots say of each case; emptied by the walk.
    IntegrityReport m_report;
};

} // namespace

Result<IntegrityReport> RootService::verifyTenant(const TenantId &tenant)
{
    const auto database = m_backend.databases.here();
    if (!database)
        return fail(database.error());
    auto view = Transaction::reading(**database);
    if (!view)
        return fail(view.error());
    return IntegrityCheck(**database, m_backend.keys, tenant).run();
}

} // namespace chengban

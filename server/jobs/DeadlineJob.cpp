#include "server/jobs/DeadlineJob.h"

#include "server/jobs/DeadlineMoments.h"
#include "server/services/CaseLedger.h"
#include "server/services/CaseService.h"
#include "server/services/RuleBook.h"
#include "server/services/ServerKeys.h"
#include "server/store/Database.h"
#include "server/store/EventStore.h"
#include "server/store/MomentStore.h"
#include "shared/canonical/Digest.h"

namespace chengban {

namespace {

Actor systemActor(const TenantId &tenant)
{
    Actor actor;
    actor.tenant = tenant;
    actor.user.value = QStringLiteral("system");
    actor.name
        = QStringLiteral("系统"); // Stands in the log and on the case sheet: official Chinese, not tr().
    actor.role = Role::System;
    return actor;
}

/// What the moments depend on beside a case's log: the national calendar, and how this program reads both. A
/// case's pack is frozen and its county's days with it.
QString basisOf(const RuleBook &rules)
{
    constexpr int reading = 1; // One more when nextMoment() finds others in the same log.
    return QStringLiteral("%1:%2").arg(reading).arg(hex(rules.calendar().digest()));
}

bool isStoreGone(ErrorCode code)
{
    return code == ErrorCode::StoreUnavailable || code == ErrorCode::DiskFull;
}

} // namespace

Result<void> DeadlineJob::run(qint64 nowMs)
{
    m_reads = 0;
    const auto database = m_backend.databases.here();
    if (!database)
        return fail(database.error());
    const auto tenants = EventStore(**database, m_backend.keys.data).tenants();
    if (!tenants)
        return fail(tenants.error());
    for (const TenantId &tenant : *tenants) {
        if (const auto done = runCounty(**database, tenant, nowMs); !done)
            return done;
    }
    return {};
}

Result<void> DeadlineJob::runCounty(Database &database, const TenantId &tenant, qint64 nowMs)
{
    const auto cases = MomentStore(database).wanting(tenant, basisOf(m_backend.rules), nowMs, mostReads);
    if (!cases)
        return fail(cases.error());
    for (const CaseId &id : *cases) {
        if (const auto done = workOn(database, tenant, id, nowMs); !done && isStoreGone(done.error().code))
            return done;
    }
    return {};
}

Result<void> DeadlineJob::workOn(Database &database, const TenantId &tenant, const CaseId &id, qint64 nowMs)
{
    ++m_reads;
    const auto next = worked(database, tenant, id, nowMs);
    if (!next && isStoreGone(next.error().code))
        return fail(next.error());
    // What moves the log after this is seen by its place in the sequence.
    const auto head = EventStore(database, m_backend.keys.data).head(tenant, id);
    if (!head)
        return fail(head.error());
    const qint64 sequence = *head ? (*head)->sequence : 0;
    return MomentStore(database).put(
        tenant, {id, sequence, basisOf(m_backend.rules), next.value_or(std::nullopt)});
}

/// Everything that has come due in one case, in the order of the legal times.
Result<std::optional<qint64>> DeadlineJob::worked(
    Database &database, const TenantId &tenant, const CaseId &id, qint64 nowMs)
{
    for (;;) {
        const auto stored = CaseLedger(m_backend, database).load(tenant, id);
        if (!stored)
            return fail(stored.error());
        const auto rules = m_backend.rules.rulesOf(stored->folded, CommandType::Warn, nowMs);
        if (!rules)
            return fail(rules.error());
        const auto moment = nextMoment(stored->folded, *rules);
        if (!moment)
            return std::nullopt;
        if (moment->legalMs >= nowMs)
            return moment->legalMs + 1;
        const Command command = commandFor(*moment, stored->folded, *rules->pack);
        const auto answers = CaseService(m_backend).submit(systemActor(tenant), {command}, nowMs);
        if (!answers)
            return fail(answers.error());
        if (answers->first().state == wire::CommandState::Conflict)
            continue; // somebody was faster: the log has moved
        if (answers->first().state != wire::CommandState::Accepted)
            return std::nullopt; // refused: looked at again when the log moves
    }
}

} // namespace chengban

#include "server/jobs/DeadlineJob.h"

#include "server/jobs/DeadlineMoments.h"
#include "server/services/CaseLedger.h"
#include "server/services/CaseService.h"
#include "server/services/RuleBook.h"
#include "server/services/ServerKeys.h"
#include "server/store/Database.h"
#include "server/store/EventStore.h"

#include <QSet>

#include <algorithm>

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

bool isStoreGone(ErrorCode code)
{
    return code == ErrorCode::StoreUnavailable || code == ErrorCode::DiskFull;
}

} // namespace

Result<void> DeadlineJob::run(qint64 nowMs)
{
    const auto database = m_backend.databases.here();
    if (!database)
        return fail(database.error());
    const auto tenants = EventStore(**database, m_backend.keys.data).tenants();
    if (!tenants)
        return fail(tenants.error());
    for (const TenantId &tenant : *tenants) {
        if (const auto done = runCounty(tenant, nowMs); !done)
            return done;
    }
    return {};
}

Result<void> DeadlineJob::runCounty(const TenantId &tenant, qint64 nowMs)
{
    County &county = m_counties[tenant];
    if (const auto found = findMoved(tenant, county); !found)
        return found;
    const QList<CaseId> moved = county.toRead.mid(0, mostReads);
    county.toRead.remove(0, moved.size());
    QSet<CaseId> ids(moved.begin(), moved.end());
    for (auto next = county.nextMs.cbegin(); next != county.nextMs.cend(); ++next) {
        if (next.value() <= nowMs)
            ids.insert(next.key());
    }
    for (const CaseId &id : std::as_const(ids)) {
        if (const auto done = workOn(tenant, county, id, nowMs); !done && isStoreGone(done.error().code))
            return done;
    }
    return {};
}

Result<void> DeadlineJob::findMoved(const TenantId &tenant, County &county)
{
    const auto database = m_backend.databases.here();
    if (!database)
        return fail(database.error());
    const auto heads = EventStore(**database, m_backend.keys.data).heads(tenant, county.sequence);
    if (!heads)
        return fail(heads.error());
    for (const HeadRow &head : *heads) {
        county.sequence = std::max(county.sequence, head.sequence);
        county.toRead.append(head.caseId);
    }
    return {};
}

/// Everything that has come due in one case, in the order of the legal times.
Result<void> DeadlineJob::workOn(const TenantId &tenant, County &county, const CaseId &id, qint64 nowMs)
{
    county.nextMs.remove(id);
    const auto database = m_backend.databases.here();
    if (!database)
        return fail(database.error());
    for (;;) {
        const auto stored = CaseLedger(m_backend, **database).load(tenant, id);
        if (!stored)
            return fail(stored.error());
        const auto rules = m_backend.rules.rulesOf(stored->folded, CommandType::Warn, nowMs);
        if (!rules)
            return fail(rules.error());
        const auto moment = nextMoment(stored->folded, *rules);
        if (!moment)
            return {};
        if (moment->legalMs >= nowMs) {
            county.nextMs.insert(id, moment->legalMs + 1);
            return {};
        }
        const Command command = commandFor(*moment, stored->folded, *rules->pack);
        const auto answers = CaseService(m_backend).submit(systemActor(tenant), {command}, nowMs);
        if (!answers)
            return fail(answers.error());
        if (answers->first().state != wire::CommandState::Accepted)
            return {}; // somebody was faster: the log has moved, and the next run looks again
    }
}

} // namespace chengban

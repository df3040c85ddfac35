#include "server/jobs/JobRunner.h"

#include "server/jobs/DeadlineJob.h"
#include "server/services/BlobService.h"
#include "server/services/HandoverService.h"
#include "server/services/RootService.h"
#include "server/store/Database.h"
#include "server/store/JobStore.h"

#include <memory>

namespace chengban {

namespace {

constexpr qint64 minuteMs = 60LL * 1000;
constexpr qint64 hourMs = 60 * minuteMs;

Result<void> signRoots(const Backend &backend, qint64 nowMs)
{
    RootService roots(backend);
    const auto tenants = roots.tenants();
    if (!tenants)
        return fail(tenants.error());
    for (const TenantId &tenant : *tenants) {
        if (const auto root = roots.sign(tenant, nowMs); !root)
            return fail(root.error());
    }
    return {};
}

Result<void> removeExpired(const Backend &backend, qint64 nowMs)
{
    return BlobService(backend).removeExpired(nowMs).map([](int) {});
}

} // namespace

JobRunner::JobRunner(Databases &databases, QString holder, QList<Job> jobs)
    : m_databases(databases)
    , m_holder(std::move(holder))
    , m_jobs(std::move(jobs))
{
}

Result<QStringList> JobRunner::runDue(qint64 nowMs)
{
    const auto database = m_databases.here();
    if (!database)
        return fail(database.error());
    JobStore store(**database);
    QStringList ran;
    for (const Job &job : m_jobs) {
        const auto leased = store.lease(job.name, m_holder, nowMs, nowMs + leaseMs);
        if (!leased)
            return fail(leased.error());
        if (!*leased)
            continue;
        ran.append(job.name);
        // Without success the lease runs out and another try is made.
        const auto done
            = job.run(nowMs) ? store.done(job.name, m_holder, nowMs + job.everyMs) : Result<void>();
        const auto released = store.release(job.name);
        if (!done || !released)
            return fail(!done ? done.error() : released.error());
    }
    return ran;
}

QList<Job> serverJobs(const Backend &backend)
{
    // Shared by the copies of the job: what it remembers between two runs.
    const auto deadlines = std::make_shared<DeadlineJob>(backend);
    return {
        {QStringLiteral("signed-roots"), hourMs,
            [&backend](qint64 nowMs) { return signRoots(backend, nowMs); }},
        {QStringLiteral("expired-files"), hourMs,
            [&backend](qint64 nowMs) { return removeExpired(backend, nowMs); }},
        {QStringLiteral("expired-handovers"), hourMs,
            [&backend](
                qint64 nowMs) { return HandoverService(backend).removeExpired(nowMs).map([](int) {}); }},
        {QStringLiteral("deadlines"), minuteMs, [deadlines](qint64 nowMs) { return deadlines->run(nowMs); }},
    };
}

} // namespace chengban

#pragma once

#include "shared/base/Ids.h"
#include "shared/base/Result.h"

#include <QHash>
#include <QList>

namespace chengban {

struct Backend;
struct StoredCase;

/// Makes happen what the rules make happen by the clock: default acceptance, warnings, overdue marks,
/// recalculation. It acts by commands like everybody else, as the actor `system`, with the rule's place and
/// the legal time in the body; late or twice, the log comes out the same.
///
/// It remembers for each case when it must look again, and reads a case only when its log has moved or that
/// time has come. After a start it reads every case once, some at each run. What it remembers can be lost at
/// any time: the log says what was done.
class DeadlineJob
{
public:
    static constexpr int mostReads = 5000; ///< Cases read in one run.

    explicit DeadlineJob(const Backend &backend)
        : m_backend(backend)
    {
    }

    /// A case that cannot be read stops no other; it is looked at again when its log moves. Errors:
    /// StoreUnavailable.
    [[nodiscard]] Result<void> run(qint64 nowMs);

private:
    struct County
    {
        qint64 sequence = 0; ///< Heads up to here stand in `toRead`, or were read.
        QList<CaseId> toRead;
        QHash<CaseId, qint64> nextMs;
    };

    [[nodiscard]] Result<void> runCounty(const TenantId &tenant, qint64 nowMs);
    [[nodiscard]] Result<void> findMoved(const TenantId &tenant, County &county);
    [[nodiscard]] Result<void> workOn(const TenantId &tenant, County &county, const CaseId &id, qint64 nowMs);

    const Backend &m_backend;
    QHash<TenantId, County> m_counties;
};

} // namespace chengban

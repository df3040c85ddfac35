#pragma once

#include "shared/base/Ids.h"
#include "shared/base/Result.h"

#include <optional>

namespace chengban {

class Database;
struct Backend;

/// Makes happen what the rules make happen by the clock: default acceptance, warnings, overdue marks,
/// recalculation. It acts by commands like everybody else, as the actor `system`, with the rule's place and
/// the legal time in the body; late or twice, the log comes out the same.
///
/// It keeps in the database when it must look at each case again, and reads a case only when its log has
/// moved, that time has come, or the calendar is another one; a restart costs nothing. What it keeps can be
/// lost at any time: the log says what was done.
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
    /// Cases that the last run read.
    [[nodiscard]] int lastReads() const { return m_reads; }

private:
    [[nodiscard]] Result<void> runCounty(Database &database, const TenantId &tenant, qint64 nowMs);
    [[nodiscard]] Result<void> workOn(
        Database &database, const TenantId &tenant, const CaseId &id, qint64 nowMs);
    /// Takes what has come due; gives when to look again.
    [[nodiscard]] Result<std::optional<qint64>> worked(
        Database &database, const TenantId &tenant, const CaseId &id, qint64 nowMs);

    const Backend &m_backend;
    int m_reads = 0;
};

} // namespace chengban

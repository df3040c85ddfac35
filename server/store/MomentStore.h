#pragma once

#include "shared/base/Ids.h"
#include "shared/base/Result.h"

#include <QList>

#include <optional>

namespace chengban {

class Database;

/// When a case must be looked at again, as its log stood at that place in the sequence.
struct CaseMoment
{
    CaseId caseId;
    qint64 sequence = 0;
    QString basis; ///< What the moment was computed with, beside the log.
    std::optional<qint64> nextMs; ///< None: the case waits for nothing.
};

/// What the deadline job remembers. It may be deleted at any time: the job then reads every case once.
class MomentStore
{
public:
    explicit MomentStore(Database &database)
        : m_database(database)
    {
    }

    /// Cases whose moment has come, whose log has moved since, or whose moment was computed with something
    /// else; at most `limit`, by id.
    [[nodiscard]] Result<QList<CaseId>> wanting(
        const TenantId &tenant, const QString &basis, qint64 nowMs, int limit);
    [[nodiscard]] Result<void> put(const TenantId &tenant, const CaseMoment &moment);

private:
    Database &m_database;
};

} // namespace chengban

#pragma once

#include "shared/base/Result.h"

#include <QString>

namespace chengban {

class Database;

/// Which instance runs which job until when, and when the job is due again.
class JobStore
{
public:
    explicit JobStore(Database &database)
        : m_database(database)
    {
    }

    /// Takes the lease if the job is due and nobody holds it; false when not.
    [[nodiscard]] Result<bool> lease(const QString &job, const QString &holder, qint64 nowMs, qint64 untilMs);
    /// Ends the lease and sets when the job is due again.
    [[nodiscard]] Result<void> done(const QString &job, const QString &holder, qint64 dueAtMs);

private:
    Database &m_database;
};

} // namespace chengban

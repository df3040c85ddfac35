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

    /// Takes the lease if the job is due and nobody holds it; false when not. On PostgreSQL this connection
    /// holds a lock, too, until release(): two machines whose clocks differ by more than a lease agree on it.
    [[nodiscard]] Result<bool> lease(const QString &job, const QString &holder, qint64 nowMs, qint64 untilMs);
    /// After every lease that was taken, done or not.
    [[nodiscard]] Result<void> release(const QString &job);
    /// Ends the lease and sets when the job is due again.
    [[nodiscard]] Result<void> done(const QString &job, const QString &holder, qint64 dueAtMs);

private:
    [[nodiscard]] Result<bool> leaseRow(
        const QString &job, const QString &holder, qint64 nowMs, qint64 untilMs);
    Database &m_database;
};

} // namespace chengban

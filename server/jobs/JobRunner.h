#pragma once

#include "shared/base/Result.h"

#include <QList>
#include <QString>

#include <functional>

namespace chengban {

class Databases;
struct Backend;

/// Work that comes round. `run` is called at most once in each period, by one server only.
struct Job
{
    QString name;
    qint64 everyMs = 0;
    std::function<Result<void>(qint64 nowMs)> run;
};

/// Runs due jobs under a lease in the database, so that two instances never do one twice.
class JobRunner
{
public:
    static constexpr qint64 leaseMs = 10LL * 60 * 1000;

    /// `holder` names this instance.
    JobRunner(Databases &databases, QString holder, QList<Job> jobs);

    /// Runs every job that is due and free; gives the names of those it ran. A failing job keeps its lease
    /// until it runs out and is tried again then; the others run all the same. Errors: StoreUnavailable.
    [[nodiscard]] Result<QStringList> runDue(qint64 nowMs);

private:
    Databases &m_databases;
    QString m_holder;
    QList<Job> m_jobs;
};

/// The jobs of the server: a signed root for each tenant every hour, expiry of uploads every hour, what the
/// rules make happen by the clock every minute.
[[nodiscard]] QList<Job> serverJobs(const Backend &backend);

} // namespace chengban

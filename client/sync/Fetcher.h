#pragma once

#include "client/sync/SyncJob.h"

namespace chengban {

/// Brings the files somebody asked for, one after the other; one cut on its way goes on where it was cut.
/// What does not have the digest it was asked by is thrown away.
class Fetcher : public SyncJob
{
    Q_OBJECT

public:
    using SyncJob::SyncJob;

Q_SIGNALS:
    void fileArrived(const QString &sha256);
    void advanced(const QString &sha256, qint64 done); ///< So many bytes of it are here.

private:
    void run() override;
    void fetchNext();
    void take(const QString &sha256, const Result<void> &result);

    QString m_current;
    QByteArray m_got;
    bool m_restart = false; ///< The first piece decides whether it is the rest or the whole.
};

} // namespace chengban

#pragma once

#include "client/net/TusUpload.h"
#include "client/sync/SyncJob.h"

#include <QPointer>

namespace chengban {

/// Sends the files that the server lacks, one after the other, each going on where an earlier run was cut. A
/// file that fails is put off and the others go on.
class Uploader : public SyncJob
{
    Q_OBJECT

public:
    using SyncJob::SyncJob;
    ~Uploader() override;
    void stop(); ///< abort(), and lets go of the upload under way.

Q_SIGNALS:
    void outboxChanged(); ///< Commands that waited for a file may go.
    void advanced(const QString &sha256, qint64 done); ///< The server has so many bytes of it.

private:
    void run() override;
    void sendNext();
    void take(const QString &sha256, const Result<void> &result);

    QPointer<TusUpload> m_upload;
};

} // namespace chengban

#pragma once

#include "client/net/UnitApi.h"
#include "client/store/Carriage.h"
#include "client/sync/SyncJob.h"

namespace chengban {

/// Sends what came on a stick for computers without a line, and fetches what changed in their feed, so that
/// both can go back (docs/adr/0021). Touches the carried packages alone; files go with the uploader. A fault
/// of the line ends its run in silence.
class Porter : public SyncJob
{
    Q_OBJECT

public:
    explicit Porter(SyncContext &context, QObject *parent = nullptr)
        : SyncJob(context, parent)
        , m_api(context.api)
    {
    }

Q_SIGNALS:
    void changed();

protected:
    void run() override;

private:
    void nextPackage();
    void sendNext();
    void takeAnswers(const QList<CarriedCommand> &sent, const Result<QList<wire::CommandAnswer>> &answers);
    void askFeed(const QString &after);
    void takePage(const Result<wire::FeedPage> &page);
    void endPackage();

    UnitApi m_api;
    QList<CarryPackage> m_left;
    bool m_startedOver = false;
};

} // namespace chengban

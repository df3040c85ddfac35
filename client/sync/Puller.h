#pragma once

#include "client/sync/SyncJob.h"

namespace chengban {

/// Takes over the change feed of one scope, page after page, until there is no more; the last question may
/// wait at the server for news. A case whose log does not verify keeps its old log and is asked for whole,
/// once per run.
class Puller : public SyncJob
{
    Q_OBJECT

public:
    Puller(SyncContext &context, QString scope, QObject *parent = nullptr);

    void setWaitSeconds(int seconds) { m_waitSeconds = seconds; }

Q_SIGNALS:
    void casesChanged(const QList<chengban::CaseId> &ids);
    void quarantined(); ///< Drafts or commands of lost cases were set aside, or came back.
    void serverTimeKnown(qint64 serverMs);

private:
    void run() override;
    void ask();
    void takePage(const Result<wire::FeedPage> &page);
    [[nodiscard]] Result<void> settleAccess(const wire::FeedPage &page);
    void heal(QList<CaseId> broken);
    void goOn();

    QString m_scope;
    int m_waitSeconds = 0;
    bool m_more = false;
    bool m_startedOver = false;
};

} // namespace chengban

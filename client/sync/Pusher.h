#pragma once

#include "client/sync/SyncJob.h"

namespace chengban {

/// Sends what waits in the outbox, then the audit entries. Of each case only the oldest waiting command goes;
/// the next one follows when it is answered, based on what was confirmed. A row the server cannot take is
/// marked and the others go on: after a batch that failed as a whole, each goes alone.
class Pusher : public SyncJob
{
    Q_OBJECT

public:
    using SyncJob::SyncJob;

Q_SIGNALS:
    void outboxChanged();
    void casesChanged(const QList<chengban::CaseId> &ids);

private:
    void run() override;
    void sendNext();
    [[nodiscard]] Result<QList<OutboxRow>> due() const;
    void takeAnswers(const QList<OutboxRow> &sent, const Result<QList<wire::CommandAnswer>> &answers);
    void takeFailure(const QList<OutboxRow> &sent, const Error &error);
    [[nodiscard]] Result<void> take(const OutboxRow &row, const wire::CommandAnswer &answer);
    [[nodiscard]] Result<void> deferAll(const QList<OutboxRow> &rows, ErrorCode reason);
    void sendAudits();

    bool m_alone = false;
};

} // namespace chengban

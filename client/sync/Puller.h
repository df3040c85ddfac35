#pragma once

#include "client/sync/SyncJob.h"

#include <optional>

namespace chengban {

/// Takes over the change feed of one scope, page after page, until there is no more; the last question may
/// wait at the server for news. While a page is taken over, the next one is already asked for.
///
/// A case whose log does not verify keeps its old log and is asked for whole at once, and again when the
/// program starts; it holds up nobody else. When another feed was followed before, because the administrator
/// has changed what the person sees, everything of it goes first, as if access to each case had ended; what
/// comes again with the new feed brings its drafts back.
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
    void faultyKnown(const QList<chengban::CaseId> &ids); ///< Cases that stay broken; empty when none does.

private:
    void run() override;
    [[nodiscard]] Result<void> leaveOtherFeed();
    void ask(const QString &after);
    void hear(const Result<wire::FeedPage> &page);
    void takePage(const wire::FeedPage &page);
    void startOver();
    void heal();
    void takeWhole(const CaseId &id, const Result<wire::FeedCase> &answer);
    void goOn();

    QString m_scope;
    int m_waitSeconds = 0;
    bool m_more = false;
    bool m_startedOver = false;
    bool m_taking = false; ///< A page is not done with: what comes meanwhile waits in m_next.
    std::optional<Result<wire::FeedPage>> m_next;
    QList<CaseId> m_broken; ///< To be asked for whole.
    bool m_askedFaulty = false; ///< Those that an earlier run of the program left broken, once.
};

} // namespace chengban

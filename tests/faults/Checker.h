#pragma once

#include "client/store/Outbox.h"
#include "shared/cases/Envelope.h"
#include "tests/faults/Record.h"

#include <QHash>
#include <QString>

namespace chengban::faults {

/// What became of what people typed: all but the first two must be nought.
struct Tally
{
    qsizetype typed = 0; ///< Drafts, steps and files.
    qsizetype acknowledged = 0; ///< Of these, what the program said was safe.
    qsizetype accepted
        = 0; ///< Steps that the server took: in the eyes of who gave them, and once in its log.
    qsizetype lost = 0; ///< Said to be safe, and nowhere; or never answered.
    qsizetype doubled = 0; ///< More than once in the log.
    qsizetype overwritten = 0; ///< An older text stands where a newer one was said to be safe.
    qsizetype secret = 0; ///< In the log, but its giver was told otherwise.
    qsizetype missed = 0; ///< Cases of which a client does not have what the server told.
    qsizetype logInsLost = 0; ///< Somebody had to log in again because of a death.
    qsizetype receipts = 0;
    qsizetype receiptsFail = 0; ///< Missing, or not what the server's key and log say.

    [[nodiscard]] bool isClean() const
    {
        return lost + doubled + overwritten + secret + missed + logInsLost + receiptsFail == 0;
    }
    [[nodiscard]] QString line() const;
    Tally &operator+=(const Tally &other);
};

/// One person at the end: what was written down, and what the store of the person holds.
struct Testimony
{
    QString user;
    Record::Content record;
    Holdings holdings;
    QList<Receipt> receipts;
    QHash<CaseId, qint64> revisions; ///< Of each case in the replica.
};

/// The server's truth at the end.
struct ServerTruth
{
    QHash<CaseId, QList<Event>> logs;
    QSet<QString> files; ///< Digests of those it stores.
    QByteArray keyPem;
};

/// Holds the record of what people did against their stores and the server's logs.
class Checker
{
public:
    explicit Checker(ServerTruth truth);

    void hear(const Testimony &person);
    [[nodiscard]] const Tally &tally() const { return m_tally; }
    /// What was found, in words, for the one who has to look for it.
    [[nodiscard]] const QStringList &findings() const { return m_findings; }

private:
    void hearSteps(const Testimony &person);
    void hearWords(const Testimony &person);
    void hearReceipts(const Testimony &person);
    void find(qsizetype &count, const QString &what);

    ServerTruth m_truth;
    QHash<CommandId, int> m_done; ///< How often the log has a command's first event.
    QHash<CommandId, CaseId> m_submissions; ///< Of the log, with the case.
    Tally m_tally;
    QStringList m_findings;
};

} // namespace chengban::faults

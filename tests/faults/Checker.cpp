#include "tests/faults/Checker.h"

#include "shared/canonical/Digest.h"
#include "shared/cases/Events.h"

namespace chengban::faults {

QString Tally::line() const
{
    return QStringLiteral(
               "typed %1, acknowledged %2, accepted by the server %3, lost %4, doubled %5, overwritten %6,"
               " done in secret %7, missed %8, log-ins lost %9,")
               .arg(typed)
               .arg(acknowledged)
               .arg(accepted)
               .arg(lost)
               .arg(doubled)
               .arg(overwritten)
               .arg(secret)
               .arg(missed)
               .arg(logInsLost)
        + QStringLiteral(" receipts %1, of them fail %2").arg(receipts).arg(receiptsFail);
}

Tally &Tally::operator+=(const Tally &other)
{
    for (const auto field : {&Tally::typed, &Tally::acknowledged, &Tally::accepted, &Tally::lost,
             &Tally::doubled, &Tally::overwritten, &Tally::secret, &Tally::missed, &Tally::logInsLost,
             &Tally::receipts, &Tally::receiptsFail})
        this->*field += other.*field;
    return *this;
}

Checker::Checker(ServerTruth truth)
    : m_truth(std::move(truth))
{
    for (const QList<Event> &log : std::as_const(m_truth.logs)) {
        QHash<QString, int> kinds; // A command may make two events, never twice the same.
        for (const Event &event : log) {
            const int times = ++kinds[event.command.value + event.type];
            m_done[event.command] = std::max(m_done.value(event.command), times);
            if (event.type == nameOf(EventType::ReplySubmitted))
                m_submissions.insert(event.command, event.caseId);
        }
    }
}

void Checker::find(qsizetype &count, const QString &what)
{
    ++count;
    m_findings << what;
}

void Checker::hear(const Testimony &person)
{
    m_tally.typed += person.record.acts.size();
    for (const Act &act : person.record.acts)
        m_tally.acknowledged += act.done ? 1 : 0;
    m_tally.logInsLost += person.record.logInsLost;
    hearWords(person);
    hearSteps(person);
    hearReceipts(person);
    for (auto it = m_truth.logs.cbegin(); it != m_truth.logs.cend(); ++it) {
        if (person.revisions.value(it.key()) != it->size())
            find(m_tally.missed,
                QStringLiteral("%1 has %2 of %3 events of %4")
                    .arg(person.user)
                    .arg(person.revisions.value(it.key()))
                    .arg(it->size())
                    .arg(it.key().value));
    }
}

void Checker::hearWords(const Testimony &person)
{
    LocalFaults faults = localFaults(person.record.acts, person.holdings);
    faults.lost += person.record.lost;
    faults.overwritten += person.record.overwritten;
    for (const int number : std::as_const(faults.lost))
        find(m_tally.lost, QStringLiteral("lost: %1").arg(mark(person.user, number)));
    for (const int number : std::as_const(faults.overwritten))
        find(m_tally.overwritten, QStringLiteral("overwritten: %1").arg(mark(person.user, number)));
    for (const Act &act : person.record.acts) {
        if (act.done && !act.sha256.isEmpty() && !m_truth.files.contains(act.sha256))
            find(m_tally.lost, QStringLiteral("lost: the file of %1").arg(mark(person.user, act.number)));
    }
}

void Checker::hearSteps(const Testimony &person)
{
    for (auto it = person.holdings.rows.cbegin(); it != person.holdings.rows.cend(); ++it) {
        const int times = m_done.value(it.key());
        const QString which = it.key().value + QLatin1Char(' ') + QString(nameOf(it.value()));
        const bool accepted = it.value() == OutboxState::Accepted;
        m_tally.accepted += accepted && times == 1 ? 1 : 0;
        if (accepted ? times == 0 : it.value() == OutboxState::Queued || it.value() == OutboxState::Sent)
            find(m_tally.lost, QStringLiteral("lost: ") + which);
        if (!accepted && times > 0)
            find(m_tally.secret, QStringLiteral("done in secret: ") + which);
        if (times > 1)
            find(m_tally.doubled, QStringLiteral("doubled: ") + which);
    }
}

void Checker::hearReceipts(const Testimony &person)
{
    QHash<CommandId, Receipt> receipts;
    for (const Receipt &receipt : person.receipts)
        receipts.insert(receipt.command, receipt);
    for (auto it = m_submissions.cbegin(); it != m_submissions.cend(); ++it) {
        if (person.holdings.rows.value(it.key(), OutboxState::Queued) != OutboxState::Accepted)
            continue; // Somebody else's.
        ++m_tally.receipts;
        const Receipt receipt = receipts.value(it.key());
        const QList<Event> log = m_truth.logs.value(it.value());
        const qint64 at = receipt.revision - 1;
        const bool holds = verifyReceipt(receipt, m_truth.keyPem) && at >= 0 && at < log.size()
            && log[at].command == it.key()
            && hex(eventDigest(log[at]).value_or(QByteArray())) == receipt.digest;
        if (!holds)
            find(m_tally.receiptsFail, QStringLiteral("receipt: ") + it.key().value);
    }
}

} // namespace chengban::faults

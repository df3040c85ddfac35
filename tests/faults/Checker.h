#pragma once

#include "client/store/Outbox.h"
#include "shared/cases/Envelope.h"

#include <QHash>
#include <QString>

namespace chengban::faults {

/// What became of the commands that people gave: all but the first two must be nought.
struct Tally
{
    qsizetype typed = 0;
    qsizetype acknowledged = 0; ///< Accepted in the eyes of who gave it, and in the server's log.
    qsizetype lost = 0; ///< Accepted in the eyes of who gave it, but not in the log; or never answered.
    qsizetype doubled = 0; ///< More than once in the log.
    qsizetype secret = 0; ///< In the log, but its giver was told otherwise.

    [[nodiscard]] bool isClean() const { return lost == 0 && doubled == 0 && secret == 0; }
    [[nodiscard]] QString line() const
    {
        return QStringLiteral("typed %1, acknowledged %2, lost %3, doubled %4, done in secret %5")
            .arg(typed)
            .arg(acknowledged)
            .arg(lost)
            .arg(doubled)
            .arg(secret);
    }
};

/// Holds the record of what people did against their outboxes and the server's logs.
class Checker
{
public:
    void typed(const CommandId &id) { m_typed.append(id); }
    void sees(const OutboxRow &row) { m_states.insert(row.command.id, row.state); }
    void logs(const QList<Event> &log)
    {
        for (const Event &event : log)
            ++m_done[event.command];
    }

    [[nodiscard]] Tally tally() const
    {
        Tally tally;
        tally.typed = m_typed.size();
        for (const CommandId &id : m_typed) {
            const bool accepted = m_states.contains(id) && m_states[id] == OutboxState::Accepted;
            const int times = m_done.value(id);
            tally.acknowledged += accepted && times == 1 ? 1 : 0;
            tally.lost += times == 0 ? 1 : 0;
            tally.doubled += times > 1 ? 1 : 0;
            tally.secret += !accepted && times > 0 ? 1 : 0;
        }
        return tally;
    }

private:
    QList<CommandId> m_typed;
    QHash<CommandId, OutboxState> m_states;
    QHash<CommandId, int> m_done;
};

} // namespace chengban::faults

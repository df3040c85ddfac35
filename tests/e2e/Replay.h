#pragma once

#include "client/models/Desk.h"

#include <QHash>
#include <QJsonObject>
#include <QObject>
#include <QSet>

namespace chengban::e2e {

/// A command as it went into a person's outbox, with the shown number of its case.
struct RecordedCommand
{
    QString user;
    QString number;
    Command command;
};

/// Writes down every command that the people of the tour take.
class CommandRecorder : public QObject
{
    Q_OBJECT

public:
    /// Begins with the desk of `user`, who has just logged in.
    void watch(Desk &desk, const QString &user);
    [[nodiscard]] const QList<RecordedCommand> &commands() const { return m_commands; }
    /// Names, numbers and addresses of the citizens in whose cases they were taken.
    [[nodiscard]] const QSet<QString> &citizens() const { return m_citizens; }

private:
    void record(Desk &desk, const QString &user);
    void meetCitizen(Desk &desk, const CaseId &id);

    QSet<CommandId> m_seen;
    QList<RecordedCommand> m_commands;
    QSet<QString> m_citizens;
    QSet<CaseId> m_met;
};

/// What two runs of the same commands must agree on: the phase, the round, every reply, record and decision,
/// but no time, id or digest of the log.
[[nodiscard]] QJsonObject comparableState(const Case &theCase);

/// Where a replay runs and who the people are.
struct ReplayStage
{
    QString server;
    QByteArray caPem;
    QString tenant;
    QString folder; ///< For the stores of the replay.
    QHash<QString, QString> passwords; ///< By user.
    QString witness; ///< Second person of a key enrolment.
    QHash<QString, QString> files; ///< Path of each attachment by its sha256.
};

/// Takes the commands again at another server, each by the same person through the client's own engine; a
/// sign-off is signed again with a key of the replay. Gives the state of each case by its number. Throws
/// std::runtime_error naming the command that failed.
[[nodiscard]] QHash<QString, QJsonObject> replay(
    const ReplayStage &stage, const QList<RecordedCommand> &commands);

} // namespace chengban::e2e

#pragma once

#include "client/models/Desk.h"

#include <QHash>
#include <QSet>

namespace chengban::faults {

/// What one person did on one case, and what the program said to it.
struct Act
{
    int number = 0; ///< Of the person's acts; stands in what was typed, see mark().
    QString kind; ///< "draft", or the name of a command.
    CaseId caseId;
    bool done = false; ///< The program said that it is safe.
    CommandId command; ///< Of a step that was taken.
    QString sha256; ///< Of a file that was added.
    bool operator==(const Act &) const = default;
};

/// Written down by the person, line by line, before and after each act; a death leaves the last one without
/// its end.
class Record
{
public:
    explicit Record(QString path);

    void tries(const Act &act);
    void isDone(const Act &act);
    void isRefused(const Act &act); ///< The program did not take it, and said so.
    void notes(const QJsonObject &line);

    struct Content
    {
        QList<Act> acts; ///< Without those that were refused.
        int starts = 0;
        int logInsLost = 0;
        QList<int> lost; ///< Found missing at a start.
        QList<int> overwritten;
        QStringList faults; ///< The program failed where it must not.
    };
    [[nodiscard]] static Content read(const QString &path);

private:
    QString m_path;
};

/// The mark of a person's act, as it stands in the text; and the numbers of all marks in a text.
[[nodiscard]] QString mark(const QString &user, int number);
[[nodiscard]] QList<int> marksIn(const QString &user, const QString &text);

/// Where the words of a person lie in the person's own store.
struct Holdings
{
    QHash<CaseId, int> drafts; ///< The mark in the draft.
    QHash<CaseId, QList<int>> others; ///< Marks in kept texts and in the outbox.
    QHash<CommandId, OutboxState> rows;

    /// Also on cases of the acts that the replica does not hold (yet, or any more).
    [[nodiscard]] static Holdings of(const Desk &desk, const QString &user, const QList<Act> &acts);
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Holdings fromJson(const QJsonObject &json);
};

struct LocalFaults
{
    QList<int> lost;
    QList<int> overwritten; ///< An older text stands where the newest was said to be safe, which is nowhere.
};
/// Holds what the program said was safe against what its store holds.
[[nodiscard]] LocalFaults localFaults(const QList<Act> &acts, const Holdings &holdings);

} // namespace chengban::faults

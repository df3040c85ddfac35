#pragma once

#include "client/centre/ArchiveTools.h"
#include "client/models/Desk.h"

namespace chengban {

class ScratchFolder;

/// Files the archived cases that the centre's register does not have, one after the other: makes the package,
/// sends it, checks the receipt's number. One that is refused is told and does not hold up the others.
class FilingQueue : public QObject
{
    Q_OBJECT

public:
    FilingQueue(Desk &desk, const ArchiveTools &tools, QObject *parent = nullptr);
    void start();
    void cancel() { m_cancelled = true; } ///< After the one that is under way.
    [[nodiscard]] bool isRunning() const { return m_running; }

Q_SIGNALS:
    void progressed(int done, int all);
    void refused(const QString &caseNumber, chengban::ErrorCode reason);
    void ended(int filed, std::optional<chengban::ErrorCode> failure); ///< None also when it was cancelled.

private:
    void askKnown(const QString &after);
    void collect();
    void next();
    [[nodiscard]] qint64 packageBytes(const CaseId &id) const;
    void send(const CaseSummary &summary, const std::shared_ptr<ScratchFolder> &room);
    void refuse(const CaseSummary &summary, ErrorCode reason);
    void end(std::optional<ErrorCode> failure);

    Desk &m_desk;
    const ArchiveTools &m_tools;
    QSet<CaseId> m_known;
    QList<CaseSummary> m_waiting;
    int m_all = 0;
    int m_filed = 0;
    bool m_running = false;
    bool m_cancelled = false;
};

} // namespace chengban

#include "client/centre/FilingQueue.h"

#include "client/models/WhenDone.h"
#include "shared/dossier/Manifest.h"
#include "shared/dossier/ScratchFolder.h"

namespace chengban {

namespace {

constexpr int linesAtOnce = 500;
const auto packageName = QStringLiteral("package.zip");

} // namespace

FilingQueue::FilingQueue(Desk &desk, const ArchiveTools &tools, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_tools(tools)
{
}

void FilingQueue::start()
{
    if (m_running)
        return;
    m_running = true;
    m_cancelled = false;
    m_known.clear();
    m_filed = 0;
    askKnown({});
}

void FilingQueue::askKnown(const QString &after)
{
    RegisterCall call{.kind = RegisterCall::Kind::Lines};
    call.question.after = after;
    call.question.limit = linesAtOnce;
    whenDone(this, m_tools.ask(call), [this](const Result<RegisterAnswer> &answer) {
        if (!answer)
            return end(answer.error().code);
        for (const DossierLine &line : answer->page.dossiers)
            m_known.insert(line.caseId);
        if (answer->page.more && !m_cancelled)
            return askKnown(answer->page.dossiers.last().id);
        collect();
    });
}

void FilingQueue::collect()
{
    m_waiting.clear();
    for (const CaseSummary &summary : m_desk.cases()) {
        if (summary.phase == Phase::Archived && !m_known.contains(summary.id))
            m_waiting.append(summary);
    }
    m_all = int(m_waiting.size());
    next();
}

void FilingQueue::next()
{
    Q_EMIT progressed(m_all - int(m_waiting.size()), m_all);
    if (m_waiting.isEmpty() || m_cancelled)
        return end(std::nullopt);
    const CaseSummary summary = m_waiting.takeFirst();
    const auto room = std::make_shared<ScratchFolder>(packageBytes(summary.id)); // Until its package is sent.
    const QFuture<Result<void>> making = m_tools.makePackage(summary.id, room->filePath(packageName));
    whenDone(this, making, [this, summary, room](const Result<void> &made) {
        made ? send(summary, room) : refuse(summary, made.error().code);
    });
}

/// Enough for the package of a case: its files, as they are and on pages.
qint64 FilingQueue::packageBytes(const CaseId &id) const
{
    const Result<Case> found = m_desk.caseOf(id);
    return found ? 2 * bytesOf(filesOf(*found)) : 0;
}

void FilingQueue::send(const CaseSummary &summary, const std::shared_ptr<ScratchFolder> &room)
{
    RegisterCall call{.kind = RegisterCall::Kind::File};
    call.path = room->filePath(packageName);
    whenDone(this, m_tools.ask(call), [this, summary, room](const Result<RegisterAnswer> &answer) {
        if (!answer)
            return refuse(summary, answer.error().code);
        ++m_filed;
        next();
    });
}

void FilingQueue::refuse(const CaseSummary &summary, ErrorCode reason)
{
    if (reason == ErrorCode::ServerAway || reason == ErrorCode::StoreLocked || reason == ErrorCode::TimedOut)
        return end(reason); // The next would meet the same.
    Q_EMIT refused(summary.number, reason);
    next();
}

void FilingQueue::end(std::optional<ErrorCode> failure)
{
    m_running = false;
    Q_EMIT ended(m_filed, failure);
}

} // namespace chengban

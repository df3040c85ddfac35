#include "client/sync/Pusher.h"

#include "client/store/Answering.h"
#include "client/sync/RetryPolicy.h"

#include <QSet>

#include <algorithm>

namespace chengban {

namespace {

constexpr qsizetype batchSize = 50;
constexpr qsizetype auditBatch = 100;

// What the server will never take, however often it is sent.
bool isFinal(ErrorCode code)
{
    switch (code) {
    case ErrorCode::BadInput:
    case ErrorCode::BadJson:
    case ErrorCode::NotCanonical:
    case ErrorCode::UnknownField:
    case ErrorCode::MissingField:
    case ErrorCode::BadEncoding:
    case ErrorCode::TooLarge:
    case ErrorCode::CommandIdReused:
    case ErrorCode::Forbidden:
        return true;
    default:
        return false;
    }
}

} // namespace

void Pusher::run()
{
    m_alone = false;
    sendNext();
}

Result<QList<OutboxRow>> Pusher::due() const
{
    const auto rows = m_context.store.outbox().rows();
    if (!rows)
        return chengban::fail(rows.error());
    QSet<CaseId> seen;
    QList<OutboxRow> due;
    for (const OutboxRow &row : *rows) {
        if (!row.isWaiting() || seen.contains(row.command.caseId))
            continue;
        // A later command of the case may build on this one, so it waits too.
        seen.insert(row.command.caseId);
        if (row.nextTryMs <= now() && due.size() < (m_alone ? 1 : batchSize))
            due << row;
    }
    return due;
}

void Pusher::sendNext()
{
    const auto rows = due();
    if (!rows)
        return fail(rows.error());
    if (rows->isEmpty())
        return sendAudits();
    QList<Command> commands;
    for (const OutboxRow &row : *rows) {
        if (const auto marked = m_context.store.outbox().setSent(row.command.id, now()); !marked)
            return fail(marked.error());
        commands << row.command;
    }
    Q_EMIT outboxChanged();
    m_context.api.submit(
        commands, heard([this, sent = *rows](const Result<QList<wire::CommandAnswer>> &answers) {
            answers ? takeAnswers(sent, answers) : takeFailure(sent, answers.error());
        }));
}

void Pusher::takeAnswers(const QList<OutboxRow> &sent, const Result<QList<wire::CommandAnswer>> &answers)
{
    QList<CaseId> touched;
    for (const OutboxRow &row : sent) {
        const auto answer = std::find_if(answers->begin(), answers->end(),
            [&](const wire::CommandAnswer &one) { return one.command == row.command.id; });
        const auto taken
            = answer == answers->end() ? deferAll({row}, ErrorCode::ServerFault) : take(row, *answer);
        if (!taken)
            return fail(taken.error());
        touched << row.command.caseId;
    }
    Q_EMIT outboxChanged();
    Q_EMIT casesChanged(touched);
    sendNext();
}

Result<void> Pusher::take(const OutboxRow &row, const wire::CommandAnswer &answer)
{
    return lacksFile(answer) ? deferAll({row}, ErrorCode::BlobMissing)
                             : takeAnswer(m_context.store, row, answer, m_context.serverKeyPem, now());
}

Result<void> Pusher::deferAll(const QList<OutboxRow> &rows, ErrorCode reason)
{
    for (const OutboxRow &row : rows) {
        const qint64 next = nextTryMs(reason, row.attempts + 1, now());
        if (const auto done = m_context.store.outbox().defer(row.command.id, reason, now(), next); !done)
            return done;
    }
    return {};
}

void Pusher::takeFailure(const QList<OutboxRow> &sent, const Error &error)
{
    if (isLineFault(error.code) || isAccessFault(error.code)) {
        const auto deferred = deferAll(sent, error.code);
        Q_EMIT outboxChanged();
        return fail(deferred ? error : deferred.error());
    }
    Result<void> done;
    if (sent.size() > 1)
        m_alone = true;
    else if (isFinal(error.code))
        done = m_context.store.outbox().setRefused(sent.first().command.id, error.code, now());
    else
        done = deferAll(sent, error.code);
    if (!done)
        return fail(done.error());
    Q_EMIT outboxChanged();
    sendNext();
}

void Pusher::sendAudits()
{
    const auto entries = m_context.store.outbox().audits();
    if (!entries)
        return fail(entries.error());
    if (entries->isEmpty())
        return finish();
    const QList<AuditEntry> batch = entries->mid(0, auditBatch);
    QList<ApiClient::Reveal> reveals;
    for (const AuditEntry &entry : batch)
        reveals << ApiClient::Reveal{entry.caseId, entry.reason, entry.atMs};
    m_context.api.reportReveals(reveals, heard([this, batch](const Result<void> &reported) {
        if (!reported)
            return fail(reported.error());
        for (const AuditEntry &entry : batch) {
            if (const auto removed = m_context.store.outbox().removeAudit(entry.id); !removed)
                return fail(removed.error());
        }
        sendAudits();
    }));
}

} // namespace chengban

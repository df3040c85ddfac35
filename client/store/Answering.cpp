#include "client/store/Answering.h"

#include "client/store/Store.h"

#include <QSet>

#include <algorithm>

namespace chengban {

bool lacksFile(const wire::CommandAnswer &answer)
{
    return answer.state == wire::CommandState::Refused
        && std::any_of(answer.problems.begin(), answer.problems.end(),
            [](const Problem &problem) { return problem.code == ErrorCode::BlobMissing; });
}

Result<void> takeAnswer(Store &store, const OutboxRow &row, wire::CommandAnswer answer,
    const QByteArray &serverKeyPem, qint64 nowMs)
{
    Outbox &outbox = store.outbox();
    if (answer.receipt && !verifyReceipt(*answer.receipt, serverKeyPem))
        answer.receipt.reset();
    const auto applied = store.replica().applyEvents(answer.events);
    if (!applied)
        return fail(applied.error());
    const bool accepted = answer.state == wire::CommandState::Accepted;
    const bool unbroken
        = !answer.events.isEmpty() && answer.events.first().revision == row.command.baseRevision + 1;
    if (accepted && unbroken) {
        const auto moved
            = outbox.moveBase(row.command.caseId, row.command.baseRevision, answer.events.last().revision);
        if (!moved)
            return moved;
    }
    return outbox.setAnswered(answer, nowMs);
}

Result<bool> settleAccess(Store &store, const wire::FeedPage &page, qint64 nowMs)
{
    Drafts &drafts = store.drafts();
    Outbox &outbox = store.outbox();
    const auto draftsAside = drafts.casesAside();
    const auto rowsAside = outbox.casesAside();
    if (!draftsAside || !rowsAside)
        return fail(draftsAside ? rowsAside.error() : draftsAside.error());
    const QList<CaseId> all = *draftsAside + *rowsAside;
    const QSet<CaseId> aside(all.begin(), all.end());
    bool changed = false;
    for (const wire::FeedCase &feedCase : page.cases) {
        const CaseId &id = feedCase.caseId;
        if (feedCase.access != Access::None && feedCase.access != Access::Left) {
            if (!aside.contains(id))
                continue;
            if (const auto back = drafts.release(id); !back)
                return fail(back.error());
            if (const auto back = outbox.release(id, nowMs); !back)
                return fail(back.error());
            changed = true;
            continue;
        }
        const auto draft = drafts.quarantine(id, nowMs);
        const auto rows = outbox.quarantine(id, nowMs);
        if (!draft || !rows)
            return fail(draft ? rows.error() : draft.error());
        changed = changed || *draft || *rows;
    }
    return changed;
}

} // namespace chengban

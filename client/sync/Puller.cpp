#include "client/sync/Puller.h"

namespace chengban {

Puller::Puller(SyncContext &context, QString scope, QObject *parent)
    : SyncJob(context, parent)
    , m_scope(std::move(scope))
{
}

void Puller::run()
{
    m_startedOver = false;
    ask();
}

void Puller::ask()
{
    const auto cursor = m_context.store.replica().cursor(m_scope);
    if (!cursor)
        return fail(cursor.error());
    FeedQuestion question;
    question.scope = m_scope;
    question.after = *cursor;
    // Without a cursor there is certainly something to give.
    question.waitSeconds = cursor->isEmpty() ? 0 : m_waitSeconds;
    m_context.api.feed(question, heard([this](const Result<wire::FeedPage> &page) { takePage(page); }));
}

void Puller::takePage(const Result<wire::FeedPage> &page)
{
    if (!page && page.error().code == ErrorCode::CursorTooOld && !m_startedOver) {
        m_startedOver = true;
        const auto forgotten = m_context.store.replica().forgetCursor(m_scope);
        return forgotten ? ask() : fail(forgotten.error());
    }
    if (!page)
        return fail(page.error());
    Q_EMIT serverTimeKnown(page->serverTimeMs);
    // First the clerk's own work is set aside, then the case goes and the cursor moves: cut in between, the
    // page comes again.
    if (const auto settled = settleAccess(*page); !settled)
        return fail(settled.error());
    const auto applied = m_context.store.replica().apply(*page, m_scope);
    if (!applied)
        return fail(applied.error());
    m_more = page->more;
    if (const QList<CaseId> ids = applied->changed + applied->lost + applied->broken; !ids.isEmpty())
        Q_EMIT casesChanged(ids);
    heal(applied->broken);
}

Result<void> Puller::settleAccess(const wire::FeedPage &page)
{
    const auto asideNow = m_context.store.drafts().cases(true);
    if (!asideNow)
        return chengban::fail(asideNow.error());
    bool changed = false;
    for (const wire::FeedCase &feedCase : page.cases) {
        if (feedCase.access != Access::None && feedCase.access != Access::Left) {
            if (const auto back = m_context.store.drafts().release(feedCase.caseId); !back)
                return back;
            if (const auto back = m_context.store.outbox().release(feedCase.caseId, now()); !back)
                return back;
            changed = changed || asideNow->contains(feedCase.caseId);
            continue;
        }
        const auto draft = m_context.store.drafts().quarantine(feedCase.caseId, now());
        const auto rows = m_context.store.outbox().quarantine(feedCase.caseId, now());
        if (!draft || !rows)
            return chengban::fail(draft ? rows.error() : draft.error());
        changed = changed || *draft || *rows;
    }
    if (changed)
        Q_EMIT quarantined();
    return {};
}

void Puller::heal(QList<CaseId> broken)
{
    if (broken.isEmpty())
        return goOn();
    const CaseId id = broken.takeFirst();
    m_context.api.readCase(id, heard([this, id, broken](const Result<wire::FeedCase> &answer) {
        // That the case stays broken is stored with it and shown; it holds up nobody else.
        if (answer && answer->caseId == id) {
            wire::FeedCase whole = *answer;
            whole.whole = true;
            const auto applied = m_context.store.replica().applyCase(whole, now());
            if (!applied)
                return fail(applied.error());
            Q_EMIT casesChanged({id});
        } else if (!answer && answer.error().code != ErrorCode::NotFound) {
            return fail(answer.error());
        }
        heal(broken);
    }));
}

void Puller::goOn()
{
    m_more ? ask() : finish();
}

} // namespace chengban

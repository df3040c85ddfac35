#include "client/sync/Puller.h"

#include "client/store/Answering.h"

namespace chengban {

namespace {

const QString feedName = QStringLiteral("feed");
constexpr int casesAtOnce = 500;

} // namespace

Puller::Puller(SyncContext &context, QString scope, QObject *parent)
    : SyncJob(context, parent)
    , m_scope(std::move(scope))
{
}

void Puller::run()
{
    m_startedOver = false;
    m_taking = false;
    m_next.reset();
    m_broken.clear();
    if (const auto left = leaveOtherFeed(); !left)
        return fail(left.error());
    const auto cursor = m_context.store.replica().cursor(m_scope);
    if (!cursor)
        return fail(cursor.error());
    if (!m_askedFaulty) {
        const auto faulty = m_context.store.replica().faultyCases();
        if (!faulty)
            return fail(faulty.error());
        m_broken = *faulty;
    }
    ask(*cursor);
}

Result<void> Puller::leaveOtherFeed()
{
    Store &store = m_context.store;
    const auto before = store.values().sealed(feedName);
    if (!before)
        return chengban::fail(before.error());
    const QByteArray here = m_scope.toUtf8();
    if (*before == here)
        return {};
    const auto cursor = store.replica().cursor(m_scope);
    if (!cursor)
        return chengban::fail(cursor.error());
    // A store of an older program does not say what it followed, but it stands somewhere in that feed.
    const bool isOther = *before || cursor->isEmpty();
    while (isOther) {
        const auto cases = store.replica().casesAfter({}, casesAtOnce);
        if (!cases)
            return chengban::fail(cases.error());
        if (cases->isEmpty())
            break;
        wire::FeedPage ended;
        ended.cursor = QStringLiteral(""); // From the start, and not null.
        for (const CaseId &id : *cases) {
            wire::FeedCase lost;
            lost.caseId = id;
            ended.cases.append(lost);
        }
        if (const auto settled = settleAccess(store, ended, now()); !settled)
            return chengban::fail(settled.error());
        if (const auto dropped = store.replica().apply(ended, m_scope); !dropped)
            return chengban::fail(dropped.error());
        Q_EMIT casesChanged(*cases);
        Q_EMIT quarantined();
    }
    if (isOther) {
        if (const auto forgotten = store.replica().forgetCursor(m_scope); !forgotten)
            return forgotten;
    }
    return store.values().setSealed(feedName, here);
}

void Puller::ask(const QString &after)
{
    FeedQuestion question;
    question.scope = m_scope;
    question.after = after;
    // Without a cursor there is certainly something to give.
    question.waitSeconds = after.isEmpty() || m_taking ? 0 : m_waitSeconds;
    m_context.api.feed(question, heard([this](const Result<wire::FeedPage> &page) { hear(page); }));
}

void Puller::hear(const Result<wire::FeedPage> &page)
{
    if (m_taking) {
        m_next = page;
        return;
    }
    if (!page && page.error().code == ErrorCode::CursorTooOld && !m_startedOver)
        return startOver();
    page ? takePage(*page) : fail(page.error());
}

void Puller::startOver()
{
    m_startedOver = true;
    const auto forgotten = m_context.store.replica().forgetCursor(m_scope);
    forgotten ? ask({}) : fail(forgotten.error());
}

void Puller::takePage(const wire::FeedPage &page)
{
    Q_EMIT serverTimeKnown(page.serverTimeMs);
    m_taking = true;
    m_more = page.more;
    if (m_more)
        ask(page.cursor);
    // First the clerk's own work is set aside, then the case goes and the cursor moves: cut in between, the
    // page comes again.
    const auto settled = settleAccess(m_context.store, page, now());
    if (!settled)
        return fail(settled.error());
    if (*settled)
        Q_EMIT quarantined();
    const auto applied = m_context.store.replica().apply(page, m_scope);
    if (!applied)
        return fail(applied.error());
    if (const QList<CaseId> ids = applied->changed + applied->lost + applied->broken; !ids.isEmpty())
        Q_EMIT casesChanged(ids);
    m_broken += applied->broken;
    heal();
}

void Puller::heal()
{
    if (m_broken.isEmpty())
        return goOn();
    const CaseId id = m_broken.takeFirst();
    m_context.api.readCase(
        id, heard([this, id](const Result<wire::FeedCase> &answer) { takeWhole(id, answer); }));
}

void Puller::takeWhole(const CaseId &id, const Result<wire::FeedCase> &answer)
{
    // That the case stays broken is stored with it and shown.
    const bool staysBroken = !answer
        && (answer.error().code == ErrorCode::NotFound || answer.error().code == ErrorCode::ChainBroken
            || answer.error().code == ErrorCode::CommitmentWrong);
    if (!answer && !staysBroken)
        return fail(answer.error());
    if (answer && answer->caseId == id) {
        wire::FeedCase whole = *answer;
        whole.whole = true;
        const auto applied = m_context.store.replica().applyCase(whole);
        if (!applied)
            return fail(applied.error());
        Q_EMIT casesChanged({id});
    }
    heal();
}

void Puller::goOn()
{
    m_taking = false;
    if (m_next) {
        const auto page = *std::exchange(m_next, std::nullopt);
        return hear(page);
    }
    if (m_more)
        return; // The next page is on its way.
    m_askedFaulty = true;
    const auto faulty = m_context.store.replica().faultyCases();
    if (!faulty)
        return fail(faulty.error());
    Q_EMIT faultyKnown(*faulty);
    finish();
}

} // namespace chengban

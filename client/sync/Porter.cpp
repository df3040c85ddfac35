#include "client/sync/Porter.h"

#include "client/store/Answering.h"
#include "client/sync/RetryPolicy.h"

#include <algorithm>

namespace chengban {

namespace {

constexpr qsizetype batchSize = 50;

} // namespace

void Porter::run()
{
    const auto packages = m_context.store.carriage().packages();
    if (!packages)
        return fail(packages.error());
    m_left = *packages;
    m_left.removeIf([](const CarryPackage &one) { return one.state != Carrying::In; });
    nextPackage();
}

void Porter::nextPackage()
{
    if (m_left.isEmpty())
        return finish();
    m_startedOver = false;
    sendNext();
}

void Porter::sendNext()
{
    const auto commands = m_context.store.carriage().commandsOf(m_left.first().id);
    if (!commands)
        return fail(commands.error());
    QList<CarriedCommand> due;
    bool waits = false;
    for (const CarriedCommand &one : *commands) {
        if (one.answer)
            continue;
        // Later ones may build on it.
        waits = waits || one.nextTryMs > now();
        if (!waits && due.size() < batchSize)
            due.append(one);
    }
    if (due.isEmpty()) {
        if (!waits)
            return askFeed(m_left.first().cursor);
        m_left.removeFirst();
        return nextPackage();
    }
    QList<UnitApi::Carried> sent;
    for (const CarriedCommand &one : std::as_const(due))
        sent.append({one.command, one.user, one.device, one.signature});
    m_api.submitCarried(sent,
        heard([this, due](const Result<QList<wire::CommandAnswer>> &answers) { takeAnswers(due, answers); }));
}

void Porter::takeAnswers(const QList<CarriedCommand> &sent, const Result<QList<wire::CommandAnswer>> &answers)
{
    if (!answers) // All of them again, with the next run: the ids are the same.
        return finish();
    for (const CarriedCommand &one : sent) {
        const auto answer = std::ranges::find(*answers, one.command.id, &wire::CommandAnswer::command);
        const bool isWord = answer != answers->end() && !lacksFile(*answer);
        const auto done = isWord ? m_context.store.carriage().setAnswered(one, *answer)
                                 : m_context.store.carriage().defer(
                                     one, nextTryMs(ErrorCode::BlobMissing, one.attempts + 1, now()));
        if (!done)
            return fail(done.error());
        if (!isWord)
            break; // The server decided the later ones without this one; they are asked for again.
    }
    Q_EMIT changed();
    sendNext();
}

void Porter::askFeed(const QString &after)
{
    FeedQuestion question;
    question.scope = m_left.first().scope;
    question.after = after;
    m_context.api.feed(question, heard([this](const Result<wire::FeedPage> &page) { takePage(page); }));
}

void Porter::takePage(const Result<wire::FeedPage> &page)
{
    Carriage &carriage = m_context.store.carriage();
    const QString id = m_left.first().id;
    if (!page && page.error().code == ErrorCode::CursorTooOld && !m_startedOver) {
        m_startedOver = true;
        const auto dropped = carriage.dropPages(id);
        return dropped ? askFeed({}) : fail(dropped.error());
    }
    // A desk of another scope: its answers go back without what else changed.
    if (!page && page.error().code == ErrorCode::Forbidden)
        return endPackage();
    if (!page) {
        const auto dropped = carriage.dropPages(id); // From its beginning the next time.
        return dropped ? finish() : fail(dropped.error());
    }
    const auto form = wire::canonicalForm(*page);
    const auto kept = form ? carriage.addPage(id, *form) : Result<void>(chengban::fail(form.error()));
    if (!kept)
        return fail(kept.error());
    page->more ? askFeed(page->cursor) : endPackage();
}

void Porter::endPackage()
{
    if (const auto done = m_context.store.carriage().setState(m_left.first().id, Carrying::Done); !done)
        return fail(done.error());
    Q_EMIT changed();
    m_left.removeFirst();
    nextPackage();
}

} // namespace chengban

// When the engine does not try: after failures, without a line, over a metered one.
#include "client/sync/RetryPolicy.h"
#include "client/sync/SyncEngine.h"

#include <algorithm>

namespace chengban {

namespace {

constexpr qint64 longestPauseMs = 3'600'000; ///< A stored one that is longer comes from a clock set back.
const QString failuresName = QStringLiteral("line-failures");
const QString nextTryName = QStringLiteral("line-next-try-ms");

} // namespace

void SyncEngine::setLineCondition(bool down, bool metered)
{
    const bool up = m_down && !down;
    m_down = down;
    m_filesAnyway = m_filesAnyway && metered && m_metered;
    m_metered = metered;
    m_state.filesPaused = m_metered && !m_filesAnyway;
    if (!m_store)
        return;
    if (down)
        return takeFailure(ErrorCode::ServerAway);
    if (!up) {
        Q_EMIT stateChanged(m_state);
        return takeWork();
    }
    endPause(); // What was waited for is over.
    begin();
}

void SyncEngine::pauseAfter(ErrorCode reason)
{
    ++m_failures;
    m_state.nextTryMs = nextTryMs(reason, m_failures, now());
    m_retry.start(std::chrono::milliseconds(std::max<qint64>(m_state.nextTryMs - now(), 0)));
    if (!isLineFault(reason))
        return; // What is wrong here is not mended by waiting longer after a restart.
    // Not stored, the next start tries at once: a burden for the server, no loss.
    (void)m_store->values().setNumber(failuresName, m_failures);
    (void)m_store->values().setNumber(nextTryName, m_state.nextTryMs);
}

bool SyncEngine::resumePause()
{
    const qint64 next = m_store->values().number(nextTryName).value_or(0);
    m_failures = int(m_store->values().number(failuresName).value_or(0));
    if (next <= now() || next - now() > longestPauseMs)
        return false;
    m_state.nextTryMs = next;
    m_retry.start(std::chrono::milliseconds(next - now()));
    return true;
}

void SyncEngine::endPause()
{
    m_retry.stop();
    m_state.nextTryMs = 0;
    if (m_failures == 0 || !m_store)
        return;
    m_failures = 0;
    (void)m_store->values().setNumber(failuresName, 0);
    (void)m_store->values().setNumber(nextTryName, 0);
}

} // namespace chengban

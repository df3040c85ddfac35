#include "client/forms/DraftKeeper.h"

namespace chengban {

namespace {
constexpr int quietMs = 600; ///< After the last key press; well inside the promised second.
constexpr int retryMs = 5'000; ///< After a failed save, while the text stays in the form.
} // namespace

DraftKeeper::DraftKeeper(Desk &desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &DraftKeeper::flush);
}

void DraftKeeper::watch(const CaseId &id, std::function<Reply()> reply)
{
    stop();
    m_case = id;
    m_reply = std::move(reply);
    const std::optional<ReplyDraft> kept = m_desk.draft(id);
    m_savedAtMs = kept ? kept->savedAtMs : 0;
    set(kept ? State::Saved : State::Clean);
}

void DraftKeeper::stop()
{
    flush();
    abandon();
}

void DraftKeeper::abandon()
{
    m_timer.stop();
    m_case = {};
    m_reply = nullptr;
    set(State::Clean);
}

void DraftKeeper::touch()
{
    if (!m_reply)
        return;
    m_timer.start(quietMs);
    if (m_state != State::Failed) // A failure stays in sight until a save succeeds.
        set(State::Waiting);
}

void DraftKeeper::flush()
{
    if (!m_reply || (m_state != State::Waiting && m_state != State::Failed))
        return;
    m_timer.stop();
    const Result<void> saved = m_desk.saveDraft(m_case, m_reply());
    if (saved) {
        m_savedAtMs = m_desk.nowMs();
        set(State::Saved);
        return;
    }
    m_failure = saved.error().code;
    set(State::Failed);
    m_timer.start(retryMs);
}

void DraftKeeper::set(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace chengban

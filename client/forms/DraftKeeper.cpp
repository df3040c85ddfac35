#include "client/forms/DraftKeeper.h"

#include "client/models/Wording.h"

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

void DraftKeeper::watch(std::function<Result<void>()> save, qint64 savedAtMs)
{
    stop();
    m_save = std::move(save);
    m_savedAtMs = savedAtMs;
    set(savedAtMs > 0 ? State::Saved : State::Clean);
}

void DraftKeeper::stop()
{
    flush();
    abandon();
}

void DraftKeeper::abandon()
{
    m_timer.stop();
    m_save = nullptr;
    set(State::Clean);
}

void DraftKeeper::touch()
{
    if (!m_save)
        return;
    m_timer.start(quietMs);
    if (m_state != State::Failed) // A failure stays in sight until a save succeeds.
        set(State::Waiting);
}

void DraftKeeper::flush()
{
    if (!m_save || (m_state != State::Waiting && m_state != State::Failed))
        return;
    m_timer.stop();
    const Result<void> saved = m_save();
    if (saved) {
        m_savedAtMs = m_desk.nowMs();
        set(State::Saved);
        return;
    }
    m_failure = saved.error().code;
    set(State::Failed);
    m_timer.start(retryMs);
}

QString DraftKeeper::stateText(qint64 nowMs) const
{
    switch (m_state) {
    case State::Waiting:
        return tr("Saving");
    case State::Saved:
        return tr("Draft saved %1").arg(shortTime(m_savedAtMs, nowMs));
    case State::Failed:
        return tr("Not saved; the text stays here and is saved again by itself. %1")
            .arg(errorText(m_failure));
    case State::Clean:
        break;
    }
    return {};
}

void DraftKeeper::set(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace chengban

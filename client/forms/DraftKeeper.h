#pragma once

#include "client/models/Desk.h"

#include <QTimer>

#include <functional>

namespace chengban {

/// Saves the words of one form within a second of the last key press. It only reads the form, so an input
/// method that is composing is not disturbed. A failed save keeps the text in the form, says so and tries
/// again.
class DraftKeeper : public QObject
{
    Q_OBJECT

public:
    enum class State { Clean, Waiting, Saved, Failed };

    explicit DraftKeeper(Desk &desk, QObject *parent = nullptr);

    /// Watches a form from now on; what was still waiting of the former one is saved first.
    /// `savedAtMs`: when it was saved last, 0 for never.
    void watch(std::function<Result<void>()> save, qint64 savedAtMs);
    void stop(); ///< Saves what waits and watches nothing.
    void abandon(); ///< Watches nothing and saves nothing: the step was taken.
    void touch(); ///< The form was edited.
    void flush(); ///< Saves now if something waits.

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString stateText(qint64 nowMs) const; ///< "Draft saved 16:41"; empty while Clean.

Q_SIGNALS:
    void stateChanged();

private:
    void set(State state);

    Desk &m_desk;
    QTimer m_timer;
    std::function<Result<void>()> m_save;
    State m_state = State::Clean;
    qint64 m_savedAtMs = 0;
    ErrorCode m_failure = ErrorCode::StoreUnavailable;
};

} // namespace chengban

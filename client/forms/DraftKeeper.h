#pragma once

#include "client/models/Desk.h"

#include <QTimer>

#include <functional>

namespace chengban {

/// Saves the reply of one case within a second of the last key press. It only reads the form, so an input
/// method that is composing is not disturbed. A failed save keeps the text in the form, says so and tries
/// again.
class DraftKeeper : public QObject
{
    Q_OBJECT

public:
    enum class State { Clean, Waiting, Saved, Failed };

    explicit DraftKeeper(Desk &desk, QObject *parent = nullptr);

    /// Watches that case from now on; what was still waiting for the former one is saved first.
    void watch(const CaseId &id, std::function<Reply()> reply);
    void stop(); ///< Saves what waits and watches nothing.
    void abandon(); ///< Watches nothing and saves nothing: the text has been submitted.
    void touch(); ///< The reply was edited.
    void flush(); ///< Saves now if something waits.

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] qint64 savedAtMs() const { return m_savedAtMs; }
    [[nodiscard]] ErrorCode failure() const { return m_failure; }

Q_SIGNALS:
    void stateChanged();

private:
    void set(State state);

    Desk &m_desk;
    QTimer m_timer;
    CaseId m_case;
    std::function<Reply()> m_reply;
    State m_state = State::Clean;
    qint64 m_savedAtMs = 0;
    ErrorCode m_failure = ErrorCode::StoreUnavailable;
};

} // namespace chengban

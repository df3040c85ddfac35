#pragma once

#include "client/net/ApiClient.h"

#include <QObject>

namespace chengban {

/// The tokens of one log-in. The refresh token is kept (by whoever listens to keepWanted()) before any of the
/// new tokens is used: the server honours the old one until then, so neither a lost answer nor a crash
/// between ends the log-in.
class TokenKeeper : public QObject
{
    Q_OBJECT

public:
    TokenKeeper(ApiClient &api, std::function<qint64()> clock, QObject *parent = nullptr);

    void setRefreshToken(const QString &token);
    void useSession(const wire::Session &session);
    [[nodiscard]] bool isLoggedIn() const { return !m_refreshToken.isEmpty(); }
    /// Answered by ready() or failed(); at once when the access token still serves.
    void ensure();
    /// The server refused the access token: the next ensure() gets a new one.
    void expire();
    void kept(); ///< The answer to keepWanted().
    void forget();
    void cancel(); ///< The exchange under way was dropped.

Q_SIGNALS:
    void keepWanted(const QString &refreshToken);
    void sessionKnown(const chengban::wire::Session &session);
    void ready();
    void failed(chengban::ErrorCode reason, const QString &detail);

private:
    ApiClient &m_api;
    std::function<qint64()> m_clock;
    QString m_refreshToken;
    std::optional<wire::Session> m_incoming; ///< Not yet used: its refresh token is being kept.
    qint64 m_goodUntilMs = 0; ///< By the device's clock.
    bool m_asking = false;
};

} // namespace chengban

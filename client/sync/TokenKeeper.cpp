#include "client/sync/TokenKeeper.h"

namespace chengban {

namespace {

constexpr qint64 marginMs = 60'000;

}

TokenKeeper::TokenKeeper(ApiClient &api, std::function<qint64()> clock, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_clock(std::move(clock))
{
}

void TokenKeeper::setRefreshToken(const QString &token)
{
    m_refreshToken = token;
    expire();
}

void TokenKeeper::useSession(const wire::Session &session)
{
    m_incoming = session;
    Q_EMIT keepWanted(session.refreshToken);
}

void TokenKeeper::kept()
{
    if (!m_incoming)
        return;
    const wire::Session session = *m_incoming;
    m_incoming.reset();
    m_refreshToken = session.refreshToken;
    // Lifetimes are measured, never compared with the server's clock: ours may be wrong.
    m_goodUntilMs = m_clock() + (session.accessExpiresMs - session.serverTimeMs) - marginMs;
    m_api.setAccessToken(session.accessToken.toLatin1());
    Q_EMIT sessionKnown(session);
    Q_EMIT ready();
}

void TokenKeeper::ensure()
{
    if (m_incoming || m_asking)
        return;
    if (m_clock() < m_goodUntilMs) {
        Q_EMIT ready();
        return;
    }
    if (!isLoggedIn()) {
        Q_EMIT failed(ErrorCode::NotAuthenticated, {});
        return;
    }
    m_asking = true;
    m_api.refresh(m_refreshToken, [keeper = QPointer(this)](const Result<wire::Session> &session) {
        if (!keeper)
            return;
        keeper->m_asking = false;
        if (session)
            return keeper->useSession(*session);
        Q_EMIT keeper->failed(session.error().code, session.error().detail);
    });
}

void TokenKeeper::expire()
{
    m_goodUntilMs = 0;
}

void TokenKeeper::cancel()
{
    m_asking = false;
}

void TokenKeeper::forget()
{
    m_refreshToken.clear();
    m_incoming.reset();
    m_asking = false;
    m_api.setAccessToken({});
    expire();
}

} // namespace chengban

#pragma once

#include "client/models/SignIn.h"
#include "client/store/Vault.h"
#include "tests/client/live/LiveCounty.h"

#include <QSignalSpy>
#include <QTest>

namespace chengban::live {

/// One PC of a clerk: a store of its own, the keychain it is given, and who is signed in.
class Workplace
{
public:
    Workplace(const LiveCounty &county, KeyStore &keychain, const QString &user, const QString &device,
        const QUrl &server = {})
        : m_keychain(keychain)
        , m_request{server.isEmpty() ? county.url() : server, county.caPem(), QStringLiteral("demo"), user,
              LiveCounty::passwordFor()}
    {
        m_place.dataRoot = m_folder.path();
        m_place.device = device;
        m_place.deviceName = device;
        m_place.clock = [this] { return QDateTime::currentMSecsSinceEpoch() + aheadMs; };
        m_place.pollSeconds = 2;
        m_place.passphraseCost = {1, 8 << 20};
    }

    /// Nothing when it opened, else the reason.
    std::optional<ErrorCode> logIn() { return sign(&SignIn::logIn); }
    std::optional<ErrorCode> openOffline() { return sign(&SignIn::openOffline); }
    void leave() { m_session.reset(); }
    /// Logs in again in the open session; nothing when it went well.
    std::optional<ErrorCode> renew(const QString &password)
    {
        SignIn signIn(m_place, m_keychain);
        std::optional<ErrorCode> reason = ErrorCode::TimedOut;
        QEventLoop loop;
        QTimer::singleShot(10'000, &loop, &QEventLoop::quit);
        QObject::connect(&signIn, &SignIn::renewed, &loop, [&] {
            reason.reset();
            loop.quit();
        });
        QObject::connect(&signIn, &SignIn::reachChanged, &loop, [&] {
            reason = ErrorCode::ReachChanged;
            loop.quit();
        });
        QObject::connect(&signIn, &SignIn::renewalFailed, &loop, [&](ErrorCode given) {
            reason = given;
            loop.quit();
        });
        SignInRequest request = m_request;
        request.password = password;
        signIn.renew(request, *m_session);
        loop.exec();
        return reason;
    }
    [[nodiscard]] const QString &device() const { return m_place.device; }

    [[nodiscard]] bool hasSession() const { return m_session != nullptr; }
    [[nodiscard]] DeskSession &session() { return *m_session; }
    [[nodiscard]] LocalDesk &desk() { return m_session->desk(); }
    [[nodiscard]] bool comesOnline()
    {
        return QTest::qWaitFor([this] { return desk().syncState().line == SyncState::Line::Online; }, 8000);
    }
    [[nodiscard]] SignInRequest &request() { return m_request; }
    [[nodiscard]] UpdatePlace &updates() { return m_place.updates; } ///< From the next log-in on.
    [[nodiscard]] QString folder() const
    {
        const QUrl &server = m_request.server;
        return StoreOwner{server.host() + QLatin1Char(':') + QString::number(server.port()), m_request.tenant,
            m_request.user, m_place.device}
            .folder(m_place.dataRoot);
    }

    qint64 aheadMs = 0; ///< How much the PC's clock is ahead.

private:
    std::optional<ErrorCode> sign(void (SignIn::*way)(const SignInRequest &))
    {
        m_session.reset();
        SignIn signIn(m_place, m_keychain);
        std::optional<ErrorCode> reason = ErrorCode::TimedOut;
        QEventLoop loop;
        QTimer::singleShot(10'000, &loop, &QEventLoop::quit);
        QObject::connect(&signIn, &SignIn::opened, &loop, [&] {
            reason.reset();
            loop.quit();
        });
        QObject::connect(&signIn, &SignIn::failed, &loop, [&](ErrorCode given) {
            reason = given;
            loop.quit();
        });
        (signIn.*way)(m_request);
        loop.exec();
        m_session = signIn.takeSession();
        return reason;
    }

    QTemporaryDir m_folder;
    KeyStore &m_keychain;
    SignInRequest m_request;
    SignInPlace m_place;
    std::unique_ptr<DeskSession> m_session;
};

} // namespace chengban::live

#pragma once

#include "client/models/DeskSession.h"

#include <QFuture>
#include <QUrl>

namespace chengban {

class LogInJob;
struct OpenedKey;

struct SignInRequest
{
    QUrl server;
    QByteArray caPem; ///< Of the county; nothing else is trusted.
    QString tenant;
    QString user;
    QString password; ///< Also the passphrase of the local store.
};

/// Where and on what this program runs.
struct SignInPlace
{
    QString dataRoot; ///< Folder of all stores of this PC account.
    QString device; ///< Stable id of the installation.
    QString deviceName;
    std::function<qint64()> clock;
    int offlineDays = 14;
    int pollSeconds = 25;
    qint64 largestFile = 256LL << 20;
    PassphraseCost passphraseCost = {};
    UpdatePlace updates = {}; ///< Of the program itself.
    /// Whether a folder lies on another machine's disk; unset: none does.
    std::function<bool(const QString &folder)> isOnNetwork = {};
};

/// From name and password to a desk: log in, open or make the sealed store, start to synchronize.
///
/// Each of logIn() and openOffline() is answered by exactly one of opened() and failed(); both refuse a store
/// on a share (StoreUnavailable): SQLite's log cannot be shared between machines.
class SignIn : public QObject
{
    Q_OBJECT

public:
    SignIn(SignInPlace place, KeyStore &keychain, QObject *parent = nullptr);

    /// At the server; a device that was revoked is wiped. Errors: those of the network and of log-in;
    /// StoreLocked when the password was changed elsewhere and the keychain is empty: then openOffline() with
    /// the old password first.
    void logIn(const SignInRequest &request);
    /// Without the server, by the passphrase. Errors: StoreLocked without a store, WrongCredentials,
    /// RateLimited, TokenExpired when the last contact is longer ago than offline use is allowed.
    void openOffline(const SignInRequest &request);
    /// The log-in of an open session is over: logs in again; the desk stays open meanwhile. Answered by
    /// exactly one of renewed() and renewalFailed(), unless the session ends before.
    void renew(const SignInRequest &request, DeskSession &session);
    [[nodiscard]] bool hasStore(const SignInRequest &request) const;
    /// After opened(): hands the session over.
    [[nodiscard]] std::unique_ptr<DeskSession> takeSession() { return std::move(m_session); }

Q_SIGNALS:
    void opened();
    void failed(chengban::ErrorCode reason);
    void
    reachChanged(); ///< In place of renewed(): the person now sees other cases and logs in from the start.
    void renewed();
    void renewalFailed(chengban::ErrorCode reason);

private:
    [[nodiscard]] bool isOnNetwork() const;
    [[nodiscard]] LogInJob *logInJob(const SignInRequest &request);
    [[nodiscard]] QString folder(const SignInRequest &request) const;
    // The key is opened in another thread, for the passphrase is slow on purpose; all else happens here.
    void openOnline(const SignInRequest &request, const wire::Session &session);
    void openWithout(const SignInRequest &request);
    [[nodiscard]] QFuture<Result<OpenedKey>> opening(
        const SignInRequest &request, const std::optional<wire::Session> &session);
    [[nodiscard]] Result<void> beginOnline(
        const SignInRequest &request, const wire::Session &session, const Result<OpenedKey> &opened);
    [[nodiscard]] Result<void> beginOffline(const SignInRequest &request, const Result<OpenedKey> &opened);
    void answer(const Result<void> &begun);
    /// Makes the keychain open the store again, unless it just did.
    [[nodiscard]] Result<void> keepSecret(const SignInRequest &request, const OpenedKey &opened);
    [[nodiscard]] Result<void> begin(const SignInRequest &request, const DataKey &key, const Actor &actor,
        const QByteArray &serverKeyPem, const std::optional<wire::Session> &session);

    SignInPlace m_place;
    KeyStore &m_keychain;
    std::unique_ptr<DeskSession> m_session;
};

} // namespace chengban

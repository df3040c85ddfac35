#pragma once

#include "client/models/LocalCarryDesk.h"
#include "client/models/LocalColleagues.h"
#include "client/models/LocalTransfers.h"
#include "client/sync/LineWatch.h"
#include "client/sync/SyncThread.h"

#include <memory>

namespace chengban {

/// A person at work: the desk, the sync thread, and what goes between them. Ends both when deleted.
class DeskSession : public QObject
{
    Q_OBJECT

public:
    /// `session` after a log-in; without one, `refreshToken` as the keychain gave it, empty for offline work.
    DeskSession(
        std::unique_ptr<LocalDesk> desk, SyncSetup sync, KeyStore &keychain, QObject *parent = nullptr);
    ~DeskSession() override;

    void start(
        const QByteArray &dataKey, const std::optional<wire::Session> &session, const QString &refreshToken);
    /// After another log-in of the same person: synchronizing goes on.
    void useSession(const wire::Session &session);
    [[nodiscard]] LocalDesk &desk() { return *m_desk; }
    [[nodiscard]] LocalColleagues &colleagues() { return m_colleagues; }
    [[nodiscard]] LocalCarryDesk &carry() { return m_carry; }
    [[nodiscard]] LocalTransfers &transfers() { return m_transfers; }
    /// Throws the copy of the cases away; the desk locks, and it is fetched anew after the unlock. Drafts and
    /// outbox are not touched.
    void rebuild();
    /// Asks the centre's register of dossiers; see RegisterDesk.
    [[nodiscard]] QFuture<Result<RegisterAnswer>> askRegister(const RegisterCall &call);
    [[nodiscard]] QByteArray serverKeyPem() const { return m_serverKeyPem; }
    /// Ends the log-in here and at the server; the store stays, locked.
    void logOut();
    /// Under which the refresh token lies in the keychain.
    [[nodiscard]] static QString tokenName(const QString &folder);
    [[nodiscard]] static QString secretName(const QString &folder);
    /// The device was revoked: drops its keys, its tokens and the replica. Unsent work stays, sealed for the
    /// county's recovery key alone.
    static void wipe(const QString &folder, KeyStore &keychain);

Q_SIGNALS:
    void logInNeeded(chengban::ErrorCode reason); ///< The log-in is over; the desk works on offline.
    void unlockNeeded(); ///< The desk locked itself: the replica was damaged and is begun anew at the unlock.
    void wiped(); ///< The device was revoked: keys and replica are gone; end this session.

private:
    void connectDesk();
    void connectEngine();
    void connectColleagues();
    void keepToken(const QString &token);
    void takeRevocation();

    std::unique_ptr<LocalDesk> m_desk;
    LocalColleagues m_colleagues;
    LocalCarryDesk m_carry;
    LocalTransfers m_transfers;
    QString m_folder;
    QByteArray m_serverKeyPem;
    KeyStore &m_keychain;
    LineWatch m_line;
    SyncThread m_thread;
};

} // namespace chengban

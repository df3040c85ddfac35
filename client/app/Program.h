#pragma once

#include "client/app/MainWindow.h"
#include "client/forms/Scanning.h"
#include "client/models/SignIn.h"
#include "client/platform/CaptureGuard.h"
#include "client/platform/SessionLock.h"
#include "client/settings/KeychainStore.h"
#include "client/settings/Settings.h"

#include <QEvent>
#include <QPointer>
#include <QTimer>

#include <memory>

class QApplication;

namespace chengban {

class LogInAgain;
struct LogInRequest;

/// Whether such an event says that a person is at work, which puts the idle lock off.
[[nodiscard]] bool isSignOfLife(QEvent::Type type);

struct ProgramOptions
{
    QString server; ///< Overrides the setting for this run.
    QString caFile;
};

/// Builds the objects of the program and connects them: settings, sign-in, the session, the window.
class Program : public QObject
{
    Q_OBJECT

public:
    Program(QApplication &app, ProgramOptions options);
    ~Program() override;

    void start(); ///< Shows the window with the log-in page.
    [[nodiscard]] MainWindow &window() { return *m_window; }
    /// Of the person at work; null before the log-in.
    [[nodiscard]] Desk *desk() { return m_session ? &m_session->desk() : nullptr; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override; ///< Keys and mouse put the idle lock off.

private:
    void connectWindow();
    void connectSignIn();
    [[nodiscard]] SignInPlace place();
    [[nodiscard]] UpdatePlace updates() const; ///< As the machine's settings allow.
    [[nodiscard]] Result<SignInRequest> completed(const LogInRequest &request) const;
    void logIn(const LogInRequest &request);
    void openOffline(const LogInRequest &request);
    void beginWork();
    void endWork();
    void lock();
    void restartIdle();
    void lockWhenIdle(); ///< Unless the person is at work in another program.
    void hideFromCapture(bool hidden);
    void logOut(); ///< Nothing unsent is lost: it waits in the sealed store for the next log-in.
    void unlock(const QString &passphrase);
    void askToLogInAgain();
    void logInAgain(const QString &password);
    void openDesk();
    [[nodiscard]] DossierWriter dossierWriter();
    [[nodiscard]] std::unique_ptr<ScanSource> scanSource() const;
    void remember(const LogInRequest &request);

    ProgramOptions m_options;
    Settings m_settings;
    KeychainStore m_keychain;
    std::unique_ptr<SignIn> m_signIn;
    std::unique_ptr<DeskSession> m_session;
    std::unique_ptr<MainWindow> m_window;
    SignInRequest m_atWork; ///< How the person at work logged in, without the password.
    QPointer<LogInAgain> m_again; ///< While the password is asked for beside the open desk.
    qint64 m_idleLimitMs = 0;
    QTimer m_idle; ///< Since the last touch of this program.
    CaptureGuard m_capture;
    SessionLock m_sessionLock;
    Scanning m_scanning;
};

} // namespace chengban

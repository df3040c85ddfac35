#pragma once

#include "shared/base/ErrorCode.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QFrame;
class QStackedWidget;

namespace chengban {

/// What is needed to log in at the server.
struct LogInRequest
{
    QString server; ///< "https://…"
    QString tenant; ///< The county.
    QString user;
    QString password;
    bool operator==(const LogInRequest &) const = default;
};

/// The first page of the window: log in at the server, or open the own work offline with the same password.
/// Also the page of the locked desk. It knows no network; whoever answers calls setBusy(), fail() or leaves
/// the page.
class LogInPage : public QWidget
{
    Q_OBJECT

public:
    explicit LogInPage(QWidget *parent = nullptr);

    void setRequest(const LogInRequest &request); ///< What was used last; the password is never remembered.
    [[nodiscard]] LogInRequest request() const;
    void setOfflinePossible(bool possible); ///< A sealed store of that person is on this PC.
    void setBusy(bool busy);
    /// Says at the field what went wrong and what to do; a server that is away offers the offline way.
    void fail(ErrorCode code);
    /// Locked: only the password is asked for.
    void showLocked(const QString &name);
    void showLogIn();

Q_SIGNALS:
    void logInWanted(const chengban::LogInRequest &request);
    void offlineWanted(const chengban::LogInRequest &request);
    void unlockWanted(const QString &passphrase);
    void anotherWanted(); ///< The person at the locked desk leaves; another one may log in.

protected:
    void changeEvent(QEvent *event) override;

private:
    void fitCard(); ///< Its width follows the size of the text.
    [[nodiscard]] QWidget *makeLogIn();
    [[nodiscard]] QWidget *makeUnlock();
    [[nodiscard]] bool isFilledIn();
    void submit();
    void workOffline();
    void unlock();
    void clearErrors();
    [[nodiscard]] QLabel *errorPlace(ErrorCode code) const;
    [[nodiscard]] QString sentence(ErrorCode code) const;

    QFrame *m_card;
    QStackedWidget *m_ways;
    QLineEdit *m_server, *m_tenant, *m_user, *m_password, *m_passphrase;
    QLabel *m_serverError, *m_userError, *m_passwordError, *m_unlockError, *m_lockedFor;
    QPushButton *m_logIn, *m_unlock, *m_offline, *m_another;
};

} // namespace chengban

#pragma once

#include "shared/base/ErrorCode.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace chengban {

/// Asks for the password once the log-in at the server is over, beside the open desk: who is typing goes on
/// typing. Knows no network; whoever answers passwordGiven() closes it or calls fail().
class LogInAgain : public QDialog
{
    Q_OBJECT

public:
    /// `name`: of the person at work, the only one who can log in here.
    explicit LogInAgain(const QString &name, QWidget *parent = nullptr);

    /// Says what went wrong and what to do, and waits for another try.
    void fail(ErrorCode code);

Q_SIGNALS:
    void passwordGiven(const QString &password);

private:
    void submit();
    void setBusy(bool busy);

    QLineEdit *m_password;
    QLabel *m_error;
    QPushButton *m_logIn;
};

} // namespace chengban

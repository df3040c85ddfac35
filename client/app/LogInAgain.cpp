#include "client/app/LogInAgain.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace chengban {

LogInAgain::LogInAgain(const QString &name, QWidget *parent)
    : QDialog(parent)
    , m_password(new QLineEdit(this))
    , m_error(new QLabel(this))
    , m_logIn(new QPushButton(tr("Log in"), this))
{
    setObjectName(QStringLiteral("logInAgain"));
    setWindowTitle(tr("Log in again"));
    // Keys that are on their way to a reply must not end up in a password.
    setAttribute(Qt::WA_ShowWithoutActivating);
    //: %1: name of the person at work
    auto *why = new QLabel(
        tr("%1, your log-in has ended. What you write is kept on this computer and is sent when you "
           "have logged in again.")
            .arg(name),
        this);
    m_password->setObjectName(QStringLiteral("passwordAgain"));
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setAccessibleName(tr("Password"));
    m_password->setPlaceholderText(tr("Password"));
    m_error->setObjectName(QStringLiteral("logInAgainError"));
    m_error->hide();
    for (QLabel *label : {why, m_error})
        label->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(m_logIn, QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Later"), QDialogButtonBox::RejectRole);
    auto *lines = new QVBoxLayout(this);
    for (QWidget *line : std::initializer_list<QWidget *>{why, m_password, m_error, buttons})
        lines->addWidget(line);
    m_logIn->setDefault(true);
    m_logIn->setEnabled(false);
    connect(m_password, &QLineEdit::textChanged, m_logIn,
        [this](const QString &text) { m_logIn->setEnabled(!text.isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &LogInAgain::submit);
    connect(buttons, &QDialogButtonBox::rejected, this, &LogInAgain::reject);
}

void LogInAgain::submit()
{
    if (m_password->text().isEmpty())
        return;
    setBusy(true);
    Q_EMIT passwordGiven(m_password->text());
}

void LogInAgain::setBusy(bool busy)
{
    m_password->setEnabled(!busy);
    m_logIn->setEnabled(!busy && !m_password->text().isEmpty());
}

void LogInAgain::fail(ErrorCode code)
{
    m_password->clear();
    setBusy(false);
    m_error->setText(errorText(code));
    m_error->show();
    m_password->setFocus();
}

} // namespace chengban

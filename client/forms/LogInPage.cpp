#include "client/forms/LogInPage.h"

#include "client/forms/Typography.h"

#include <QEvent>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace chengban {

namespace {

constexpr int cardLetters = 28; ///< Width of the card in Chinese letters.
constexpr int cardMargin = 32;

QLineEdit *field(const char *objectName, bool secret = false)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(QLatin1StringView(objectName));
    if (secret)
        edit->setEchoMode(QLineEdit::Password);
    return edit;
}

QLabel *errorLabel(const char *objectName)
{
    QLabel *made = label({}, "error");
    made->setObjectName(QLatin1StringView(objectName));
    made->hide();
    return made;
}

QVBoxLayout *columnIn(QWidget *page)
{
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    return layout;
}

} // namespace

LogInPage::LogInPage(QWidget *parent)
    : QWidget(parent)
    , m_card(frame("sheet"))
    , m_ways(new QStackedWidget)
    , m_server(field("server"))
    , m_tenant(field("tenant"))
    , m_user(field("user"))
    , m_password(field("password", true))
    , m_passphrase(field("passphrase", true))
    , m_serverError(errorLabel("serverError"))
    , m_userError(errorLabel("userError"))
    , m_passwordError(errorLabel("passwordError"))
    , m_unlockError(errorLabel("unlockError"))
    , m_lockedFor(label({}, "quiet"))
    , m_logIn(button(tr("Log in"), QStringLiteral("logIn"), "main"))
    , m_unlock(button(tr("Unlock"), QStringLiteral("unlock"), "main"))
    , m_offline(button(tr("Work offline on this PC"), QStringLiteral("workOffline"), "link"))
    , m_another(button(tr("Log out"), QStringLiteral("logOut"), "link"))
{
    m_ways->addWidget(makeLogIn());
    m_ways->addWidget(makeUnlock());
    fitCard();
    auto *inside = new QVBoxLayout(m_card);
    inside->setContentsMargins(cardMargin, 28, cardMargin, 28);
    inside->setSpacing(gap);
    inside->addWidget(label(tr("Chengban"), "title"));
    inside->addWidget(label(tr("Handling of 12345 hotline cases"), "quiet"));
    inside->addSpacing(gap);
    inside->addWidget(m_ways);
    auto *layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addWidget(m_card, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    m_offline->hide();
}

void LogInPage::fitCard()
{
    m_card->setFixedWidth(cardLetters * fontMetrics().horizontalAdvance(QChar(0x56fd)));
}

void LogInPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitCard();
}

QWidget *LogInPage::makeLogIn()
{
    auto *page = new QWidget;
    QVBoxLayout *layout = columnIn(page);
    m_server->setPlaceholderText(QStringLiteral("https://12345.example.gov.cn"));
    addField(layout, tr("Server"), m_server);
    layout->addWidget(m_serverError);
    addField(layout, tr("County"), m_tenant);
    addField(layout, tr("User"), m_user);
    layout->addWidget(m_userError);
    addField(layout, tr("Password"), m_password);
    layout->addWidget(m_passwordError);
    layout->addSpacing(gap);
    layout->addWidget(m_logIn);
    layout->addWidget(m_offline, 0, Qt::AlignHCenter);
    layout->addStretch(1);
    connect(m_logIn, &QPushButton::clicked, this, &LogInPage::submit);
    connect(m_offline, &QPushButton::clicked, this, &LogInPage::workOffline);
    for (QLineEdit *edit : {m_server, m_tenant, m_user, m_password})
        connect(edit, &QLineEdit::returnPressed, this, &LogInPage::submit);
    return page;
}

QWidget *LogInPage::makeUnlock()
{
    auto *page = new QWidget;
    QVBoxLayout *layout = columnIn(page);
    layout->addWidget(m_lockedFor);
    addField(layout, tr("Password"), m_passphrase);
    layout->addWidget(m_unlockError);
    layout->addSpacing(gap);
    layout->addWidget(m_unlock);
    layout->addWidget(m_another, 0, Qt::AlignHCenter);
    layout->addStretch(1);
    m_lockedFor->setText(
        tr("Without the server you see what was fetched before; what you write is sent later."));
    connect(m_unlock, &QPushButton::clicked, this, &LogInPage::unlock);
    connect(m_another, &QPushButton::clicked, this, &LogInPage::anotherWanted);
    connect(m_passphrase, &QLineEdit::returnPressed, this, &LogInPage::unlock);
    return page;
}

void LogInPage::setRequest(const LogInRequest &request)
{
    m_server->setText(request.server);
    m_tenant->setText(request.tenant);
    m_user->setText(request.user);
    m_password->setText(request.password);
    for (QLineEdit *edit : {m_server, m_tenant, m_user, m_password}) {
        if (edit->text().isEmpty()) {
            edit->setFocus();
            break;
        }
    }
}

LogInRequest LogInPage::request() const
{
    return {
        m_server->text().trimmed(), m_tenant->text().trimmed(), m_user->text().trimmed(), m_password->text()};
}

void LogInPage::setOfflinePossible(bool possible)
{
    m_offline->setVisible(possible);
    m_offline->setToolTip(
        tr("Without the server you see what was fetched before; what you write is sent later."));
}

void LogInPage::setBusy(bool busy)
{
    for (QPushButton *one : {m_logIn, m_unlock, m_offline})
        one->setEnabled(!busy);
    m_logIn->setText(busy ? tr("Logging in") : tr("Log in"));
    m_unlock->setText(busy ? tr("Unlocking") : tr("Unlock"));
}

void LogInPage::fail(ErrorCode code)
{
    setBusy(false);
    clearErrors();
    QLabel *place = m_ways->currentIndex() == 1 ? m_unlockError : errorPlace(code);
    say(place, sentence(code));
    // Inside a stack of pages a label is not asked for the height of its wrapped text.
    place->setMinimumHeight(place->heightForWidth(m_card->width() - 2 * cardMargin));
    QLineEdit *wrong = place == m_unlockError ? m_passphrase : place == m_serverError ? m_server : m_password;
    wrong->setFocus();
    wrong->selectAll();
}

QString LogInPage::sentence(ErrorCode code) const
{
    if (code != ErrorCode::ServerAway)
        return errorText(code);
    // Elsewhere the work goes on by itself; here nothing has been written yet, and a person has to choose.
    return m_offline->isHidden()
        ? tr("The server cannot be reached. Check the network and the address, then log in again.")
        : tr("The server cannot be reached. Work offline on this PC, or check the network and the address.");
}

void LogInPage::showLocked(const QString &name)
{
    clearErrors();
    m_passphrase->clear();
    m_password->clear();
    //: %1 is the name of the person whose desk is locked
    m_lockedFor->setText(tr("The desk of %1 is locked. Everything is kept.").arg(name));
    m_ways->setCurrentIndex(1);
    m_passphrase->setFocus();
}

void LogInPage::showLogIn()
{
    m_passphrase->clear();
    m_ways->setCurrentIndex(0);
}

bool LogInPage::isFilledIn()
{
    clearErrors();
    const LogInRequest wanted = request();
    if (wanted.server.isEmpty()) {
        say(m_serverError, tr("Enter the address of the server; it begins with https."));
        m_server->setFocus();
    } else if (wanted.user.isEmpty()) {
        say(m_userError, tr("Enter your user name."));
        m_user->setFocus();
    } else if (wanted.password.isEmpty()) {
        say(m_passwordError, tr("Enter your password."));
        m_password->setFocus();
    } else {
        return true;
    }
    return false;
}

void LogInPage::submit()
{
    if (isFilledIn())
        Q_EMIT logInWanted(request());
}

void LogInPage::workOffline()
{
    if (isFilledIn())
        Q_EMIT offlineWanted(request());
}

void LogInPage::unlock()
{
    clearErrors();
    if (m_passphrase->text().isEmpty()) {
        say(m_unlockError, tr("Enter your password."));
        m_passphrase->setFocus();
        return;
    }
    Q_EMIT unlockWanted(m_passphrase->text());
}

void LogInPage::clearErrors()
{
    for (QLabel *one : {m_serverError, m_userError, m_passwordError, m_unlockError})
        say(one, {});
}

QLabel *LogInPage::errorPlace(ErrorCode code) const
{
    switch (code) {
    case ErrorCode::ServerAway:
    case ErrorCode::CertificateUntrusted:
    case ErrorCode::NotOurServer:
    case ErrorCode::TimedOut:
    case ErrorCode::ServerFault:
    case ErrorCode::RateLimited:
        return m_serverError;
    default:
        return m_passwordError;
    }
}

} // namespace chengban

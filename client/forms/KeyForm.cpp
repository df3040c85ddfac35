#include "client/forms/KeyForm.h"

#include "client/forms/Typography.h"
#include "client/models/Desk.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace chengban {

namespace {

constexpr int leastPin = 6;

QLineEdit *field(const char *objectName, bool secret)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(QLatin1StringView(objectName));
    edit->setMaximumWidth(280);
    if (secret)
        edit->setEchoMode(QLineEdit::Password);
    return edit;
}

} // namespace

KeyForm::KeyForm(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_pin(field("newPin", true))
    , m_pinAgain(field("newPinAgain", true))
    , m_witness(field("witnessUser", false))
    , m_witnessPassword(field("witnessPassword", true))
    , m_error(label({}, "error"))
    , m_enrol(button(tr("Enrol the key"), QStringLiteral("enrolKey")))
{
    setObjectName(QStringLiteral("keyForm"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(label(tr("Enrol a signing key"), "heading"));
    layout->addWidget(label(tr("There is no signing key on this PC yet. A second person of the unit stands "
                               "by and confirms with the own "
                               "password that it is you."),
        "quiet"));
    //: %1 is a number of digits
    addField(layout, tr("New PIN, at least %1 digits").arg(leastPin), m_pin);
    addField(layout, tr("The PIN again"), m_pinAgain);
    addField(layout, tr("User name of the second person"), m_witness);
    addField(layout, tr("Password of the second person"), m_witnessPassword);
    layout->addWidget(m_error);
    layout->addSpacing(gap);
    layout->addWidget(m_enrol, 0, Qt::AlignLeft);
    m_error->setObjectName(QStringLiteral("keyError"));
    m_error->hide();
    connect(m_enrol, &QPushButton::clicked, this, &KeyForm::enrol);
    connect(&desk, &Desk::keyEnrolled, this, &KeyForm::onEnrolled);
}

void KeyForm::enrol()
{
    if (m_pin->text().size() < leastPin) {
        say(m_error, tr("The PIN is too short."));
        m_pin->setFocus();
    } else if (m_pin->text() != m_pinAgain->text()) {
        say(m_error, tr("The two PINs differ; enter them again."));
        m_pinAgain->setFocus();
    } else if (m_witness->text().isEmpty() || m_witnessPassword->text().isEmpty()) {
        say(m_error, tr("The second person enters user name and password."));
        m_witness->setFocus();
    } else {
        say(m_error, {});
        m_enrol->setEnabled(false);
        m_desk.enrolKey(m_pin->text(), m_witness->text(), m_witnessPassword->text());
    }
}

void KeyForm::onEnrolled(bool done, ErrorCode reason)
{
    m_enrol->setEnabled(true);
    m_witnessPassword->clear();
    if (!done) {
        say(m_error, errorText(reason));
        return;
    }
    say(m_error, {});
    m_pin->clear();
    m_pinAgain->clear();
    Q_EMIT enrolled();
}

} // namespace chengban

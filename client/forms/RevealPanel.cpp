#include "client/forms/RevealPanel.h"

#include "client/forms/Typography.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace chengban {

RevealPanel::RevealPanel(Desk &desk, QWidget *parent)
    : QFrame(parent)
    , m_desk(desk)
    , m_reason(new QLineEdit)
    , m_ask(new QWidget)
    , m_text(label({}, "plain"))
{
    setObjectName(QStringLiteral("revealPanel"));
    setProperty("role", QLatin1StringView("panel"));
    m_reason->setObjectName(QStringLiteral("revealReason"));
    m_reason->setPlaceholderText(tr("Why you need name and number, for instance: first contact"));
    m_reason->setAccessibleName(tr("Reason"));
    m_text->setObjectName(QStringLiteral("revealedIdentity"));
    QPushButton *show = button(tr("Show for 30 seconds"), QStringLiteral("reveal"));
    QPushButton *close = button(tr("Hide"), QStringLiteral("closeReveal"), "link");
    auto *ask = new QHBoxLayout(m_ask);
    ask->setContentsMargins(0, 0, 0, 0);
    ask->setSpacing(gap);
    ask->addWidget(m_reason, 1);
    ask->addWidget(show);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, gap, 16, gap);
    layout->setSpacing(gap);
    layout->addWidget(m_ask, 2);
    layout->addWidget(m_text, 1);
    layout->addWidget(close);
    m_timer.setInterval(1000);
    connect(&m_timer, &QTimer::timeout, this, &RevealPanel::tick);
    connect(show, &QPushButton::clicked, this, &RevealPanel::reveal);
    connect(m_reason, &QLineEdit::returnPressed, this, &RevealPanel::reveal);
    connect(close, &QPushButton::clicked, this, &RevealPanel::conceal);
    hide();
}

void RevealPanel::begin(const CaseId &id)
{
    conceal();
    m_case = id;
    show();
    m_reason->setFocus();
}

void RevealPanel::conceal()
{
    m_timer.stop();
    m_identity.clear();
    m_text->clear();
    m_reason->clear();
    m_ask->show();
    hide();
}

void RevealPanel::reveal()
{
    const Result<Identity> identity = m_desk.reveal(m_case, m_reason->text().trimmed());
    if (!identity) {
        m_text->setText(errorText(identity.error().code));
        m_reason->setFocus();
        return;
    }
    m_identity = QStringList{identity->name, identity->phone, identity->address}.join(QStringLiteral("   "));
    m_ask->hide();
    m_left = shownSeconds + 1;
    m_timer.start();
    tick();
}

void RevealPanel::tick()
{
    if (--m_left <= 0) {
        conceal();
        return;
    }
    //: %1 is the citizen's identity, %2 a number of seconds
    m_text->setText(tr("%1   (hidden again in %2 s)").arg(m_identity).arg(m_left));
}

} // namespace chengban

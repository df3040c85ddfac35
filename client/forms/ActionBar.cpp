#include "client/forms/ActionBar.h"

#include "client/forms/FlowLayout.h"
#include "client/forms/Icons.h"
#include "client/forms/Typography.h"
#include "client/models/Wording.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace chengban {

ActionBar::ActionBar(QWidget *parent)
    : QFrame(parent)
    , m_main(button({}, QStringLiteral("mainStep"), "main"))
    , m_cancel(button(tr("Cancel"), QStringLiteral("cancelStep")))
    , m_back(button(tr("Back"), QStringLiteral("backToMainStep")))
    , m_dossier(button(tr("Dossier"), QStringLiteral("dossier")))
    , m_line(new FlowLayout)
    , m_state(lineLabel({}, "quiet"))
    , m_message(label({}, "error"))
{
    setProperty("role", QLatin1StringView("paper"));
    m_state->setObjectName(QStringLiteral("saveState"));
    m_message->setObjectName(QStringLiteral("message"));
    m_dossier->setIcon(icon(Glyph::Print));
    m_message->setContentsMargins(16, 0, 16, 0);
    m_line->setSpacing(gap);
    for (QWidget *one : std::initializer_list<QWidget *>{m_main, m_cancel, m_back, m_dossier, m_state})
        m_line->addWidget(one);
    m_line->setTrailingFrom(m_state);
    auto *around = new QVBoxLayout;
    around->setContentsMargins(16, 4, 16, 10);
    around->addLayout(m_line);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(around);
    layout->addWidget(m_message);
    layout->addWidget(thinLine());
    m_message->hide();
    m_back->hide();
    m_cancel->hide();
    m_dossier->hide();
    connect(m_main, &QPushButton::clicked, this, &ActionBar::mainPressed);
    connect(m_cancel, &QPushButton::clicked, this, &ActionBar::cancelPressed);
    connect(m_back, &QPushButton::clicked, this, &ActionBar::backPressed);
    connect(m_dossier, &QPushButton::clicked, this, &ActionBar::dossierPressed);
}

void ActionBar::setMain(std::optional<CommandType> step)
{
    m_main->setVisible(step.has_value());
    if (!step)
        return;
    m_main->setText(stepVerb(*step));
    m_main->setObjectName(stepObjectName(*step));
    m_main->setToolTip(tr("Ctrl+Enter"));
}

void ActionBar::setOthers(const QList<CommandType> &steps, bool withBack)
{
    m_back->setVisible(withBack);
    if (steps == m_steps)
        return;
    m_steps = steps;
    for (QPushButton *one : std::as_const(m_others)) {
        m_line->removeWidget(one);
        one->hide();
        one->setObjectName({}); // Not found by name any more while it waits to be deleted.
        one->deleteLater();
    }
    m_others.clear();
    for (const CommandType step : steps) {
        QPushButton *one = button(stepVerb(step), stepObjectName(step));
        connect(one, &QPushButton::clicked, this, [this, step] { Q_EMIT otherPressed(step); });
        m_others.append(one);
        m_line->insertWidget(m_line->indexOf(m_dossier), one);
    }
}

void ActionBar::setDossier(bool possible)
{
    m_dossier->setVisible(possible);
}

void ActionBar::setState(const QString &text)
{
    say(m_state, text);
}

void ActionBar::setMessage(const QString &text)
{
    say(m_message, text);
}

void ActionBar::setBusy(bool busy)
{
    m_busy = busy;
    m_cancel->setVisible(busy);
    m_main->setEnabled(!busy);
    m_back->setEnabled(!busy);
    for (QPushButton *one : std::as_const(m_others))
        one->setEnabled(!busy);
    if (busy)
        setState(tr("One moment"));
}

void ActionBar::press()
{
    if (m_main->isVisible() && m_main->isEnabled())
        m_main->click();
}

} // namespace chengban

#include "client/forms/ActionBar.h"

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
    , m_back(button(tr("Back"), QStringLiteral("backToMainStep")))
    , m_dossier(button(tr("Dossier"), QStringLiteral("dossier")))
    , m_others(new QHBoxLayout)
    , m_state(label({}, "quiet"))
    , m_message(label({}, "error"))
{
    setProperty("role", QLatin1StringView("paper"));
    m_state->setObjectName(QStringLiteral("saveState"));
    m_message->setObjectName(QStringLiteral("message"));
    m_state->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_state->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_dossier->setIcon(icon(Glyph::Print));
    m_others->setSpacing(gap);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(16, 4, 16, 10);
    line->setSpacing(gap);
    line->addWidget(m_main);
    line->addWidget(m_back);
    line->addLayout(m_others);
    line->addWidget(m_dossier);
    line->addWidget(m_state, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(line);
    layout->addWidget(m_message);
    layout->addWidget(thinLine());
    m_message->hide();
    m_back->hide();
    m_dossier->hide();
    connect(m_main, &QPushButton::clicked, this, &ActionBar::mainPressed);
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
    while (QLayoutItem *item = m_others->takeAt(0)) {
        item->widget()->hide();
        item->widget()->setObjectName({}); // Not found by name any more while it waits to be deleted.
        item->widget()->deleteLater();
        delete item;
    }
    for (const CommandType step : steps) {
        QPushButton *one = button(stepVerb(step), stepObjectName(step));
        connect(one, &QPushButton::clicked, this, [this, step] { Q_EMIT otherPressed(step); });
        m_others->addWidget(one);
    }
}

void ActionBar::setDossier(bool possible)
{
    m_dossier->setVisible(possible);
}

void ActionBar::setState(const QString &text)
{
    m_state->setText(text);
}

void ActionBar::setMessage(const QString &text)
{
    say(m_message, text);
}

void ActionBar::press()
{
    if (m_main->isVisible() && m_main->isEnabled())
        m_main->click();
}

} // namespace chengban

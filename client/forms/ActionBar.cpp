#include "client/forms/ActionBar.h"

#include "client/forms/FlowLayout.h"
#include "client/forms/Icons.h"
#include "client/forms/Typography.h"
#include "client/models/StepWording.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace chengban {

namespace {
constexpr int mostInSight = 4; ///< Further steps than these go into the panel.
}

ActionBar::ActionBar(QWidget *parent)
    : QFrame(parent)
    , m_main(button({}, QStringLiteral("mainStep"), "main"))
    , m_cancel(button(tr("Cancel"), QStringLiteral("cancelStep")))
    , m_back(button(tr("Back"), QStringLiteral("backToMainStep")))
    , m_dossier(button(tr("Dossier"), QStringLiteral("dossier")))
    , m_more(button(tr("More steps"), QStringLiteral("moreSteps")))
    , m_panel(frame("panel"))
    , m_line(new FlowLayout)
    , m_state(lineLabel({}, "quiet"))
    , m_message(label({}, "error"))
{
    setProperty("role", QLatin1StringView("paper"));
    m_state->setObjectName(QStringLiteral("saveState"));
    m_message->setObjectName(QStringLiteral("message"));
    m_panel->setObjectName(QStringLiteral("stepsPanel"));
    m_dossier->setIcon(icon(Glyph::Print));
    m_more->setCheckable(true);
    makeLayout();
    for (QWidget *one :
        std::initializer_list<QWidget *>{m_message, m_back, m_cancel, m_dossier, m_more, m_panel})
        one->hide();
    connect(m_main, &QPushButton::clicked, this, &ActionBar::mainPressed);
    connect(m_cancel, &QPushButton::clicked, this, &ActionBar::cancelPressed);
    connect(m_back, &QPushButton::clicked, this, &ActionBar::backPressed);
    connect(m_dossier, &QPushButton::clicked, this, &ActionBar::dossierPressed);
    connect(m_more, &QPushButton::toggled, m_panel, &QWidget::setVisible);
}

void ActionBar::makeLayout()
{
    m_message->setContentsMargins(16, 0, 16, 0);
    m_line->setSpacing(gap);
    for (QWidget *one :
        std::initializer_list<QWidget *>{m_main, m_cancel, m_back, m_more, m_dossier, m_state})
        m_line->addWidget(one);
    m_line->setTrailingFrom(m_state);
    auto *around = new QVBoxLayout;
    around->setContentsMargins(16, 4, 16, 10);
    around->addLayout(m_line);
    auto *groups = new QVBoxLayout(m_panel);
    groups->setContentsMargins(16, gap, 16, gap);
    groups->setSpacing(gap / 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(around);
    layout->addWidget(m_message);
    layout->addWidget(thinLine());
    layout->addWidget(m_panel);
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
    dropOthers();
    QList<CommandType> rest;
    for (const CommandType step : steps) {
        if (steps.size() > mostInSight && groupOf(step) != StepGroup::Usual)
            rest.append(step);
        else
            m_line->insertWidget(m_line->indexOf(m_more), makeOther(step, nullptr));
    }
    fillPanel(rest);
    m_more->setChecked(false);
    m_more->setVisible(!rest.isEmpty());
}

void ActionBar::dropOthers()
{
    for (QPushButton *one : std::as_const(m_others)) {
        m_line->removeWidget(one);
        one->hide();
        one->setObjectName({}); // Not found by name any more while it waits to be deleted.
        one->deleteLater();
    }
    m_others.clear();
    while (QLayoutItem *row = m_panel->layout()->takeAt(0)) {
        if (QWidget *widget = row->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete row;
    }
}

QPushButton *ActionBar::makeOther(CommandType step, const char *role)
{
    QPushButton *one = button(stepVerb(step), stepObjectName(step), role);
    connect(one, &QPushButton::clicked, this, [this, step] {
        closePanel();
        Q_EMIT otherPressed(step);
    });
    m_others.append(one);
    return one;
}

void ActionBar::fillPanel(const QList<CommandType> &steps)
{
    for (const auto &row : namesOf(StepGroup())) {
        QList<CommandType> ours;
        std::ranges::copy_if(
            steps, std::back_inserter(ours), [&](CommandType step) { return groupOf(step) == row.value; });
        if (ours.isEmpty())
            continue;
        auto *line = new QWidget;
        auto *beside = new QHBoxLayout(line);
        beside->setContentsMargins(0, 0, 0, 0);
        QLabel *heading = label(groupText(row.value), "quiet");
        heading->setFixedWidth(fontMetrics().horizontalAdvance(QChar(0x56fd)) * 7);
        heading->setContentsMargins(0, 3, 0, 0); // On the base line of the links beside it.
        beside->addWidget(heading, 0, Qt::AlignTop);
        auto *flow = new FlowLayout;
        flow->setSpacing(gap);
        for (const CommandType step : ours)
            flow->addWidget(makeOther(step, "link"));
        beside->addLayout(flow, 1);
        m_panel->layout()->addWidget(line);
    }
}

void ActionBar::closePanel()
{
    m_more->setChecked(false);
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

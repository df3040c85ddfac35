#include "client/forms/DemandPanel.h"

#include "client/forms/Typography.h"
#include "client/models/Posts.h"
#include "client/models/Responsible.h"
#include "shared/base/CountyTime.h"

#include <QFrame>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace chengban {

namespace {

QString factsOf(const Case &theCase)
{
    const Demand &demand = theCase.demand;
    QStringList lines;
    if (!demand.location.isEmpty())
        lines << DemandPanel::tr("Place: %1").arg(demand.location);
    if (demand.reportedAtMs)
        lines << DemandPanel::tr("Reported: %1").arg(shownTime(*demand.reportedAtMs));
    if (!demand.channel.isEmpty())
        lines << DemandPanel::tr("Channel: %1").arg(demand.channel);
    if (!demand.category.isEmpty())
        lines << DemandPanel::tr("Kind: %1").arg(demand.category);
    if (!demand.hasPhone && !demand.text.isEmpty())
        lines << DemandPanel::tr("No phone number was given.");
    return lines.join(QLatin1Char('\n'));
}

/// The dispatch's note, and who works with the lead unit.
QString taskOf(const Case &theCase)
{
    QStringList lines;
    if (!theCase.dispatches.isEmpty() && !theCase.dispatches.last().body.note.isEmpty())
        lines << DemandPanel::tr("The centre: %1").arg(theCase.dispatches.last().body.note);
    for (const Entry<NoteBody> &one : theCase.instructions)
        if (!one.body.note.isEmpty()) // Withheld from this reader.
            lines << DemandPanel::tr("%1 instructs: %2").arg(shownName(one.actor), one.body.note);
    for (const Entry<ReminderBody> &one : theCase.urges)
        lines << DemandPanel::tr("Urged %1: %2").arg(shownTime(one.atMs), one.body.note);
    for (const CoHandler &one : theCase.coHandlers)
        lines << DemandPanel::tr("Together with %1: %2").arg(one.unitName, one.task);
    return lines.join(QLatin1Char('\n'));
}

QString earlierOf(const Case &theCase)
{
    QStringList blocks;
    for (const EarlierReply &one : theCase.earlierReplies) {
        const QString time = one.repliedAtMs ? shownTime(*one.repliedAtMs) : QString();
        const QString from = (one.unitName + QLatin1Char(' ') + time).trimmed();
        blocks << (from.isEmpty() ? one.text : from + QLatin1Char('\n') + one.text);
    }
    return blocks.join(QStringLiteral("\n\n"));
}

} // namespace

DemandPanel::DemandPanel(QWidget *parent)
    : QWidget(parent)
    , m_text(label({}, "plain"))
    , m_facts(label({}, "quiet"))
    , m_task(label({}, "plain"))
    , m_people(label({}, "quiet"))
    , m_notices(label({}, "finding"))
    , m_earlierHeading(label(tr("Earlier replies"), "heading"))
    , m_earlier(label({}, "quiet"))
{
    auto *content = new QWidget;
    auto *inside = new QVBoxLayout(content);
    inside->setContentsMargins(16, 16, 16, 16);
    inside->setSpacing(gap);
    m_text->setObjectName(QStringLiteral("demandText"));
    inside->addWidget(label(tr("Demand"), "heading"));
    for (QLabel *one : {m_text, m_facts})
        inside->addWidget(one);
    inside->addWidget(thinLine());
    m_people->setObjectName(QStringLiteral("responsible"));
    m_notices->setObjectName(QStringLiteral("notices"));
    for (QLabel *one : {m_task, m_notices, m_people, m_earlierHeading, m_earlier})
        inside->addWidget(one);
    inside->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    setMinimumWidth(170);
}

void DemandPanel::setCase(const CaseView &view)
{
    m_text->setText(view.theCase.demand.text.isEmpty() ? tr("The content is no longer with this unit.")
                                                       : view.theCase.demand.text);
    say(m_facts, factsOf(view.theCase));
    say(m_task, taskOf(view.theCase));
    say(m_notices, noticeLines(view.theCase, view.rules, view.actor).join(QLatin1Char('\n')));
    say(m_people, responsibleLines(view.theCase, view.rules, view.directory).join(QLatin1Char('\n')));
    say(m_earlier, earlierOf(view.theCase));
    m_earlierHeading->setVisible(!view.theCase.earlierReplies.isEmpty());
}

} // namespace chengban

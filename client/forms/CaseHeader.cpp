#include "client/forms/CaseHeader.h"

#include "client/forms/FlowLayout.h"
#include "client/forms/Typography.h"
#include "client/models/Due.h"
#include "client/models/NextStep.h"
#include "client/models/Wording.h"
#include "shared/base/CountyTime.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace chengban {

CaseHeader::CaseHeader(QWidget *parent)
    : QFrame(parent)
    , m_title(label({}, "title"))
    , m_facts(lineLabel({}, "quiet"))
    , m_phase(label({}, "heading"))
    , m_due(lineLabel({}, "plain"))
    , m_why(button(tr("Why"), QStringLiteral("explainDue"), "link"))
    , m_reveal(button(tr("Show"), QStringLiteral("revealIdentity"), "link"))
{
    setProperty("role", QLatin1StringView("paper"));
    m_title->setObjectName(QStringLiteral("caseTitle"));
    m_facts->setObjectName(QStringLiteral("caseFacts"));
    m_phase->setObjectName(QStringLiteral("casePhase"));
    m_due->setObjectName(QStringLiteral("caseDue"));
    makeLayout();
    m_why->setToolTip(tr("The counted days and the article (F4)"));
    m_due->setCursor(Qt::PointingHandCursor);
    m_due->installEventFilter(this);
    m_reveal->setToolTip(tr("Shows name and number for 30 seconds; the reason is logged"));
    connect(m_why, &QPushButton::clicked, this, &CaseHeader::explanationWanted);
    connect(m_reveal, &QPushButton::clicked, this, &CaseHeader::revealWanted);
}

void CaseHeader::makeLayout()
{
    m_phase->setWordWrap(false);
    auto *first = new QHBoxLayout;
    first->setSpacing(2 * gap);
    first->addWidget(m_title, 1);
    first->addWidget(m_phase, 0, Qt::AlignTop);
    auto *second = new FlowLayout; // In a narrow window the due time goes into a line of its own.
    second->setSpacing(gap);
    for (QWidget *one : std::initializer_list<QWidget *>{m_facts, m_reveal, m_due, m_why})
        second->addWidget(one);
    second->setTrailingFrom(m_due);
    auto *lines = new QVBoxLayout;
    lines->setContentsMargins(16, 12, 16, gap / 2);
    lines->setSpacing(4);
    lines->addLayout(first);
    lines->addLayout(second);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(lines);
}

void CaseHeader::setCase(const CaseView &view, const QString &maskedName, const QString &maskedPhone)
{
    const Case &one = view.theCase;
    // A case that went to another unit leaves its number and what this unit did here, not its content.
    m_title->setText(
        one.demand.title.isEmpty() ? tr("The content is no longer with this unit") : one.demand.title);
    m_phase->setText(phaseText(one.phase));
    QStringList facts{shownNumber(one)};
    if (one.phase != Phase::Registered)
        facts << caseClassText(one.caseClass) << one.leadUnitName;
    if (one.round > 1)
        facts << tr("Round %1").arg(one.round);
    facts << (one.demand.anonymous ? tr("Anonymous")
                                   : (maskedName + QLatin1Char(' ') + maskedPhone).trimmed());
    facts.removeAll(QString());
    m_facts->setText(facts.join(QStringLiteral("  ·  ")));
    m_reveal->setVisible(!one.demand.anonymous && !one.identityErased && !maskedName.isEmpty());
    showDue(view);
}

void CaseHeader::showDue(const CaseView &view)
{
    const Deadline *due = view.theCase.runningDeadline();
    m_due->setVisible(due != nullptr);
    m_why->setVisible(due != nullptr);
    if (!due)
        return;
    //: %1 which limit, %2 time left, %3 due time
    m_due->setText(
        tr("%1: %2 (%3)")
            .arg(dueLabel(due->limit), timeLeftText(due->dueMs, view.nowMs), shownTime(due->dueMs)));
    const Urgency urgency = urgencyOf(due->dueMs, view.nowMs);
    const char *role = urgency == Urgency::Overdue ? "overdue" : urgency == Urgency::Soon ? "soon" : "plain";
    m_due->setProperty("role", QLatin1StringView(role));
    m_due->style()->unpolish(m_due);
    m_due->style()->polish(m_due);
}

bool CaseHeader::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_due && event->type() == QEvent::MouseButtonRelease)
        Q_EMIT explanationWanted();
    return QFrame::eventFilter(watched, event);
}

} // namespace chengban

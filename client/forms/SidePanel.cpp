#include "client/forms/SidePanel.h"

#include "client/forms/DossierList.h"
#include "client/forms/EntryDelegate.h"
#include "client/forms/Typography.h"
#include "client/forms/WholeList.h"
#include "client/models/Wording.h"
#include "shared/base/CountyTime.h"

#include <QFrame>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace chengban {

namespace {
constexpr int lowLines = 16; ///< Height of the column below which what lacks takes most of it.
}

SidePanel::SidePanel(QWidget *parent)
    : QWidget(parent)
    , m_problemDelegate(
          new EntryDelegate({Qt::DisplayRole, ProblemModel::CiteRole}, EntryDelegate::Sign::Dot, this))
    , m_heading(label({}, "heading"))
    , m_line(thinLine())
    , m_dates(new QVBoxLayout)
    , m_dateBox(new QWidget)
    , m_dossier(new DossierList)
    , m_problemView(new WholeList(QStringLiteral("problems"), m_problems))
    , m_timelineView(new WholeList(QStringLiteral("timeline"), m_timeline))
    , m_below(new QScrollArea)
{
    m_heading->setObjectName(QStringLiteral("missingCount"));
    m_problemDelegate->setHeadingRole(ProblemModel::HeadingRole);
    m_problemDelegate->setLinkRole(ProblemModel::ReadWordRole);
    m_problemView->setItemDelegate(m_problemDelegate);
    m_problemView->setCursor(Qt::PointingHandCursor);
    m_problemView->setAccessibleName(tr("Still missing"));
    m_problemView->installEventFilter(this);
    m_problemView->viewport()->installEventFilter(this);
    m_timelineView->setItemDelegate(
        new EntryDelegate({TimelineModel::WhatRole, TimelineModel::WhenAndWhoRole, TimelineModel::NoteRole},
            EntryDelegate::Sign::Bar, this));
    m_timelineView->setSelectionMode(QAbstractItemView::NoSelection);
    m_timelineView->setAccessibleName(tr("Timeline"));
    makeLayout();
    connect(m_problemView, &WholeList::clicked, this, &SidePanel::visit);
    connect(m_problemView, &WholeList::activated, this, &SidePanel::visit);
    connect(&m_problems, &ProblemModel::readChanged, this, [this] {
        showHeading();
        Q_EMIT readChanged();
    });
}

void SidePanel::makeLayout()
{
    auto *dates = new QVBoxLayout(m_dateBox);
    dates->setContentsMargins(0, 0, 0, 0);
    dates->setSpacing(2);
    dates->addWidget(label(tr("Dates"), "heading"));
    dates->addLayout(m_dates);
    dates->addSpacing(gap / 2);
    dates->addWidget(thinLine());
    m_dates->setSpacing(0);
    auto *inside = new QWidget;
    auto *below = new QVBoxLayout(inside);
    below->setContentsMargins(0, 0, 0, 0);
    below->setSpacing(gap);
    below->addWidget(m_dateBox);
    below->addWidget(m_dossier);
    below->addWidget(thinLine());
    below->addWidget(label(tr("Timeline"), "heading"));
    below->addWidget(m_timelineView);
    below->addStretch(1);
    m_below->setWidget(inside);
    m_below->setWidgetResizable(true);
    m_below->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_below->setFocusPolicy(Qt::NoFocus);
    m_below->setMinimumHeight(1); // In a low window what lacks goes first.
    for (QWidget *one : {m_below->viewport(), inside})
        one->setAutoFillBackground(false); // The paper shows through.
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(gap, 16, gap, 0);
    layout->setSpacing(gap);
    layout->addWidget(m_heading);
    layout->addWidget(m_problemView);
    layout->addWidget(m_line);
    layout->addWidget(m_below, 1);
    m_dateBox->installEventFilter(this);
    fitDates();
}

/// Words wrap, dates do not.
void SidePanel::fitDates()
{
    const int around = 2 * gap + m_below->verticalScrollBar()->sizeHint().width();
    setMinimumWidth(std::max(170, m_dateBox->minimumSizeHint().width() + around));
}

void SidePanel::setDeadlines(const QHash<LimitName, Deadline> &deadlines)
{
    while (QLayoutItem *item = m_dates->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const auto &row : namesOf(LimitName())) {
        const auto deadline = deadlines.constFind(row.value);
        if (deadline == deadlines.cend())
            continue;
        // With the day also when it is today's: without, a line of a finished step reads like a riddle.
        const QString due = countyTime(deadline->dueMs).toString(QStringLiteral("MM-dd HH:mm"));
        //: %1 which limit, %2 due time
        QPushButton *one = button(tr("%1  %2").arg(limitText(row.value), due),
            QStringLiteral("date:") + QLatin1StringView(row.name), "link");
        one->setToolTip(tr("The counted days and the article"));
        m_dates->addWidget(one);
        connect(
            one, &QPushButton::clicked, this, [this, limit = row.value] { Q_EMIT explanationWanted(limit); });
    }
    m_dateBox->setVisible(m_dates->count() > 0);
}

void SidePanel::setCase(const Case &theCase)
{
    m_dossier->setCase(theCase);
}

void SidePanel::setRead(const QStringList &names)
{
    m_problems.setRead(names);
    showHeading();
}

bool SidePanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_dateBox && event->type() == QEvent::LayoutRequest)
        fitDates();
    const QModelIndex current = m_problemView->currentIndex();
    if (watched == m_problemView && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space && current.isValid()) {
        m_problems.toggleRead(current);
        return true;
    }
    if (watched == m_problemView->viewport() && event->type() == QEvent::MouseButtonPress) {
        const QPoint at = static_cast<QMouseEvent *>(event)->position().toPoint();
        const QModelIndex index = m_problemView->indexAt(at);
        QStyleOptionViewItem option;
        option.initFrom(m_problemView);
        option.rect = m_problemView->visualRect(index);
        if (index.isValid() && m_problemDelegate->isLinkAt(option, index, at)) {
            m_problems.toggleRead(index);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void SidePanel::setProblems(const Problems &problems, bool asked)
{
    m_asked = asked;
    m_problems.setProblems(problems);
    m_heading->setVisible(asked);
    m_line->setVisible(asked);
    m_problemView->setVisible(asked && !problems.isEmpty());
    showHeading();
}

void SidePanel::showHeading()
{
    const int missing = m_problems.missing();
    const int advice = m_problems.advice();
    if (missing > 0)
        m_heading->setText(tr("Still missing: %n", nullptr, missing));
    else
        m_heading->setText(advice > 0 ? tr("Worth a look: %n", nullptr, advice) : tr("Nothing is missing"));
}

void SidePanel::next()
{
    if (m_problems.rowCount() == 0)
        return;
    const int row = (m_problemView->currentIndex().row() + 1) % m_problems.rowCount();
    m_problemView->setCurrentIndex(m_problems.index(row));
    visit(m_problems.index(row));
}

void SidePanel::visit(const QModelIndex &index)
{
    if (index.isValid())
        Q_EMIT problemWanted(m_problems.problems().at(index.row()));
}

void SidePanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    shareRoom();
}

void SidePanel::shareRoom()
{
    // What lacks stays in view, and so does the beginning of what stands below it; in a low column less of
    // that.
    const bool isLow = height() < lowLines * fontMetrics().height();
    m_problemView->setMostHeight(height() * (isLow ? 65 : 45) / 100);
}

} // namespace chengban

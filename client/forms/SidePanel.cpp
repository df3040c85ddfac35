#include "client/forms/SidePanel.h"

#include "client/forms/EntryDelegate.h"
#include "client/forms/Typography.h"

#include <QFrame>
#include <QLabel>
#include <QListView>
#include <QScrollBar>
#include <QVBoxLayout>

namespace chengban {

SidePanel::SidePanel(QWidget *parent)
    : QWidget(parent)
    , m_heading(label({}, "heading"))
    , m_line(thinLine())
    , m_problemView(makeList("problems", m_problems))
    , m_timelineView(makeList("timeline", m_timeline))
{
    m_heading->setObjectName(QStringLiteral("missingCount"));
    m_problemView->setItemDelegate(
        new EntryDelegate({Qt::DisplayRole, ProblemModel::CiteRole}, EntryDelegate::Sign::Dot, this));
    m_problemView->setCursor(Qt::PointingHandCursor);
    m_problemView->setAccessibleName(tr("Still missing"));
    m_timelineView->setItemDelegate(new EntryDelegate(
        {TimelineModel::WhatRole, TimelineModel::WhenRole, TimelineModel::WhoRole, TimelineModel::NoteRole},
        EntryDelegate::Sign::Bar, this));
    m_timelineView->setSelectionMode(QAbstractItemView::NoSelection);
    m_timelineView->setAccessibleName(tr("Timeline"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(gap, 16, gap, gap);
    layout->setSpacing(gap);
    layout->addWidget(m_heading);
    layout->addWidget(m_problemView, 1);
    layout->addWidget(m_line);
    layout->addWidget(label(tr("Timeline"), "heading"));
    layout->addWidget(m_timelineView, 1);
    setMinimumWidth(170); // The words wrap.
    connect(m_problemView, &QListView::clicked, this, &SidePanel::visit);
    connect(m_problemView, &QListView::activated, this, &SidePanel::visit);
}

QListView *SidePanel::makeList(const char *objectName, QAbstractItemModel &model)
{
    auto *view = new QListView(this);
    view->setObjectName(QLatin1StringView(objectName));
    view->setModel(&model);
    view->setMouseTracking(true);
    view->setResizeMode(QListView::Adjust);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // A scroll bar that comes or goes changes the width, and with it how the words wrap.
    connect(view->verticalScrollBar(), &QScrollBar::rangeChanged, view, &QListView::doItemsLayout,
        Qt::QueuedConnection);
    return view;
}

void SidePanel::setProblems(const Problems &problems, bool asked)
{
    m_problems.setProblems(problems);
    m_heading->setVisible(asked);
    m_line->setVisible(asked);
    m_problemView->setVisible(asked && !problems.isEmpty());
    const int missing = m_problems.missing();
    m_heading->setText(missing > 0 ? tr("Still missing: %n", nullptr, missing) : tr("Nothing is missing"));
    fitProblems();
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
    Q_EMIT fieldWanted(index.data(ProblemModel::FieldRole).toString());
}

void SidePanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitProblems(); // Other width, other wrapping.
}

void SidePanel::fitProblems()
{
    // As high as its lines; where room is short the layout shares it with the timeline.
    m_problemView->doItemsLayout();
    int wanted = 2;
    for (int row = 0; row < m_problems.rowCount(); ++row)
        wanted += m_problemView->sizeHintForIndex(m_problems.index(row)).height();
    m_problemView->setMinimumHeight(std::min(wanted, 2 * fontMetrics().height()));
    m_problemView->setMaximumHeight(wanted);
}

} // namespace chengban

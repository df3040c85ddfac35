#include "client/forms/SidePanel.h"

#include "client/forms/DossierList.h"
#include "client/forms/EntryDelegate.h"
#include "client/forms/Typography.h"
#include "client/models/Wording.h"

#include <QFrame>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace chengban {

namespace {
constexpr int leastLines = 26; ///< Height of the column below which the dates are left out.
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
    , m_dossierBox(new QScrollArea)
    , m_problemView(makeList("problems", m_problems))
    , m_timelineView(makeList("timeline", m_timeline))
{
    m_heading->setObjectName(QStringLiteral("missingCount"));
    m_problemDelegate->setHeadingRole(ProblemModel::HeadingRole);
    m_problemDelegate->setLinkRole(ProblemModel::ReadWordRole);
    m_problemView->setItemDelegate(m_problemDelegate);
    m_problemView->setCursor(Qt::PointingHandCursor);
    m_problemView->setAccessibleName(tr("Still missing"));
    m_problemView->installEventFilter(this);
    m_problemView->viewport()->installEventFilter(this);
    m_timelineView->setItemDelegate(new EntryDelegate(
        {TimelineModel::WhatRole, TimelineModel::WhenRole, TimelineModel::WhoRole, TimelineModel::NoteRole},
        EntryDelegate::Sign::Bar, this));
    m_timelineView->setSelectionMode(QAbstractItemView::NoSelection);
    m_timelineView->setAccessibleName(tr("Timeline"));
    makeLayout();
    connect(m_problemView, &QListView::clicked, this, &SidePanel::visit);
    connect(m_problemView, &QListView::activated, this, &SidePanel::visit);
    connect(&m_problems, &ProblemModel::readChanged, this, [this] {
        showHeading();
        fitProblems();
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
    m_dossierBox->setWidget(m_dossier);
    m_dossierBox->setWidgetResizable(true);
    m_dossierBox->setFrameShape(QFrame::NoFrame);
    m_dossierBox->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_dossierBox->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(gap, 16, gap, gap);
    layout->setSpacing(gap);
    layout->addWidget(m_heading);
    layout->addWidget(m_problemView, 3);
    layout->addWidget(m_line);
    layout->addWidget(m_dateBox);
    layout->addWidget(m_dossierBox, 1);
    layout->addWidget(thinLine());
    layout->addWidget(label(tr("Timeline"), "heading"));
    layout->addWidget(m_timelineView, 2);
    setMinimumWidth(170); // The words wrap.
}

void SidePanel::setDeadlines(const QHash<LimitName, Deadline> &deadlines, qint64 nowMs)
{
    while (QLayoutItem *item = m_dates->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const auto &row : namesOf(LimitName())) {
        const auto deadline = deadlines.constFind(row.value);
        if (deadline == deadlines.cend())
            continue;
        //: %1 which limit, %2 due time
        QPushButton *one = button(tr("%1  %2").arg(limitText(row.value), shortTime(deadline->dueMs, nowMs)),
            QStringLiteral("date:") + QLatin1StringView(row.name), "link");
        one->setToolTip(tr("The counted days and the article"));
        m_dates->addWidget(one);
        connect(
            one, &QPushButton::clicked, this, [this, limit = row.value] { Q_EMIT explanationWanted(limit); });
    }
    showDates();
}

void SidePanel::setCase(const Case &theCase)
{
    m_dossier->setCase(theCase);
}

void SidePanel::showDates()
{
    // Where the column is low for its letters the due time of the header leads to all dates, and the dossier
    // has a page of its own.
    const bool isHigh = height() > leastLines * fontMetrics().height();
    m_dateBox->setVisible(m_dates->count() > 0 && isHigh);
    m_dossierBox->setVisible(isHigh);
}

void SidePanel::setRead(const QStringList &names)
{
    m_problems.setRead(names);
    showHeading();
}

bool SidePanel::eventFilter(QObject *watched, QEvent *event)
{
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
    m_asked = asked;
    m_problems.setProblems(problems);
    m_heading->setVisible(asked);
    m_line->setVisible(asked);
    m_problemView->setVisible(asked && !problems.isEmpty());
    showHeading();
    fitProblems();
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
    fitProblems(); // Other width, other wrapping.
    showDates();
}

void SidePanel::fitProblems()
{
    if (!m_asked)
        return;
    // As high as its lines; where room is short the layout shares it with the timeline.
    m_problemView->doItemsLayout();
    int wanted = 2;
    for (int row = 0; row < m_problems.rowCount(); ++row)
        wanted += m_problemView->sizeHintForIndex(m_problems.index(row)).height();
    m_problemView->setMinimumHeight(std::min(wanted, 2 * fontMetrics().height()));
    m_problemView->setMaximumHeight(wanted);
}

} // namespace chengban

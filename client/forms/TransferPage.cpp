#include "client/forms/TransferPage.h"

#include "client/forms/EntryDelegate.h"
#include "client/forms/Typography.h"
#include "client/models/Places.h"
#include "client/models/Wording.h"

#include <QFrame>
#include <QLabel>
#include <QListView>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace chengban {

TransferPage::TransferPage(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_model(desk)
    , m_state(label({}, "title"))
    , m_detail(label({}, "quiet"))
    , m_empty(label(emptyText(Place::Transfer), "quiet"))
    , m_error(label({}, "error"))
    , m_view(new QListView)
    , m_retry(button(tr("Send now"), QStringLiteral("retryNow"), "main"))
    , m_settle(button(tr("Seen, take it off the list"), QStringLiteral("settle")))
    , m_open(button(tr("Open the case"), QStringLiteral("openCase")))
    , m_boxes(new QVBoxLayout)
    , m_asideBox(new QWidget)
    , m_asideView(new QListWidget)
    , m_endAside(button({}, QStringLiteral("endAside")))
{
    makeLayout();
    connect(m_retry, &QPushButton::clicked, this, [this] { m_desk.retryNow(); });
    connect(m_settle, &QPushButton::clicked, this, &TransferPage::settle);
    connect(m_endAside, &QPushButton::clicked, this, &TransferPage::endAside);
    connect(m_asideView, &QListWidget::currentRowChanged, this, [this] {
        m_sure = false;
        m_endAside->setText(tr("Delete now"));
        m_endAside->setEnabled(m_asideView->currentRow() >= 0);
    });
    connect(m_open, &QPushButton::clicked, this,
        [this] { Q_EMIT caseWanted(CaseId{current().data(OutboxModel::CaseIdRole).toString()}); });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &TransferPage::refresh);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &TransferPage::refresh);
    connect(&desk, &Desk::syncStateChanged, this, &TransferPage::refresh);
    refresh();
}

void TransferPage::makeLayout()
{
    m_view->setObjectName(QStringLiteral("outbox"));
    m_view->setModel(&m_model);
    m_view->setItemDelegate(
        new EntryDelegate({OutboxModel::WhatRole, OutboxModel::StateRole, OutboxModel::ReasonRole,
                              OutboxModel::DateRole, OutboxModel::NextRole},
            EntryDelegate::Sign::Dot, m_view));
    m_view->setResizeMode(QListView::Adjust);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setAccessibleName(tr("Outbox"));
    m_state->setObjectName(QStringLiteral("syncState"));
    m_detail->setObjectName(QStringLiteral("syncDetail"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(gap);
    for (QPushButton *one : {m_retry, m_settle, m_open})
        buttons->addWidget(one);
    buttons->addStretch(1);
    QFrame *paper = frame("paper");
    auto *inside = new QVBoxLayout(paper);
    inside->setContentsMargins(24, 20, 24, 20);
    inside->setSpacing(gap);
    inside->addWidget(m_state);
    inside->addWidget(m_detail);
    inside->addLayout(buttons);
    inside->addWidget(m_error);
    inside->addWidget(thinLine());
    inside->addWidget(m_empty);
    inside->addWidget(m_view, 1);
    inside->addWidget(m_asideBox);
    m_boxes->setSpacing(gap);
    inside->addLayout(m_boxes);
    inside->addStretch(0);
    m_asideView->setObjectName(QStringLiteral("setAside"));
    m_asideView->setAccessibleName(tr("Set aside"));
    m_asideView->setWordWrap(true);
    m_asideView->setMaximumHeight(160);
    auto *aside = new QVBoxLayout(m_asideBox);
    aside->setContentsMargins(0, 0, 0, 0);
    aside->setSpacing(gap);
    aside->addWidget(thinLine());
    aside->addWidget(label(tr("Set aside"), "heading"));
    aside->addWidget(
        label(tr("Own work on cases that are no longer with this unit. It stays sealed on this PC "
                 "and comes back with the case."),
            "quiet"));
    aside->addWidget(m_asideView);
    aside->addWidget(m_endAside, 0, Qt::AlignLeft);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(paper);
    m_error->hide();
}

void TransferPage::addBox(QWidget *box)
{
    m_boxes->addWidget(box);
}

QModelIndex TransferPage::current() const
{
    return m_view->currentIndex();
}

void TransferPage::refresh()
{
    const SyncState state = m_desk.syncState();
    m_state->setText(syncText(state));
    QStringList details;
    const QString obstacle = obstacleText(state.obstacle);
    if (state.reason)
        details << (obstacle.isEmpty() ? errorText(*state.reason) : obstacle);
    if (state.line == SyncState::Line::Offline && state.nextTryMs > m_desk.nowMs())
        //: %1 is a time, for instance 16:42
        details << tr("The next attempt is made at %1.").arg(shortTime(state.nextTryMs, m_desk.nowMs()));
    if (m_model.late() > 0)
        details << tr("%n step(s) may miss their date.", nullptr, m_model.late());
    if (state.alarm)
        details << errorText(*state.alarm);
    if (state.waiting > 0)
        details << tr("%n step(s) wait for the server's answer.", nullptr, state.waiting);
    if (state.filesWaiting > 0)
        details << tr("%n file(s) are still to be uploaded.", nullptr, state.filesWaiting);
    if (state.filesPaused && state.filesWaiting > 0)
        details << tr("This connection is paid by volume, so files wait; Send now sends them all the same.");
    if (std::abs(state.clockSkewMs) > 5 * 60'000)
        details << tr("The clock of this PC differs from the server's; the server's time counts.");
    if (const QString update = updateText(state.update); !update.isEmpty())
        details << update;
    chengban::say(m_detail, details.join(QLatin1Char('\n')));
    const bool empty = m_model.rowCount() == 0;
    m_empty->setVisible(empty);
    m_view->setVisible(!empty);
    for (QPushButton *one : {m_settle, m_open})
        one->setVisible(!empty);
    m_retry->setEnabled(!state.busy);
    m_settle->setEnabled(current().data(OutboxModel::NeedsPersonRole).toBool());
    m_open->setEnabled(current().isValid());
    refreshAside();
}

void TransferPage::refreshAside()
{
    const QList<SetAside> aside = m_desk.setAside();
    m_asideBox->setVisible(!aside.isEmpty());
    if (aside == m_aside)
        return;
    m_aside = aside;
    m_asideView->clear();
    const QList<CaseSummary> cases = m_desk.cases();
    for (const SetAside &one : std::as_const(m_aside)) {
        const auto line = std::ranges::find(cases, one.caseId, &CaseSummary::id);
        QStringList what;
        if (one.hasDraft)
            what << tr("a draft");
        if (one.steps > 0)
            what << tr("%n step(s)", nullptr, one.steps);
        //: %1 number of the case, %2 what is kept, %3 and %4 times
        m_asideView->addItem(tr("%1: %2. Since %3, deleted after %4.")
                                 .arg(line == cases.end() ? one.caseId.value.right(8) : line->number,
                                     what.join(QStringLiteral("、")), shortTime(one.sinceMs, m_desk.nowMs()),
                                     shortTime(one.sinceMs + Quarantine::keptMs, m_desk.nowMs())));
    }
    m_asideView->setCurrentRow(m_aside.isEmpty() ? -1 : 0);
}

void TransferPage::endAside()
{
    const int row = m_asideView->currentRow();
    if (row < 0 || row >= m_aside.size())
        return;
    if (!m_sure) {
        m_sure = true;
        m_endAside->setText(tr("Really delete it for good"));
        return;
    }
    say(m_desk.endSetAside(m_aside.at(row).caseId));
    refresh();
}

void TransferPage::say(const Result<void> &done)
{
    chengban::say(m_error, done ? QString() : errorText(done.error().code));
}

void TransferPage::settle()
{
    const CommandId id{current().data(OutboxModel::CommandIdRole).toString()};
    const CaseId caseId{current().data(OutboxModel::CaseIdRole).toString()};
    const Result<void> settled = m_desk.settle(id);
    say(settled);
    if (settled)
        Q_EMIT caseWanted(caseId);
}

} // namespace chengban

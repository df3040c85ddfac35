#include "client/forms/TransferPage.h"

#include "client/forms/EntryDelegate.h"
#include "client/forms/Typography.h"
#include "client/models/Places.h"
#include "client/models/Wording.h"

#include <QFrame>
#include <QLabel>
#include <QListView>
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
    , m_settle(button(tr("Take back into the draft"), QStringLiteral("settle")))
    , m_open(button(tr("Open the case"), QStringLiteral("openCase")))
{
    makeLayout();
    connect(m_retry, &QPushButton::clicked, this, [this] { m_desk.retryNow(); });
    connect(m_settle, &QPushButton::clicked, this, &TransferPage::settle);
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
    m_view->setItemDelegate(new EntryDelegate(
        {OutboxModel::WhatRole, OutboxModel::StateRole, OutboxModel::ReasonRole, OutboxModel::NextRole},
        EntryDelegate::Sign::Dot, m_view));
    m_view->setResizeMode(QListView::Adjust);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setAccessibleName(tr("Outbox"));
    m_state->setObjectName(QStringLiteral("syncState"));
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
    inside->addStretch(0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(paper);
    m_error->hide();
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
    if (state.reason)
        details << errorText(*state.reason);
    if (state.alarm)
        details << errorText(*state.alarm);
    if (state.waiting > 0)
        details << tr("%n step(s) wait for the server's answer.", nullptr, state.waiting);
    if (state.filesWaiting > 0)
        details << tr("%n file(s) are still to be uploaded.", nullptr, state.filesWaiting);
    if (std::abs(state.clockSkewMs) > 5 * 60'000)
        details << tr("The clock of this PC differs from the server's; the server's time counts.");
    say(m_detail, details.join(QLatin1Char('\n')));
    const bool empty = m_model.rowCount() == 0;
    m_empty->setVisible(empty);
    m_view->setVisible(!empty);
    m_retry->setEnabled(!state.busy);
    m_settle->setEnabled(current().data(OutboxModel::NeedsPersonRole).toBool());
    m_open->setEnabled(current().isValid());
}

void TransferPage::settle()
{
    const CommandId id{current().data(OutboxModel::CommandIdRole).toString()};
    const CaseId caseId{current().data(OutboxModel::CaseIdRole).toString()};
    const Result<void> settled = m_desk.settle(id);
    say(m_error, settled ? QString() : errorText(settled.error().code));
    if (settled)
        Q_EMIT caseWanted(caseId);
}

} // namespace chengban

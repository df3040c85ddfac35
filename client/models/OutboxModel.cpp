#include "client/models/OutboxModel.h"

#include "client/models/StepWording.h"
#include "client/models/Wording.h"
#include "shared/reply/Requirements.h"

#include <algorithm>

namespace chengban {

OutboxModel::OutboxModel(Desk &desk, QObject *parent)
    : QAbstractListModel(parent)
    , m_desk(desk)
{
    connect(&desk, &Desk::outboxChanged, this, &OutboxModel::reload);
    reload();
}

int OutboxModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant OutboxModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const OutboxRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case WhatRole:
        return whatText(row);
    case CommandIdRole:
        return row.command.id.value;
    case CaseIdRole:
        return row.command.caseId.value;
    case StateRole:
        //: %1 is a state, for instance "Waiting to be sent"; %2 the time since when
        return tr("%1, since %2")
            .arg(outboxStateText(row.state), shortTime(row.stateSinceMs, m_desk.nowMs()));
    case ReasonRole:
        return reasonText(row);
    case DateRole:
        return dateText(row);
    case NextRole:
        return outboxNextText(row);
    case NeedsPersonRole:
        return row.isGivenUp();
    default:
        return {};
    }
}

void OutboxModel::reload()
{
    beginResetModel();
    m_rows = m_desk.outbox();
    std::ranges::stable_sort(m_rows, std::greater(), &OutboxRow::queuedAtMs);
    m_numbers.clear();
    m_dueMs.clear();
    const QList<CaseSummary> summaries = m_desk.cases();
    for (const CaseSummary &summary : summaries)
        m_numbers.insert(summary.id, summary.number);
    // Not the due time of the line: with the step's effect shown, it is the next one's already.
    for (const OutboxRow &row : std::as_const(m_rows)) {
        const auto theCase = row.isWaiting() ? m_desk.caseOf(row.command.caseId) : Result<Case>();
        if (const Deadline *due = theCase ? theCase->replyDeadline() : nullptr)
            m_dueMs.insert(row.command.caseId, due->dueMs);
    }
    endResetModel();
}

QString OutboxModel::whatText(const OutboxRow &row) const
{
    return stepVerb(row.command.type) + QStringLiteral(" · ")
        + m_numbers.value(row.command.caseId, row.command.caseId.value);
}

bool OutboxModel::mayBeLate(const OutboxRow &row) const
{
    constexpr qint64 day = 24LL * 3600 * 1000;
    const auto due = m_dueMs.constFind(row.command.caseId);
    return row.isWaiting() && due != m_dueMs.cend() && *due - m_desk.nowMs() < day;
}

QString OutboxModel::dateText(const OutboxRow &row) const
{
    if (!mayBeLate(row))
        return {};
    const qint64 dueMs = m_dueMs.value(row.command.caseId);
    const QString due = shortTime(dueMs, m_desk.nowMs());
    //: %1 the time at which the case is due
    return dueMs < m_desk.nowMs()
        ? tr("The case was due %1; what counts is when the server receives this.").arg(due)
        : tr("The case is due %1; this must have reached the server by then.").arg(due);
}

int OutboxModel::late() const
{
    return int(std::ranges::count_if(m_rows, [this](const OutboxRow &row) { return mayBeLate(row); }));
}

QString OutboxModel::reasonText(const OutboxRow &row)
{
    if (!row.problems.isEmpty())
        return problemText(row.problems.first());
    return row.reason ? errorText(*row.reason) : QString();
}

} // namespace chengban

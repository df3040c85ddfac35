#include "client/models/OutboxModel.h"

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
    case NextRole:
        return outboxNextText(row);
    case NeedsPersonRole:
        return row.state == OutboxState::Refused || row.state == OutboxState::Conflict
            || row.state == OutboxState::Quarantined;
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
    const QList<CaseSummary> summaries = m_desk.cases();
    for (const CaseSummary &summary : summaries)
        m_numbers.insert(summary.id, summary.number);
    endResetModel();
}

QString OutboxModel::whatText(const OutboxRow &row) const
{
    return stepVerb(row.command.type) + QStringLiteral(" · ")
        + m_numbers.value(row.command.caseId, row.command.caseId.value);
}

QString OutboxModel::reasonText(const OutboxRow &row)
{
    if (!row.problems.isEmpty())
        return problemText(row.problems.first());
    return row.reason ? errorText(*row.reason) : QString();
}

} // namespace chengban

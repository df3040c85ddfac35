#include "client/models/ProblemModel.h"

#include "client/models/Wording.h"

#include <algorithm>

namespace chengban {

void ProblemModel::setProblems(const Problems &problems)
{
    // Rows that are gone leave first; what remains is then a subsequence of the new list, which is filled up.
    for (int row = int(m_problems.size()) - 1; row >= 0; --row) {
        if (problems.contains(m_problems.at(row)))
            continue;
        beginRemoveRows({}, row, row);
        m_problems.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < problems.size(); ++row) {
        if (row < m_problems.size() && m_problems.at(row) == problems.at(row))
            continue;
        beginInsertRows({}, row, row);
        m_problems.insert(row, problems.at(row));
        endInsertRows();
    }
    if (m_problems.size() > problems.size()) { // The order has changed: rows stand twice.
        beginResetModel();
        m_problems = problems;
        endResetModel();
    }
}

int ProblemModel::missing() const
{
    return int(std::ranges::count(m_problems, Severity::Must, &Problem::severity));
}

int ProblemModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_problems.size());
}

QVariant ProblemModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Problem &problem = m_problems.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return missingText(problem);
    case Qt::ToolTipRole:
    case CiteRole:
        return problem.cite;
    case FieldRole:
        return problem.field;
    case MustRole:
        return problem.severity == Severity::Must;
    default:
        return {};
    }
}

} // namespace chengban

#include "client/models/ProblemModel.h"

#include "client/models/Wording.h"
#include "shared/rules/Citations.h"

#include <algorithm>

namespace chengban {

namespace {

QString nameFor(const Problem &problem)
{
    return problem.finding + QLatin1Char(' ') + problem.field;
}

} // namespace

void ProblemModel::setProblems(Problems problems)
{
    std::ranges::stable_sort(problems, {}, [this](const Problem &one) { return groupOf(one); });
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

int ProblemModel::advice() const
{
    return int(std::ranges::count_if(
        m_problems, [this](const Problem &one) { return one.severity == Severity::Should && !isRead(one); }));
}

bool ProblemModel::isRead(const Problem &problem) const
{
    return problem.severity == Severity::Should && m_read.contains(nameFor(problem));
}

int ProblemModel::groupOf(const Problem &problem) const
{
    return problem.severity == Severity::Must ? 0 : isRead(problem) ? 2 : 1;
}

void ProblemModel::setRead(const QStringList &names)
{
    m_read = QSet<QString>(names.begin(), names.end());
    setProblems(m_problems);
}

void ProblemModel::toggleRead(const QModelIndex &index)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)
        || m_problems.at(index.row()).severity == Severity::Must)
        return;
    const QString name = nameFor(m_problems.at(index.row()));
    if (!m_read.remove(name))
        m_read.insert(name);
    setProblems(m_problems);
    Q_EMIT dataChanged(this->index(0), this->index(rowCount() - 1));
    Q_EMIT readChanged();
}

QString ProblemModel::headingOf(int row) const
{
    const int group = groupOf(m_problems.at(row));
    if (row > 0 && groupOf(m_problems.at(row - 1)) == group)
        return {};
    switch (group) {
    case 0:
        return tr("To be mended");
    case 1:
        return tr("Worth a look");
    default:
        return tr("Read");
    }
}

int ProblemModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_problems.size());
}

/// Where one document is all there is, its name in each line would only fill the list.
QString ProblemModel::placeOf(const Problem &problem, bool whole) const
{
    const QString place = citedText(problem.cite, whole ? m_documents : QList<Document>());
    //: %1 is a place in a document, for instance 二(二)
    return place.isEmpty() ? QString() : tr("By %1").arg(place);
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
        return placeOf(problem, true);
    case CiteRole:
        return placeOf(problem, m_documents.size() > 1);
    case FieldRole:
        return problem.field;
    case MustRole:
        return problem.severity == Severity::Must;
    case HeadingRole:
        return headingOf(index.row());
    case ReadRole:
        return isRead(problem);
    case ReadWordRole:
        return problem.severity == Severity::Must ? QString()
            : isRead(problem)                     ? tr("Not read after all")
                                                  : tr("Mark as read");
    default:
        return {};
    }
}

} // namespace chengban

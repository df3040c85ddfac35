#include "client/models/ImportTableModel.h"

#include "shared/base/CountyTime.h"

namespace chengban {

QString importStateText(ImportLineState state)
{
    switch (state) {
    case ImportLineState::Fine:
        return ImportTableModel::tr("Comes in");
    case ImportLineState::Warned:
        return ImportTableModel::tr("With a note");
    case ImportLineState::Unreadable:
        return ImportTableModel::tr("Cannot come in");
    case ImportLineState::Imported:
        return ImportTableModel::tr("Imported");
    case ImportLineState::Duplicate:
        return ImportTableModel::tr("Was there already");
    case ImportLineState::Refused:
        return ImportTableModel::tr("Refused");
    }
    return {};
}

void ImportTableModel::setLines(const QList<ImportLine> &lines)
{
    m_lines = lines;
    show();
}

void ImportTableModel::setFilter(const QList<ImportLineState> &states)
{
    m_filter = states;
    show();
}

void ImportTableModel::show()
{
    beginResetModel();
    m_shown.clear();
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        if (m_filter.isEmpty() || m_filter.contains(m_lines.at(i).state))
            m_shown.append(i);
    }
    endResetModel();
}

int ImportTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int ImportTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ImportTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ImportLine &line = m_lines.at(m_shown.at(index.row()));
    if (role == StateRole)
        return int(line.state);
    if (role == Qt::TextAlignmentRole && index.column() == Line)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole)
        return line.remark.isEmpty() ? line.title : line.remark;
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Line:
        return line.line;
    case State:
        return importStateText(line.state);
    case Number:
        return line.number;
    case Title:
        return line.title;
    case ReportedAt:
        return line.reportedAtMs ? shownTime(*line.reportedAtMs) : QString();
    case Location:
        return line.location;
    case Remark:
        return line.remark;
    default:
        return {};
    }
}

QVariant ImportTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Line:
        return tr("Line");
    case State:
        return tr("State");
    case Number:
        return tr("Number");
    case Title:
        return tr("Title");
    case ReportedAt:
        return tr("Reported at");
    case Location:
        return tr("Place");
    case Remark:
        return tr("Reason or note");
    default:
        return {};
    }
}

} // namespace chengban

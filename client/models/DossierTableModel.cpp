#include "client/models/DossierTableModel.h"

#include "client/models/DossierWords.h"
#include "shared/base/CountyTime.h"

#include <algorithm>

namespace chengban {

namespace {

QString cell(const DossierLine &line, int column, int year)
{
    switch (column) {
    case DossierTableModel::Number:
        return line.facts.archiveNumber;
    case DossierTableModel::Year:
        return QString::number(line.facts.year);
    case DossierTableModel::Title:
        return line.facts.title;
    case DossierTableModel::Unit:
        return line.facts.fondsName;
    case DossierTableModel::Retention:
        return retentionText(line.facts.retention);
    case DossierTableModel::Pages:
        return QString::number(line.facts.pages);
    case DossierTableModel::Filed:
        return shownTime(line.filedAtMs).left(10);
    case DossierTableModel::State:
        return stateText(line, year);
    default:
        return {};
    }
}

} // namespace

void DossierTableModel::setLines(const QList<DossierLine> &lines, int year)
{
    beginResetModel();
    m_lines = lines;
    m_year = year;
    endResetModel();
}

void DossierTableModel::append(const QList<DossierLine> &lines)
{
    if (lines.isEmpty())
        return;
    const int first = int(m_lines.size());
    beginInsertRows({}, first, first + int(lines.size()) - 1);
    m_lines += lines;
    endInsertRows();
}

void DossierTableModel::replace(const DossierLine &line)
{
    const auto known = std::ranges::find(m_lines, line.id, &DossierLine::id);
    if (known == m_lines.end())
        return;
    const int row = int(known - m_lines.begin());
    *known = line;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

int DossierTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int DossierTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DossierTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    return cell(m_lines.at(index.row()), index.column(), m_year);
}

QVariant DossierTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number:
        return tr("Archive number");
    case Year:
        return tr("Year");
    case Title:
        return tr("Title");
    case Unit:
        return tr("Unit");
    case Retention:
        return tr("Retention");
    case Pages:
        return tr("Pages");
    case Filed:
        return tr("Filed");
    case State:
        return tr("State");
    default:
        return {};
    }
}

} // namespace chengban

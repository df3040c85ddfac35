#include "client/models/CaseListModel.h"

#include "client/models/Wording.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace chengban {

namespace {

/// Group, due time, then the number: the same order at every reload, so that rows do not jump.
auto placeInList(const CaseSummary &summary)
{
    return std::tuple(groupOf(summary).order, summary.dueMs.value_or(std::numeric_limits<qint64>::max()),
        summary.number, summary.id.value);
}

} // namespace

CaseListModel::CaseListModel(Desk &desk, QObject *parent)
    : QAbstractListModel(parent)
    , m_desk(desk)
{
    connect(&desk, &Desk::casesChanged, this, &CaseListModel::reload);
    reload();
}

void CaseListModel::setPlace(Place place)
{
    m_place = place;
    show(selected());
}

void CaseListModel::setQuery(const QString &query)
{
    m_query = query.trimmed();
    show(selected());
}

int CaseListModel::rowOf(const CaseId &id) const
{
    const auto row = std::ranges::find(m_rows, id, &CaseSummary::id);
    return row == m_rows.end() ? -1 : int(row - m_rows.begin());
}

CaseId CaseListModel::idAt(int row) const
{
    return row >= 0 && row < m_rows.size() ? m_rows.at(row).id : CaseId();
}

int CaseListModel::countIn(Place place) const
{
    return int(std::ranges::count_if(m_all, [&](const CaseSummary &one) { return belongs(one, place); }));
}

int CaseListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant CaseListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CaseSummary &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.title;
    case Qt::AccessibleTextRole:
        return QStringList{
            row.number, row.title, phaseText(row.phase), timeLeftText(row.dueMs, m_desk.nowMs())}
            .join(QLatin1Char(' '));
    case SummaryRole: {
        CaseSummary shown = row;
        if (shown.unitName == m_desk.actor().unitName)
            shown.unitName.clear(); // Within the unit its name says nothing.
        return QVariant::fromValue(shown);
    }
    case IdRole:
        return row.id.value;
    case HeadingRole: {
        const Group group = groupOf(row);
        const bool first = index.row() == 0 || groupOf(m_rows.at(index.row() - 1)) != group;
        return first ? group.heading : QString();
    }
    case UrgencyRole:
        return int(urgencyOf(row.dueMs, m_desk.nowMs()));
    case TimeLeftRole:
        return timeLeftText(row.dueMs, m_desk.nowMs());
    case UsedShareRole:
        return usedShare(row.dueMs, m_desk.nowMs());
    default:
        return {};
    }
}

void CaseListModel::reload()
{
    m_all = m_desk.cases();
    show(selected());
    Q_EMIT countsChanged();
}

QList<CaseSummary> CaseListModel::selected() const
{
    QList<CaseSummary> rows;
    if (m_query.isEmpty()) {
        std::ranges::copy_if(
            m_all, std::back_inserter(rows), [&](const CaseSummary &one) { return belongs(one, m_place); });
    } else {
        const QList<CaseId> hits = m_desk.search(m_query);
        const QSet<CaseId> wanted(hits.begin(), hits.end());
        std::ranges::copy_if(
            m_all, std::back_inserter(rows), [&](const CaseSummary &one) { return wanted.contains(one.id); });
    }
    std::ranges::stable_sort(
        rows, [](const CaseSummary &a, const CaseSummary &b) { return placeInList(a) < placeInList(b); });
    return rows;
}

void CaseListModel::show(QList<CaseSummary> rows)
{
    if (rows == m_rows)
        return;
    const bool sameCases = std::ranges::equal(rows, m_rows, {}, &CaseSummary::id, &CaseSummary::id);
    if (sameCases) {
        m_rows = std::move(rows);
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

} // namespace chengban

#include "client/models/CaseListModel.h"

#include "client/models/Wording.h"

#include <QSet>

#include <algorithm>
#include <limits>
#include <tuple>
#include <vector>

namespace chengban {

namespace {

/// Group, due time, then the number: the same order at every reload, so that rows do not jump. What decides
/// nearly always is computed once for each case, not at each comparison.
struct Rank
{
    int group;
    qint64 dueMs;
    qsizetype row;
};

QList<CaseSummary> inOrder(const QList<CaseSummary> &cases)
{
    std::vector<Rank> ranks;
    ranks.reserve(size_t(cases.size()));
    for (qsizetype i = 0; i < cases.size(); ++i) {
        const qint64 due = cases[i].dueMs.value_or(std::numeric_limits<qint64>::max());
        ranks.push_back({groupOrder(cases[i]), due, i});
    }
    const auto whole = [&cases](const Rank &rank) {
        const CaseSummary &one = cases[rank.row];
        return std::tie(rank.group, rank.dueMs, one.number, one.id.value);
    };
    std::ranges::sort(ranks, [&whole](const Rank &a, const Rank &b) { return whole(a) < whole(b); });
    QList<CaseSummary> sorted;
    sorted.reserve(cases.size());
    for (const Rank &rank : ranks)
        sorted << cases[rank.row];
    return sorted;
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
        const bool first = index.row() == 0 || groupOrder(m_rows.at(index.row() - 1)) != groupOrder(row);
        return first ? groupHeading(row) : QString();
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
    m_all = inOrder(m_desk.cases());
    count();
    show(selected());
    Q_EMIT countsChanged();
}

void CaseListModel::count()
{
    m_counts = {};
    for (const CaseSummary &one : std::as_const(m_all)) {
        for (const auto &place : namesOf(Place()))
            m_counts.at(size_t(place.value)) += belongs(one, place.value) ? 1 : 0;
    }
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

#pragma once

#include "client/models/Due.h"
#include "client/models/Places.h"

#include <QAbstractListModel>

namespace chengban {

/// The cases of one place, or the hits of a search, grouped by what to do and sorted by due time.
class CaseListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        SummaryRole = Qt::UserRole + 1, ///< CaseSummary
        IdRole, ///< QString
        HeadingRole, ///< Heading of the group when the row is its first, else empty.
        UrgencyRole, ///< int of Urgency
        TimeLeftRole,
        UsedShareRole,
    };

    explicit CaseListModel(Desk &desk, QObject *parent = nullptr);

    void setPlace(Place place);
    [[nodiscard]] Place place() const { return m_place; }
    /// Shows the hits of the search in all places instead; an empty query goes back to the place.
    void setQuery(const QString &query);
    [[nodiscard]] QString query() const { return m_query; }

    [[nodiscard]] int rowOf(const CaseId &id) const; ///< -1 when it is not listed.
    [[nodiscard]] CaseId idAt(int row) const; ///< Empty outside the list.
    [[nodiscard]] int countIn(Place place) const { return m_counts.at(size_t(place)); } ///< For the rail.

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void countsChanged();

private:
    void reload();
    void count();
    void show(QList<CaseSummary> rows);
    [[nodiscard]] QList<CaseSummary> selected() const;

    Desk &m_desk;
    Place m_place = Place::All;
    QString m_query;
    QList<CaseSummary> m_all; ///< In the order of the list.
    std::array<int, namesOf(Place()).size()> m_counts{};
    QList<CaseSummary> m_rows;
};

} // namespace chengban

Q_DECLARE_METATYPE(chengban::CaseSummary)

#pragma once

#include "client/models/ImportPreview.h"

#include <QAbstractTableModel>

namespace chengban {

/// The lines of a file that is to be imported: all, or those of some states.
class ImportTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Line, State, Number, Title, Remark, ReportedAt, Location, ColumnCount };
    enum Role { StateRole = Qt::UserRole + 1 /**< int of ImportLineState */ };

    using QAbstractTableModel::QAbstractTableModel;

    void setLines(const QList<ImportLine> &lines);
    /// Empty: all states.
    void setFilter(const QList<ImportLineState> &states);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void show();

    QList<ImportLine> m_lines;
    QList<qsizetype> m_shown; ///< Places in m_lines.
    QList<ImportLineState> m_filter;
};

/// "Comes in", "Imported", …: one or two words for a state.
[[nodiscard]] QString importStateText(ImportLineState state);

} // namespace chengban

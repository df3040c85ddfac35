#pragma once

#include "shared/dossier/Register.h"

#include <QAbstractTableModel>
#include <QList>

namespace chengban {

/// Lines of the centre's register, as a table.
class DossierTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Number, Year, Title, Unit, Retention, Pages, Filed, State, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// `year` is the county's now: by it things are due.
    void setLines(const QList<DossierLine> &lines, int year);
    void append(const QList<DossierLine> &lines);
    /// Takes a line that changed; one that is not shown is left out.
    void replace(const DossierLine &line);
    [[nodiscard]] const QList<DossierLine> &lines() const { return m_lines; }
    [[nodiscard]] int year() const { return m_year; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<DossierLine> m_lines;
    int m_year = 0;
};

} // namespace chengban

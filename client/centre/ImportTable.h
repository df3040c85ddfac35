#pragma once

#include "client/models/ImportTableModel.h"

#include <QWidget>

class QButtonGroup;
class QHBoxLayout;
class QTableView;

namespace chengban {

/// The lines of a file as a table, above it their numbers by state: each number shows only its lines.
class ImportTable : public QWidget
{
    Q_OBJECT

public:
    explicit ImportTable(QWidget *parent = nullptr);

    void show(const ImportPreview &preview);

private:
    void makeFilters(const ImportPreview &preview);
    void fitColumns();

    ImportTableModel m_model;
    QButtonGroup *m_filters;
    QHBoxLayout *m_filterLine;
    QTableView *m_view;
    int m_fitted = 0; ///< Rows for which the columns were fitted.
};

} // namespace chengban

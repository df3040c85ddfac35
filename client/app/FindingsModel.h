#pragma once

#include "client/printing/DossierCheck.h"

#include <QAbstractListModel>

namespace chengban {

/// What was verified of a dossier, one line for each thing: passed, failed or not checked.
class FindingsModel : public QAbstractListModel
{
    Q_OBJECT

public:
    static constexpr int StateRole = Qt::UserRole; ///< Name of the TestState.

    using QAbstractListModel::QAbstractListModel;
    void setFindings(const QList<DossierFinding> &findings);
    [[nodiscard]] int countOf(TestState state) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QList<DossierFinding> m_findings;
};

} // namespace chengban

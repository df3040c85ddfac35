#pragma once

#include "shared/base/Problem.h"

#include <QAbstractListModel>

namespace chengban {

/// What still stands in the way of the step, in the order of the form; each line knows its field.
class ProblemModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        FieldRole = Qt::UserRole + 1, ///< QString
        CiteRole, ///< The rule behind it, e.g. "T9 一(二)".
        MustRole, ///< bool: false for advice.
    };

    using QAbstractListModel::QAbstractListModel;

    /// Keeps unchanged rows in place, so that the list shrinks while one types and does not flicker.
    void setProblems(const Problems &problems);
    [[nodiscard]] const Problems &problems() const { return m_problems; }
    [[nodiscard]] int missing() const; ///< Number of problems that refuse the step.

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    Problems m_problems;
};

} // namespace chengban

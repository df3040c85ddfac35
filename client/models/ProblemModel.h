#pragma once

#include "shared/base/Problem.h"
#include "shared/rules/RulePack.h"

#include <QAbstractListModel>
#include <QSet>

namespace chengban {

/// What still stands in the way of the step, and below it what is worth a look; each line knows its field and
/// its place in the text. Advice can be marked as read; it then stands last.
class ProblemModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        FieldRole = Qt::UserRole + 1, ///< QString
        CiteRole, ///< The article behind it; with its document where there are several. The tool tip has
                  ///< both.
        MustRole, ///< bool: false for advice.
        HeadingRole, ///< Of the group when the row is its first, else empty.
        ReadRole, ///< bool; advice only.
        ReadWordRole, ///< "Mark as read", "Read"; empty for what must be mended.
    };

    using QAbstractListModel::QAbstractListModel;

    /// Keeps unchanged rows in place, so that the list shrinks while one types and does not flicker.
    void setProblems(Problems problems);
    /// What the articles stand in.
    void setDocuments(const QList<Document> &documents) { m_documents = documents; }
    [[nodiscard]] const Problems &problems() const { return m_problems; }
    [[nodiscard]] int missing() const; ///< Number of problems that refuse the step.
    [[nodiscard]] int advice() const; ///< Number of pieces of advice not read yet.

    /// Which advice has been read: names that stay the same while one types.
    void setRead(const QStringList &names);
    [[nodiscard]] QStringList readNames() const { return {m_read.begin(), m_read.end()}; }
    void toggleRead(const QModelIndex &index);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void readChanged(); ///< By toggleRead().

private:
    [[nodiscard]] bool isRead(const Problem &problem) const;
    [[nodiscard]] int groupOf(const Problem &problem) const;
    [[nodiscard]] QString headingOf(int row) const;

    [[nodiscard]] QString placeOf(const Problem &problem, bool whole) const;

    Problems m_problems;
    QList<Document> m_documents;
    QSet<QString> m_read;
};

} // namespace chengban

#pragma once

#include <QList>
#include <QStyledItemDelegate>

namespace chengban {

/// Paints a row as wrapped lines: the first in the text's face, the others quiet. For the list of what lacks,
/// the timeline and the outbox.
class EntryDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum class Sign { None, Dot, Bar }; ///< What stands before the first line.

    EntryDelegate(QList<int> roles, Sign sign, QObject *parent = nullptr);

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct Line
    {
        QString text;
        bool quiet = false;
        QRect rect; ///< Relative to the row's top left.
    };
    [[nodiscard]] QList<Line> lines(
        const QStyleOptionViewItem &option, const QModelIndex &index, int width) const;

    QList<int> m_roles;
    Sign m_sign;
};

} // namespace chengban

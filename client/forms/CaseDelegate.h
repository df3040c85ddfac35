#pragma once

#include <QStyledItemDelegate>

namespace chengban {

/// Paints a case of the list in two lines with the due bar; above the first of a group its heading.
class CaseDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Whether the time left is painted there.
    [[nodiscard]] static bool isDueAt(
        const QStyleOptionViewItem &option, const QModelIndex &index, const QPoint &at);
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    static void paintHeading(QPainter &painter, const QRect &rect, const QString &heading);
    static void paintCase(QPainter &painter, const QRect &rect, const QModelIndex &index, bool selected);
};

} // namespace chengban

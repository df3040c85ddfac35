#pragma once

#include <QFont>
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
    /// Measured once for a font: the view asks for the size of every row, however many there are.
    struct Heights
    {
        QFont font;
        int row = 0;
        int heading = 0;
    };

    [[nodiscard]] const Heights &heights(const QFont &font) const;
    static void paintHeading(QPainter &painter, const QRect &rect, const QString &heading);
    static void paintCase(QPainter &painter, const QRect &rect, const QModelIndex &index, bool selected);

    mutable Heights m_heights;
};

} // namespace chengban

#pragma once

#include <QList>
#include <QStyledItemDelegate>

namespace chengban {

/// Paints a row as wrapped lines: the first in the text's face, the others quiet, a last one as a link. For
/// the list of what lacks, the timeline and the outbox.
class EntryDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum class Sign { None, Dot, Bar }; ///< What stands before the first line.

    EntryDelegate(QList<int> roles, Sign sign, QObject *parent = nullptr);

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// The role of a heading that stands above the first line of a group.
    void setHeadingRole(int role) { m_headingRole = role; }
    /// The role of a link below the other lines.
    void setLinkRole(int role) { m_linkRole = role; }
    [[nodiscard]] bool isLinkAt(
        const QStyleOptionViewItem &option, const QModelIndex &index, const QPoint &at) const;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct Line
    {
        enum class Kind { Heading, First, Quiet, Link } kind = Kind::First;
        QString text;
        QRect rect; ///< Relative to the row's top left.
    };
    [[nodiscard]] static QFont fontOf(const QFont &font, Line::Kind kind);
    [[nodiscard]] QList<Line> lines(
        const QStyleOptionViewItem &option, const QModelIndex &index, int width) const;

    void paintSign(QPainter &painter, const QRect &body, double middle) const;

    QList<int> m_roles;
    Sign m_sign;
    int m_headingRole = -1;
    int m_linkRole = -1;
};

} // namespace chengban

#include "client/forms/EntryDelegate.h"

#include "client/forms/Theme.h"
#include "client/forms/Typography.h"

#include <QAbstractItemView>
#include <QPainter>

namespace chengban {

namespace {

constexpr int indent = 2 * gap;
constexpr int between = 2;
constexpr int wrapping = int(Qt::AlignLeft) | int(Qt::AlignTop) | int(Qt::TextWordWrap);

QFont quietFont(const QFont &font)
{
    QFont small = font;
    small.setPointSizeF(font.pointSizeF() * 0.88);
    return small;
}

} // namespace

EntryDelegate::EntryDelegate(QList<int> roles, Sign sign, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_roles(std::move(roles))
    , m_sign(sign)
{
}

QList<EntryDelegate::Line> EntryDelegate::lines(
    const QStyleOptionViewItem &option, const QModelIndex &index, int width) const
{
    QList<Line> made;
    int top = gap / 2;
    const int left = m_sign == Sign::None ? gap : indent + gap / 2;
    for (const int role : m_roles) {
        const QString text = index.data(role).toString();
        if (text.isEmpty())
            continue;
        const bool quiet = !made.isEmpty();
        const QFontMetrics metrics(quiet ? quietFont(option.font) : option.font);
        const QRect room(left, top, std::max(40, width - left - gap), 10'000);
        const QRect used = metrics.boundingRect(room, wrapping, text);
        made.append({text, quiet, QRect(room.topLeft(), QSize(room.width(), used.height()))});
        top += used.height() + between;
    }
    return made;
}

void EntryDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const bool active = option.state & (QStyle::State_Selected | QStyle::State_MouseOver);
    if (active)
        painter->fillRect(option.rect, colours().soft);
    const QList<Line> rows = lines(option, index, option.rect.width());
    for (const Line &line : rows) {
        painter->setFont(line.quiet ? quietFont(option.font) : option.font);
        painter->setPen(line.quiet ? colours().quiet : colours().text);
        painter->drawText(line.rect.translated(option.rect.topLeft()), wrapping, line.text);
    }
    const double middle = option.rect.top() + gap / 2.0 + QFontMetricsF(option.font).height() / 2;
    if (m_sign == Sign::Dot) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(colours().accent, 1.6));
        painter->drawEllipse(QPointF(option.rect.left() + gap, middle), 3.2, 3.2);
    } else if (m_sign == Sign::Bar) {
        const double x = option.rect.left() + gap;
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(colours().line, 1));
        painter->drawLine(QPointF(x, option.rect.top()), QPointF(x, option.rect.bottom() + 1));
        painter->setPen(Qt::NoPen);
        painter->setBrush(colours().accent);
        painter->drawEllipse(QPointF(x, middle), 3.0, 3.0);
    }
    painter->restore();
}

QSize EntryDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    const QList<Line> rows = lines(option, index, width);
    const int bottom = rows.isEmpty() ? gap : rows.last().rect.bottom() + 1;
    return {width, bottom + gap / 2};
}

} // namespace chengban

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

} // namespace

EntryDelegate::EntryDelegate(QList<int> roles, Sign sign, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_roles(std::move(roles))
    , m_sign(sign)
{
}

QFont EntryDelegate::fontOf(const QFont &font, Line::Kind kind)
{
    if (kind == Line::Kind::First)
        return font;
    QFont small = font;
    small.setPointSizeF(font.pointSizeF() * 0.88);
    small.setWeight(kind == Line::Kind::Heading ? QFont::DemiBold : QFont::Normal);
    return small;
}

QList<EntryDelegate::Line> EntryDelegate::lines(
    const QStyleOptionViewItem &option, const QModelIndex &index, int width) const
{
    using Kind = Line::Kind;
    QList<Line> made;
    int top = gap / 2;
    const int inner = m_sign == Sign::None ? gap : indent + gap / 2;
    const auto add = [&](Kind kind, int role) {
        const QString text = role < 0 ? QString() : index.data(role).toString();
        if (text.isEmpty())
            return;
        const int left = kind == Kind::Heading ? gap / 2 : inner;
        const QRect room(left, top, std::max(40, width - left - gap), 10'000);
        const QRect used = QFontMetrics(fontOf(option.font, kind)).boundingRect(room, wrapping, text);
        made.append({kind, text, QRect(room.topLeft(), QSize(room.width(), used.height()))});
        top += used.height() + (kind == Kind::Heading ? gap / 2 : between);
    };
    add(Kind::Heading, m_headingRole);
    const qsizetype headings = made.size();
    for (const int role : m_roles)
        add(made.size() == headings ? Kind::First : Kind::Quiet, role);
    add(Kind::Link, m_linkRole);
    return made;
}

void EntryDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    using Kind = Line::Kind;
    painter->save();
    const QList<Line> rows = lines(option, index, option.rect.width());
    const int headed
        = rows.isEmpty() || rows.first().kind != Kind::Heading ? 0 : rows.first().rect.bottom() + 1;
    const QRect body = option.rect.adjusted(0, headed, 0, 0);
    if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver))
        painter->fillRect(body, colours().soft);
    for (const Line &line : rows) {
        painter->setFont(fontOf(option.font, line.kind));
        painter->setPen(line.kind == Kind::First ? colours().text
                : line.kind == Kind::Link        ? colours().accent
                                                 : colours().quiet);
        painter->drawText(line.rect.translated(option.rect.topLeft()), wrapping, line.text);
    }
    const double middle = body.top() + gap / 2.0 + QFontMetricsF(option.font).height() / 2;
    paintSign(*painter, body, middle);
    painter->restore();
}

void EntryDelegate::paintSign(QPainter &painter, const QRect &body, double middle) const
{
    if (m_sign == Sign::None)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    const double x = body.left() + gap;
    if (m_sign == Sign::Dot) {
        painter.setPen(QPen(colours().accent, 1.6));
        painter.drawEllipse(QPointF(x, middle), 3.2, 3.2);
        return;
    }
    painter.setPen(QPen(colours().line, 1));
    painter.drawLine(QPointF(x, body.top()), QPointF(x, body.bottom() + 1));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours().accent);
    painter.drawEllipse(QPointF(x, middle), 3.0, 3.0);
}

bool EntryDelegate::isLinkAt(
    const QStyleOptionViewItem &option, const QModelIndex &index, const QPoint &at) const
{
    const QList<Line> rows = lines(option, index, option.rect.width());
    return !rows.isEmpty() && rows.last().kind == Line::Kind::Link
        && rows.last().rect.translated(option.rect.topLeft()).contains(at);
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

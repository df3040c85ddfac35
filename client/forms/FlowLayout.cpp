#include "client/forms/FlowLayout.h"

#include <QWidget>

#include <algorithm>

namespace chengban {

FlowLayout::FlowLayout(int columns, QWidget *parent)
    : QLayout(parent)
    , m_columns(columns)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::insertWidget(int place, QWidget *widget)
{
    addWidget(widget);
    m_items.move(m_items.size() - 1, place);
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.append(item);
    invalidate();
}

int FlowLayout::count() const
{
    return int(m_items.size());
}

QLayoutItem *FlowLayout::itemAt(int place) const
{
    return m_items.value(place);
}

QLayoutItem *FlowLayout::takeAt(int place)
{
    if (place < 0 || place >= m_items.size())
        return nullptr;
    invalidate();
    return m_items.takeAt(place);
}

int FlowLayout::heightForWidth(int width) const
{
    int bottom = 0;
    const QList<Placed> all = placed(QRect(0, 0, width, 0));
    for (const Placed &one : all)
        bottom = std::max(bottom, one.rect.bottom() + 1);
    return bottom;
}

QSize FlowLayout::sizeHint() const
{
    QSize size;
    for (const QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize hint = item->sizeHint();
        const int before = size.width() > 0 ? size.width() + spacing() : 0;
        size = {before + hint.width(), std::max(size.height(), hint.height())};
    }
    return size;
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    }
    return size;
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    const QList<Placed> all = placed(rect);
    for (const Placed &one : all)
        one.item->setGeometry(one.rect);
}

int FlowLayout::widthOf(const QLayoutItem &item, int room) const
{
    if (m_columns == 0)
        return std::min(item.sizeHint().width(), room);
    int widest = 1;
    for (const QLayoutItem *one : m_items)
        widest = std::max(widest, one->isEmpty() ? 0 : one->sizeHint().width());
    const int columns = std::clamp((room + spacing()) / (widest + spacing()), 1, m_columns);
    return (room - (columns - 1) * spacing()) / columns;
}

QList<FlowLayout::Placed> FlowLayout::placed(const QRect &rect) const
{
    QList<Placed> all;
    QPoint at = rect.topLeft();
    int lineHeight = 0;
    qsizetype lineFirst = 0;
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const int width = widthOf(*item, rect.width());
        const int height
            = item->hasHeightForWidth() ? item->heightForWidth(width) : item->sizeHint().height();
        if (at.x() > rect.left() && at.x() + width > rect.left() + rect.width()) {
            finishLine(all, lineFirst, rect);
            lineFirst = all.size();
            at = {rect.left(), at.y() + lineHeight + spacing()};
            lineHeight = 0;
        }
        all.append({item, QRect(at, QSize(width, height))});
        lineHeight = std::max(lineHeight, height);
        at.rx() += width + spacing();
    }
    finishLine(all, lineFirst, rect);
    return all;
}

void FlowLayout::finishLine(QList<Placed> &all, qsizetype first, const QRect &rect) const
{
    if (first >= all.size())
        return;
    int lineHeight = 0;
    for (qsizetype at = first; at < all.size(); ++at)
        lineHeight = std::max(lineHeight, all.at(at).rect.height());
    const int spare = rect.left() + rect.width() - 1 - all.last().rect.right();
    bool trailing = false;
    for (qsizetype at = 0; at < all.size(); ++at) {
        Placed &one = all[at];
        trailing = trailing || (m_trailing && one.item->widget() == m_trailing);
        if (at >= first) // Centred in its line, which may hold a button beside text.
            one.rect.translate(trailing ? spare : 0, (lineHeight - one.rect.height()) / 2);
    }
}

} // namespace chengban

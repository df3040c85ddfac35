#include "client/forms/PileDelegate.h"

#include "client/forms/PileModel.h"
#include "client/forms/Theme.h"
#include "client/forms/Typography.h"

#include <QPainter>

namespace chengban {

namespace {

/// The picture stands in a frame as wide as four lines of text are high.
QRect frameIn(const QStyleOptionViewItem &option)
{
    const int side = 3 * option.fontMetrics.height();
    return {option.rect.left() + 2 * gap, option.rect.top() + (option.rect.height() - side) / 2, side * 3 / 4,
        side};
}

void paintPicture(QPainter &painter, const QRect &into, const QImage &picture)
{
    QRect place = into;
    if (!picture.isNull()) {
        place.setSize(picture.size().scaled(into.size(), Qt::KeepAspectRatio));
        place.moveCenter(into.center());
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(place, picture);
    }
    painter.setPen(colours().line);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(place);
}

} // namespace

void PileDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    if (option.state & QStyle::State_Selected) {
        painter->fillRect(option.rect, colours().soft);
        painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), colours().accent);
    }
    const QRect picture = frameIn(option);
    paintPicture(*painter, picture, index.data(Qt::DecorationRole).value<QImage>());
    const bool isDone = index.data(PileModel::DoneRole).toBool();
    const int line = option.fontMetrics.height();
    const int left = picture.right() + 2 * gap;
    QRect text(left, option.rect.center().y() - line, option.rect.right() - gap - left, line);
    QFont font = option.font;
    font.setWeight(isDone ? QFont::Normal : QFont::DemiBold);
    painter->setFont(font);
    painter->setPen(isDone ? colours().quiet : colours().text);
    painter->drawText(text, Qt::AlignVCenter,
        QFontMetrics(font).elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideMiddle, text.width()));
    text.translate(0, line + 2);
    painter->setFont(option.font);
    painter->setPen(index.data(PileModel::ReadyRole).toBool() ? colours().accent : colours().quiet);
    painter->drawText(text, Qt::AlignVCenter,
        option.fontMetrics.elidedText(
            index.data(PileModel::StateRole).toString(), Qt::ElideRight, text.width()));
    painter->restore();
}

QSize PileDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.rect.width(), 3 * option.fontMetrics.height() + 2 * gap};
}

} // namespace chengban

#include "client/forms/CaseDelegate.h"

#include "client/forms/Theme.h"
#include "client/forms/Typography.h"
#include "client/models/CaseListModel.h"

#include <QPainter>

namespace chengban {

namespace {

constexpr int side = 12;
constexpr int barHeight = 2;

int headingHeight(const QFont &font)
{
    return QFontMetrics(font).height() + 2 * gap;
}

QFont smallFont(const QFont &font)
{
    QFont small = font;
    small.setPointSizeF(font.pointSizeF() * 0.88);
    return small;
}

/// "number · unit", and what is pending on this PC.
QString secondLine(const CaseSummary &row)
{
    QStringList words{row.number};
    if (!row.unitName.isEmpty())
        words << row.unitName;
    if (row.round > 1)
        words << CaseDelegate::tr("Round %1").arg(row.round);
    if (row.hasDraft)
        words << CaseDelegate::tr("Draft");
    if (row.pending > 0)
        words << CaseDelegate::tr("To be sent");
    return words.join(QStringLiteral(" · "));
}

} // namespace

void CaseDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setFont(option.font);
    QRect rect = option.rect;
    const QString heading = index.data(CaseListModel::HeadingRole).toString();
    if (!heading.isEmpty()) {
        QRect top = rect;
        top.setHeight(headingHeight(option.font));
        paintHeading(*painter, top, heading);
        rect.setTop(top.bottom() + 1);
    }
    const bool selected = option.state & QStyle::State_Selected;
    if (selected || (option.state & QStyle::State_MouseOver))
        painter->fillRect(rect, selected ? colours().soft : colours().window);
    if (selected)
        painter->fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), colours().accent);
    paintCase(*painter, rect, index, selected);
    painter->setPen(colours().line);
    painter->drawLine(rect.left() + side, rect.bottom(), rect.right() - side, rect.bottom());
    painter->restore();
}

void CaseDelegate::paintHeading(QPainter &painter, const QRect &rect, const QString &heading)
{
    painter.save();
    QFont font = smallFont(painter.font());
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(colours().quiet);
    painter.drawText(rect.adjusted(side, gap / 2, -side, 0), Qt::AlignLeft | Qt::AlignVCenter, heading);
    painter.restore();
}

void CaseDelegate::paintCase(QPainter &painter, const QRect &rect, const QModelIndex &index, bool selected)
{
    const auto row = index.data(CaseListModel::SummaryRole).value<CaseSummary>();
    const auto urgency = Urgency(index.data(CaseListModel::UrgencyRole).toInt());
    const QString left = index.data(CaseListModel::TimeLeftRole).toString();
    const QFontMetrics metrics(painter.font());
    const QRect first(rect.left() + side, rect.top() + gap, rect.width() - 2 * side, metrics.height());
    QFont titleFont = painter.font();
    titleFont.setWeight(selected ? QFont::DemiBold : QFont::Normal);
    const QFont bodyFont = painter.font();
    painter.setFont(titleFont);
    painter.setPen(colours().text);
    painter.drawText(first, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetrics(titleFont).elidedText(
            row.title.isEmpty() ? CaseDelegate::tr("No longer with this unit") : row.title, Qt::ElideRight,
            first.width()));

    const QFont small = smallFont(bodyFont);
    const QFontMetrics smallMetrics(small);
    const QRect second(first.left(), first.bottom() + 4, first.width(), smallMetrics.height());
    const int dueWidth = left.isEmpty() ? 0 : smallMetrics.horizontalAdvance(left) + gap;
    painter.setFont(small);
    painter.setPen(colours().quiet);
    painter.drawText(second, Qt::AlignLeft | Qt::AlignVCenter,
        smallMetrics.elidedText(secondLine(row), Qt::ElideRight, second.width() - dueWidth));
    painter.setPen(urgencyColour(urgency));
    painter.drawText(second, Qt::AlignRight | Qt::AlignVCenter, left);

    if (urgency != Urgency::None) {
        const QRect bar(second.left(), second.bottom() + 5, second.width(), barHeight);
        painter.fillRect(bar, colours().line);
        const double share = index.data(CaseListModel::UsedShareRole).toDouble();
        const QColor colour = urgency == Urgency::Calm ? colours().quiet : urgencyColour(urgency);
        painter.fillRect(QRect(bar.topLeft(), QSize(int(bar.width() * share), barHeight)), colour);
    }
    painter.setFont(bodyFont);
}

bool CaseDelegate::isDueAt(const QStyleOptionViewItem &option, const QModelIndex &index, const QPoint &at)
{
    const QString left = index.data(CaseListModel::TimeLeftRole).toString();
    if (left.isEmpty())
        return false;
    const QFontMetrics small(smallFont(option.font));
    const int bottom = option.rect.bottom() - gap / 2;
    const QSize size(small.horizontalAdvance(left) + gap, small.height() + gap);
    return QRect(QPoint(option.rect.right() - side - size.width(), bottom - size.height()), size)
        .contains(at);
}

const CaseDelegate::Heights &CaseDelegate::heights(const QFont &font) const
{
    if (m_heights.row == 0 || m_heights.font != font) {
        const int lines = QFontMetrics(font).height() + QFontMetrics(smallFont(font)).height();
        m_heights = {font, lines + 2 * gap + 4 + 5 + barHeight, headingHeight(font)};
    }
    return m_heights;
}

QSize CaseDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Heights &known = heights(option.font);
    const bool headed = !index.data(CaseListModel::HeadingRole).toString().isEmpty();
    return {200, known.row + (headed ? known.heading : 0)};
}

} // namespace chengban

#include "client/forms/PageView.h"

#include "client/forms/Theme.h"
#include "client/forms/Typography.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace chengban {

namespace {

constexpr double keyStep = 0.01;
constexpr double leastPart = 0.004; ///< A smaller area was a slip of the hand.
const QRectF whole(0, 0, 1, 1);
const QRectF firstArea(0.25, 0.4, 0.5, 0.08); ///< Of the keyboard.

} // namespace

PageView::PageView(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("pageView"));
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(320, 360);
    setAccessibleName(tr("Page"));
}

void PageView::setPage(const QImage &page)
{
    m_page = page;
    m_from.reset();
    update();
}

void PageView::setWords(const QString &words)
{
    m_words = words;
    setAccessibleDescription(words);
    update();
}

void PageView::setTool(Tool tool)
{
    if (tool == m_tool)
        return;
    m_tool = tool;
    m_area.reset();
    m_from.reset();
    if (tool == Tool::Crop)
        m_area = QRectF(0.05, 0.05, 0.9, 0.9);
    if (tool == Tool::Blacken && hasFocus())
        m_area = firstArea;
    setCursor(tool == Tool::None ? Qt::ArrowCursor : Qt::CrossCursor);
    update();
    Q_EMIT toolChanged(tool);
}

void PageView::takeArea()
{
    if (!m_area || m_page.isNull() || m_area->width() < leastPart || m_area->height() < leastPart)
        return;
    const QRectF area = *m_area;
    m_area.reset();
    update();
    Q_EMIT areaTaken(m_tool, area);
}

QSize PageView::room() const
{
    return size().shrunkBy(QMargins(gap, gap, gap, gap)) * devicePixelRatioF();
}

QRectF PageView::pageRect() const
{
    const QSizeF most = size().shrunkBy(QMargins(gap, gap, gap, gap));
    QSizeF shown = QSizeF(m_page.size()) / devicePixelRatioF();
    if (shown.width() > most.width() || shown.height() > most.height())
        shown.scale(most, Qt::KeepAspectRatio);
    return {QPointF((width() - shown.width()) / 2, (height() - shown.height()) / 2), shown};
}

QRectF PageView::onScreen(const QRectF &area) const
{
    const QRectF page = pageRect();
    return {page.left() + area.left() * page.width(), page.top() + area.top() * page.height(),
        area.width() * page.width(), area.height() * page.height()};
}

QPointF PageView::onPage(const QPointF &place) const
{
    const QRectF page = pageRect();
    return {std::clamp((place.x() - page.left()) / page.width(), 0.0, 1.0),
        std::clamp((place.y() - page.top()) / page.height(), 0.0, 1.0)};
}

void PageView::paintArea(QPainter &painter) const
{
    const QRectF area = onScreen(*m_area);
    if (m_tool == Tool::Crop) {
        QPainterPath outside;
        outside.addRect(pageRect());
        outside.addRect(area);
        painter.fillPath(outside, QColor(0, 0, 0, 110));
    } else {
        painter.fillRect(area, QColor(0, 0, 0, 170));
    }
    painter.setPen(QPen(colours().accent, 2));
    painter.drawRect(area);
}

void PageView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), colours().window);
    if (m_page.isNull()) {
        painter.setPen(colours().quiet);
        painter.drawText(
            rect().adjusted(4 * gap, 0, -4 * gap, 0), Qt::AlignCenter | Qt::TextWordWrap, m_words);
        return;
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QRectF page = pageRect();
    painter.drawImage(page, m_page);
    painter.setPen(colours().line);
    painter.drawRect(page);
    if (m_area)
        paintArea(painter);
    if (hasFocus()) {
        painter.setPen(QPen(colours().accent, 1));
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -1, -1));
    }
}

void PageView::resizeEvent(QResizeEvent *)
{
    Q_EMIT resized();
}

void PageView::mousePressEvent(QMouseEvent *event)
{
    if (m_tool == Tool::None || m_page.isNull() || event->button() != Qt::LeftButton)
        return;
    m_from = onPage(event->position()); // The frame goes when the mouse moves: a click may be half of two.
    update();
}

void PageView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_from)
        return;
    m_area = QRectF(*m_from, onPage(event->position())).normalized();
    update();
}

void PageView::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_from || event->button() != Qt::LeftButton)
        return;
    if (const QPointF to = onPage(event->position()); to != *m_from)
        m_area = QRectF(*m_from, to).normalized();
    m_from.reset();
    update();
    // What is drawn black is meant; what is to be cut away is looked at once more.
    if (m_tool == Tool::Blacken)
        takeArea();
}

void PageView::mouseDoubleClickEvent(QMouseEvent *)
{
    m_from.reset();
    takeArea();
}

bool PageView::moveArea(int key, bool size)
{
    QPointF by;
    if (key == Qt::Key_Left || key == Qt::Key_Right)
        by.setX(key == Qt::Key_Left ? -keyStep : keyStep);
    else if (key == Qt::Key_Up || key == Qt::Key_Down)
        by.setY(key == Qt::Key_Up ? -keyStep : keyStep);
    else
        return false;
    QRectF area = m_area.value_or(firstArea);
    if (size)
        area.setBottomRight(area.bottomRight() + by);
    else
        area.translate(by);
    if (whole.contains(area) && area.width() >= keyStep && area.height() >= keyStep)
        m_area = area;
    update();
    return true;
}

void PageView::keyPressEvent(QKeyEvent *event)
{
    if (m_tool == Tool::None)
        return QWidget::keyPressEvent(event);
    if (event->key() == Qt::Key_Escape)
        return setTool(Tool::None);
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return takeArea();
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    if (!plain || !moveArea(event->key(), event->modifiers() & Qt::ShiftModifier))
        QWidget::keyPressEvent(event);
}

} // namespace chengban

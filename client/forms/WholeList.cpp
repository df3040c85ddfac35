#include "client/forms/WholeList.h"

#include <QEvent>
#include <QResizeEvent>
#include <QScrollArea>

namespace chengban {

WholeList::WholeList(const QString &objectName, QAbstractItemModel &model, QWidget *parent)
    : QListView(parent)
{
    setObjectName(objectName);
    setModel(&model);
    setMouseTracking(true);
    setResizeMode(QListView::Adjust);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    for (const auto change : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&model, change, this, &WholeList::fit);
    connect(&model, &QAbstractItemModel::modelReset, this, &WholeList::fit);
    connect(&model, &QAbstractItemModel::dataChanged, this, &WholeList::fit);
}

void WholeList::setMostHeight(int height)
{
    if (m_most == height)
        return;
    m_most = height;
    fit();
}

void WholeList::fit()
{
    int whole = 2 * frameWidth();
    bool cut = false;
    for (int row = 0; row < model()->rowCount() && !cut; ++row) {
        const int more = sizeHintForIndex(model()->index(row, 0)).height();
        cut = whole + more > m_most;
        whole = !cut ? whole + more : row > 0 ? whole : m_most;
    }
    // One that scrolls has its bar all the time: coming and going would wrap the words anew each time.
    setVerticalScrollBarPolicy(cut ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
    if (height() != whole || minimumHeight() != whole)
        setFixedHeight(whole);
    scheduleDelayedItemsLayout();
}

void WholeList::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fit();
}

void WholeList::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fit();
}

void WholeList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    for (QWidget *in = parentWidget(); in; in = in->parentWidget()) {
        auto *area = qobject_cast<QScrollArea *>(in);
        if (!area || !area->widget())
            continue;
        const QRect line = visualRect(current);
        const QPoint at = viewport()->mapTo(area->widget(), line.center());
        area->ensureVisible(at.x(), at.y(), 0, line.height() / 2);
        return;
    }
}

} // namespace chengban

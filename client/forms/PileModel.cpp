#include "client/forms/PileModel.h"

namespace chengban {

namespace {

constexpr int pictureSide = 112;

QImage pictureOf(const PileItem &item)
{
    if (item.pages.isEmpty())
        return {};
    return item.pages.first().picture().scaled(
        pictureSide, pictureSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

bool isDone(const PileItem &item)
{
    return item.stage == PileItem::Stage::Filed || item.stage == PileItem::Stage::Aside;
}

} // namespace

PileModel::PileModel(const Desk &desk, QObject *parent)
    : QAbstractListModel(parent)
    , m_desk(desk)
{
}

void PileModel::setItems(const QList<PileItem> &items)
{
    beginResetModel();
    m_items = items;
    m_pictures.clear();
    for (PileItem &item : m_items) {
        refresh(item, m_desk);
        m_pictures.append(pictureOf(item));
    }
    endResetModel();
}

void PileModel::put(int row, const PileItem &item)
{
    m_items[row] = item;
    Q_EMIT dataChanged(index(row), index(row));
}

void PileModel::refreshAll()
{
    if (m_items.isEmpty())
        return;
    for (PileItem &item : m_items)
        refresh(item, m_desk);
    Q_EMIT dataChanged(index(0), index(int(m_items.size()) - 1));
}

QList<int> PileModel::readyRows() const
{
    QList<int> rows;
    for (int row = 0; row < m_items.size(); ++row) {
        if (isReady(m_items.at(row), m_desk))
            rows.append(row);
    }
    return rows;
}

int PileModel::nextOpen(int from) const
{
    for (int step = 0; step < m_items.size(); ++step) {
        const int row = int((from + step) % m_items.size());
        if (!isDone(m_items.at(row)))
            return row;
    }
    return -1;
}

int PileModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

QVariant PileModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const PileItem &item = m_items.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return titleOf(item);
    case Qt::DecorationRole:
        return m_pictures.at(index.row());
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return QString(titleOf(item) + QLatin1Char('\n') + stateOf(item, m_desk));
    case StateRole:
        return stateOf(item, m_desk);
    case ReadyRole:
        return isReady(item, m_desk);
    case DoneRole:
        return isDone(item);
    default:
        return {};
    }
}

} // namespace chengban

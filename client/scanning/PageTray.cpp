#include "client/scanning/PageTray.h"

#include <QIcon>
#include <QMimeData>
#include <QPixmap>

#include <algorithm>

namespace chengban {

namespace {

constexpr qsizetype mostUndo = 100;

QString rowType()
{
    return QStringLiteral("application/x-chengban-scanned-row");
}

} // namespace

qint64 PageTray::bytes() const
{
    qint64 sum = 0;
    for (const ScanPage &page : m_pages)
        sum += page.bytes.size();
    return sum;
}

bool PageTray::isBlackened() const
{
    return std::ranges::any_of(m_pages, &ScanPage::isBlackened);
}

void PageTray::remember()
{
    m_past.append(m_pages);
    if (m_past.size() > mostUndo)
        m_past.removeFirst();
    m_future.clear();
}

void PageTray::append(const ScanPage &page)
{
    const int row = int(m_pages.size());
    beginInsertRows({}, row, row);
    m_pages.append(page);
    endInsertRows();
    // A page that the scanner brought is no step of the person: it is in every state before and after.
    for (auto *states : {&m_past, &m_future}) {
        for (QList<ScanPage> &state : *states)
            state.append(page);
    }
    Q_EMIT changed();
}

void PageTray::drop(int row)
{
    if (row < 0 || row >= m_pages.size())
        return;
    remember();
    beginRemoveRows({}, row, row);
    m_pages.removeAt(row);
    endRemoveRows();
    Q_EMIT changed();
}

void PageTray::shift(int from, int to)
{
    to = std::clamp(to, 0, int(m_pages.size()) - 1);
    if (from < 0 || from >= m_pages.size() || from == to)
        return;
    remember();
    beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
    m_pages.move(from, to);
    endMoveRows();
    Q_EMIT dataChanged(index(std::min(from, to)), index(std::max(from, to))); // Their numbers.
    Q_EMIT changed();
}

void PageTray::addStep(int row, const PageStep &step)
{
    if (row < 0 || row >= m_pages.size())
        return;
    remember();
    m_pages[row].steps.append(step);
    Q_EMIT dataChanged(index(row), index(row));
    Q_EMIT changed();
}

void PageTray::setThumbnail(const ScanPage &page, const QImage &thumbnail)
{
    for (int row = 0; row < m_pages.size(); ++row) {
        if (m_pages.at(row) == page) {
            m_pages[row].thumbnail = thumbnail;
            Q_EMIT dataChanged(index(row), index(row));
        }
    }
}

void PageTray::clear()
{
    beginResetModel();
    m_pages.clear();
    m_past.clear();
    m_future.clear();
    endResetModel();
    Q_EMIT changed();
}

int PageTray::replace(QList<QList<ScanPage>> &from, QList<QList<ScanPage>> &to)
{
    if (from.isEmpty())
        return -1;
    const QList<ScanPage> next = from.takeLast();
    const auto differs = std::ranges::mismatch(m_pages, next);
    const int row = int(differs.in1 - m_pages.begin());
    to.append(m_pages);
    beginResetModel();
    m_pages = next;
    endResetModel();
    Q_EMIT changed();
    return std::min(row, int(m_pages.size()) - 1);
}

int PageTray::undo()
{
    return replace(m_past, m_future);
}

int PageTray::redo()
{
    return replace(m_future, m_past);
}

int PageTray::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_pages.size());
}

QVariant PageTray::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_pages.size())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return QString::number(index.row() + 1);
    case Qt::DecorationRole: {
        QIcon picture;
        const QPixmap dots = QPixmap::fromImage(m_pages.at(index.row()).thumbnail);
        picture.addPixmap(dots);
        picture.addPixmap(dots, QIcon::Selected); // As it is: a tint would hide what is on the page.
        return picture;
    }
    default:
        return {};
    }
}

Qt::ItemFlags PageTray::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled; // Between the pages.
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled;
}

QStringList PageTray::mimeTypes() const
{
    return {rowType()};
}

QMimeData *PageTray::mimeData(const QModelIndexList &indexes) const
{
    auto *dragged = new QMimeData;
    dragged->setData(rowType(), QByteArray::number(indexes.isEmpty() ? -1 : indexes.first().row()));
    return dragged;
}

bool PageTray::dropMimeData(
    const QMimeData *dropped, Qt::DropAction action, int row, int, const QModelIndex &parent)
{
    bool isRow = false;
    const int from = dropped->data(rowType()).toInt(&isRow);
    if (!isRow || action != Qt::MoveAction || parent.isValid())
        return false;
    const int before = row < 0 ? rowCount() : row;
    const int to = before > from ? before - 1 : before;
    shift(from, to);
    Q_EMIT shifted(to);
    return true;
}

} // namespace chengban

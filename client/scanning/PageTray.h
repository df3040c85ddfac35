#pragma once

#include "client/scanning/ScanPage.h"

#include <QAbstractListModel>

namespace chengban {

/// The pages of a scan in their order, and every change to them taken back in turn. Dragging a row moves it.
class PageTray : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] const QList<ScanPage> &pages() const { return m_pages; }
    [[nodiscard]] qint64 bytes() const;
    [[nodiscard]] bool isBlackened() const; ///< Any of them.

    void append(const ScanPage &page); ///< What was done before can still be taken back; the page stays.
    void drop(int row);
    void shift(int from, int to);
    void addStep(int row, const PageStep &step); ///< The thumbnail follows by setThumbnail().
    void setThumbnail(const ScanPage &page, const QImage &thumbnail); ///< Wherever it lies now.
    void clear();

    [[nodiscard]] bool canUndo() const { return !m_past.isEmpty(); }
    [[nodiscard]] bool canRedo() const { return !m_future.isEmpty(); }
    [[nodiscard]] int undo(); ///< Gives the row that is worth a look.
    [[nodiscard]] int redo();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    [[nodiscard]] bool dropMimeData(const QMimeData *dropped, Qt::DropAction action, int row, int column,
        const QModelIndex &parent) override;

Q_SIGNALS:
    void changed(); ///< Pages, their order, or what can be taken back.
    void shifted(int to); ///< By dragging.

private:
    void remember();
    [[nodiscard]] int replace(QList<QList<ScanPage>> &from, QList<QList<ScanPage>> &to);

    QList<ScanPage> m_pages;
    QList<QList<ScanPage>> m_past; ///< The bytes of a page are shared by all that hold it.
    QList<QList<ScanPage>> m_future;
};

} // namespace chengban

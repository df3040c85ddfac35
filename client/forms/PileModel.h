#pragma once

#include "client/forms/PileItem.h"

#include <QAbstractListModel>
#include <QHash>
#include <QImage>

namespace chengban {

/// The lines of the pile that was read.
class PileModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        StateRole = Qt::UserRole + 1, ///< QString
        ReadyRole, ///< bool: filed with the others by the main button.
        DoneRole, ///< bool: nothing more to do with it.
    };

    explicit PileModel(const Desk &desk, QObject *parent = nullptr);

    void setItems(const QList<PileItem> &items);
    [[nodiscard]] const QList<PileItem> &items() const { return m_items; }
    [[nodiscard]] const PileItem &at(int row) const { return m_items.at(row); }
    void put(int row, const PileItem &item);
    void refreshAll(); ///< The desk has changed.
    [[nodiscard]] QList<int> readyRows() const;
    /// The next one that wants something, from there on and round; -1 when none does.
    [[nodiscard]] int nextOpen(int from) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    const Desk &m_desk;
    QList<PileItem> m_items;
    QList<QImage> m_pictures; ///< Small ones of the first pages.
};

} // namespace chengban

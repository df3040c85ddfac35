#pragma once

#include "client/models/Desk.h"

#include <QAbstractListModel>

namespace chengban {

/// What happened in a case, newest first, as its log tells it.
class TimelineModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        WhatRole = Qt::UserRole + 1, ///< "Reply signed"
        WhenAndWhoRole, ///< "09-26 16:41 · Li Ming · Water Bureau"
        NoteRole, ///< The words that were written with it, or empty.
    };

    using QAbstractListModel::QAbstractListModel;

    void setLog(const QList<Event> &log, qint64 nowMs);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<Event> m_events;
    qint64 m_nowMs = 0;
};

} // namespace chengban

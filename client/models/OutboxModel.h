#pragma once

#include "client/models/Desk.h"

#include <QAbstractListModel>

namespace chengban {

/// The outbox in plain words, newest first: what, since when, why, what happens next.
class OutboxModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        CommandIdRole = Qt::UserRole + 1, ///< QString
        CaseIdRole, ///< QString
        WhatRole, ///< "Submit for sign-off · 12345-0007"
        StateRole, ///< "Waiting to be sent since 16:41"
        ReasonRole, ///< A sentence, or empty.
        NextRole, ///< What happens next or is to be done.
        NeedsPersonRole, ///< bool: refused or in conflict.
    };

    explicit OutboxModel(Desk &desk, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    void reload();
    [[nodiscard]] QString whatText(const OutboxRow &row) const;
    [[nodiscard]] static QString reasonText(const OutboxRow &row);

    Desk &m_desk;
    QList<OutboxRow> m_rows;
    QHash<CaseId, QString> m_numbers;
};

} // namespace chengban

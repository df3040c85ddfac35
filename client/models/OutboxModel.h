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
        DateRole, ///< That the date may be missed, or empty.
        NextRole, ///< What happens next or is to be done.
        NeedsPersonRole, ///< bool: refused or in conflict.
    };

    explicit OutboxModel(Desk &desk, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    /// Steps that wait although their case is due within a day, or was due already.
    [[nodiscard]] int late() const;

private:
    void reload();
    [[nodiscard]] QString whatText(const OutboxRow &row) const;
    [[nodiscard]] static QString reasonText(const OutboxRow &row);
    [[nodiscard]] bool mayBeLate(const OutboxRow &row) const;
    [[nodiscard]] QString dateText(const OutboxRow &row) const;

    Desk &m_desk;
    QList<OutboxRow> m_rows;
    QHash<CaseId, QString> m_numbers;
    QHash<CaseId, qint64> m_dueMs;
};

} // namespace chengban

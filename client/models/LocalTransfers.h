#pragma once

#include "client/models/LocalDesk.h"
#include "client/models/Transfers.h"

#include <QHash>

namespace chengban {

/// Transfers over the desk's store and what sync tells of their progress.
class LocalTransfers : public Transfers
{
    Q_OBJECT

public:
    explicit LocalTransfers(LocalDesk &desk, QObject *parent = nullptr);

    QList<FileTransfer> files() const override;

public Q_SLOTS:
    void takeProgress(const QString &sha256, qint64 done);

private:
    void addState(BlobState state, QList<FileTransfer> &files) const;
    /// By sha256: what drafts and waiting steps call their files.
    [[nodiscard]] QHash<QString, QString> names() const;

    LocalDesk &m_desk;
    QHash<QString, Pace> m_pace; ///< By sha256.
};

} // namespace chengban

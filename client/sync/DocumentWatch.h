#pragma once

#include "client/sync/SyncJob.h"

#include <QList>

namespace chengban {

/// Keeps the server's documents as new as the server's: the directory of people, the rule pack in force and
/// those that the cases of this desk were dispatched under.
///
/// What cannot be fetched or read is not kept: the old document serves on, and the line's faults are told by
/// the jobs that cannot do without it.
class DocumentWatch : public SyncJob
{
    Q_OBJECT

public:
    using SyncJob::SyncJob;

Q_SIGNALS:
    void changed();

private:
    void run() override;
    void takeDirectory(const Result<std::optional<FetchedDocument>> &answer);
    void askPackList();
    void takePackList(const Result<std::optional<FetchedDocument>> &answer);
    [[nodiscard]] bool isHere(const QString &id, const QString &digest) const;
    void leaveUnneeded(const QString &inForce);
    void askNextPack();
    [[nodiscard]] QString knownVersion(const QString &name) const;
    [[nodiscard]] bool keep(const QString &name, const FetchedDocument &document);

    struct Pack
    {
        QString id;
        QString digest;
    };
    QList<Pack> m_packsLeft; ///< To be asked for.
};

} // namespace chengban

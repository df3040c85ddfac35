#pragma once

#include "client/store/Blobs.h"
#include "client/store/Drafts.h"
#include "client/store/Outbox.h"
#include "client/store/Quarantine.h"
#include "client/store/Replica.h"
#include "client/store/SearchIndex.h"
#include "client/store/ServerDocuments.h"
#include "client/store/Values.h"

#include <memory>

namespace chengban {

class Carriage;
class Handovers;

/// An unlocked store in the hands of one thread: its own connections, its own copy of the keys.
///
/// The replica and the work file are two databases, so the replica can be thrown away without touching a word
/// of the clerk's, and a page of the feed being taken over never makes the window wait for its autosave.
class Store
{
public:
    /// Opens the store's files with its key. A damaged replica is deleted and begun anew; see
    /// replicaWasRebuilt(). Errors: StoreNewer, StoreDamaged (of the work file: open the Vault first, it
    /// salvages), DiskFull, StoreUnavailable.
    [[nodiscard]] static Result<std::unique_ptr<Store>> open(
        const QString &folder, const DataKey &key, const Gate &admits = {});
    ~Store();

    [[nodiscard]] Replica &replica() { return *m_replica; }
    [[nodiscard]] ServerDocuments &documents() { return *m_documents; }
    [[nodiscard]] Drafts &drafts() { return *m_drafts; }
    [[nodiscard]] Outbox &outbox() { return *m_outbox; }
    [[nodiscard]] Quarantine &quarantine() { return *m_quarantine; }
    [[nodiscard]] Blobs &blobs() { return *m_blobs; }
    [[nodiscard]] SearchIndex &search() { return *m_search; }
    [[nodiscard]] Values &values() { return *m_values; }
    [[nodiscard]] Handovers &handovers() { return *m_handovers; }
    [[nodiscard]] Carriage &carriage() { return *m_carriage; }

    [[nodiscard]] bool replicaWasRebuilt() const { return m_rebuilt; }
    /// The replica turned out to be damaged while in use: the next open() begins it anew.
    void abandonReplica();

    [[nodiscard]] Database &workDatabase() { return *m_work; }
    [[nodiscard]] Database &replicaDatabase() { return *m_replicaDb; }

private:
    Store() = default;
    [[nodiscard]] Result<void> openReplica(const QString &path, const Gate &admits);

    QString m_folder;
    bool m_rebuilt = false;
    std::unique_ptr<Sealer> m_sealer;
    std::unique_ptr<Database> m_work;
    std::unique_ptr<Database> m_replicaDb;
    std::unique_ptr<Replica> m_replica;
    std::unique_ptr<ServerDocuments> m_documents;
    std::unique_ptr<Drafts> m_drafts;
    std::unique_ptr<Outbox> m_outbox;
    std::unique_ptr<Quarantine> m_quarantine;
    std::unique_ptr<Blobs> m_blobs;
    std::unique_ptr<SearchIndex> m_search;
    std::unique_ptr<Values> m_values;
    std::unique_ptr<Handovers> m_handovers;
    std::unique_ptr<Carriage> m_carriage;
};

} // namespace chengban

#include "client/store/Store.h"

#include "client/store/Carriage.h"
#include "client/store/Handovers.h"
#include "client/store/StoreSchema.h"
#include "client/store/Vault.h"

#include <QFile>

namespace chengban {

namespace {

QString abandonedMark(const QString &folder)
{
    return folder + QStringLiteral("/replica.abandoned");
}

} // namespace

Store::~Store() = default;

Result<std::unique_ptr<Store>> Store::open(const QString &folder, const DataKey &key, const Gate &admits)
{
    std::unique_ptr<Store> store(new Store);
    store->m_folder = folder;
    store->m_sealer = std::make_unique<Sealer>(key);
    auto work = Database::open(workPath(folder), Durability::EveryCommit, workSchema(), admits);
    if (!work)
        return fail(work.error());
    store->m_work = std::move(*work);
    if (const auto opened = store->openReplica(replicaPath(folder), admits); !opened)
        return fail(opened.error());
    Database &workDb = *store->m_work;
    Database &replicaDb = *store->m_replicaDb;
    const Sealer &sealer = *store->m_sealer;
    store->m_replica = std::make_unique<Replica>(replicaDb, sealer);
    store->m_documents = std::make_unique<ServerDocuments>(replicaDb, sealer);
    store->m_search = std::make_unique<SearchIndex>(replicaDb, sealer);
    store->m_drafts = std::make_unique<Drafts>(workDb, sealer);
    store->m_outbox = std::make_unique<Outbox>(workDb, sealer);
    store->m_quarantine = std::make_unique<Quarantine>(workDb);
    store->m_blobs = std::make_unique<Blobs>(workDb, sealer, folder + QStringLiteral("/files"));
    store->m_values = std::make_unique<Values>(workDb, sealer);
    store->m_carriage = std::make_unique<Carriage>(workDb, sealer);
    store->m_handovers = std::make_unique<Handovers>(workDb, sealer);
    return store;
}

Result<void> Store::openReplica(const QString &path, const Gate &admits)
{
    auto db = Database::open(path, Durability::Rebuildable, replicaSchema(), admits);
    const bool damaged = !db && db.error().code == ErrorCode::StoreDamaged;
    if (damaged || QFile::exists(abandonedMark(m_folder))) {
        if (db)
            db->reset();
        if (const auto removed = removeDatabase(path); !removed)
            return removed;
        QFile::remove(abandonedMark(m_folder));
        m_rebuilt = true;
        db = Database::open(path, Durability::Rebuildable, replicaSchema(), admits);
    }
    if (!db)
        return fail(db.error());
    m_replicaDb = std::move(*db);
    return {};
}

void Store::abandonReplica()
{
    QFile mark(abandonedMark(m_folder));
    // Should even this fail, the damage is met again and the mark is tried again.
    (void)mark.open(QIODevice::WriteOnly);
}

} // namespace chengban

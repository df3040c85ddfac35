#pragma once

#include "server/services/Backend.h"
#include "server/services/CaseMemory.h"
#include "server/services/CaseView.h"
#include "server/store/EventStore.h"
#include "shared/cases/Decide.h"
#include "shared/wire/Wire.h"

namespace chengban {

class Database;

/// What was appended and whom it concerns.
struct Appended
{
    QList<Event> events;
    Case after;
    QStringList scopes; ///< Feed scopes that moved.
};

/// The one way into the logs: appends events, moves the feed and keeps the references of files, all inside
/// the caller's transaction. Used by commands and by the import.
class CaseLedger
{
public:
    CaseLedger(const Backend &backend, Database &database);

    /// From the memory if it was read at its present head before. Errors: those of EventStore::log().
    [[nodiscard]] Result<StoredCase> load(const TenantId &tenant, const CaseId &caseId);
    /// The reader's view of it. Errors: StoreUnavailable.
    [[nodiscard]] Result<CaseView> viewOf(const StoredCase &stored, const Actor &actor);

    /// Appends what decide() allowed, at serverTime().
    [[nodiscard]] Result<Appended> append(const StoredCase &stored, const Command &command,
        const Actor &actor, const QList<EventDraft> &drafts, qint64 nowMs);

    /// To be called after the commit: what was appended last becomes what is remembered.
    void committed();

    [[nodiscard]] EventStore &events() { return m_events; }

private:
    [[nodiscard]] Result<void> moveFeed(
        const Case &before, Appended &appended, qint64 sequence, bool sendWhole);
    [[nodiscard]] Result<void> moveHandedDown(Appended &appended, qint64 sequence, bool sendWhole);
    [[nodiscard]] Result<void> moveScope(
        const QString &scope, Access access, Appended &appended, qint64 sequence, bool sendWhole);
    [[nodiscard]] Result<void> findFeed(
        const StoredCase &stored, const TenantId &tenant, const CaseId &caseId);
    [[nodiscard]] Result<void> keepReferences(const QList<Event> &events);
    [[nodiscard]] Result<void> erase(const Command &command, const Actor &actor);

    const Backend &m_backend;
    Database &m_database;
    EventStore m_events;
    CaseMemory::Remembered m_case; ///< The one that was loaded or appended last.
    bool m_hasAppended = false;
    bool m_hasErased = false;
};

/// After the commit: wakes the long polls of this instance and of its peers. Best effort: a poll that is not
/// woken ends by itself.
void tellOf(FeedSignal &signal, Database &database, const TenantId &tenant, const QStringList &scopes);

/// The time a new event of the case gets: never below its last one.
[[nodiscard]] qint64 serverTime(const StoredCase &stored, qint64 nowMs);

/// A file named somewhere in a body, by its digests.
struct NamedFile
{
    QString sha256;
    QString sm3;
    qint64 size = 0;
};
/// Every attachment in the body, however deep.
[[nodiscard]] QList<NamedFile> filesIn(const QJsonObject &body);

} // namespace chengban

#pragma once

#include "server/services/Backend.h"
#include "server/services/CaseView.h"
#include "server/store/EventStore.h"
#include "shared/cases/Decide.h"
#include "shared/wire/Wire.h"

namespace chengban {

class Database;

/// A case as the server holds it; revision 0 and no events when there is none.
struct StoredCase
{
    QList<Event> events;
    Case folded;
};

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

    /// Errors: those of EventStore::log().
    [[nodiscard]] Result<StoredCase> load(const TenantId &tenant, const CaseId &caseId);
    /// The reader's view of it. Errors: StoreUnavailable.
    [[nodiscard]] Result<CaseView> viewOf(const StoredCase &stored, const Actor &actor);

    /// Appends what decide() allowed, at serverTime().
    [[nodiscard]] Result<Appended> append(const StoredCase &stored, const Command &command,
        const Actor &actor, const QList<EventDraft> &drafts, qint64 nowMs);

    [[nodiscard]] EventStore &events() { return m_events; }

private:
    [[nodiscard]] Result<void> moveFeed(
        const Case &before, Appended &appended, qint64 sequence, bool sendWhole);
    [[nodiscard]] Result<void> moveScope(
        const QString &scope, Access access, Appended &appended, qint64 sequence, bool sendWhole);
    [[nodiscard]] Result<void> keepReferences(const QList<Event> &events);
    [[nodiscard]] Result<void> erase(const Command &command, const Actor &actor);

    const Backend &m_backend;
    Database &m_database;
    EventStore m_events;
};

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

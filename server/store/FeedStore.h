#pragma once

#include "shared/base/Ids.h"
#include "shared/base/Result.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace chengban {

class Database;

/// The entry of one case in one scope. There is one, however often the case changes: each change moves it to
/// the end.
struct FeedEntry
{
    CaseId caseId;
    qint64 position = 0; ///< Sequence number of the last event that moved it.
    qint64 entered = 0; ///< Where the scope's access last changed: a reader from before gets the whole log.
    QString access; ///< Name of an Access.
    qint64 untilRevision = 0; ///< Newest revision the scope may see; 0 for all.

    bool operator==(const FeedEntry &) const = default;
};

/// Of one case, by scope.
using FeedEntries = QHash<QString, FeedEntry>;

class FeedStore
{
public:
    explicit FeedStore(Database &database)
        : m_database(database)
    {
    }

    [[nodiscard]] Result<std::optional<FeedEntry>> find(
        const TenantId &tenant, const QString &scope, const CaseId &caseId);
    [[nodiscard]] Result<FeedEntries> ofCase(const TenantId &tenant, const CaseId &caseId);
    /// Puts the entry at its position, replacing the one before.
    [[nodiscard]] Result<void> put(const TenantId &tenant, const QString &scope, const FeedEntry &entry);
    /// Entries at positions after `position` and below `horizon`, at most `limit`.
    /// A case that stands in several of the scopes comes once for each.
    [[nodiscard]] Result<QList<FeedEntry>> after(
        const TenantId &tenant, const QStringList &scopes, qint64 position, qint64 horizon, int limit);
    /// An entry that moved above the horizon and took events with it that lie after `base` and below. Its
    /// position is that of the newest of them.
    [[nodiscard]] Result<QList<FeedEntry>> movedAway(
        const TenantId &tenant, const QStringList &scopes, qint64 base, qint64 horizon);
    /// PostgreSQL: tells every instance that the transaction just committed moved these scopes; its newest
    /// entry has the number `place`. In a transaction of its own, because a notification makes commits wait
    /// for each other. Nothing on SQLite, which has one process.
    [[nodiscard]] Result<void> announce(const TenantId &tenant, const QStringList &scopes, qint64 place);
    /// Distinguishes this database from another one put in its place.
    [[nodiscard]] Result<QString> epoch();

private:
    Database &m_database;
};

} // namespace chengban

#pragma once

#include "shared/base/Ids.h"
#include "shared/base/Result.h"

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

class FeedStore
{
public:
    explicit FeedStore(Database &database)
        : m_database(database)
    {
    }

    [[nodiscard]] Result<std::optional<FeedEntry>> find(
        const TenantId &tenant, const QString &scope, const CaseId &caseId);
    /// Puts the entry at its position, replacing the one before.
    [[nodiscard]] Result<void> put(const TenantId &tenant, const QString &scope, const FeedEntry &entry);
    [[nodiscard]] Result<QList<FeedEntry>> after(
        const TenantId &tenant, const QString &scope, qint64 position, int limit);
    /// Distinguishes this database from another one put in its place.
    [[nodiscard]] Result<QString> epoch();

private:
    Database &m_database;
};

} // namespace chengban

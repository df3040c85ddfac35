#pragma once

#include "shared/base/Ids.h"
#include "shared/base/Result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>

namespace chengban {

class Database;

/// One stored line: its number, its text as it was hashed, and its digest, which covers the digest before.
struct AuditRow
{
    qint64 number = 0;
    QByteArray text; ///< Canonical form of the entry; it holds "number" and "previous".
    QByteArray digest;
};

/// The audit log of a tenant: rows are only added, each chained to the one before.
class AuditStore
{
public:
    explicit AuditStore(Database &database)
        : m_database(database)
    {
    }

    /// Adds the entry with its number and the digest before it, inside the caller's transaction.
    [[nodiscard]] Result<AuditRow> append(const TenantId &tenant, QJsonObject entry);
    [[nodiscard]] Result<QList<AuditRow>> after(const TenantId &tenant, qint64 number, int limit);

private:
    Database &m_database;
};

} // namespace chengban

#pragma once

#include "shared/base/Ids.h"
#include "shared/base/Result.h"

namespace chengban {

class Database;

/// Which case has which number of which source system: the same number is registered once.
class ImportKeyStore
{
public:
    explicit ImportKeyStore(Database &database)
        : m_database(database)
    {
    }

    /// The case that has the number; an empty id when none has.
    [[nodiscard]] Result<CaseId> find(const TenantId &tenant, const QString &source, const QString &number);
    [[nodiscard]] Result<void> add(
        const TenantId &tenant, const QString &source, const QString &number, const CaseId &caseId);

private:
    Database &m_database;
};

} // namespace chengban

#pragma once

#include "shared/rules/RulePack.h"

namespace chengban {

class Database;

/// Every rule pack that the server ever worked by, in the form that loads anywhere. Rows are never changed
/// nor removed: cases name the version they were dispatched under for ever.
class PackStore
{
public:
    explicit PackStore(Database &database)
        : m_database(database)
    {
    }

    /// Keeps the pack; what is there already stays as it is.
    [[nodiscard]] Result<void> add(const RulePack &pack, qint64 nowMs);
    /// All of them, the newest first.
    [[nodiscard]] Result<QList<QByteArray>> forms();

private:
    Database &m_database;
};

} // namespace chengban

#pragma once

#include "shared/base/Result.h"

namespace chengban {

class Database;

/// The schema version this program writes; stored in SQLite's PRAGMA user_version or in PostgreSQL's table
/// schema_version, and nowhere else.
[[nodiscard]] int schemaVersion();

/// Whether no step was ever taken here.
[[nodiscard]] Result<bool> isWithoutTables(Database &database);

/// Brings the database from any older version to schemaVersion(), one transaction for each step. A copy that
/// was brought to another PostgreSQL gets a new epoch and numbers above all that it holds. Errors:
/// StoreNewer, untouched, when the database belongs to a newer program; StoreUnavailable.
[[nodiscard]] Result<void> migrate(Database &database);

} // namespace chengban

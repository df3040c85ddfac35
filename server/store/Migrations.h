#pragma once

#include "shared/base/Result.h"

namespace chengban {

class Database;

/// The schema version this program writes; stored in PRAGMA user_version and nowhere else.
[[nodiscard]] int schemaVersion();

/// Brings the database from any older version to schemaVersion(), one transaction for each step.
/// Errors: StoreNewer, untouched, when the database belongs to a newer program; StoreUnavailable.
[[nodiscard]] Result<void> migrate(Database &database);

} // namespace chengban

#pragma once

#include "client/store/Database.h"

#include <QStringList>

#include <span>

namespace chengban {

/// The two files of a store. The replica may be deleted at any time; the work file holds what exists nowhere
/// else.
[[nodiscard]] std::span<const MigrationStep> replicaSchema();
[[nodiscard]] std::span<const MigrationStep> workSchema();

/// Tables of the work file, for the salvage of a damaged one.
[[nodiscard]] QStringList workTables();

} // namespace chengban

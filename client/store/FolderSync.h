#pragma once

#include "shared/base/Result.h"

#include <QString>

namespace chengban {

/// Makes the names in a folder last through a power cut; syncing a file does not do that for its name. On
/// Windows nothing is done: there the file system's own log keeps names in order. Errors: DiskFull.
[[nodiscard]] Result<void> syncFolder(const QString &path);

} // namespace chengban

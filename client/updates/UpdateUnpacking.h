#pragma once

#include "client/updates/UpdatePlace.h"
#include "shared/base/Result.h"

namespace chengban {

/// Makes a version out of a fetched archive: checked once more as a whole, unpacked into X.Y.Z.part, flushed,
/// renamed to X.Y.Z, and then, last, named in `next`. Blocks; touches nothing of any other version. Errors:
/// UpdateBroken, ReleaseInvalid, UpdateNoSpace, UpdateFolderLocked.
[[nodiscard]] Result<void> unpackUpdate(
    const UpdatePlace &place, const Release &release, const QString &archive);

} // namespace chengban

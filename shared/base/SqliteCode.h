#pragma once

#include "shared/base/ErrorCode.h"

namespace chengban {

/// What a result of SQLite means to whoever can do something about it: DiskFull, StoreDamaged, or
/// StoreUnavailable for all others. `code` is the extended result code (sqlite.org/rescode.html).
[[nodiscard]] constexpr ErrorCode sqliteError(int code)
{
    constexpr int corrupt = 11;
    constexpr int full = 13;
    constexpr int notADatabase = 26;
    constexpr int noRoomForIndex
        = 10 | (19 << 8); // SQLITE_IOERR_SHMSIZE: the write-ahead log's index cannot grow.
    const int primary = code & 0xff; // Extended codes keep the primary one in the low byte.
    if (primary == full || code == noRoomForIndex)
        return ErrorCode::DiskFull;
    if (primary == corrupt || primary == notADatabase)
        return ErrorCode::StoreDamaged;
    return ErrorCode::StoreUnavailable;
}

} // namespace chengban

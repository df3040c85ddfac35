#pragma once

#include <cstdint>

namespace chengban::faults {

/// What a process did to a file, in the order in which it did it.
enum class Deed : std::int32_t {
    Begin, ///< An empty file was opened: whatever had that inode before is another one.
    Write,
    Truncate,
    Sync,
    Name,
    Unname,
    SyncFolder,
};

/// Head of an entry of the journal that the preloaded library writes; path and bytes follow.
struct JournalHead
{
    std::int64_t sequence; ///< Counted over all processes.
    std::int64_t inode;
    std::int64_t offset; ///< Of a write; the size of a truncation.
    std::int64_t bytes;
    Deed deed;
    std::int32_t pathLength;
};

} // namespace chengban::faults

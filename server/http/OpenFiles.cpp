#include "server/http/OpenFiles.h"

#include <sys/resource.h>

#include <algorithm>

namespace chengban::server {

namespace {

constexpr rlim_t ownFiles = 256; ///< Databases of the pool's threads, uploads, files that are being sent.

} // namespace

qsizetype roomForConnections(qsizetype wanted)
{
    rlimit files{};
    if (getrlimit(RLIMIT_NOFILE, &files) != 0)
        return wanted;
    const rlim_t needed = static_cast<rlim_t>(wanted) + ownFiles;
    if (files.rlim_cur < needed) {
        const rlimit raised{std::min(needed, files.rlim_max), files.rlim_max};
        if (setrlimit(RLIMIT_NOFILE, &raised) == 0)
            files = raised;
    }
    if (files.rlim_cur >= needed)
        return wanted;
    return static_cast<qsizetype>(std::max(files.rlim_cur, 2 * ownFiles) - ownFiles);
}

} // namespace chengban::server

#pragma once

#include "server/api/Exchange.h"

namespace chengban {
struct BlobFile;
}

namespace chengban::server {

/// A stored file, or the one range of it that was asked for (RFC 9110, 14).
[[nodiscard]] Response fileAnswer(const BlobFile &file, const Request &request);

} // namespace chengban::server

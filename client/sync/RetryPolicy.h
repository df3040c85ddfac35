#pragma once

#include "shared/base/ErrorCode.h"

#include <QtGlobal>

namespace chengban {

/// When something that failed with `reason` for the `attempts`-th time is tried again, as a stored time.
///
/// The pauses grow by a table and depend on what failed: a server that is away comes back soon, a full disk
/// or a proxy's page does not.
[[nodiscard]] qint64 nextTryMs(ErrorCode reason, int attempts, qint64 nowMs);

/// The line failed, not the thing that was sent: everybody else would fail the same way now.
[[nodiscard]] bool isLineFault(ErrorCode reason);
/// The server does not know us (any more): tokens first.
[[nodiscard]] bool isAccessFault(ErrorCode reason);

} // namespace chengban

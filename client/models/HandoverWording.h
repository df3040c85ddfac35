#pragma once

#include "client/store/Handovers.h"

namespace chengban {

/// One line about a hand-over: who, when, what became of it.
[[nodiscard]] QString handoverText(const HandedDraft &one, qint64 nowMs);

} // namespace chengban

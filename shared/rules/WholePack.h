#pragma once

#include "shared/base/Result.h"
#include "shared/rules/RulePack.h"

namespace chengban {

/// What no row says alone: that the limits every case needs are there, that every code is in its list, and
/// that no two rows contradict each other. The error's `detail` is the place with the reason behind it:
/// "extensions[0].totalCap: below the 5 days of the limit". Errors: MissingField, PackInvalid.
[[nodiscard]] Result<void> checkWhole(const RulePack &pack);

} // namespace chengban

#pragma once

#include "shared/cases/Actor.h"
#include "shared/cases/Case.h"
#include "shared/rules/RulePack.h"

namespace chengban {

/// The pack's notices whose occasion the case is in now: who is to be told of it, and how (T25, T29, HF10,
/// M20, M22, N4, N13). In the pack's order.
[[nodiscard]] QList<Notice> noticesNow(const Case &theCase, const RulePack &pack);

/// Of those the ones that are this person's: addressed to their post in the lead unit; at the centre those
/// that somebody has to pass on, to the supervisors or the government, or by another way than this system.
[[nodiscard]] QList<Notice> noticesFor(const Case &theCase, const RulePack &pack, const Actor &actor);

} // namespace chengban

#pragma once

#include "client/forms/StepForm.h"

namespace chengban {

/// The forms of the unit's steps, and of those that need a note only; null for others.
[[nodiscard]] StepForm *makeUnitForm(CommandType step, Desk &desk);

} // namespace chengban

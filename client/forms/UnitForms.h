#pragma once

#include "client/forms/StepForm.h"

namespace chengban {

/// The forms of the unit's steps, and of all whose fields stand in a table (StepFields.h); null for others.
[[nodiscard]] StepForm *makeUnitForm(CommandType step, Desk &desk);

} // namespace chengban

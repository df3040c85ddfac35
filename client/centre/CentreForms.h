#pragma once

#include "client/forms/StepForm.h"

namespace chengban {

/// The forms of the centre's and the archivist's steps; null for others.
[[nodiscard]] StepForm *makeCentreForm(CommandType step, Desk &desk);

} // namespace chengban

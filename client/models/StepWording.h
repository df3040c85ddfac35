#pragma once

#include "shared/cases/CommandType.h"

#include <QString>

namespace chengban {

// What the window calls the steps and what came of them: buttons, forms, timeline and transfer use the same
// verbs.

/// The verb of the step as it stands on its button: "Submit for sign-off".
[[nodiscard]] QString stepVerb(CommandType step);
/// The stable object name of the step's button: "submitForSignOff".
[[nodiscard]] QString stepObjectName(CommandType step);

/// What an event of the log says happened: "Reply signed". The raw type for one this program does not know.
[[nodiscard]] QString eventText(const QString &eventType);

} // namespace chengban

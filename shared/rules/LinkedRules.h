#pragma once

#include "shared/calendar/WorkingCalendar.h"
#include "shared/rules/RulePack.h"

namespace chengban {

/// The rules a program came with.
struct LinkedRules
{
    WorkingCalendar calendar;
    QList<RulePack> packs; ///< Of single documents, by file name; then the effective ones of the profiles.
    QStringList profiles; ///< Ids of the county profiles.
};

/// Loads what is linked into the program (chengban_resources). Errors: PackInvalid, UnknownField,
/// MissingField, CalendarInvalid; `detail` begins with the file.
[[nodiscard]] Result<LinkedRules> linkedRules();

} // namespace chengban

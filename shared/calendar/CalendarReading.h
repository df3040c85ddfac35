#pragma once

#include "shared/calendar/WorkingCalendar.h"
#include "shared/canonical/JsonReader.h"

namespace chengban::calendar_reading {

// What the national calendar and a county's days are read with; each notes its fault in the reader.

/// "2025-09-26", nothing shorter or looser.
[[nodiscard]] QDate readDate(JsonReader &reader, const QString &key);
/// A name that is not empty.
[[nodiscard]] QString readName(JsonReader &reader);
/// The four times of `hours`; the reader is not finished.
[[nodiscard]] OfficeHours readHours(JsonReader &hours);
/// The same of an object that holds nothing else.
[[nodiscard]] OfficeHours finishedHours(JsonReader hours);
/// Only a weekend can be made a working day; on another day the entry must be a mistake.
[[nodiscard]] bool isWeekend(const QDate &date);

} // namespace chengban::calendar_reading

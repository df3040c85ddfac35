#pragma once

#include "shared/base/Result.h"
#include "shared/calendar/WorkingCalendar.h"
#include "shared/rules/RulePack.h"

#include <QStringList>

namespace chengban::cli {

/// The packs of documents linked into the program.
[[nodiscard]] QStringList packIds();
/// One of them, or the effective one of a county profile: what cases are dispatched under. Errors:
/// PackUnknown, PackInvalid.
[[nodiscard]] Result<RulePack> packNamed(const QString &id);

/// Whether it names a file: no id of a pack or profile has a slash or a dot.
[[nodiscard]] bool isPath(const QString &name);
/// The same, or the pack in a file. Errors also: FileUnreadable; PackInvalid with the file.
[[nodiscard]] Result<RulePack> packNamedOrFrom(const QString &name);

/// The calendar linked into the program. Errors: CalendarInvalid.
[[nodiscard]] Result<WorkingCalendar> countyCalendar();

/// A day as 2025-09-26. Errors: BadInput.
[[nodiscard]] Result<QDate> dayNamed(const QString &text);

} // namespace chengban::cli

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

/// The same, or the pack in a file when the name is a path. Errors: FileUnreadable, PackInvalid with the
/// file.
/// One of them, or the effective one of a county profile: what cases are dispatched under. Errors:
/// PackUnknown, PackInvalid.
[[nodiscard]] Result<RulePack> packNamedOrFrom(const QString &name);

/// The calendar linked into the program. Errors: CalendarInvalid.
[[nodiscard]] Result<WorkingCalendar> countyCalendar();

/// A day as 2025-09-26. Errors: BadInput.
[[nodiscard]] Result<QDate> dayNamed(const QString &text);

} // namespace chengban::cli

#pragma once

#include "shared/base/Result.h"
#include "shared/rules/Deadlines.h"

namespace chengban::cli {

/// The rules somebody asks by: a pack of one document or the effective one of a county profile, with the
/// calendar of its county.
struct CountyRules
{
    RulePack pack;
    WorkingCalendar calendar;
};

/// Those linked into the program under that id. Errors: PackUnknown, PackInvalid, CalendarInvalid.
[[nodiscard]] Result<CountyRules> rulesNamed(const QString &id);

/// The same, or a pack in a file with the national calendar. Errors also: FileUnreadable.
[[nodiscard]] Result<CountyRules> rulesNamedOrFrom(const QString &name);

/// The limit of that name for that class. Errors: BadInput with the limits the pack has, for a name that is
/// none, one that the pack's document does not know, and a class that no limit of it names.
[[nodiscard]] Result<Limit> limitNamed(
    const RulePack &pack, const QString &limitName, const QString &className);

/// A moment with its zone; BadInput for one without, since the day it means would be a guess.
[[nodiscard]] Result<qint64> zonedMoment(const QString &text);

/// "2025-10-10T18:00:00+08:00".
[[nodiscard]] QString isoTime(qint64 ms);

} // namespace chengban::cli

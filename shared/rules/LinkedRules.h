#pragma once

#include "shared/calendar/WorkingCalendar.h"
#include "shared/rules/RulePack.h"

namespace chengban {

// What is linked into the program (chengban_resources). Errors of all: PackInvalid, UnknownField,
// MissingField, CalendarInvalid, FileUnreadable; `detail` begins with the file.

/// Where packs and county profiles are read from.
struct RuleFolders
{
    QString packs = QStringLiteral(":/rulepacks");
    QString profiles = QStringLiteral(":/profiles");
};

/// The national calendar.
[[nodiscard]] Result<WorkingCalendar> linkedCalendar();

/// The pack of one document or the effective one of a county profile; reads no more files than it needs.
/// Errors: PackUnknown as well.
[[nodiscard]] Result<RulePack> linkedPack(const QString &id, const RuleFolders &folders = {});

/// Ids of the county profiles, sound or not.
[[nodiscard]] QStringList profileIds(const RuleFolders &folders = {});

/// All of it.
struct LinkedRules
{
    WorkingCalendar calendar;
    QList<RulePack> packs; ///< Of single documents, by file name; then the effective ones of the profiles.
    QStringList profiles; ///< Ids of the county profiles.
    QList<Error> setAside; ///< Packs and profiles that do not load, each with file, place and reason.
};
/// A faulty pack or profile is set aside and stops no other. Errors: of the calendar alone.
[[nodiscard]] Result<LinkedRules> linkedRules();
/// The same with the packs and profiles of other folders.
[[nodiscard]] Result<LinkedRules> rulesIn(const QString &packs, const QString &profiles);

} // namespace chengban

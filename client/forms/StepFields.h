#pragma once

#include "shared/cases/Command.h"

#include <span>

namespace chengban {

enum class FieldKind {
    Text, ///< Several lines.
    Line,
    Moment, ///< Begins with now.
    OptionalMoment,
    Names, ///< Several, separated in one line.
    Number,
    Tick,
    Code, ///< One of a list of the pack; without such a list the field is left out.
    Class, ///< CaseClass
    HandDownTo,
    Receiver, ///< Of a hand-down: one of the directory, offered as it is typed, or anybody in words.
    Case, ///< Another case by its number.
    Duplicate, ///< The same; its demand goes along.
    Papers, ///< Attachments
};

/// A member of a step's body as a person fills it in.
struct StepField
{
    const char *name; ///< Of the member, and of the field.
    FieldKind kind;
    const char *caption;
    QList<CodedReason> RulePack::*codes = nullptr; ///< Of FieldKind::Code.
};

/// What a person fills in for a step whose body is plain.
struct StepFields
{
    CommandType step;
    const char *hint;
    std::span<const StepField> fields;
};

/// The fields of that step; null for a step that has a form of its own. To give a further step a form, add
/// its row.
[[nodiscard]] const StepFields *stepFields(CommandType step);

} // namespace chengban

#pragma once

#include "shared/base/Names.h"
#include "shared/base/Problem.h"
#include "shared/cases/Command.h"

#include <array>

namespace chengban::wire {

/// POST /v1/imports: one registration read from a file; `line` is where it stood.
struct ImportRow
{
    int line = 0;
    RegisterBody body;
    bool operator==(const ImportRow &) const = default;
};

enum class ImportState { Imported, Duplicate, Refused };

constexpr auto namesOf(ImportState)
{
    return std::array{Named{ImportState::Imported, "imported"}, Named{ImportState::Duplicate, "duplicate"},
        Named{ImportState::Refused, "refused"}};
}

struct ImportOutcome
{
    int line = 0;
    ImportState state = ImportState::Refused;
    CaseId caseId; ///< Of the new case, or of the one that has this number already.
    Problems problems; ///< Why it was refused.
    bool operator==(const ImportOutcome &) const = default;
};

[[nodiscard]] QJsonObject toJson(const ImportRow &);
[[nodiscard]] QJsonObject toJson(const ImportOutcome &);
[[nodiscard]] Result<ImportRow> importRowFromJson(const QJsonObject &);
[[nodiscard]] Result<ImportOutcome> importOutcomeFromJson(const QJsonObject &);

} // namespace chengban::wire

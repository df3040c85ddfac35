#pragma once

#include "shared/base/Problem.h"
#include "shared/base/Result.h"

#include <QJsonObject>

namespace chengban {

/// Why a step that was sent stands in a draft again: the server's word, to be shown at the fields it names.
struct GivenBack
{
    ErrorCode reason = ErrorCode::StepNotAllowed; ///< Conflict: somebody else was first.
    qint64 atMs = 0;
    Problems problems;
    bool operator==(const GivenBack &) const = default;
};

[[nodiscard]] QJsonObject toJson(const GivenBack &given);
[[nodiscard]] Result<GivenBack> givenBackFromJson(const QJsonObject &json);

/// {"problems":[…]}
[[nodiscard]] QJsonObject toJson(const Problems &problems);
[[nodiscard]] Result<Problems> problemsFromJson(const QJsonObject &json);

} // namespace chengban

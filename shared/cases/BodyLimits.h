#pragma once

#include "shared/base/Problem.h"

#include <QJsonObject>

namespace chengban {

/// What no body may hold, whatever its type: texts that are too long, lists that are too long, a NUL, half a
/// surrogate pair, a fraction. Each problem names its field. Nothing else bounds a command before it is
/// stored.
[[nodiscard]] Problems bodyLimitProblems(const QJsonObject &body);

} // namespace chengban

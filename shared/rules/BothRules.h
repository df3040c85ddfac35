#pragma once

#include "shared/rules/RuleKinds.h"

#include <optional>

namespace chengban {

/// What is left of two overlapping rules of two packs.
struct Left
{
    bool knownStays = true;
    bool nextStays = true;
    QJsonObject known; ///< The first one, perhaps tightened by the second.
};

/// Two rules that both bind: every condition of both holds; of two limits the shorter one does. Empty when
/// they cannot be put together: limits in other units or of other clocks, or neither of which covers the
/// other.
[[nodiscard]] std::optional<Left> bothBind(
    const RuleKind &kind, const QJsonObject &known, const QJsonObject &next);

} // namespace chengban

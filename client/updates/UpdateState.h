#pragma once

#include "shared/base/ErrorCode.h"

#include <QString>

#include <optional>

namespace chengban {

/// What a person is told about newer versions; a value that crosses threads.
struct UpdateState
{
    QString ready; ///< The version that the next start takes; empty without one.
    QString news; ///< Its publisher's line or two.
    std::optional<ErrorCode> trouble; ///< Why there is none although there could be.
    bool operator==(const UpdateState &) const = default;
};

} // namespace chengban

#pragma once

#include <QtGlobal>

#include <algorithm>
#include <optional>

namespace chengban {

/// What is still to be waited, in ms, after nobody has touched this program for `limitMs`: the person may be
/// at work in another one, which the system tells by `sinceInputMs`. 0: the desk is locked now.
[[nodiscard]] constexpr qint64 stillToWait(qint64 limitMs, std::optional<qint64> sinceInputMs)
{
    return sinceInputMs ? std::clamp<qint64>(limitMs - *sinceInputMs, 0, limitMs) : 0;
}

} // namespace chengban

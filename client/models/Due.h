#pragma once

#include <QString>

#include <optional>

namespace chengban {

/// How pressing a due time is. The one thing that colour means in the window, and never without a word.
enum class Urgency {
    None, ///< No due time runs.
    Calm,
    Soon, ///< Less than a day is left.
    Overdue,
};

[[nodiscard]] Urgency urgencyOf(std::optional<qint64> dueMs, qint64 nowMs);

/// "2 d 3 h left", "40 min left", "5 h overdue"; empty without a due time. Natural time, rounded down.
[[nodiscard]] QString timeLeftText(std::optional<qint64> dueMs, qint64 nowMs);

/// Share of the week before the due time that is used up, 0 to 1: the length of the due bar.
[[nodiscard]] double usedShare(std::optional<qint64> dueMs, qint64 nowMs);

} // namespace chengban

#pragma once

#include <QString>

namespace chengban {

/// The first letters of the readings of Chinese characters, for searching: "幸福里" gives "xfl". What is no
/// Chinese character parts the words. A character with several readings stands under its most usual one.
[[nodiscard]] QString pinyinInitials(QStringView text);

} // namespace chengban

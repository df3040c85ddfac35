#pragma once

#include <QString>

namespace chengban {

/// Whether Windows can hold a file of that name and keep it: no device's name, no trailing dot or space, none
/// of its signs.
[[nodiscard]] bool isWindowsName(const QString &name);

/// A name, not a path, that every system takes, as near to `name` as can be: what a file is called that is
/// written or sent under words of people. Never empty.
///
/// Its refused signs become '_', control and format characters go, so do blanks at the ends and dots at the
/// end; a device's name (CON, nul.txt) gets a '_' in front. Above `most` UTF-16 units, or 255 bytes in UTF-8,
/// which is as much as Linux holds, it is cut in the middle and keeps its ending.
[[nodiscard]] QString safeFileName(const QString &name, qsizetype most = 120);

/// The same from a number or a title alone: whatever is neither letter, digit nor '-' becomes '_'.
[[nodiscard]] QString plainFileName(const QString &words, qsizetype most = 80);

} // namespace chengban

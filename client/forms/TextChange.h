#pragma once

#include <QString>

namespace chengban {

/// What became of a text between two versions: equal at both ends, changed in the middle.
struct TextChange
{
    QString before; ///< Equal beginning.
    QString removed;
    QString added;
    QString after; ///< Equal end.
    bool operator==(const TextChange &) const = default;
};

[[nodiscard]] TextChange changeOf(const QString &old, const QString &now);

/// As rich text: removed words struck out, added ones underlined. Escapes what it shows.
[[nodiscard]] QString changeHtml(const TextChange &change);

} // namespace chengban

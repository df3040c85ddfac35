#pragma once

#include "shared/base/Names.h"

#include <QByteArray>
#include <QString>

#include <array>
#include <optional>

namespace chengban {

enum class TextEncoding { Utf8, Utf8WithMark, Gb18030, Utf16Little, Utf16Big };

constexpr auto namesOf(TextEncoding)
{
    return std::array{Named{TextEncoding::Utf8, "utf-8"}, Named{TextEncoding::Utf8WithMark, "utf-8-bom"},
        Named{TextEncoding::Gb18030, "gb18030"}, Named{TextEncoding::Utf16Little, "utf-16le"},
        Named{TextEncoding::Utf16Big, "utf-16be"}};
}

/// The encoding of a whole text file: by its byte order mark, else by what most of its lines are.
[[nodiscard]] TextEncoding encodingOf(QByteArrayView bytes);

/// The bytes without the mark; UTF-16 becomes UTF-8, with a byte 0xFF (never valid) where a unit is broken,
/// so that only the row that holds it is lost.
[[nodiscard]] QByteArray structuralBytes(const QByteArray &bytes, TextEncoding encoding);

/// Decodes one cell; empty when it holds bytes of another encoding. In both UTF-8 and GB18030 the delimiters,
/// quotes and line ends of CSV never occur inside a character, so a file is cut into cells before it is
/// decoded.
[[nodiscard]] std::optional<QString> decodedCell(QByteArrayView cell, TextEncoding encoding);

/// For showing a row that could not be decoded: broken bytes become U+FFFD.
[[nodiscard]] QString readableCell(QByteArrayView cell, TextEncoding encoding);

} // namespace chengban

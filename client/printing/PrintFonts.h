#pragma once

#include "shared/base/Result.h"

#include <QColor>
#include <QFont>
#include <QHash>
#include <QString>
#include <QStringList>

#include <array>

namespace chengban {

/// Sheets are laid out in tenths of a millimetre: 254 dots per inch. Widths are fractions of that, and most
/// texts stay below the 64 pixels up to which Qt keeps the measured glyphs.
constexpr int sheetDpi = 254;
constexpr qreal mm(qreal millimetres)
{
    return millimetres * 10;
}
constexpr qreal pt(qreal points)
{
    return points * sheetDpi / 72;
}

enum class Face {
    Song, ///< 宋体: text
    Hei, ///< 黑体: labels, first-level headings
    Kai, ///< 楷体: opinions and names
    FangSong, ///< 仿宋: letters after GB/T 9704
    BiaoSong, ///< 小标宋: titles and the unit's name in letters after GB/T 9704
};
constexpr size_t faceCount = 5;

/// What a face was to be and what stands for it on this PC.
struct FontRole
{
    QString role; ///< 仿宋, 楷体, …
    QString used; ///< Family.
    bool substitute = false; ///< Another style: the face's own families are not installed.
    bool operator==(const FontRole &) const = default;
};

struct TextStyle
{
    Face face = Face::Song;
    qreal points = 10.5;
    bool bold = false;
    Qt::Alignment align = Qt::AlignLeft;
    qreal leading = 1.5; ///< Line pitch as a multiple of the size.
    int indent = 0; ///< Of a paragraph's first line, in characters.
    qreal spacing = 0; ///< Added between the characters, in dots.
    QColor color = Qt::black;

    [[nodiscard]] qreal linePitch() const { return pt(points) * leading; }
};

/// The fonts of the sheets: for each face the first family of its list that is installed here
/// (docs/dossier.md has the lists; where none is, Song stands for it), and after it those that hold the rare
/// characters. Asked for by name only, so no unknown face ever replaces one silently.
class PrintFonts
{
public:
    /// Errors: FontMissing when no family with Chinese is installed.
    [[nodiscard]] static Result<PrintFonts> installed();

    [[nodiscard]] QFont font(const TextStyle &style) const;
    [[nodiscard]] QList<FontRole> roles() const;
    [[nodiscard]] bool isSubstitute(Face face) const { return roles().at(qsizetype(face)).substitute; }

    /// `text` as it can be printed: other line ends and control characters become ours, a character that no
    /// font here has becomes 〔U+XXXX〕 and is remembered.
    [[nodiscard]] QString printable(const QString &text);
    [[nodiscard]] QStringList unprintable() const { return m_unprintable; }

private:
    PrintFonts() = default;
    [[nodiscard]] bool hasGlyph(char32_t character) const;

    std::array<QStringList, faceCount> m_families;
    QHash<char32_t, bool> m_known;
    QStringList m_unprintable;
};

} // namespace chengban

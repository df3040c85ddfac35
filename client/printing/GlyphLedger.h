#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QRawFont>
#include <QSet>
#include <QString>

class QTextLine;

namespace chengban {

/// Which characters were drawn, and which glyphs of which font in which order.
///
/// Qt's PDF engine numbers the glyphs of a font in the order of their first use and maps them back to the
/// lowest code point of the basic plane: 工 comes back as a radical, a name like 𠮷 not at all. The ledger
/// knows better.
class GlyphLedger
{
public:
    struct Font
    {
        QRawFont raw;
        QList<quint32> glyphs; ///< In the order of first use, so entry n-1 is the file's glyph n.
        QHash<quint32, char32_t> meaning; ///< Of each of them; 0 when it stands for no single character.
    };

    /// Notes a line that is being drawn now; `text` is the text of its layout.
    void note(const QTextLine &line, const QString &text);

    /// The fonts that were drawn with, by PostScript name.
    [[nodiscard]] const QHash<QByteArray, Font> &fonts() const { return m_fonts; }
    /// Of the font that Qt's PDF engine has written under that name; the name itself when nothing was drawn
    /// with it.
    [[nodiscard]] QByteArray postScriptName(const QByteArray &written) const;
    [[nodiscard]] const Font *font(const QByteArray &postScriptName) const;
    [[nodiscard]] QList<char32_t> characters() const { return {m_characters.cbegin(), m_characters.cend()}; }

private:
    [[nodiscard]] Font &fontOf(const QRawFont &raw);
    void learn(const QTextLine &line, QStringView text);

    QHash<QByteArray, Font> m_fonts; ///< By PostScript name.
    QHash<QByteArray, QByteArray> m_names; ///< What Qt may call a font instead, to its PostScript name.
    QSet<char32_t> m_characters;
};

/// An entry of the font's `name` table in Latin letters; empty when it has none.
[[nodiscard]] QByteArray fontName(const QRawFont &font, int entry);

} // namespace chengban

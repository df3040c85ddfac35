#pragma once

#include <QByteArray>
#include <QHash>

class QPDF;

namespace chengban {

class GlyphLedger;

/// A font's map from its glyph numbers to text, as UTF-16 (big-endian in the file).
using ToUnicodeMap = QHash<int, QString>;

/// Reads the bfchar and bfrange sections of a ToUnicode CMap; what it does not understand it leaves out.
[[nodiscard]] ToUnicodeMap parsedToUnicode(const QByteArray &cmap);
[[nodiscard]] QByteArray toUnicodeCMap(const ToUnicodeMap &map);

/// Mends the ToUnicode map of every font that Qt's PDF engine wrote, so that each character that was drawn
/// comes back from a search or a copy: unified ideographs instead of radicals, spaces instead of tabs,
/// characters beyond the basic plane. And gives each the name and the heights of its own tables.
void mendFonts(QPDF &pdf, const GlyphLedger &ledger);

} // namespace chengban

#pragma once

#include "client/printing/OfficialLetter.h"

namespace chengban::official {

// What every form of GB/T 9704 shares: letters (信函格式) and documents (文件格式).

inline const QColor red(0xC8, 0x10, 0x1E);
inline constexpr qreal widthMm = 210 - grid::leftMm - grid::rightMm;
inline constexpr qreal pitch = mm(grid::pitchMm);
/// From one character to the next: 28 of them fill the line, a little closer than 16 points.
inline constexpr qreal characterMm = widthMm / grid::characters;

[[nodiscard]] TextStyle bodyStyle(Face face = Face::FangSong);
/// The next line of the grid at or below so many millimetres.
[[nodiscard]] qreal onGrid(qreal millimetres);
void paintTitle(SheetPainter &painter, const QString &title);
/// Headings in their faces; `endLines` more lines stand on the page of the last two.
void paintParagraphs(SheetPainter &painter, const QStringList &paragraphs, qsizetype endLines);
/// Two empty lines, so that the seal's upper edge is within one line of the text; the date four characters
/// from the right, the unit over its middle (7.3.5.1).
void paintEnd(SheetPainter &painter, const QString &issuer, qint64 atMs);

} // namespace chengban::official

#pragma once

#include <QImage>
#include <QList>
#include <QPolygonF>
#include <QString>

namespace chengban {

/// A QR code in a picture, whatever it says.
struct Symbol
{
    QString text;
    QPolygonF corners; ///< In the picture's dots, from the code's own upper left corner along its upper edge.
};

/// How grey becomes black and white. An engine that knows one way only takes it for both.
enum class InkThreshold {
    Global, ///< One for the picture: best where noise is the same everywhere.
    Local, ///< One for each place: best on uneven light.
};

/// Every code in a picture in 8-bit grey that can be read at all. The engine is chosen when the program is
/// built (CHENGBAN_CODES): SymbolReaderZXing.cpp, or SymbolReaderZBar.cpp where ZXing cannot be had.
[[nodiscard]] QList<Symbol> symbolsIn(const QImage &grey, InkThreshold threshold);

} // namespace chengban

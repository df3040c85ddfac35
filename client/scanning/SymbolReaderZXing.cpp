#include "client/scanning/SymbolReader.h"

// The one place that sees ZXing, whose names changed from 1.4 to 2.2.
#define ZX_USE_UTF8 1
#include <ZXing/ReadBarcode.h>

namespace chengban {

namespace {

#if __has_include(<ZXing/ReaderOptions.h>)
using Reading = ZXing::ReaderOptions;
#else
using Reading = ZXing::DecodeHints;
#endif

Reading reading(InkThreshold threshold)
{
    Reading options;
    options.setFormats(ZXing::BarcodeFormat::QRCode);
    options.setTryHarder(true);
    options.setTryRotate(true);
    options.setTryDownscale(true);
    options.setBinarizer(threshold == InkThreshold::Global ? ZXing::Binarizer::GlobalHistogram
                                                           : ZXing::Binarizer::LocalAverage);
    return options;
}

} // namespace

QList<Symbol> symbolsIn(const QImage &grey, InkThreshold threshold)
{
    const ZXing::ImageView view(
        grey.constBits(), grey.width(), grey.height(), ZXing::ImageFormat::Lum, int(grey.bytesPerLine()));
    QList<Symbol> symbols;
    for (const auto &found : ZXing::ReadBarcodes(view, reading(threshold))) {
        if (!found.isValid())
            continue;
        Symbol symbol{QString::fromStdString(found.text()), {}};
        for (const auto &point : found.position())
            symbol.corners.append(QPointF(point.x, point.y));
        symbols.append(symbol);
    }
    return symbols;
}

} // namespace chengban

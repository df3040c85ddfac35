#include "client/scanning/SymbolReader.h"

#include <memory>

#include <zbar.h>

namespace chengban {

namespace {

using Scanner = std::unique_ptr<zbar::zbar_image_scanner_t, decltype(&zbar::zbar_image_scanner_destroy)>;
using Picture = std::unique_ptr<zbar::zbar_image_t, decltype(&zbar::zbar_image_destroy)>;

Scanner scannerOfCodes()
{
    Scanner scanner(zbar::zbar_image_scanner_create(), &zbar::zbar_image_scanner_destroy);
    zbar::zbar_image_scanner_set_config(scanner.get(), zbar::ZBAR_NONE, zbar::ZBAR_CFG_ENABLE, 0);
    zbar::zbar_image_scanner_set_config(scanner.get(), zbar::ZBAR_QRCODE, zbar::ZBAR_CFG_ENABLE, 1);
    return scanner;
}

/// The dots without the gap that QImage may leave after each line.
QByteArray dotsOf(const QImage &grey)
{
    QByteArray dots;
    dots.reserve(qsizetype(grey.width()) * grey.height());
    for (int y = 0; y < grey.height(); ++y)
        dots.append(reinterpret_cast<const char *>(grey.constScanLine(y)), grey.width());
    return dots;
}

/// zbar goes round against the clock.
QPolygonF cornersOf(const zbar::zbar_symbol_t *symbol)
{
    QPolygonF corners;
    if (zbar::zbar_symbol_get_loc_size(symbol) != 4)
        return corners;
    for (const unsigned corner : {0u, 3u, 2u, 1u})
        corners.append(QPointF(
            zbar::zbar_symbol_get_loc_x(symbol, corner), zbar::zbar_symbol_get_loc_y(symbol, corner)));
    return corners;
}

} // namespace

QList<Symbol> symbolsIn(const QImage &grey, InkThreshold)
{
    const QByteArray dots = dotsOf(grey);
    const Scanner scanner = scannerOfCodes();
    const Picture picture(zbar::zbar_image_create(), &zbar::zbar_image_destroy);
    zbar::zbar_image_set_format(picture.get(), zbar_fourcc('Y', '8', '0', '0'));
    zbar::zbar_image_set_size(picture.get(), unsigned(grey.width()), unsigned(grey.height()));
    zbar::zbar_image_set_data(
        picture.get(), dots.constData(), static_cast<unsigned long>(dots.size()), nullptr);
    QList<Symbol> symbols;
    if (zbar::zbar_scan_image(scanner.get(), picture.get()) <= 0)
        return symbols;
    for (auto *symbol = zbar::zbar_image_first_symbol(picture.get()); symbol;
         symbol = zbar::zbar_symbol_next(symbol))
        symbols.append({QString::fromUtf8(zbar::zbar_symbol_get_data(symbol),
                            qsizetype(zbar::zbar_symbol_get_data_length(symbol))),
            cornersOf(symbol)});
    return symbols;
}

} // namespace chengban

#include "client/scanning/CodeReader.h"

// The one place that sees ZXing, whose names changed from 1.4 to 2.2.
#define ZX_USE_UTF8 1
#include <ZXing/ReadBarcode.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace chengban {

namespace {

#if __has_include(<ZXing/ReaderOptions.h>)
using Reading = ZXing::ReaderOptions;
using Symbol = ZXing::Barcode;
#else
using Reading = ZXing::DecodeHints;
using Symbol = ZXing::Result;
#endif

/// One way to look at a page.
struct Look
{
    double scale; ///< Of the page's dots; below 1 the noise between them is averaged away.
    bool stretched; ///< Faint print is made black.
    ZXing::Binarizer binarizer;
};

Reading reading(const Look &look)
{
    Reading options;
    options.setFormats(ZXing::BarcodeFormat::QRCode);
    options.setTryHarder(true);
    options.setTryRotate(true);
    options.setTryDownscale(true);
    options.setBinarizer(look.binarizer);
    return options;
}

/// The darkest half per cent becomes black and the usual paper white.
QImage stretched(const QImage &grey)
{
    std::array<qint64, 256> counts{};
    for (int y = 0; y < grey.height(); ++y) {
        const uchar *line = grey.constScanLine(y);
        for (int x = 0; x < grey.width(); ++x)
            ++counts[line[x]];
    }
    const qint64 all = qint64(grey.width()) * grey.height();
    const auto levelAt = [&](double share) {
        qint64 below = 0;
        int level = 0;
        while (level < 255 && double(below += counts[size_t(level)]) < share * double(all))
            ++level;
        return level;
    };
    const int black = levelAt(0.005), white = levelAt(0.5);
    if (white - black < 8)
        return grey;
    QImage result(grey.size(), QImage::Format_Grayscale8);
    for (int y = 0; y < grey.height(); ++y) {
        const uchar *line = grey.constScanLine(y);
        uchar *out = result.scanLine(y);
        for (int x = 0; x < grey.width(); ++x)
            out[x] = uchar(std::clamp((line[x] - black) * 255 / (white - black), 0, 255));
    }
    return result;
}

QImage seen(const QImage &grey, const Look &look)
{
    QImage image = grey;
    if (look.scale < 1)
        image = image.scaled(image.size() * look.scale, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    return look.stretched ? stretched(image) : image;
}

QPolygonF cornersOf(const Symbol &symbol, double scale)
{
    QPolygonF corners;
    for (const auto &point : symbol.position())
        corners.append(QPointF(point.x, point.y) / scale);
    return corners;
}

/// Adds what a look at the page finds that is not there yet.
void look(QList<FoundCode> &codes, const QImage &grey, const Look &look)
{
    const QImage image = seen(grey, look);
    const ZXing::ImageView view(
        image.constBits(), image.width(), image.height(), ZXing::ImageFormat::Lum, int(image.bytesPerLine()));
    for (const Symbol &symbol : ZXing::ReadBarcodes(view, reading(look))) {
        if (!symbol.isValid())
            continue;
        const Result<SheetCode> code = sheetCodeFrom(QString::fromStdString(symbol.text()));
        const auto isKnown = [&](const FoundCode &other) { return other.code == *code; };
        if (code && std::ranges::none_of(codes, isKnown))
            codes.append({*code, cornersOf(symbol, look.scale)});
    }
}

QList<FoundCode> codesIn(const QImage &grey)
{
    using enum ZXing::Binarizer;
    // In the order of what they find on grained, faint and soft scans (bench_scanning): the first finds most,
    // each later one some that none before it did.
    static constexpr std::array looks{Look{0.5, false, GlobalHistogram}, Look{1, false, LocalAverage},
        Look{0.6, false, LocalAverage}, Look{0.75, true, LocalAverage}, Look{0.4, false, LocalAverage},
        Look{0.6, true, GlobalHistogram}, Look{1, true, GlobalHistogram}};
    constexpr size_t always = 2; // Of two sheets on one page a look may see one alone.
    QList<FoundCode> codes;
    for (size_t i = 0; i < looks.size() && (codes.isEmpty() || i < always); ++i)
        look(codes, grey, looks[i]);
    std::ranges::sort(codes, {}, [](const FoundCode &one) { return one.corners.boundingRect().top(); });
    return codes;
}

/// The page's red alone, in which a red seal is as light as the paper.
QImage redOf(const QImage &page)
{
    const QImage colours = page.convertToFormat(QImage::Format_RGB32);
    QImage red(page.size(), QImage::Format_Grayscale8);
    for (int y = 0; y < page.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(colours.constScanLine(y));
        uchar *out = red.scanLine(y);
        for (int x = 0; x < page.width(); ++x)
            out[x] = uchar(qRed(line[x]));
    }
    return red;
}

} // namespace

int FoundCode::quarters() const
{
    if (corners.size() < 2)
        return 0;
    const QPointF edge = corners[1] - corners[0];
    const double turn = std::atan2(edge.y(), edge.x()) * 2 / std::numbers::pi;
    return (int(std::lround(turn)) + 4) % 4;
}

QList<FoundCode> codesOn(const QImage &page)
{
    if (page.isNull())
        return {};
    QList<FoundCode> codes = codesIn(page.convertToFormat(QImage::Format_Grayscale8));
    if (codes.isEmpty() && page.depth() > 8)
        codes = codesIn(redOf(page));
    return codes;
}

} // namespace chengban

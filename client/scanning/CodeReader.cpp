#include "client/scanning/CodeReader.h"

#include "client/scanning/SymbolReader.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace chengban {

namespace {

/// One way to look at a page.
struct Look
{
    double scale; ///< Of the page's dots; below 1 the noise between them is averaged away.
    bool stretched; ///< Faint print is made black.
    InkThreshold threshold;
};

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

/// Adds what a look at the page finds that is not there yet.
void look(QList<FoundCode> &codes, const QImage &grey, const Look &look)
{
    for (const Symbol &symbol : symbolsIn(seen(grey, look), look.threshold)) {
        const Result<SheetCode> code = sheetCodeFrom(symbol.text);
        const auto isKnown = [&](const FoundCode &other) { return other.code == *code; };
        if (!code || std::ranges::any_of(codes, isKnown))
            continue;
        FoundCode found{*code, {}};
        for (const QPointF &corner : symbol.corners)
            found.corners.append(corner / look.scale);
        codes.append(found);
    }
}

// In the order of what they find on grained, faint and soft scans (bench_scanning): the first finds most,
// each later one some that none before it did.
constexpr std::array looks{Look{0.5, false, InkThreshold::Global}, Look{1, false, InkThreshold::Local},
    Look{0.6, false, InkThreshold::Local}, Look{0.75, true, InkThreshold::Local},
    Look{0.4, false, InkThreshold::Local}, Look{0.6, true, InkThreshold::Global},
    Look{1, true, InkThreshold::Global}};

/// No two looks show an engine that knows one threshold only the same picture.
constexpr bool allShowAnew()
{
    for (size_t i = 0; i < looks.size(); ++i) {
        for (size_t k = 0; k < i; ++k) {
            if (looks[k].scale == looks[i].scale && looks[k].stretched == looks[i].stretched)
                return false;
        }
    }
    return true;
}
static_assert(allShowAnew());

QList<FoundCode> codesIn(const QImage &grey)
{
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

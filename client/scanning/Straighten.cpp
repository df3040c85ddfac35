#include "client/scanning/Straighten.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <vector>

namespace chengban {

namespace {

constexpr int longSide = 1200; ///< Lines are looked for at about 100 dots per inch.
constexpr double farthest = 8;
constexpr double coarseStep = 0.5;
constexpr double fineStep = 0.05;
constexpr double leastTurn = 0.1;
constexpr double leastGain = 1.15; ///< How much clearer the lines must stand out than turned any other way.

struct Dot
{
    float x;
    float y;
};

/// Where the page gets darker, downwards (along lines of print) and to the right (along upright strokes).
struct Edges
{
    std::vector<Dot> level;
    std::vector<Dot> upright;
    int reach = 0; ///< No dot is farther from the middle.
};

double radians(double degrees)
{
    return degrees * std::numbers::pi / 180;
}

QImage small(const QImage &page)
{
    const QImage grey = page.convertToFormat(QImage::Format_Grayscale8);
    if (std::max(page.width(), page.height()) <= longSide)
        return grey;
    return grey.scaled(longSide, longSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

/// The step from light to dark that counts as an edge: a third of the strongest few, so faint print has some.
int edgeStep(const std::vector<int> &counts)
{
    const qint64 all = std::accumulate(counts.begin(), counts.end(), qint64(0));
    qint64 above = 0;
    int step = 255;
    while (step > 0 && (above += counts[size_t(step)]) < all / 400)
        --step;
    return std::max(10, step / 3);
}

Edges edgesOf(const QImage &grey)
{
    const int margin = std::max(2, grey.width() / 50); // The scanner's own frame stands straight.
    std::vector<int> counts(256, 0);
    const auto each = [&](const auto &take) {
        for (int y = margin; y < grey.height() - margin; ++y) {
            const uchar *above = grey.constScanLine(y - 1);
            const uchar *line = grey.constScanLine(y);
            for (int x = margin; x < grey.width() - margin; ++x)
                take(x, y, above[x] - line[x], line[x - 1] - line[x]);
        }
    };
    each([&](int, int, int down, int right) { ++counts[size_t(std::clamp(std::max(down, right), 0, 255))]; });
    const int step = edgeStep(counts);
    Edges edges;
    edges.reach = int(std::hypot(grey.width(), grey.height())) / 2 + 2;
    const float midX = float(grey.width()) / 2, midY = float(grey.height()) / 2;
    each([&](int x, int y, int down, int right) {
        if (down >= step)
            edges.level.push_back({float(x) - midX, float(y) - midY});
        if (right >= step)
            edges.upright.push_back({float(x) - midX, float(y) - midY});
    });
    return edges;
}

/// How unevenly the dots lie in stripes along a line so turned: lines of print fill few stripes.
double unevenness(const std::vector<Dot> &dots, int reach, double alongX, double alongY)
{
    std::vector<int> stripes(size_t(2 * reach + 1), 0);
    const float cx = float(alongX), cy = float(alongY);
    for (const Dot &dot : dots)
        ++stripes[size_t(std::lround(dot.x * cx + dot.y * cy) + reach)];
    double sum = 0;
    for (const int count : stripes)
        sum += double(count) * count;
    return sum;
}

double clarity(const Edges &edges, double degrees)
{
    const double turn = radians(degrees);
    return unevenness(edges.level, edges.reach, -std::sin(turn), std::cos(turn))
        + unevenness(edges.upright, edges.reach, std::cos(turn), std::sin(turn));
}

struct Best
{
    double degrees = 0;
    double clarity = 0;
    double usual = 0; ///< Of all the angles tried.
};

Best bestBetween(const Edges &edges, double from, double to, double step)
{
    Best best;
    const int count = int(std::lround((to - from) / step));
    for (int i = 0; i <= count; ++i) {
        const double degrees = from + i * step;
        const double clear = clarity(edges, degrees);
        best.usual += clear / (count + 1);
        if (clear > best.clarity) {
            best.degrees = degrees;
            best.clarity = clear;
        }
    }
    return best;
}

QImage paintedTurned(const QImage &page, double degrees)
{
    QImage paper(page.size(), page.format());
    paper.fill(Qt::white);
    QPainter painter(&paper);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.translate(page.width() / 2.0, page.height() / 2.0);
    painter.rotate(degrees);
    painter.translate(-page.width() / 2.0, -page.height() / 2.0);
    painter.drawImage(0, 0, page);
    return paper;
}

bool isGrey(const QImage &page)
{
    return page.depth() == 1 || page.format() == QImage::Format_Grayscale8
        || page.format() == QImage::Format_Grayscale16
        || (page.format() == QImage::Format_Indexed8 && page.allGray());
}

} // namespace

double skewOf(const QImage &page)
{
    if (page.width() < 50 || page.height() < 50)
        return 0;
    const Edges edges = edgesOf(small(page));
    const Best rough = bestBetween(edges, -farthest, farthest, coarseStep);
    const bool tells = rough.clarity > leastGain * rough.usual;
    if (!tells)
        return 0;
    return bestBetween(edges, rough.degrees - coarseStep, rough.degrees + coarseStep, fineStep).degrees;
}

QImage turned(const QImage &page, double degrees)
{
    const double quarters = degrees / 90;
    if (std::abs(quarters - std::round(quarters)) < 1e-9) {
        QImage plain = std::lround(quarters) % 4 == 0 ? page : page.transformed(QTransform().rotate(degrees));
        if (std::lround(quarters) % 2 != 0) {
            plain.setDotsPerMeterX(page.dotsPerMeterY());
            plain.setDotsPerMeterY(page.dotsPerMeterX());
        }
        return plain;
    }
    QImage result = paintedTurned(
        page.convertToFormat(isGrey(page) ? QImage::Format_Grayscale8 : QImage::Format_RGB32), degrees);
    if (page.depth() == 1)
        result = result.convertToFormat(page.format(), Qt::MonoOnly | Qt::ThresholdDither);
    result.setDotsPerMeterX(page.dotsPerMeterX());
    result.setDotsPerMeterY(page.dotsPerMeterY());
    return result;
}

Straightened straightened(const QImage &page)
{
    const double skew = skewOf(page);
    if (std::abs(skew) < leastTurn)
        return {page, 0};
    return {turned(page, -skew), -skew};
}

} // namespace chengban

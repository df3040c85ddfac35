#include "client/scanning/ScanPage.h"

#include "client/scanning/Straighten.h"

#include <QBuffer>
#include <QImageReader>
#include <QImageWriter>

#include <algorithm>
#include <atomic>
#include <cmath>

namespace chengban {

namespace {

constexpr int largestReadMiB = 512;

bool isOneBit(const QImage &image)
{
    return image.depth() == 1;
}

Result<QByteArray> encoded(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, isOneBit(image) ? "png" : "jpg");
    writer.setQuality(isOneBit(image) ? -1 : pageQuality);
    if (!writer.write(image))
        return fail(ErrorCode::ScannerFull, writer.errorString());
    return bytes;
}

/// The dots that an area touches, rounded outwards.
QRect dotsOf(const QRectF &area, const QSize &size)
{
    const auto least = [](double part, int whole) { return int(std::floor(part * whole)); };
    const auto most = [](double part, int whole) { return int(std::ceil(part * whole)); };
    const QRect dots(QPoint(least(area.left(), size.width()), least(area.top(), size.height())),
        QPoint(most(area.right(), size.width()) - 1, most(area.bottom(), size.height()) - 1));
    return dots.intersected(QRect(QPoint(), size));
}

/// Dot by dot: a painter does not paint on one bit as it does on colours.
void blacken(QImage &image, const QRect &dots)
{
    const QList<QRgb> palette = image.colorTable();
    const auto darkest = std::ranges::min_element(palette, {}, [](QRgb one) { return qGray(one); });
    const uint black = palette.isEmpty() ? qRgb(0, 0, 0) : uint(darkest - palette.begin());
    for (int y = dots.top(); y <= dots.bottom(); ++y) {
        for (int x = dots.left(); x <= dots.right(); ++x)
            image.setPixel(x, y, black);
    }
}

QImage cropped(const QImage &image, const QRectF &area)
{
    const QRect dots = dotsOf(area, image.size());
    return dots.isEmpty() ? image : image.copy(dots);
}

Result<QImage> decoded(const ScanPage &page, const QSize &room)
{
    QBuffer buffer;
    buffer.setData(page.bytes);
    QImageReader reader(&buffer);
    reader.setAllocationLimit(largestReadMiB);
    const QSize size = reader.size();
    // A JPEG is read small at once, which costs a fraction.
    const bool smaller = !room.isEmpty() && size.isValid() && page.ending == QStringLiteral("jpg")
        && (size.width() > room.width() || size.height() > room.height());
    if (smaller)
        reader.setScaledSize(size.scaled(room.expandedTo(room.transposed()), Qt::KeepAspectRatio));
    QImage image = reader.read();
    if (image.isNull())
        return fail(ErrorCode::FileUnreadable, reader.errorString());
    return image;
}

} // namespace

bool ScanPage::isBlackened() const
{
    return std::ranges::any_of(
        steps, [](const PageStep &step) { return step.kind == PageStep::Kind::Blacken; });
}

QImage thumbnailOf(const QImage &image)
{
    const QImage grey = isOneBit(image) ? image.convertToFormat(QImage::Format_Grayscale8) : image;
    return grey.scaled(thumbnailRoom, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

Result<ScanPage> scanPage(const QImage &image)
{
    static std::atomic<quint64> made = 0;
    return encoded(image).map([&](const QByteArray &bytes) {
        return ScanPage{++made, bytes, isOneBit(image) ? QStringLiteral("png") : QStringLiteral("jpg"), {},
            thumbnailOf(image)};
    });
}

QImage stepped(QImage image, const QList<PageStep> &steps)
{
    for (const PageStep &step : steps) {
        switch (step.kind) {
        case PageStep::Kind::Turn:
        case PageStep::Kind::Straighten:
            image = turned(image, step.degrees);
            break;
        case PageStep::Kind::Crop:
            image = cropped(image, step.area);
            break;
        case PageStep::Kind::Blacken:
            blacken(image, dotsOf(step.area, image.size()));
            break;
        }
    }
    return image;
}

Result<QImage> pageImage(const ScanPage &page, const QSize &room)
{
    return decoded(page, room).map([&](const QImage &image) {
        QImage shown = stepped(image, page.steps);
        if (room.isEmpty() || (shown.width() <= room.width() && shown.height() <= room.height()))
            return shown;
        if (isOneBit(shown))
            shown = shown.convertToFormat(QImage::Format_Grayscale8);
        return shown.scaled(room, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    });
}

Result<QByteArray> finishedPage(const ScanPage &page, bool covered)
{
    ScanPage wanted = page;
    if (!covered) {
        wanted.steps.removeIf([](const PageStep &step) { return step.kind == PageStep::Kind::Blacken; });
    }
    if (wanted.steps.isEmpty())
        return page.bytes;
    return pageImage(wanted).and_then([](const QImage &image) { return encoded(image); });
}

} // namespace chengban

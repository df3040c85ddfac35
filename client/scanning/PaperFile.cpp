#include "client/scanning/PaperFile.h"

#include <QBuffer>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>

namespace chengban {

namespace {

constexpr int quality = 85;
constexpr double leastDpi = 100, mostDpi = 1200; ///< Beyond that the file is wrong about it.
constexpr double longSideMm = 297;

double dpiOf(const QImage &page)
{
    const double said = page.dotsPerMeterX() * 0.0254;
    if (said >= leastDpi && said <= mostDpi)
        return said;
    return std::max(page.width(), page.height()) / (longSideMm / 25.4);
}

QPageLayout layoutOf(const QImage &page)
{
    const QSizeF points = QSizeF(page.size()) * 72 / dpiOf(page);
    return QPageLayout(
        QPageSize(points, QPageSize::Point, {}, QPageSize::ExactMatch), QPageLayout::Portrait, {});
}

Result<PaperFile> picture(const QImage &page)
{
    const bool oneBit = page.depth() == 1;
    const QImage lean
        = page.depth() > 8 && page.allGray() ? page.convertToFormat(QImage::Format_Grayscale8) : page;
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (!lean.save(&buffer, oneBit ? "PNG" : "JPG", oneBit ? -1 : quality))
        return fail(ErrorCode::DiskFull, QStringLiteral("picture"));
    return PaperFile{buffer.data(), oneBit ? QStringLiteral("png") : QStringLiteral("jpg")};
}

} // namespace

Result<PaperFile> paperFile(int count, const PageGiver &pages)
{
    Result<QImage> page = pages(0);
    if (!page)
        return fail(page.error());
    if (count == 1)
        return picture(*page);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageLayout(layoutOf(*page));
    QPainter painter(&writer);
    for (int index = 0; index < count; ++index) {
        if (index > 0) {
            page = pages(index);
            if (!page)
                return fail(page.error());
            writer.setPageLayout(layoutOf(*page));
            writer.newPage();
        }
        painter.drawImage(QRectF(0, 0, writer.width(), writer.height()), *page);
    }
    painter.end();
    return PaperFile{buffer.data(), QStringLiteral("pdf")};
}

} // namespace chengban

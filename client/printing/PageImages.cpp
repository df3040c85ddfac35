#include "client/printing/PageImages.h"

#ifdef CHENGBAN_WITH_PDF

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QPdfDocument>

#include <algorithm>

namespace chengban {
namespace {

constexpr double wantedDpi = 200;
constexpr double mostPixels = 3400; // The long side of A3 at that density.
constexpr int quality = 88;

Result<Picture> paintedPage(QPdfDocument &document, int page)
{
    const QSizeF points = document.pagePointSize(page);
    const double longSide = std::max(points.width(), points.height());
    const double dpi = std::min(wantedDpi, mostPixels * 72 / std::max(longSide, 1.0));
    const QSize size = (points * dpi / 72).toSize();
    const QImage drawn = size.isEmpty() ? QImage() : document.render(page, size);
    if (drawn.isNull())
        return fail(ErrorCode::PdfInvalid, QStringLiteral("page %1 cannot be drawn").arg(page + 1));
    QImage paper(size, QImage::Format_RGB32);
    paper.fill(Qt::white);
    QPainter(&paper).drawImage(0, 0, drawn);
    const QImage flat = paper.isGrayscale() ? paper.convertToFormat(QImage::Format_Grayscale8) : paper;
    QBuffer jpeg;
    jpeg.open(QIODevice::WriteOnly);
    if (!flat.save(&jpeg, "JPG", quality))
        return fail(ErrorCode::PdfInvalid, QStringLiteral("page %1 cannot be kept").arg(page + 1));
    Result<Picture> picture = jpegPicture(jpeg.data());
    if (picture)
        picture->dotsPerInch = dpi;
    return picture;
}

} // namespace

bool canPaintPdf()
{
    return true;
}

Result<void> paintPdfPages(const QByteArray &pdf, const std::function<Result<void>(const Picture &)> &take)
{
    QBuffer buffer;
    buffer.setData(pdf);
    buffer.open(QIODevice::ReadOnly);
    QPdfDocument document;
    document.load(&buffer);
    if (document.status() != QPdfDocument::Status::Ready)
        return fail(ErrorCode::PdfInvalid, QStringLiteral("cannot be drawn"));
    for (int page = 0; page < document.pageCount(); ++page) {
        const Result<Picture> picture = paintedPage(document, page);
        if (!picture)
            return fail(picture.error());
        if (const Result<void> taken = take(*picture); !taken)
            return taken;
    }
    return {};
}

} // namespace chengban

#else

namespace chengban {

bool canPaintPdf()
{
    return false;
}

Result<void> paintPdfPages(const QByteArray &, const std::function<Result<void>(const Picture &)> &)
{
    return fail(ErrorCode::PdfInvalid, QStringLiteral("built without QtPdf"));
}

} // namespace chengban

#endif

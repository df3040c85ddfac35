#include "client/forms/Preview.h"

#include <QBuffer>
#include <QImageReader>

#ifdef CHENGBAN_WITH_PDF
#include <QPainter>
#include <QPdfDocument>
#endif

namespace chengban {

namespace {

QImage imagePreview(const QByteArray &bytes, const QSize &room)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    // Decoded at the wanted size: a scan of 300 dpi would else take 30 MB for a thumbnail.
    const QSize size = reader.size();
    if (size.isValid() && (size.width() > room.width() || size.height() > room.height()))
        reader.setScaledSize(size.scaled(room, Qt::KeepAspectRatio));
    return reader.read();
}

QImage pdfPreview(const QByteArray &bytes, const QSize &room)
{
#ifdef CHENGBAN_WITH_PDF
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QPdfDocument document;
    document.load(&buffer);
    if (document.status() != QPdfDocument::Status::Ready || document.pageCount() == 0)
        return {};
    const QSize size = document.pagePointSize(0).scaled(room, Qt::KeepAspectRatio).toSize();
    QImage paper(size, QImage::Format_RGB32);
    paper.fill(Qt::white);
    QPainter painter(&paper);
    painter.drawImage(0, 0, document.render(0, size));
    return paper;
#else
    Q_UNUSED(bytes)
    Q_UNUSED(room)
    return {};
#endif
}

} // namespace

QImage previewOf(const QByteArray &bytes, const QString &mime, const QSize &room)
{
    if (mime == QLatin1StringView("application/pdf"))
        return pdfPreview(bytes, room);
    return mime.startsWith(QLatin1StringView("image/")) ? imagePreview(bytes, room) : QImage();
}

} // namespace chengban

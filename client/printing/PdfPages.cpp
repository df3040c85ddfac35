#include "client/printing/PdfPages.h"

#ifdef CHENGBAN_WITH_PDF
#include <QPainter>
#include <QPdfDocument>
#endif

namespace chengban {

struct PdfPages::Document
{
#ifdef CHENGBAN_WITH_PDF
    QPdfDocument pdf;
#endif
};

PdfPages::PdfPages(std::unique_ptr<Document> document)
    : m_document(std::move(document))
{
}

PdfPages::PdfPages(PdfPages &&) noexcept = default;
PdfPages &PdfPages::operator=(PdfPages &&) noexcept = default;
PdfPages::~PdfPages() = default;

#ifdef CHENGBAN_WITH_PDF

Result<PdfPages> PdfPages::open(const QString &path)
{
    auto document = std::make_unique<Document>();
    if (document->pdf.load(path) == QPdfDocument::Error::IncorrectPassword)
        return fail(ErrorCode::PdfLocked, path);
    if (document->pdf.status() != QPdfDocument::Status::Ready || document->pdf.pageCount() == 0)
        return fail(ErrorCode::PdfInvalid, path);
    return PdfPages(std::move(document));
}

int PdfPages::count() const
{
    return m_document->pdf.pageCount();
}

QImage PdfPages::page(int number, int width) const
{
    const QSizeF points = m_document->pdf.pagePointSize(number - 1);
    const QSize size(width, int(width * points.height() / std::max(points.width(), 1.0)));
    const QImage drawn = size.isEmpty() ? QImage() : m_document->pdf.render(number - 1, size);
    if (drawn.isNull())
        return {};
    QImage paper(size, QImage::Format_RGB32);
    paper.fill(Qt::white);
    QPainter painter(&paper);
    painter.drawImage(0, 0, drawn);
    return paper;
}

#else

Result<PdfPages> PdfPages::open(const QString &path)
{
    return fail(ErrorCode::PdfInvalid, path);
}

int PdfPages::count() const
{
    return 0;
}

QImage PdfPages::page(int, int) const
{
    return {};
}

#endif

} // namespace chengban

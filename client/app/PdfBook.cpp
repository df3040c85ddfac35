#include "client/app/PdfBook.h"

#include "client/printing/PageImages.h"
#include "client/printing/PdfPages.h"

namespace chengban {

namespace {

constexpr int dotsWide
    = 2480; ///< A4 at 300 dots per inch; some scanners state no true size, so it is not asked.

class PdfBook : public PageBook
{
public:
    explicit PdfBook(PdfPages pages)
        : m_pages(std::move(pages))
    {
    }

    int count() const override { return m_pages.count(); }

    Result<QImage> page(int index) override
    {
        QImage page = m_pages.page(index + 1, dotsWide);
        if (page.isNull())
            return fail(ErrorCode::PdfInvalid, QStringLiteral("page %1").arg(index + 1));
        return page;
    }

private:
    PdfPages m_pages;
};

} // namespace

BookOpener pdfBooks()
{
    if (!canPaintPdf())
        return {};
    return [](const QString &path) -> Result<std::unique_ptr<PageBook>> {
        Result<PdfPages> pages = PdfPages::open(path);
        if (!pages)
            return fail(pages.error());
        return std::make_unique<PdfBook>(std::move(*pages));
    };
}

} // namespace chengban

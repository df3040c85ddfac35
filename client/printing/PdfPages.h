#pragma once

#include "shared/base/Result.h"

#include <QImage>

#include <memory>

namespace chengban {

/// The pages of a PDF file as pictures on white paper, one at a time; needs QtPdf (canPaintPdf()).
class PdfPages
{
public:
    /// Errors: PdfInvalid, PdfLocked.
    [[nodiscard]] static Result<PdfPages> open(const QString &path);
    PdfPages(PdfPages &&) noexcept;
    PdfPages &operator=(PdfPages &&) noexcept;
    ~PdfPages();

    [[nodiscard]] int count() const;
    /// Page from 1, so many dots wide; a null image when it cannot be painted.
    [[nodiscard]] QImage page(int number, int width) const;

private:
    struct Document;
    explicit PdfPages(std::unique_ptr<Document> document);
    std::unique_ptr<Document> m_document;
};

} // namespace chengban

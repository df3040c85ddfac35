#pragma once

#include "client/printing/Picture.h"

#include <functional>

namespace chengban {

/// Whether this program can paint the pages of a PDF: it was built with QtPdf.
[[nodiscard]] bool canPaintPdf();

/// Paints every page of a PDF on white at 200 dots per inch (less above A3) and gives each to `take` as a
/// JPEG. Errors: PdfInvalid, and those of `take`.
[[nodiscard]] Result<void> paintPdfPages(
    const QByteArray &pdf, const std::function<Result<void>(const Picture &)> &take);

} // namespace chengban

#pragma once

#include <QString>

class QPDF;

namespace chengban {

/// Which rule of PDF/A-1b (ISO 19005-1) the objects of a document break, in English for a report; empty when
/// none of those known here is broken: fonts embedded, no transparency, no CMYK beside the sRGB output
/// intent, no scripts, attachments, encryption, external streams, LZW or JPEG 2000, images of at most 8
/// bits. The tests hold the same files against a checker of other authors.
[[nodiscard]] QString pdfaFault(QPDF &pdf);

/// The same for a document of unknown origin: it must itself say that it conforms, and the operators of its
/// pages, forms and patterns are read too.
[[nodiscard]] QString foreignPdfaFault(QPDF &pdf);

} // namespace chengban

#pragma once

#include "client/scanning/PageBook.h"

namespace chengban {

/// Opens PDF files of scans; empty when this program was built without QtPdf.
[[nodiscard]] BookOpener pdfBooks();

} // namespace chengban

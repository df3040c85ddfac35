#pragma once

#include "shared/base/Result.h"

#include <QList>
#include <QString>

#include <functional>

class QPrinter;

namespace chengban {

/// The pages that "1-3,7,9-" names of so many, each once and in order; all when it is empty. Full-width
/// figures, commas and dashes count too. Errors: BadInput for anything else or a page that is not there.
[[nodiscard]] Result<QList<int>> pagesNamed(const QString &ranges, int count);

enum class PrintEnd {
    Done,
    Cancelled,
    FileBroken, ///< No PDF that can be painted; nothing was printed.
    PrinterFailed, ///< It could not be begun, or refused a page.
};

/// Prints pages (from 1) of a PDF file as they are, in their own size on the printer's paper, never enlarged
/// and made smaller only when they do not fit. Paper, sides, copies and tray are the printer's settings.
/// `goOn` is told how many are done before each page; false ends the job, and what was begun is dropped.
/// The file is read page by page and must stay. Runs on any thread; needs QtPdf (canPaintPdf()).
[[nodiscard]] PrintEnd printPdf(const QString &path, const QList<int> &pages, QPrinter &printer,
    const std::function<bool(int done)> &goOn);

} // namespace chengban

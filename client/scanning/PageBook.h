#pragma once

#include "shared/base/Result.h"

#include <QImage>

#include <functional>
#include <memory>

namespace chengban {

/// A file of scans, page by page; only the page asked for is in memory.
class PageBook
{
public:
    PageBook() = default;
    virtual ~PageBook() = default;
    Q_DISABLE_COPY_MOVE(PageBook)

    [[nodiscard]] virtual int count() const = 0;
    /// From 0. Errors: FileUnreadable, TooLarge.
    [[nodiscard]] virtual Result<QImage> page(int index) = 0;
};

/// Opens a file on whichever thread calls it. Errors: PdfInvalid, PdfLocked, FileUnreadable, FileTypeRefused.
using BookOpener = std::function<Result<std::unique_ptr<PageBook>>(const QString &path)>;

/// Opens a JPEG, PNG or TIFF, the last with all its pages; a PDF goes to `pdf`, which may be empty where none
/// can be painted. What the file is called proves nothing. Errors: as BookOpener.
[[nodiscard]] Result<std::unique_ptr<PageBook>> openBook(const QString &path, const BookOpener &pdf);

/// The files below `paths` that may be scans, folders with all that is in them, in the order of their names;
/// each once.
[[nodiscard]] QStringList scanFiles(const QStringList &paths);

} // namespace chengban

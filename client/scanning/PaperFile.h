#pragma once

#include "shared/base/Result.h"

#include <QByteArray>
#include <QImage>

#include <functional>

namespace chengban {

/// A sheet as one file to be attached.
struct PaperFile
{
    QByteArray bytes;
    QString ending; ///< "jpg", "png" or "pdf".
};

/// Gives the pages of a sheet one after the other; asked for each once.
using PageGiver = std::function<Result<QImage>(int index)>;

/// One page becomes a JPEG, or a PNG when it is one bit; several become a PDF, each page of the size it has
/// on paper. Errors: those of `pages`, DiskFull when the picture cannot be written.
[[nodiscard]] Result<PaperFile> paperFile(int count, const PageGiver &pages);

} // namespace chengban

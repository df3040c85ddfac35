#pragma once

#include "client/printing/Picture.h"
#include "shared/base/Result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>

class QPDF;

namespace chengban {

/// The pages of an attachment: pictures, or a PDF's own pages.
struct AttachmentPages
{
    QList<Picture> pictures;
    QByteArray bytes; ///< Of the PDF, which reads from them until the dossier is written.
    std::shared_ptr<QPDF> pdf;
    int count = 0; ///< 0: cannot be printed; a note stands for it.
};

/// Opens a file by its own first bytes, whatever its name says. Errors: PdfInvalid for a damaged, protected
/// or empty PDF, FileUnreadable for a damaged picture, FileTooLarge above 2,000 pages.
[[nodiscard]] Result<AttachmentPages> openedAttachment(const QByteArray &bytes, const QString &mime);

} // namespace chengban

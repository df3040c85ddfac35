#pragma once

#include "client/printing/PageSpool.h"
#include "client/printing/Picture.h"
#include "shared/base/Result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>

class QPDF;

namespace chengban {

/// A picture whose stream waits in the spool.
struct KeptPicture : Picture
{
    PageSpool::Extent extent;
};

/// The pages of an attachment: pictures, or a PDF's own pages.
struct AttachmentPages
{
    QList<KeptPicture> pictures;
    QByteArray bytes; ///< Of the PDF, which reads from them until the dossier is written.
    std::shared_ptr<QPDF> pdf;
    int count = 0; ///< 0: cannot be printed; a note stands for it.
    QString fault; ///< Of a PDF's own pages: why they are not PDF/A-1b.
};

/// Opens a file by its own first bytes, whatever its name says. A PDF that conforms to PDF/A-1b keeps its
/// pages; of another one each page becomes a picture of 200 dots per inch, unless the program was built
/// without QtPdf: then its pages stay and `fault` says so.
/// Errors: PdfInvalid for a damaged, protected or empty PDF, FileUnreadable for a damaged picture,
/// FileTooLarge above 2,000 pages, and those of the spool.
[[nodiscard]] Result<AttachmentPages> openedAttachment(
    const QByteArray &bytes, const QString &mime, PageSpool &spool);

} // namespace chengban

#include "client/printing/AttachmentPages.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFAcroFormDocumentHelper.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <algorithm>
#include <exception>

namespace chengban {
namespace {

constexpr int mostForeignPages = 2000;

/// Appearances of stamps and filled-in fields become part of the page; actions and scripts do not come along.
void makeQuiet(QPDF &pdf)
{
    QPDFAcroFormDocumentHelper(pdf).generateAppearancesIfNeeded();
    QPDFPageDocumentHelper document(pdf);
    document.pushInheritedAttributesToPage();
    document.flattenAnnotations();
    for (QPDFPageObjectHelper &page : document.getAllPages()) {
        QPDFObjectHandle dictionary = page.getObjectHandle();
        for (const char *key : {"/AA", "/Annots", "/B", "/StructParents", "/Metadata", "/PieceInfo"})
            dictionary.removeKey(key);
    }
}

Result<AttachmentPages> openedPdf(const QByteArray &bytes)
{
    AttachmentPages attachment;
    attachment.bytes = bytes;
    attachment.pdf = QPDF::create();
    try {
        attachment.pdf->setSuppressWarnings(true);
        attachment.pdf->setAttemptRecovery(false);
        attachment.pdf->processMemoryFile("attachment", attachment.bytes.constData(), size_t(bytes.size()));
        const size_t pages = attachment.pdf->getAllPages().size();
        if (pages == 0)
            return fail(ErrorCode::PdfInvalid, QStringLiteral("no pages"));
        if (pages > mostForeignPages)
            return fail(ErrorCode::FileTooLarge, QStringLiteral("%1 pages").arg(pages));
        makeQuiet(*attachment.pdf);
        attachment.count = int(pages);
    } catch (const std::exception &) {
        return fail(ErrorCode::PdfInvalid, QStringLiteral("damaged or protected"));
    }
    return attachment;
}

Result<AttachmentPages> picturesOnly(QList<Picture> pictures)
{
    AttachmentPages attachment;
    attachment.count = int(pictures.size());
    attachment.pictures = std::move(pictures);
    return attachment;
}

} // namespace

Result<AttachmentPages> openedAttachment(const QByteArray &bytes, const QString &mime)
{
    if (bytes.isEmpty())
        return fail(ErrorCode::FileEmpty);
    if (bytes.first(std::min<qsizetype>(bytes.size(), 1024)).contains("%PDF-"))
        return openedPdf(bytes);
    if (mime == u"application/pdf")
        return fail(ErrorCode::PdfInvalid, QStringLiteral("no PDF header"));
    if (bytes.startsWith("\xFF\xD8"))
        return jpegPicture(bytes).and_then([](const Picture &picture) { return picturesOnly({picture}); });
    if (bytes.startsWith("\x89PNG"))
        return pngPicture(bytes).and_then([](const Picture &picture) { return picturesOnly({picture}); });
    if (mime.startsWith(u"image/"))
        return decodedPictures(bytes).and_then(picturesOnly);
    return AttachmentPages{};
}

} // namespace chengban

#include "client/printing/AttachmentPages.h"

#include "client/printing/PageImages.h"
#include "client/printing/PdfaRules.h"

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFAcroFormDocumentHelper.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

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

Result<void> keep(AttachmentPages &attachment, const Picture &picture, PageSpool &spool)
{
    const Result<PageSpool::Extent> extent = spool.keep(picture.stream);
    if (!extent)
        return fail(extent.error());
    KeptPicture kept{picture, *extent};
    kept.stream.clear();
    attachment.pictures.append(kept);
    attachment.count = int(attachment.pictures.size());
    return {};
}

Result<AttachmentPages> picturesOnly(const QList<Picture> &pictures, PageSpool &spool)
{
    AttachmentPages attachment;
    for (const Picture &picture : pictures) {
        if (const Result<void> kept = keep(attachment, picture, spool); !kept)
            return fail(kept.error());
    }
    return attachment;
}

/// With form fields and stamps as part of the pages.
QByteArray flatBytes(QPDF &pdf)
{
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.write();
    const std::shared_ptr<Buffer> buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char *>(buffer->getBuffer()), qsizetype(buffer->getSize())};
}

Result<AttachmentPages> paintedPdf(const QByteArray &flat, PageSpool &spool)
{
    AttachmentPages attachment;
    const Result<void> painted
        = paintPdfPages(flat, [&](const Picture &picture) { return keep(attachment, picture, spool); });
    if (!painted)
        return fail(painted.error());
    return attachment;
}

Result<AttachmentPages> openedPdf(const QByteArray &bytes, PageSpool &spool)
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
        attachment.fault = foreignPdfaFault(*attachment.pdf);
        makeQuiet(*attachment.pdf);
        attachment.count = int(pages);
        if (!attachment.fault.isEmpty() && canPaintPdf())
            return paintedPdf(flatBytes(*attachment.pdf), spool);
    } catch (const std::exception &) {
        return fail(ErrorCode::PdfInvalid, QStringLiteral("damaged or protected"));
    }
    return attachment;
}

} // namespace

Result<AttachmentPages> openedAttachment(const QByteArray &bytes, const QString &mime, PageSpool &spool)
{
    if (bytes.isEmpty())
        return fail(ErrorCode::FileEmpty);
    if (bytes.first(std::min<qsizetype>(bytes.size(), 1024)).contains("%PDF-"))
        return openedPdf(bytes, spool);
    if (mime == u"application/pdf")
        return fail(ErrorCode::PdfInvalid, QStringLiteral("no PDF header"));
    const auto one = [&](const Picture &picture) { return picturesOnly({picture}, spool); };
    if (bytes.startsWith("\xFF\xD8"))
        return jpegPicture(bytes).and_then(one);
    if (bytes.startsWith("\x89PNG"))
        return pngPicture(bytes).and_then(one);
    if (mime.startsWith(u"image/"))
        return decodedPictures(bytes).and_then(
            [&](const QList<Picture> &pictures) { return picturesOnly(pictures, spool); });
    return AttachmentPages{};
}

} // namespace chengban

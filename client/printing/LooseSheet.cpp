#include "client/printing/LooseSheet.h"

#include "client/printing/FontRecord.h"

#include <QFileInfo>

namespace chengban {

Result<DossierInfo> finishedInfo(DossierInfo info, SheetPainter &painter, const Result<WrittenPdf> &written)
{
    if (!written)
        return fail(written.error());
    info.bytes = written->bytes;
    info.sha256 = written->sha256;
    info.fonts = embeddedFonts(painter.ledger());
    info.fontRoles = painter.fonts().roles();
    info.pdfaFault = written->pdfaFault;
    info.pdfA = written->pdfaFault.isEmpty();
    return info;
}

Result<DossierInfo> writeLoose(
    const SheetFacts &facts, const QString &path, const std::function<void(SheetPainter &)> &paint)
{
    Result<PrintFonts> fonts = PrintFonts::installed();
    if (!fonts)
        return fail(fonts.error());
    SheetPainter painter(*std::move(fonts));
    paint(painter);
    PdfPlan plan;
    for (int page = 0; page < painter.pageCount(); ++page)
        plan.pages.append(PlannedPage{.painted = page});
    plan.bookmarks = {{facts.title, 0}};
    plan.labels = {{0, {}, true}};
    plan.title = facts.title;
    plan.author = facts.author;
    plan.subject = facts.subject;
    plan.atMs = facts.atMs;
    DossierInfo info;
    info.sheets = painter.pageCount();
    info.unprintable = painter.fonts().unprintable();
    PageSpool spool(QFileInfo(path).absolutePath());
    return finishedInfo(info, painter, writePdf(painter.finished(), painter.ledger(), {}, spool, plan, path));
}

} // namespace chengban

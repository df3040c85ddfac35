#pragma once

#include "client/printing/AttachmentPages.h"
#include "shared/base/Result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace chengban {

class GlyphLedger;

/// One page of the finished file: a painted sheet, or a page of an attachment with a painted stamp over it.
struct PlannedPage
{
    int painted = -1; ///< Page of the painted file: the sheet, or the stamp.
    int attachment = -1; ///< Index among the attachments; -1 for a sheet.
    int part = 0; ///< Which page of the attachment.
};

struct Bookmark
{
    QString title;
    int page = 0; ///< Index in the plan.
};

/// From `page` on pages are called `prefix`, followed by numbers from 1 if `numbered`.
struct PageLabel
{
    int page = 0;
    QString prefix;
    bool numbered = false;
};

struct PdfPlan
{
    QList<PlannedPage> pages;
    QList<Bookmark> bookmarks;
    QList<PageLabel> labels;
    QString title;
    QString author;
    QString subject;
    qint64 atMs = 0; ///< Stands as the file's date, so that the same input gives the same bytes.
};

struct WrittenPdf
{
    qint64 bytes = 0;
    QString sha256;
    QString pdfaFault; ///< Empty: declared as PDF/A-1b; else why not.
};

/// Puts painted sheets, pictures and foreign pages together and writes the file beside `path`, then renames
/// it. PDF/A-1b is declared only when no rule known to pdfaFault() is broken. Errors: PdfInvalid when a
/// foreign page cannot be taken over, DiskFull, FileUnreadable.
[[nodiscard]] Result<WrittenPdf> writePdf(const QByteArray &painted, const GlyphLedger &ledger,
    const QList<AttachmentPages> &attachments, PageSpool &spool, const PdfPlan &plan, const QString &path);

} // namespace chengban

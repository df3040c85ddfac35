#include "client/printing/DossierWriter.h"

#include "client/printing/FontRecord.h"
#include "client/printing/PdfAssembly.h"
#include "client/printing/Sheets.h"
#include "shared/canonical/Digest.h"
#include "shared/dossier/Filing.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace chengban {
namespace {

Result<void> checkComplete(const Manifest &manifest, const Case &theCase, const QList<Event> &log)
{
    for (const Paper &paper : manifest.papers) {
        if (paper.missing)
            return fail(ErrorCode::DossierIncomplete, QStringLiteral("missing: ") + nameOf(paper.kind));
    }
    if (manifest.caseHead != hex(theCase.head) || (!log.isEmpty() && log.last().revision != theCase.revision))
        return fail(ErrorCode::DossierIncomplete, QStringLiteral("manifest, case and log differ"));
    return {};
}

Result<QByteArray> attachmentBytes(const Attachment &attachment, const FileSource &files)
{
    const Result<QByteArray> bytes = files(attachment.sha256);
    if (bytes && hex(sha256(*bytes)) != attachment.sha256)
        return fail(ErrorCode::DigestMismatch, attachment.sha256);
    return bytes;
}

/// Paints all sheets into one file, papers first: their page numbers then stand in catalogue, cover and note.
class Layout
{
public:
    Layout(PrintFonts fonts, const SheetContext &context, PageSpool &spool)
        : m_painter(std::move(fonts))
        , m_context(context)
        , m_spool(spool)
    {
    }

    Result<void> paint(const FileSource &files);
    [[nodiscard]] Result<DossierInfo> written(const QString &path);

private:
    [[nodiscard]] PdfPlan plan() const;
    Result<void> paintAttachment(const Paper &paper, const FileSource &files);
    void paintVolumeSheets();

    SheetPainter m_painter;
    const SheetContext &m_context;
    PageSpool &m_spool;
    QList<AttachmentPages> m_attachments;
    QList<PlannedPage> m_body; ///< Of the numbered pages.
    DossierInfo m_info;
    int m_coverAt = 0;
    int m_catalogueAt = 0;
    int m_backNoteAt = 0;
};

Result<void> Layout::paint(const FileSource &files)
{
    m_painter.setFooter(QStringLiteral("工单编号：") + m_context.manifest.caseNumber);
    m_painter.setNextNumber(1);
    for (const Paper &paper : m_context.manifest.papers) {
        const int first = m_painter.nextNumber();
        if (paper.kind == PaperKind::Attachment) {
            if (const Result<void> painted = paintAttachment(paper, files); !painted)
                return painted;
        } else {
            paintPaper(m_painter, m_context, paper);
        }
        for (int page = int(m_body.size()); page < m_painter.pageCount(); ++page)
            m_body.append(PlannedPage{.painted = page});
        m_info.papers.append({first, m_painter.nextNumber() - 1});
    }
    m_info.numberedPages = m_painter.pageCount();
    paintVolumeSheets();
    return {};
}

Result<void> Layout::paintAttachment(const Paper &paper, const FileSource &files)
{
    const Result<QByteArray> bytes = attachmentBytes(paper.attachment, files);
    if (!bytes)
        return fail(bytes.error());
    Result<AttachmentPages> opened = openedAttachment(*bytes, paper.attachment.mime, m_spool);
    if (!opened)
        return fail(opened.error());
    if (opened->count == 0) {
        paintFileNote(m_painter, paper.attachment);
        return {};
    }
    for (int part = 0; part < opened->count; ++part) {
        const QString which
            = opened->count > 1 ? QStringLiteral("（%1/%2）").arg(part + 1).arg(opened->count) : QString();
        m_body.append(
            {.painted = m_painter.pageCount(), .attachment = int(m_attachments.size()), .part = part});
        m_painter.stampSheet(QStringLiteral("附件%1　%2%3").arg(paper.index + 1).arg(paper.title, which));
    }
    m_attachments.append(*std::move(opened));
    return {};
}

void Layout::paintVolumeSheets()
{
    m_painter.setNextNumber(0);
    m_painter.setFooter({});
    m_catalogueAt = m_painter.pageCount();
    paintCatalogue(m_painter, m_context, m_info);
    m_coverAt = m_painter.pageCount();
    paintCover(m_painter, m_context, m_info);
    m_backNoteAt = m_painter.pageCount();
    m_info.unprintable = m_painter.fonts().unprintable();
    paintBackNote(m_painter, m_context, m_info);
    m_info.sheets = m_painter.pageCount();
}

PdfPlan Layout::plan() const
{
    PdfPlan plan;
    const Manifest &manifest = m_context.manifest;
    const auto addPainted = [&](int from, int end) {
        for (int page = from; page < end; ++page)
            plan.pages.append(PlannedPage{.painted = page});
    };
    addPainted(m_coverAt, m_backNoteAt);
    plan.bookmarks
        = {{QStringLiteral("封面"), 0}, {QStringLiteral("卷内文件目录"), m_backNoteAt - m_coverAt}};
    plan.labels
        = {{0, QStringLiteral("封面"), false}, {m_backNoteAt - m_coverAt, QStringLiteral("目录"), true}};
    addPainted(m_catalogueAt, m_coverAt);
    const int body = int(plan.pages.size());
    plan.pages += m_body;
    plan.labels.append({body, {}, true});
    for (qsizetype i = 0; i < manifest.papers.size(); ++i)
        plan.bookmarks.append({manifest.papers[i].title, body + m_info.papers[i].first - 1});
    const int backNote = int(plan.pages.size());
    addPainted(m_backNoteAt, m_info.sheets);
    plan.bookmarks.append({QStringLiteral("卷内备考表"), backNote});
    plan.labels.append({backNote, QStringLiteral("备考表"), true});
    plan.title = manifest.title;
    plan.author = manifest.fondsName;
    plan.subject = manifest.caseNumber;
    plan.atMs = manifest.toMs;
    return plan;
}

Result<DossierInfo> writtenInfo(DossierInfo info, SheetPainter &painter, const Result<WrittenPdf> &written)
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

Result<DossierInfo> Layout::written(const QString &path)
{
    return writtenInfo(m_info, m_painter,
        writePdf(m_painter.finished(), m_painter.ledger(), m_attachments, m_spool, plan(), path));
}

Result<DossierInfo> writtenAlone(
    SheetPainter &painter, const QString &title, const Manifest &manifest, qint64 atMs, const QString &path)
{
    PdfPlan plan;
    for (int page = 0; page < painter.pageCount(); ++page)
        plan.pages.append(PlannedPage{.painted = page});
    plan.bookmarks = {{title, 0}};
    plan.labels = {{0, {}, true}};
    plan.title = title;
    plan.author = manifest.fondsName;
    plan.subject = manifest.caseNumber;
    plan.atMs = atMs;
    DossierInfo info;
    info.sheets = painter.pageCount();
    info.unprintable = painter.fonts().unprintable();
    PageSpool spool(QFileInfo(path).absolutePath());
    return writtenInfo(info, painter, writePdf(painter.finished(), painter.ledger(), {}, spool, plan, path));
}

/// The manifests of the volumes, by the pages that the whole has.
QList<Manifest> partsOf(const Manifest &whole, const DossierInfo &info)
{
    QList<int> pages;
    for (const PaperPages &paper : info.papers)
        pages.append(paper.last - paper.first + 1);
    const QList<QList<qsizetype>> volumes = volumesOf(pages);
    QList<Manifest> parts;
    for (const QList<qsizetype> &papers : volumes) {
        Manifest part = whole;
        part.volume = int(parts.size()) + 1;
        part.volumes = int(volumes.size());
        part.papers = whole.papers.mid(papers.first(), papers.size());
        parts.append(part);
    }
    return parts;
}

QString volumePath(const QString &path, int volume)
{
    const QFileInfo file(path);
    return file.dir().filePath(
        QStringLiteral("%1-%2.%3").arg(file.completeBaseName()).arg(volume).arg(file.suffix()));
}

} // namespace

Result<DossierInfo> writeDossier(const Manifest &manifest, const Case &theCase, const QList<Event> &log,
    const FileSource &files, const QString &path, const RulePack *pack)
{
    if (const Result<void> complete = checkComplete(manifest, theCase, log); !complete)
        return fail(complete.error());
    Result<PrintFonts> fonts = PrintFonts::installed();
    if (!fonts)
        return fail(fonts.error());
    const SheetContext context{manifest, theCase, log, pack};
    PageSpool spool(QFileInfo(path).absolutePath());
    Layout layout(*std::move(fonts), context, spool);
    if (const Result<void> painted = layout.paint(files); !painted)
        return fail(painted.error());
    return layout.written(path);
}

Result<QList<DossierVolume>> writeVolumes(const Manifest &manifest, const Case &theCase,
    const QList<Event> &log, const FileSource &files, const QString &path, const RulePack *pack)
{
    const Result<DossierInfo> whole = writeDossier(manifest, theCase, log, files, path, pack);
    if (!whole)
        return fail(whole.error());
    if (whole->numberedPages <= mostPagesOfVolume)
        return QList<DossierVolume>{{path, manifest, *whole}};
    QFile::remove(path);
    const QList<Manifest> parts = partsOf(manifest, *whole);
    QList<DossierVolume> volumes;
    for (const Manifest &part : parts) {
        const QString name = volumePath(path, part.volume);
        const Result<DossierInfo> info = writeDossier(part, theCase, log, files, name, pack);
        if (!info) {
            for (const DossierVolume &volume : volumes)
                QFile::remove(volume.path);
            return fail(info.error());
        }
        volumes.append({name, part, *info});
    }
    return volumes;
}

Result<DossierInfo> writeSpine(const Manifest &manifest, const QString &path)
{
    Result<PrintFonts> fonts = PrintFonts::installed();
    if (!fonts)
        return fail(fonts.error());
    SheetPainter painter(*std::move(fonts));
    paintSpines(painter, manifest);
    return writtenAlone(painter, QStringLiteral("卷脊标签"), manifest, manifest.toMs, path);
}

Result<DossierInfo> writePaper(const Paper &paper, const Manifest &manifest, const Case &theCase,
    const QList<Event> &log, const QString &path, const RulePack *pack)
{
    if (paper.missing || paper.kind == PaperKind::Attachment)
        return fail(ErrorCode::DossierIncomplete, nameOf(paper.kind));
    Result<PrintFonts> fonts = PrintFonts::installed();
    if (!fonts)
        return fail(fonts.error());
    SheetPainter painter(*std::move(fonts));
    painter.setFooter(QStringLiteral("工单编号：") + manifest.caseNumber);
    paintPaper(painter, SheetContext{manifest, theCase, log, pack}, paper);
    return writtenAlone(painter, paper.title, manifest, paper.atMs, path);
}

} // namespace chengban

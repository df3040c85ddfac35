#include "client/printing/DossierWriter.h"

#include "client/printing/LooseSheet.h"
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
    int m_blankAt = 0; ///< For the backs of cover, catalogue and the last page, when both sides are used.
    int m_catalogueAt = 0;
    int m_backNoteAt = 0;
    int m_endAt = 0;
};

Result<void> Layout::paint(const FileSource &files)
{
    m_painter.setFooter(QStringLiteral("工单编号：") + m_context.manifest.caseNumber);
    m_painter.setNextNumber(1);
    m_painter.setBothSides(m_context.manifest.form.bothSides);
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
        m_painter.stampSheet(attachmentCaption(m_context.theCase, paper) + which);
    }
    m_attachments.append(*std::move(opened));
    return {};
}

void Layout::paintVolumeSheets()
{
    m_painter.setNextNumber(0);
    m_painter.setFooter({});
    m_blankAt = m_painter.pageCount();
    if (m_context.manifest.form.bothSides)
        m_painter.blankSheet();
    m_catalogueAt = m_painter.pageCount();
    paintCatalogue(m_painter, m_context, m_info);
    m_coverAt = m_painter.pageCount();
    paintCover(m_painter, m_context, m_info);
    m_backNoteAt = m_painter.pageCount();
    m_info.unprintable = m_painter.fonts().unprintable();
    paintBackNote(m_painter, m_context, m_info);
    m_endAt = m_painter.pageCount();
}

PdfPlan Layout::plan() const
{
    PdfPlan plan;
    const Manifest &manifest = m_context.manifest;
    /// What follows begins on a front.
    const auto turnOver = [&] {
        if (manifest.form.bothSides && plan.pages.size() % 2 == 1)
            plan.pages.append(PlannedPage{.painted = m_blankAt});
    };
    const auto addPainted = [&](int from, int end) {
        for (int page = from; page < end; ++page)
            plan.pages.append(PlannedPage{.painted = page});
    };
    addPainted(m_coverAt, m_backNoteAt);
    turnOver();
    const int catalogue = int(plan.pages.size());
    plan.bookmarks = {{QStringLiteral("封面"), 0}, {QStringLiteral("卷内文件目录"), catalogue}};
    plan.labels = {{0, QStringLiteral("封面"), false}, {catalogue, QStringLiteral("目录"), true}};
    addPainted(m_catalogueAt, m_coverAt);
    turnOver();
    const int body = int(plan.pages.size());
    plan.pages += m_body;
    plan.labels.append({body, {}, true});
    for (qsizetype i = 0; i < manifest.papers.size(); ++i)
        plan.bookmarks.append({manifest.papers[i].title, body + m_info.papers[i].first - 1});
    turnOver();
    const int backNote = int(plan.pages.size());
    addPainted(m_backNoteAt, m_endAt);
    plan.bookmarks.append({QStringLiteral("卷内备考表"), backNote});
    plan.labels.append({backNote, QStringLiteral("备考表"), true});
    plan.title = manifest.title;
    plan.author = manifest.fondsName;
    plan.subject = manifest.caseNumber;
    plan.atMs = manifest.toMs;
    return plan;
}

Result<DossierInfo> Layout::written(const QString &path)
{
    const PdfPlan order = plan();
    m_info.sheets = int(order.pages.size());
    return finishedInfo(m_info, m_painter,
        writePdf(m_painter.finished(), m_painter.ledger(), m_attachments, m_spool, order, path));
}

/// The manifests of the volumes, by the pages that the whole has.
QList<Manifest> partsOf(const Manifest &whole, const DossierInfo &info)
{
    QList<int> pages;
    for (const PaperPages &paper : info.papers)
        pages.append(paper.last - paper.first + 1);
    const QList<QList<qsizetype>> volumes = volumesOf(pages, whole.form.mostPages);
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
    if (whole->numberedPages <= manifest.form.mostPages)
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
    const SheetFacts facts{
        QStringLiteral("卷脊标签"), manifest.fondsName, manifest.caseNumber, manifest.toMs};
    return writeLoose(facts, path, [&](SheetPainter &painter) { paintSpines(painter, manifest); });
}

Result<DossierInfo> writeFolder(const Manifest &manifest, int pages, const QString &path)
{
    const SheetFacts facts{
        QStringLiteral("案卷封面（硬卷皮）"), manifest.fondsName, manifest.caseNumber, manifest.toMs};
    return writeLoose(
        facts, path, [&](SheetPainter &painter) { paintFolderCover(painter, manifest, pages); });
}

Result<DossierInfo> writePaper(const Paper &paper, const Manifest &manifest, const Case &theCase,
    const QList<Event> &log, const QString &path, const RulePack *pack)
{
    if (paper.missing || paper.kind == PaperKind::Attachment)
        return fail(ErrorCode::DossierIncomplete, nameOf(paper.kind));
    const SheetFacts facts{paper.title, manifest.fondsName, manifest.caseNumber, paper.atMs};
    return writeLoose(facts, path, [&](SheetPainter &painter) {
        painter.setFooter(QStringLiteral("工单编号：") + manifest.caseNumber);
        paintPaper(painter, SheetContext{manifest, theCase, log, pack}, paper);
    });
}

Result<DossierInfo> writeCitizensPrint(
    const Manifest &manifest, const Case &theCase, const QString &path, const RulePack *pack)
{
    const Manifest shown = printed(manifest, PrintProfile::Citizen);
    const Case seen = printed(theCase, PrintProfile::Citizen);
    if (shown.papers.isEmpty() || !shown.isComplete())
        return fail(ErrorCode::DossierIncomplete, nameOf(PaperKind::ReplyLetter));
    const SheetFacts facts{
        shown.papers.first().title, shown.fondsName, shown.caseNumber, shown.papers.first().atMs};
    return writeLoose(facts, path, [&](SheetPainter &painter) {
        painter.setFooter(QStringLiteral("工单编号：") + shown.caseNumber);
        for (const Paper &paper : shown.papers)
            paintPaper(painter, SheetContext{shown, seen, {}, pack}, paper);
    });
}

} // namespace chengban

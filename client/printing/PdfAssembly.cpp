#include "client/printing/PdfAssembly.h"

#include "client/printing/PdfaRules.h"
#include "client/printing/PicturePage.h"
#include "client/printing/ToUnicode.h"
#include "shared/base/CountyTime.h"
#include "shared/canonical/Digest.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <stdexcept>

namespace chengban {
namespace {

using Object = QPDFObjectHandle;

Object text(const QString &value)
{
    return Object::newUnicodeString(value.toStdString());
}

/// Writes to the file; the first failed write ends everything.
class FilePipeline : public Pipeline
{
public:
    FilePipeline(QSaveFile &file)
        : Pipeline("dossier", nullptr)
        , m_file(file)
    {
    }
    void write(unsigned char const *data, size_t length) override
    {
        const auto size = static_cast<qsizetype>(length);
        const auto *bytes = reinterpret_cast<const char *>(data);
        if (m_file.write(bytes, size) != size)
            throw std::runtime_error("write failed");
    }
    void finish() override { }

private:
    QSaveFile &m_file;
};

/// Builds the finished document inside the painted one, which keeps its fonts and output intent.
class Assembly
{
public:
    Assembly(const QByteArray &painted, const QList<AttachmentPages> &attachments, PageSpool &spool,
        const PdfPlan &plan)
        : m_painted(painted)
        , m_attachments(attachments)
        , m_spool(spool)
        , m_plan(plan)
    {
    }

    void build(const GlyphLedger &ledger)
    {
        m_pdf.setSuppressWarnings(true);
        m_pdf.processMemoryFile("painted", m_painted.constData(), size_t(m_painted.size()));
        mendFonts(m_pdf, ledger);
        placePages();
        addBookmarks();
        addLabels();
        if (m_fault.isEmpty())
            m_fault = pdfaFault(m_pdf);
        addFacts();
    }

    void write(Pipeline &pipeline)
    {
        QPDFWriter writer(m_pdf);
        writer.setOutputPipeline(&pipeline);
        writer.setObjectStreamMode(qpdf_o_disable);
        writer.setDeterministicID(true);
        writer.setNewlineBeforeEndstream(true); // PDF/A-1, 6.1.7
        if (m_fault.isEmpty())
            writer.forcePDFVersion("1.4");
        else
            writer.setMinimumPDFVersion("1.7");
        writer.write();
    }

    [[nodiscard]] QString fault() const { return m_fault; }

private:
    void placePages();
    void placeForeign(const AttachmentPages &attachment, int part, QPDFPageObjectHelper stamp);
    void addBookmarks();
    void addLabels();
    void addFacts();
    [[nodiscard]] std::string xmp() const;

    QByteArray m_painted;
    const QList<AttachmentPages> &m_attachments;
    PageSpool &m_spool;
    const PdfPlan &m_plan;
    QPDF m_pdf;
    QString m_fault; ///< Why the file is not declared as PDF/A.
};

void Assembly::placePages()
{
    QPDFPageDocumentHelper document(m_pdf);
    std::vector<QPDFPageObjectHelper> painted = document.getAllPages();
    for (QPDFPageObjectHelper &page : painted)
        document.removePage(page);
    for (const PlannedPage &planned : m_plan.pages) {
        QPDFPageObjectHelper &sheet = painted.at(static_cast<size_t>(planned.painted));
        if (planned.attachment < 0) {
            document.addPage(sheet, false);
            continue;
        }
        const AttachmentPages &attachment = m_attachments.at(planned.attachment);
        if (attachment.pdf)
            placeForeign(attachment, planned.part, sheet);
        else
            document.addPage(picturePage(m_pdf, attachment.pictures.at(planned.part), m_spool,
                                 m_pdf.makeIndirectObject(sheet.getFormXObjectForPage())),
                false);
    }
}

void Assembly::placeForeign(const AttachmentPages &attachment, int part, QPDFPageObjectHelper stamp)
{
    if (!attachment.fault.isEmpty())
        m_fault = attachment.fault;
    QPDFPageDocumentHelper document(m_pdf);
    std::vector<QPDFPageObjectHelper> foreign = QPDFPageDocumentHelper(*attachment.pdf).getAllPages();
    document.addPage(foreign.at(static_cast<size_t>(part)), false);
    QPDFPageObjectHelper page = document.getAllPages().back();
    Object resources = page.getAttribute("/Resources", true);
    if (!resources.isDictionary()) {
        resources = Object::newDictionary();
        page.getObjectHandle().replaceKey("/Resources", resources);
    }
    resources.mergeResources(Object::parse("<< /XObject << >> >>"));
    int suffix = 1;
    const std::string name = resources.getUniqueResourceName("/Stamp", suffix);
    Object form = m_pdf.makeIndirectObject(stamp.getFormXObjectForPage());
    const std::string place
        = page.placeFormXObject(form, name, page.getTrimBox().getArrayAsRectangle(), true, true, true);
    resources.getKey("/XObject").replaceKey(name, form);
    page.addPageContents(m_pdf.newStream("q\n"), true);
    page.addPageContents(m_pdf.newStream("\nQ\n" + place), false);
}

void Assembly::addBookmarks()
{
    const std::vector<QPDFPageObjectHelper> pages = QPDFPageDocumentHelper(m_pdf).getAllPages();
    Object outlines = m_pdf.makeIndirectObject(Object::newDictionary());
    std::vector<Object> items;
    for (const Bookmark &bookmark : m_plan.bookmarks) {
        Object page = pages.at(static_cast<size_t>(bookmark.page)).getObjectHandle();
        items.push_back(m_pdf.makeIndirectObject(
            Object::newDictionary({{"/Title", text(bookmark.title)}, {"/Parent", outlines},
                {"/Dest",
                    Object::newArray({page, Object::newName("/XYZ"), Object::newNull(), Object::newNull(),
                        Object::newNull()})}})));
    }
    for (size_t i = 0; i + 1 < items.size(); ++i) {
        items[i].replaceKey("/Next", items[i + 1]);
        items[i + 1].replaceKey("/Prev", items[i]);
    }
    outlines.replaceKey("/Type", Object::newName("/Outlines"));
    outlines.replaceKey("/First", items.front());
    outlines.replaceKey("/Last", items.back());
    outlines.replaceKey("/Count", Object::newInteger(static_cast<long long>(items.size())));
    m_pdf.getRoot().replaceKey("/Outlines", outlines);
    m_pdf.getRoot().replaceKey("/PageMode", Object::newName("/UseOutlines"));
}

void Assembly::addLabels()
{
    std::vector<Object> numbers;
    for (const PageLabel &pageLabel : m_plan.labels) {
        Object style = Object::newDictionary();
        if (!pageLabel.prefix.isEmpty())
            style.replaceKey("/P", text(pageLabel.prefix));
        if (pageLabel.numbered)
            style.replaceKey("/S", Object::newName("/D"));
        numbers.push_back(Object::newInteger(pageLabel.page));
        numbers.push_back(style);
    }
    m_pdf.getRoot().replaceKey("/PageLabels", Object::newDictionary({{"/Nums", Object::newArray(numbers)}}));
}

void Assembly::addFacts()
{
    const std::string date
        = countyTime(m_plan.atMs).toString(QStringLiteral("'D:'yyyyMMddHHmmss'+08''00'''")).toStdString();
    m_pdf.getTrailer().removeKey("/ID"); // Qt's is random; a deterministic one is made when writing
    m_pdf.getTrailer().replaceKey("/Info",
        m_pdf.makeIndirectObject(Object::newDictionary({{"/Title", text(m_plan.title)},
            {"/Author", text(m_plan.author)}, {"/Subject", text(m_plan.subject)},
            {"/Creator", text(QStringLiteral("Chengban"))}, {"/Producer", text(QStringLiteral("Chengban"))},
            {"/CreationDate", Object::newString(date)}, {"/ModDate", Object::newString(date)}})));
    Object metadata = m_pdf.newStream(xmp());
    metadata.getDict().replaceKey("/Type", Object::newName("/Metadata"));
    metadata.getDict().replaceKey("/Subtype", Object::newName("/XML"));
    Object root = m_pdf.getRoot();
    root.replaceKey("/Metadata", metadata);
    root.replaceKey("/Lang", Object::newString("zh-CN"));
    root.replaceKey(
        "/ViewerPreferences", Object::newDictionary({{"/DisplayDocTitle", Object::newBool(true)}}));
}

std::string Assembly::xmp() const
{
    const QString date = countyTime(m_plan.atMs).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss'+08:00'"));
    const QString conformance = m_fault.isEmpty()
        ? QStringLiteral(
            "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">"
            "<pdfaid:part>1</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance></rdf:Description>\n")
        : QString();
    const QString packet = QStringLiteral(
        "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
        "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
        "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
        "<dc:format>application/pdf</dc:format>"
        "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%1</rdf:li></rdf:Alt></dc:title>"
        "<dc:creator><rdf:Seq><rdf:li>%2</rdf:li></rdf:Seq></dc:creator>"
        "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">%3</rdf:li></rdf:Alt></dc:description>"
        "</rdf:Description>\n"
        "<rdf:Description rdf:about=\"\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">"
        "<xmp:CreatorTool>Chengban</xmp:CreatorTool><xmp:CreateDate>%4</xmp:CreateDate>"
        "<xmp:ModifyDate>%4</xmp:ModifyDate></rdf:Description>\n"
        "<rdf:Description rdf:about=\"\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">"
        "<pdf:Producer>Chengban</pdf:Producer></rdf:Description>\n%5"
        "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>");
    return packet
        .arg(m_plan.title.toHtmlEscaped(), m_plan.author.toHtmlEscaped(), m_plan.subject.toHtmlEscaped(),
            date, conformance)
        .toStdString();
}

/// A file of usual size at once; a huge one in slices, since what is mapped counts as memory.
QString digestOf(const QString &path)
{
    constexpr qint64 usual = 64 << 20;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    if (file.size() > usual) {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        return hash.addData(&file) ? hex(hash.result()) : QString();
    }
    const uchar *mapped = file.map(0, file.size());
    return mapped ? hex(sha256(QByteArrayView(mapped, file.size()))) : QString();
}

ErrorCode writeError(const QSaveFile &file)
{
    return file.error() == QFileDevice::ResourceError || file.error() == QFileDevice::WriteError
        ? ErrorCode::DiskFull
        : ErrorCode::FileUnreadable;
}

} // namespace

Result<WrittenPdf> writePdf(const QByteArray &painted, const GlyphLedger &ledger,
    const QList<AttachmentPages> &attachments, PageSpool &spool, const PdfPlan &plan, const QString &path)
{
    Assembly assembly(painted, attachments, spool, plan);
    try {
        assembly.build(ledger);
    } catch (const std::exception &) {
        return fail(ErrorCode::PdfInvalid, QStringLiteral("pages cannot be put together"));
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::FileUnreadable, file.errorString());
    FilePipeline pipeline(file);
    try {
        assembly.write(pipeline);
    } catch (const std::exception &) {
        file.cancelWriting();
        return fail(file.error() == QFileDevice::NoError ? ErrorCode::PdfInvalid : writeError(file),
            file.errorString());
    }
    if (!file.commit())
        return fail(writeError(file), file.errorString());
    const QString digest = digestOf(path);
    if (digest.isEmpty())
        return fail(ErrorCode::FileUnreadable, path);
    return WrittenPdf{QFileInfo(path).size(), digest, assembly.fault()};
}

} // namespace chengban

#include "client/app/PdfBook.h"
#include "client/scanning/CodeReader.h"
#include "client/scanning/PaperFile.h"
#include "client/scanning/Pile.h"
#include "tests/client/scanning/Scans.h"

#include <QDataStream>
#include <QPainter>
#include <QPdfWriter>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace chengban;
using scans::Spec;
using Depth = Spec::Depth;

namespace {

const QString first = QStringLiteral("0195514e-1c00-7abc-8def-00000000000a");
const QString second = QStringLiteral("0195514e-1c00-7abc-8def-00000000000b");

/// A TIFF of one-bit pages, uncompressed, as the specification's first chapters have it.
QByteArray tiffOf(const QList<QImage> &pages)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setByteOrder(QDataStream::LittleEndian);
    out.writeRawData("II*\0", 4);
    out << quint32(8);
    for (const QImage &page : pages) {
        const QImage mono = page.convertToFormat(QImage::Format_Mono, Qt::MonoOnly | Qt::ThresholdDither);
        const quint32 row = quint32(mono.width() + 7) / 8, size = row * quint32(mono.height());
        const quint32 here = quint32(bytes.size()), data = here + 2 + 9 * 12 + 4;
        const bool last = &page == &pages.last();
        out << quint16(9);
        const auto tag = [&](quint16 id, quint32 value) { out << id << quint16(4) << quint32(1) << value; };
        tag(256, quint32(mono.width()));
        tag(257, quint32(mono.height()));
        tag(258, 1);
        tag(259, 1);
        tag(262, mono.colorTable().value(0) == qRgb(255, 255, 255) ? 0 : 1);
        tag(273, data);
        tag(277, 1);
        tag(278, quint32(mono.height()));
        tag(279, size);
        out << quint32(last ? 0 : data + size);
        for (int y = 0; y < mono.height(); ++y)
            out.writeRawData(reinterpret_cast<const char *>(mono.constScanLine(y)), int(row));
    }
    return bytes;
}

QByteArray pdfOf(const QList<QImage> &pages)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageMargins({});
    QPainter painter(&writer);
    for (qsizetype i = 0; i < pages.size(); ++i) {
        if (i > 0)
            writer.newPage();
        painter.drawImage(QRect(0, 0, writer.width(), writer.height()), pages[i]);
    }
    painter.end();
    return buffer.data();
}

QImage blankPage()
{
    QImage page(1654, 2339, QImage::Format_Grayscale8);
    page.fill(Qt::white);
    return scans::scanned(page, {.noise = 10});
}

/// A page of writing without a code.
QImage letterPage()
{
    QImage page(1654, 2339, QImage::Format_Grayscale8);
    page.fill(Qt::white);
    QPainter painter(&page);
    for (int y = 300; y < 1800; y += 60)
        painter.fillRect(200, y, 1200, 22, Qt::black);
    return page;
}

/// A page as seen, without a picture.
ScannedPage seen(const QString &path, int page, std::optional<SheetCode> code)
{
    ScannedPage one;
    one.source = {path, page};
    if (code)
        one.codes = {*code};
    return one;
}

SheetCode codeOf(const QString &id, int page, int pages, int version = 1)
{
    return {{id}, version, SheetStep::SignOff, QStringLiteral("0123456789abcdef"), page, pages};
}

} // namespace

class TestPile : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir{};
    std::map<QString, QList<QImage>> m_printed{};

    [[nodiscard]] QImage printed(const QString &id, int page = 0, int notes = 0)
    {
        const QString key = id + QString::number(notes);
        if (!m_printed.contains(key)) {
            Case c = scans::sheetCase(id);
            for (int i = 0; i < notes; ++i)
                c.proposals.append(c.proposals.first());
            const QString path = m_dir.filePath(QStringLiteral("sheet.pdf"));
            (void)scans::printSheet(c, path);
            m_printed[key] = scans::rendered(path, 200);
        }
        return m_printed[key].value(page);
    }

    QString kept(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_dir.filePath(name));
        (void)file.open(QIODevice::WriteOnly);
        file.write(bytes);
        return file.fileName();
    }

    QString kept(const QString &name, const QImage &image)
    {
        (void)image.save(m_dir.filePath(name));
        return m_dir.filePath(name);
    }

    struct Read
    {
        Pile pile;
        QList<PileFault> faults;
        int progress = 0;
    };

    Read read(const QStringList &files)
    {
        QFuture<PileStep> future = readPile(files, pdfBooks());
        future.waitForFinished();
        Read read;
        QList<ScannedPage> pages;
        for (const PileStep &step : future.results()) {
            if (const auto *page = std::get_if<ScannedPage>(&step))
                pages.append(*page);
            else
                read.faults.append(std::get<PileFault>(step));
        }
        read.pile = sortedPile(pages);
        read.progress = future.progressValue();
        return read;
    }

private Q_SLOTS:
    void files_ofEveryKindAreRead()
    {
        const QImage a = scans::scanned(printed(first), {.quarters = 2, .skew = 3, .depth = Depth::Bit});
        const QImage b = scans::scanned(printed(second), {.skew = -4, .noise = 20});
        for (const auto &[name, path] :
            std::map<QString, QString>{
                {QStringLiteral("TIFF"), kept(QStringLiteral("two.tif"), tiffOf({a, b}))},
                {QStringLiteral("PDF"), kept(QStringLiteral("two.pdf"), pdfOf({a, b}))},
                {QStringLiteral("PDF under a wrong name"), kept(QStringLiteral("two.jpg"), pdfOf({a, b}))}}) {
            const Read result = read({path});
            if (name != QStringLiteral("TIFF") && !pdfBooks()) {
                QCOMPARE(result.faults.size(), 1);
                QCOMPARE(result.faults.first().error.code, ErrorCode::FileTypeRefused);
                continue;
            }
            QVERIFY2(result.faults.isEmpty(), qPrintable(name));
            QCOMPARE(result.pile.sheets.size(), 2);
            QCOMPARE(result.progress, 2);
            QCOMPARE(result.pile.sheets[0].code.id.value, first);
            QCOMPARE(result.pile.sheets[0].pages.first().quarters, 2);
            QCOMPARE(result.pile.sheets[1].code.id.value, second);
            QCOMPARE(result.pile.sheets[1].pages.first().source.page, 1);
            QVERIFY(result.pile.loose.isEmpty());
        }
    }

    void damagedAndLockedFiles_areNamedAndTheRestGoesOn()
    {
        const QByteArray pdf = pdfOf({letterPage()});
        const QString open = kept(QStringLiteral("open.pdf"), pdf);
        const QString locked = m_dir.filePath(QStringLiteral("locked.pdf"));
        dossiers::run(QStringLiteral("qpdf"),
            {QStringLiteral("--encrypt"), QStringLiteral("secret"), QStringLiteral("owner"),
                QStringLiteral("256"), QStringLiteral("--"), open, locked});
        QByteArray jpeg;
        QBuffer buffer(&jpeg);
        buffer.open(QIODevice::WriteOnly);
        printed(first).save(&buffer, "JPG", 80);
        const QStringList files{locked, kept(QStringLiteral("cut.pdf"), pdf.left(pdf.size() / 3)),
            kept(QStringLiteral("empty.png"), QByteArray()),
            kept(QStringLiteral("noise.jpg"), QByteArray(5000, 'x')),
            kept(QStringLiteral("text.txt"), QByteArray("hello")), m_dir.filePath(QStringLiteral("gone.tif")),
            kept(QStringLiteral("good.jpg"), jpeg)};
        const Read result = read(files);
        QCOMPARE(result.pile.sheets.size(), 1);
        QCOMPARE(result.pile.sheets.first().code.id.value, first);
        QList<ErrorCode> codes;
        for (const PileFault &fault : result.faults)
            codes.append(fault.error.code);
        const bool withPdf(pdfBooks()); // Without QtPdf no PDF is read.
        QCOMPARE(codes,
            (QList{withPdf ? ErrorCode::PdfLocked : ErrorCode::FileTypeRefused,
                withPdf ? ErrorCode::PdfInvalid : ErrorCode::FileTypeRefused, ErrorCode::FileEmpty,
                ErrorCode::FileUnreadable, ErrorCode::FileTypeRefused, ErrorCode::FileUnreadable}));
        QCOMPARE(result.faults.first().source.path, locked);
    }

    void pagesOfASheet_findEachOtherInAnyOrder()
    {
        const QImage one = printed(first, 0, 12), two = printed(first, 1, 12);
        const QString path = kept(QStringLiteral("mixed.tif"),
            tiffOf({scans::scanned(two, {.skew = 2}), printed(second), blankPage(),
                scans::scanned(one, {.quarters = 1}), letterPage(), printed(second)}));
        const Read result = read({path});
        QCOMPARE(result.pile.sheets.size(), 2);
        const PileSheet &sheet = result.pile.sheets.first();
        QVERIFY(sheet.isComplete());
        QCOMPARE(sheet.pages.size(), 2);
        QCOMPARE(sheet.pages[0].source.page, 3);
        QCOMPARE(sheet.pages[1].source.page, 0);
        QCOMPARE(sheet.behind.size(), 1);
        QCOMPARE(result.pile.sheets[1].again.size(), 1);
        QCOMPARE(result.pile.blank, 1);
        QVERIFY(result.pile.loose.isEmpty());
    }

    void sorting_tellsWhatIsMissing()
    {
        const QString path = QStringLiteral("a.tif");
        const Pile pile = sortedPile(
            {seen(path, 0, {}), seen(path, 1, codeOf(first, 3, 3)), seen(path, 2, codeOf(second, 1, 0)),
                seen(QStringLiteral("b.tif"), 0, {}), seen(path, 3, codeOf(first, 1, 1, 2))});
        QCOMPARE(pile.sheets.size(), 3);
        QCOMPARE(pile.sheets[0].missing, (QList{1, 2}));
        QCOMPARE(pile.sheets[1].missing, QList{0});
        QVERIFY(pile.sheets[2].isComplete()); // Another version is another sheet.
        QCOMPARE(pile.loose.size(), 2); // Before any sheet, and in another file than the sheet before.
        QVERIFY(pile.sheets[1].behind.isEmpty());
    }

    void sorting_pageWithTwoSheetsIsLoose()
    {
        ScannedPage both = seen(QStringLiteral("a.tif"), 0, codeOf(first, 1, 1));
        both.codes.append(codeOf(second, 1, 1));
        const Pile pile = sortedPile({both, seen(QStringLiteral("a.tif"), 1, {})});
        QVERIFY(pile.sheets.isEmpty());
        QCOMPARE(pile.loose.size(), 2);
    }

    void reading_endsWhenCancelled()
    {
        const QString path = kept(QStringLiteral("long.tif"), tiffOf(QList<QImage>(20, letterPage())));
        QFuture<PileStep> future = readPile({path}, {});
        QTRY_VERIFY_WITH_TIMEOUT(future.resultCount() > 0, 20000);
        future.cancel();
        future.waitForFinished();
        QVERIFY(future.isCanceled());
        QVERIFY(future.resultCount() < 20);
    }

    void sheet_isFiledUprightAndLevel()
    {
        const QString path = kept(QStringLiteral("side.png"),
            scans::scanned(printed(first), {.quarters = 3, .skew = -4, .depth = Depth::Bit}));
        const ScannedPage page = read({path}).pile.sheets.first().pages.first();
        const Result<QImage> upright = uprightPage(page, {});
        QVERIFY(upright);
        QVERIFY(upright->height() > upright->width());
        QVERIFY(std::abs(skewOf(*upright)) < 0.2);
        QCOMPARE(codesOn(*upright).first().quarters(), 0);
        QVERIFY(printed(second).save(path));
        QCOMPARE(uprightPage(page, {}).error().code, ErrorCode::ScanChanged);
        QVERIFY(QFile::remove(path));
        QCOMPARE(uprightPage(page, {}).error().code, ErrorCode::FileUnreadable);
    }

    void file_isWhatTheAttachmentNeeds()
    {
        const auto give = [&](const QList<QImage> &pages) {
            return paperFile(int(pages.size()), [pages](int index) { return Result<QImage>(pages[index]); });
        };
        const QImage bit = scans::scanned(printed(first), {.depth = Depth::Bit});
        QCOMPARE(give({printed(first)})->ending, QStringLiteral("jpg"));
        QCOMPARE(give({bit})->ending, QStringLiteral("png"));
        const Result<PaperFile> both = give({bit, printed(second)});
        QVERIFY(both);
        QCOMPARE(both->ending, QStringLiteral("pdf"));
        const QList<QImage> pages = scans::rendered(kept(QStringLiteral("both.pdf"), both->bytes), 200);
        QCOMPARE(pages.size(), 2);
        QVERIFY(std::abs(pages[0].width() - 1654) < 4);
        QCOMPARE(codesOn(pages[0]).first().code.id.value, first);
        QCOMPARE(codesOn(pages[1]).first().code.id.value, second);
        QCOMPARE(
            paperFile(1, [](int) -> Result<QImage> { return fail(ErrorCode::ScanChanged); }).error().code,
            ErrorCode::ScanChanged);
    }

    void folder_givesItsScansInOrder()
    {
        QTemporaryDir dir;
        for (const QString &name :
            {QStringLiteral("scan10.jpg"), QStringLiteral("scan9.jpg"), QStringLiteral("note.txt")}) {
            QFile file(dir.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        QCOMPARE(scanFiles({dir.path(), dir.filePath(QStringLiteral("scan9.jpg"))}),
            (QStringList{
                dir.filePath(QStringLiteral("scan9.jpg")), dir.filePath(QStringLiteral("scan10.jpg"))}));
    }
};

QTEST_MAIN(TestPile)
#include "tst_Pile.moc"

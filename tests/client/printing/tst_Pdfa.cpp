#include "client/printing/PageImages.h"
#include "client/printing/PdfaRules.h"
#include "tests/client/printing/DossierFixture.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <qpdf/QPDF.hh>

using namespace chengban;
using namespace chengban::dossiers;

namespace {

/// 8 x 8 red as a CMYK JPEG the way Adobe writes it.
QByteArray cmykJpeg()
{
    return QByteArray::fromBase64(
        "/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwAQCwwODAoQDg0OEhEQExgoGhgWFhgxIyUdKDozPTw5Mzg3QEhcTkBEV0U3OFBtUVdfYmdo"
        "Zz5NcXlwZHhcZWdj/9sAQwEREhIYFRgvGhovY0I4QmNjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2Nj"
        "Y2NjY2Nj/8AAFAgACAAIBAEiAAIRAQMRAQQiAP/EABYAAQEBAAAAAAAAAAAAAAAAAAAFB//EABQQAQAAAAAAAAAAAAAAAAAAAAD/"
        "xAAVAQEBAAAAAAAAAAAAAAAAAAAFBv/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAOBAEAAhEDEQQAAD8AtAFEG0AB/9k=");
}

QByteArray png(QImage::Format format)
{
    QImage image(300, 200, format);
    image.fill(format == QImage::Format_Mono ? 1 : 0x80336699);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return buffer.data();
}

QByteArray turnedJpeg()
{
    QByteArray scan = jpegScan({877, 620});
    const QByteArray exif = QByteArray("Exif\0\0", 6)
        + QByteArray::fromHex("4d4d002a00000008000101120003000000010006000000000000");
    return scan.insert(2, QByteArray::fromHex("ffe1") + char(0) + char(exif.size() + 2) + exif);
}

/// One page, with whatever stands in `page`, `resources` and the catalog.
QByteArray pdfWith(const QByteArray &page, const QByteArray &resources, const QByteArray &catalog,
    const QByteArray &operators)
{
    const QList<QByteArray> objects{"<</Type/Catalog/Pages 2 0 R/OutputIntents[<<>>]" + catalog + ">>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<" + resources + ">>" + page
            + ">>",
        "<</Length " + QByteArray::number(operators.size()) + ">>stream\n" + operators + "\nendstream",
        "<</Type/Metadata/Subtype/XML/Length 40>>stream\n<pdfaid:part>1</pdfaid:part>            "
        "\nendstream"};
    QByteArray file = "%PDF-1.4\n";
    QByteArray table = "xref\n0 6\n0000000000 65535 f \n";
    for (qsizetype i = 0; i < objects.size(); ++i) {
        table += QByteArray::number(file.size()).rightJustified(10, '0') + " 00000 n \n";
        file += QByteArray::number(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const QByteArray start = QByteArray::number(file.size());
    return file + table + "trailer<</Size 6/Root 1 0 R>>\nstartxref\n" + start + "\n%%EOF\n";
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestPdfa : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir{};

    [[nodiscard]] QString pathOf(const QString &name) const { return m_dir.filePath(name); }

    [[nodiscard]] Result<DossierInfo> written(
        const QList<Attachment> &attachments, const Files &files, const QString &name) const
    {
        Case c = samples::archivedCase();
        c.replies.last().reply.attachments = attachments;
        return writeDossier(
            manifestOf(c, PaperOrder::ConclusionFirst), c, sampleLog(c), files.source(), pathOf(name));
    }

    [[nodiscard]] QByteArray letterPdf() const
    {
        const Case c = samples::archivedCase();
        const Manifest manifest = manifestOf(c, PaperOrder::ConclusionFirst);
        const QString path = pathOf(QStringLiteral("letter.pdf"));
        return writePaper(manifest.papers.at(1), manifest, c, {}, path) ? contentOf(path) : QByteArray();
    }

private Q_SLOTS:
    void everyDossierAndPaper_passesPreflight()
    {
        Files files;
        QStringList paths;
        const auto add = [&](const QList<Attachment> &attachments, const QString &name) {
            const Result<DossierInfo> info = written(attachments, files, name);
            QVERIFY2(info && info->pdfA, info ? qPrintable(info->pdfaFault) : "refused");
            paths.append(pathOf(name));
        };
        const QString pdf = QStringLiteral("application/pdf");
        const QString image = QStringLiteral("image/png");
        add({}, QStringLiteral("bare.pdf"));
        add({files.add(QStringLiteral("扫描.jpg"), QStringLiteral("image/jpeg"), jpegScan()),
                files.add(QStringLiteral("横拍.jpg"), QStringLiteral("image/jpeg"), turnedJpeg()),
                files.add(QStringLiteral("四色.jpg"), QStringLiteral("image/jpeg"), cmykJpeg()),
                files.add(QStringLiteral("黑白.png"), image, png(QImage::Format_Mono)),
                files.add(QStringLiteral("透明.png"), image, png(QImage::Format_ARGB32)),
                files.add(QStringLiteral("高位.png"), image, png(QImage::Format_RGBA64)),
                files.add(QStringLiteral("调色板.png"), image,
                    [] {
                        const QImage colours = QImage::fromData(png(QImage::Format_RGB888));
                        QBuffer buffer;
                        buffer.open(QIODevice::WriteOnly);
                        colours.convertToFormat(QImage::Format_Indexed8).save(&buffer, "PNG");
                        return buffer.data();
                    }()),
                files.add(QStringLiteral("录音.mp3"), QStringLiteral("audio/mpeg"), "ID3 sound")},
            QStringLiteral("pictures.pdf"));
        add({files.add(QStringLiteral("答复.pdf"), pdf, letterPdf())}, QStringLiteral("ours.pdf"));
        if (canPaintPdf())
            add({files.add(QStringLiteral("外来.pdf"), pdf, smallPdf(2))}, QStringLiteral("foreign.pdf"));
        const Case c = samples::archivedCase();
        const Manifest manifest = manifestOf(c, PaperOrder::ConclusionFirst);
        for (const Paper &paper : manifest.papers) {
            paths.append(pathOf(nameOf(paper.kind) + QStringLiteral(".pdf")));
            const Result<DossierInfo> info = writePaper(paper, manifest, c, sampleLog(c), paths.last());
            QVERIFY2(info && info->pdfA, qPrintable(paths.last()));
        }
        const Run report = preflight(paths);
        if (report.code == 77)
            QSKIP(report.out.constData());
        QVERIFY2(report.code == 0, report.out.constData());
    }

    void foreignPdf_thatCannotBePainted_staysAndIsSaid()
    {
        if (canPaintPdf())
            QSKIP("built with QtPdf");
        Files files;
        const Result<DossierInfo> info
            = written({files.add(QStringLiteral("外来.pdf"), QStringLiteral("application/pdf"), smallPdf(1))},
                files, QStringLiteral("stays.pdf"));
        QVERIFY(info && !info->pdfA);
        QCOMPARE(info->pdfaFault, QStringLiteral("not declared as PDF/A-1"));
    }

    void conformingPdf_keepsItsText_anotherBecomesPicturesOf200Dpi()
    {
        if (!canPaintPdf())
            QSKIP("built without QtPdf");
        Files files;
        const QString pdf = QStringLiteral("application/pdf");
        const Attachment ours = files.add(QStringLiteral("答复.pdf"), pdf, letterPdf());
        const Attachment foreign = files.add(QStringLiteral("外来.pdf"), pdf, smallPdf(1));
        const Result<DossierInfo> info = written({ours, foreign}, files, QStringLiteral("both.pdf"));
        QVERIFY(info && info->pdfA);
        const QString path = pathOf(QStringLiteral("both.pdf"));
        const int front = 2;
        QVERIFY(textOf(path, front + info->papers.at(5).first).contains(QStringLiteral("尊敬的𠮷田龢")));
        const QString page = QString::number(front + info->papers.at(6).first);
        QVERIFY(!textOf(path, page.toInt()).contains(QStringLiteral("foreign page")));
        const QByteArray images = run(QStringLiteral("pdfimages"),
            {QStringLiteral("-list"), QStringLiteral("-f"), page, QStringLiteral("-l"), page, path})
                                      .out;
        const QByteArray line = images.trimmed().split('\n').last().simplified();
        const QList<QByteArray> cells = line.split(' ');
        QCOMPARE(cells.at(8), QByteArray("jpeg"));
        QVERIFY2(cells.at(3).toInt() >= 1650 && cells.at(3).toInt() <= 1658, line.constData()); // A4 at 200
    }

    void cmykPicture_becomesSrgbAndStaysRed()
    {
        Files files;
        const Attachment picture
            = files.add(QStringLiteral("四色.jpg"), QStringLiteral("image/jpeg"), cmykJpeg());
        QVERIFY(written({picture}, files, QStringLiteral("cmyk.pdf")));
        const QString prefix = pathOf(QStringLiteral("cmyk"));
        run(QStringLiteral("pdfimages"),
            {QStringLiteral("-png"), pathOf(QStringLiteral("cmyk.pdf")), prefix});
        const QColor colour = QImage(prefix + QStringLiteral("-000.png")).pixelColor(4, 4);
        QVERIFY2(colour.red() > 200 && colour.green() < 60 && colour.blue() < 60, qPrintable(colour.name()));
    }

    void brokenRule_isNamed_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("fault");
        const QByteArray none;
        const QByteArray state = "/ExtGState<</G<<";
        QTest::newRow("nothing") << pdfWith(none, none, "/Metadata 5 0 R", "q Q") << QString();
        QTest::newRow("no claim") << pdfWith(none, none, none, "q Q")
                                  << QStringLiteral("not declared as PDF/A-1");
        const auto row = [&](const char *name, const QByteArray &page, const QByteArray &resources,
                             const QByteArray &catalog, const QByteArray &operators, const char *fault) {
            QTest::newRow(name) << pdfWith(page, resources, "/Metadata 5 0 R" + catalog, operators)
                                << QString::fromLatin1(fault);
        };
        row("half transparent", none, state + "/ca 0.5>>>>", none, "q Q", "transparency");
        row("blend mode", none, state + "/BM/Multiply>>>>", none, "q Q", "transparency");
        row("soft mask", none, state + "/SMask<<>>>>>>", none, "q Q", "transparency");
        row("group", "/Group<</S/Transparency>>", none, none, "q Q", "transparency");
        row("font outside", none, "/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>", none, "q Q",
            "a font is not embedded");
        row("script", none, none, "/OpenAction<</S/JavaScript/JS(1)>>", "q Q", "the action /JavaScript");
        row("attachment", none, none, "/Names<</EmbeddedFiles<<>>>>", "q Q", "the entry /EmbeddedFiles");
        row("CMYK operator", none, none, none, "0 0 0 1 k 0 0 9 9 re f", "colours or filters in the pages");
        row("CMYK space", none, "/ColorSpace<</C[/Indexed/DeviceCMYK 0(aaaa)]>>", none, "q Q",
            "CMYK beside the sRGB output intent");
    }
    void brokenRule_isNamed()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, fault);
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("test", file.constData(), size_t(file.size()));
        QCOMPARE(foreignPdfaFault(pdf), fault);
    }
};

QTEST_MAIN(TestPdfa)
#include "tst_Pdfa.moc"

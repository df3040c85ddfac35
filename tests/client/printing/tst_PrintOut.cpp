#include "client/printing/PageImages.h"
#include "client/printing/PrintOut.h"
#include "tests/client/printing/PrivateCups.h"

#include <QFile>
#include <QPrinter>
#include <QPrinterInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace chengban;
using namespace chengban::dossiers;

class TestPrintOut : public QObject
{
    Q_OBJECT

    QTemporaryDir m_files;
    int m_written = 0;

    QString written(const QByteArray &pdf)
    {
        QFile file(m_files.filePath(QString::number(++m_written)));
        return file.open(QIODevice::WriteOnly) && file.write(pdf) == pdf.size() ? file.fileName() : QString();
    }

private Q_SLOTS:
    /// Stands first: libcups asks for its server once in a process.
    void queueOfCups_getsTheWholeJob()
    {
        if (!canPaintPdf())
            QSKIP("built without QtPdf");
        if (!PrivateCups::isInstalled())
            QSKIP("CUPS is not installed");
        QTemporaryDir dir;
        PrivateCups cups(dir.path());
        QVERIFY2(cups.start(), cups.said().constData());
        const QPrinterInfo queue = QPrinterInfo::printerInfo(QStringLiteral("archive"));
        QVERIFY2(!queue.isNull(), qPrintable(QPrinterInfo::availablePrinterNames().join(u' ')));
        QPrinter printer(queue, QPrinter::HighResolution);
        printer.setPageSize(QPageSize(QPageSize::A4));
        printer.setDocName(QStringLiteral("案卷"));
        QCOMPARE(
            printPdf(written(smallPdf(3)), {1, 2, 3}, printer, [](int) { return true; }), PrintEnd::Done);
        QVERIFY2(QTest::qWaitFor(
                     [&] {
                         QFile file(cups.printed());
                         return file.open(QIODevice::ReadOnly) && file.readAll().contains("%%EOF");
                     },
                     30000),
            cups.said().right(4000).constData());
        const QByteArray facts = run(QStringLiteral("pdfinfo"), {cups.printed()}).out;
        QVERIFY2(facts.contains("Pages:           3"), facts.constData());
    }

    void pages_areNamedAsPeopleWriteThem_data()
    {
        QTest::addColumn<QString>("ranges");
        QTest::addColumn<QList<int>>("pages");
        QTest::newRow("all") << QString() << QList{1, 2, 3, 4, 5};
        QTest::newRow("one") << QStringLiteral("3") << QList{3};
        QTest::newRow("range and one") << QStringLiteral("1-2, 5") << QList{1, 2, 5};
        QTest::newRow("to the end") << QStringLiteral("4-") << QList{4, 5};
        QTest::newRow("from the beginning") << QStringLiteral("-2") << QList{1, 2};
        QTest::newRow("twice and backwards") << QStringLiteral("5,1,5") << QList{1, 5};
        QTest::newRow("full width") << QStringLiteral("１－２，５") << QList{1, 2, 5};
        QTest::newRow("Chinese comma") << QStringLiteral("1、3") << QList{1, 3};
    }
    void pages_areNamedAsPeopleWriteThem()
    {
        QFETCH(QString, ranges);
        QFETCH(QList<int>, pages);
        const Result<QList<int>> named = pagesNamed(ranges, 5);
        QVERIFY(named);
        QCOMPARE(*named, pages);
    }

    void unknownPages_areRefused_data()
    {
        QTest::addColumn<QString>("ranges");
        for (const char *text : {"0", "6", "3-2", "a", "1-2-3", "-", ",", "1,", "2-9", "99999999999"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void unknownPages_areRefused()
    {
        QFETCH(QString, ranges);
        QCOMPARE(pagesNamed(ranges, 5).error().code, ErrorCode::BadInput);
    }

    void chosenPages_comeOutInTheirOwnSize()
    {
        if (!canPaintPdf())
            QSKIP("built without QtPdf");
        QTemporaryDir dir;
        QPrinter printer(QPrinter::HighResolution);
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setPageSize(QPageSize(QPageSize::A4));
        printer.setOutputFileName(dir.filePath(QStringLiteral("out.pdf")));
        QList<int> told;
        QCOMPARE(printPdf(written(smallPdf(5)), {2, 4}, printer,
                     [&](int done) {
                         told.append(done);
                         return true;
                     }),
            PrintEnd::Done);
        QCOMPARE(told, (QList<int>{0, 1}));
        const QByteArray facts = run(QStringLiteral("pdfinfo"), {printer.outputFileName()}).out;
        QVERIFY2(facts.contains("Pages:           2") && facts.contains("595 x 842"), facts.constData());
    }

    void cancelledJob_endsBetweenPages()
    {
        if (!canPaintPdf())
            QSKIP("built without QtPdf");
        QTemporaryDir dir;
        QPrinter printer;
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(dir.filePath(QStringLiteral("out.pdf")));
        QCOMPARE(printPdf(written(smallPdf(5)), {1, 2, 3}, printer, [](int done) { return done < 1; }),
            PrintEnd::Cancelled);
    }

    void brokenFile_printsNothing_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QList<int>>("pages");
        QTest::newRow("no PDF") << QByteArray("hello") << QList{1};
        QTest::newRow("empty") << QByteArray() << QList{1};
        QTest::newRow("a page that is not there") << smallPdf(2) << QList{3};
        QTest::newRow("no page") << smallPdf(2) << QList<int>{};
    }
    void brokenFile_printsNothing()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QList<int>, pages);
        QTemporaryDir dir;
        QPrinter printer;
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(dir.filePath(QStringLiteral("out.pdf")));
        QCOMPARE(printPdf(written(bytes), pages, printer, [](int) { return true; }), PrintEnd::FileBroken);
        QVERIFY(!QFile::exists(printer.outputFileName()));
    }
};

QTEST_MAIN(TestPrintOut)
#include "tst_PrintOut.moc"

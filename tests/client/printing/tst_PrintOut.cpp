#include "client/printing/PageImages.h"
#include "client/printing/PrintOut.h"
#include "tests/client/printing/DossierFixture.h"

#include <QDir>
#include <QFile>
#include <QPrinter>
#include <QPrinterInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace chengban;
using namespace chengban::dossiers;

namespace {

/// A CUPS of the test's own, without network and filters: one queue whose jobs stay in the spool as they
/// came.
class PrivateCups
{
public:
    explicit PrivateCups(const QString &folder)
        : m_folder(folder)
    {
    }
    ~PrivateCups()
    {
        m_daemon.terminate();
        if (m_daemon.state() != QProcess::NotRunning && !m_daemon.waitForFinished(10000))
            m_daemon.kill();
        m_daemon.waitForFinished();
    }

    [[nodiscard]] static bool isInstalled() { return !program().isEmpty() && !admin().isEmpty(); }
    [[nodiscard]] QString printed() const { return m_folder + QStringLiteral("/spool/d00001-001"); }
    [[nodiscard]] QByteArray said() const
    {
        QFile log(m_folder + QStringLiteral("/error_log"));
        return log.open(QIODevice::ReadOnly) ? log.readAll() : QByteArray();
    }

    bool start()
    {
        for (const char *name : {"spool", "spool/tmp", "cache", "state", "root", "data"})
            QDir().mkpath(m_folder + u'/' + QLatin1String(name));
        const QString socket = m_folder + QStringLiteral("/sock");
        write(QStringLiteral("cupsd.conf"),
            QStringLiteral(
                "Listen %1\nLogLevel debug\nBrowsing Off\nPreserveJobFiles Yes\nPreserveJobHistory "
                "Yes\nDefaultAuthType None\nWebInterface No\n"
                "<Location />\n Order allow,deny\n Allow all\n</Location>\n"
                "<Location /admin>\n Order allow,deny\n Allow all\n</Location>\n"
                "<Policy default>\n <Limit All>\n  Order allow,deny\n  Allow all\n </Limit>\n</Policy>\n")
                .arg(socket));
        write(QStringLiteral("cups-files.conf"),
            QStringLiteral(
                "FileDevice Yes\nServerRoot %1/root\nRequestRoot %1/spool\nTempDir %1/spool/tmp\n"
                "CacheDir %1/cache\nStateDir %1/state\nErrorLog %1/error_log\nAccessLog %1/access_log\n"
                "PageLog %1/page_log\n")
                .arg(m_folder));
        qputenv("CUPS_SERVER", socket.toLocal8Bit());
        m_daemon.start(program(),
            {QStringLiteral("-f"), QStringLiteral("-c"), m_folder + QStringLiteral("/cupsd.conf"),
                QStringLiteral("-s"), m_folder + QStringLiteral("/cups-files.conf")});
        if (!m_daemon.waitForStarted() || !QTest::qWaitFor([&] { return QFile::exists(socket); }, 15000))
            return false;
        return run(admin(),
                   {QStringLiteral("-h"), socket, QStringLiteral("-p"), QStringLiteral("archive"),
                       QStringLiteral("-E"), QStringLiteral("-v"), QStringLiteral("file:/dev/null"),
                       QStringLiteral("-m"), QStringLiteral("raw")})
                   .code
            == 0;
    }

private:
    static QString program()
    {
        return QStandardPaths::findExecutable(QStringLiteral("cupsd"),
            {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/local/sbin"), QStringLiteral("/usr/bin")});
    }
    static QString admin()
    {
        return QStandardPaths::findExecutable(
            QStringLiteral("lpadmin"), {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/bin")});
    }
    void write(const QString &name, const QString &text)
    {
        QFile file(m_folder + u'/' + name);
        if (file.open(QIODevice::WriteOnly))
            file.write(text.toUtf8());
    }

    QString m_folder;
    QProcess m_daemon;
};

} // namespace

class TestPrintOut : public QObject
{
    Q_OBJECT

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
        QCOMPARE(printPdf(smallPdf(3), {1, 2, 3}, printer, [](int) { return true; }), PrintEnd::Done);
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
        QCOMPARE(printPdf(smallPdf(5), {2, 4}, printer,
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
        QCOMPARE(printPdf(smallPdf(5), {1, 2, 3}, printer, [](int done) { return done < 1; }),
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
        QCOMPARE(printPdf(bytes, pages, printer, [](int) { return true; }), PrintEnd::FileBroken);
        QVERIFY(!QFile::exists(printer.outputFileName()));
    }
};

QTEST_MAIN(TestPrintOut)
#include "tst_PrintOut.moc"

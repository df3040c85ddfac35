// Printing from the window, on a real CUPS queue of the test's own.
#include "client/app/PrintWindow.h"
#include "client/printing/PageImages.h"
#include "tests/client/printing/PrivateCups.h"
#include "tests/client/support/DemoCounty.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QtTest>

using namespace chengban;
using namespace chengban::dossiers;
using namespace Qt::StringLiterals;

class TestPrintWindow : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir{};
    std::unique_ptr<PrivateCups> m_cups;
    QPointer<PrintWindow> m_window;

    template <typename T> T *find(const char *name)
    {
        return m_window->findChild<T *>(QLatin1StringView(name));
    }
    QString file(const QString &name, int pages)
    {
        QFile pdf(m_dir.filePath(name));
        if (pdf.open(QIODevice::WriteOnly))
            pdf.write(smallPdf(pages));
        return pdf.fileName();
    }
    void open(const QList<PrintItem> &items)
    {
        delete m_window;
        m_window = new PrintWindow;
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window));
        m_window->setItems(items);
        find<QComboBox>("printer")->setCurrentText(u"archive"_s);
    }
    [[nodiscard]] QString state() { return find<QLabel>("printState")->text(); }
    PrintEnd print()
    {
        QSignalSpy ended(&m_window->run(), &PrintRun::ended);
        find<QPushButton>("print")->click();
        return ended.wait(60'000) ? ended.first().first().value<PrintEnd>() : PrintEnd::FileBroken;
    }
    [[nodiscard]] QByteArray pagesOfJob(int job)
    {
        const bool there = QTest::qWaitFor(
            [&] {
                QFile data(m_cups->printed(job));
                return data.open(QIODevice::ReadOnly) && data.readAll().contains("%%EOF");
            },
            30'000);
        return there ? run(u"pdfinfo"_s, {m_cups->printed(job)}).out : QByteArray("not there");
    }

private Q_SLOTS:
    void initTestCase()
    {
        dressUp();
        if (!canPaintPdf())
            QSKIP("built without QtPdf");
        if (!PrivateCups::isInstalled())
            QSKIP("CUPS is not installed");
        QVERIFY(QDir(m_dir.path()).mkdir(u"cups"_s));
        m_cups = std::make_unique<PrivateCups>(m_dir.filePath(u"cups"_s));
        QVERIFY2(m_cups->start(), m_cups->said().constData());
    }
    void cleanupTestCase() { delete m_window; }

    void preview_showsPagesAndZoom()
    {
        open({{u"卷一"_s, {file(u"a.pdf"_s, 3)}}});
        auto *number = find<QSpinBox>("printNumber");
        QCOMPARE(number->maximum(), 3);
        const QPixmap first = find<QLabel>("printPage")->pixmap();
        QVERIFY(!first.isNull());
        QTest::keyClick(find<QPushButton>("print"), Qt::Key_PageDown);
        QTRY_COMPARE(number->value(), 2);
        auto *zoom = find<QComboBox>("printZoom");
        zoom->setCurrentIndex(zoom->findData(200));
        const int wide = find<QLabel>("printPage")->pixmap().width();
        zoom->setCurrentIndex(zoom->findData(50));
        QVERIFY(std::abs(find<QLabel>("printPage")->pixmap().width() - wide / 4) <= 1);
    }

    void batch_comesOutWholeWithItsOptions()
    {
        open({{u"卷一"_s, {file(u"a.pdf"_s, 3)}}, {u"卷二"_s, {file(u"b.pdf"_s, 2)}}});
        find<QSpinBox>("printCopies")->setValue(2);
        find<QComboBox>("printSides")->setCurrentIndex(1);
        QCOMPARE(print(), PrintEnd::Done);
        QVERIFY(pagesOfJob(1).contains("Pages:           3"));
        QVERIFY(pagesOfJob(2).contains("Pages:           2"));
        QByteArray options = m_cups->optionsOf(1);
        QVERIFY2(options.contains("two-sided-long-edge") || options.contains("DuplexNoTumble"),
            options.replace(char(0), '.').constData());
        QVERIFY(options.contains("copies"));
        QCOMPARE(state(), PrintWindow::tr("Given to the printer"));
    }

    void ranges_arePrintedAndCheckedBefore()
    {
        open({{u"卷一"_s, {file(u"a.pdf"_s, 5)}}});
        find<QLineEdit>("printPages")->setText(u"2-3"_s);
        QCOMPARE(print(), PrintEnd::Done);
        QVERIFY(pagesOfJob(3).contains("Pages:           2"));
        find<QLineEdit>("printPages")->setText(u"9"_s);
        find<QPushButton>("print")->click();
        QVERIFY(!m_window->run().isRunning());
        QCOMPARE(state(), PrintWindow::tr("These pages are not there. Write for instance 1-3,7."));
    }

    void tray_isAskedOfTheQueue()
    {
        open({{u"卷一"_s, {file(u"a.pdf"_s, 1)}}});
        auto *tray = find<QComboBox>("printTray");
        if (tray->findData(u"Tray2"_s) < 0) // without lpoptions nobody lists them
            tray->addItem(u"Tray2"_s, u"Tray2"_s);
        tray->setCurrentIndex(tray->findData(u"Tray2"_s));
        QCOMPARE(print(), PrintEnd::Done);
        QVERIFY(pagesOfJob(4).contains("Pages:           1"));
        QVERIFY2(m_cups->optionsOf(4).contains("Tray2"), m_cups->optionsOf(4).constData());
    }

    void cancelledBatch_endsBetweenPages()
    {
        open({{u"长卷"_s, {file(u"long.pdf"_s, 120)}}});
        QSignalSpy ended(&m_window->run(), &PrintRun::ended);
        QSignalSpy progressed(&m_window->run(), &PrintRun::progressed);
        find<QPushButton>("print")->click();
        QVERIFY(progressed.wait(30'000));
        find<QPushButton>("print")->click();
        QVERIFY(ended.count() > 0 || ended.wait(60'000));
        QCOMPARE(ended.first().first().value<PrintEnd>(), PrintEnd::Cancelled);
        QCOMPARE(find<QPushButton>("print")->text(), PrintWindow::tr("Print"));
    }

    void noPrinterAndBrokenFile_areToldInWords()
    {
        open({{u"卷一"_s, {file(u"a.pdf"_s, 1)}}});
        find<QComboBox>("printer")->clear();
        find<QPushButton>("print")->click();
        QCOMPARE(state(),
            PrintWindow::tr(
                "No printer is set up on this computer. Add one in the system's settings and try again."));
        QVERIFY(state().contains(u"打印机"));
        QFile broken(m_dir.filePath(u"broken.pdf"_s));
        QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("hello") == 5);
        broken.close();
        open({{u"坏卷"_s, {broken.fileName()}}});
        QCOMPARE(state(), errorText(ErrorCode::PdfInvalid));
        QCOMPARE(print(), PrintEnd::FileBroken);
    }

    /// Stands last: the queue stays stopped.
    void stoppedQueue_isToldInWords()
    {
        QVERIFY(m_cups->stop());
        open({{u"卷一"_s, {file(u"a.pdf"_s, 1)}}});
        QTRY_COMPARE(faultOf(u"archive"_s), PrinterFault::Stopped);
        find<QPushButton>("print")->click();
        QVERIFY(!m_window->run().isRunning());
        QVERIFY2(state().contains(u"停"), qPrintable(state()));
    }
};

QTEST_MAIN(TestPrintWindow)
#include "tst_PrintWindow.moc"

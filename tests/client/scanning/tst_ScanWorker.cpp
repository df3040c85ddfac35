#include "client/scanning/ScanWorker.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>

using namespace chengban;
using namespace Qt::StringLiterals;

namespace {

/// What a scan gave, in the order it came.
struct Heard
{
    QList<QImage> pages;
    QList<ScanEnd> ends;
    double most = -2; ///< The furthest progress.
};

} // namespace

/// The scanning program over SANE's own test driver, and over one that misbehaves to order.
class TestScanWorker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void devices_ofTheTestDriver_areListed();
    void devices_withoutAny_areNone();
    void abilities_ofTheTestDevice_areWhatItOffers();
    void abilities_ofALineDrawer_areOneBitAlone();
    void glass_inEachMode_givesOnePage_data();
    void glass_inEachMode_givesOnePage();
    void glass_ofAnOddDriver_givesAWholePage_data();
    void glass_ofAnOddDriver_givesAWholePage();
    void feeder_ofTenSheets_givesTenPagesAndEnds();
    void duplex_ofTwoSheets_givesFourPages();
    void scan_thatTheDriverRefuses_saysWhy_data();
    void scan_thatTheDriverRefuses_saysWhy();
    void jam_onTheThirdSheet_keepsTwoPagesAndSaysSo();
    void driver_crashingWithinAPage_keepsThePagesBefore();
    void driver_hanging_isGivenUpAfterItsTime();
    void driver_hangingWhileCancelled_isKilled();
    void driver_printingToTheOutput_harmsNothing();
    void driver_puttingThePageInAFile_isStopped();
    void driver_puttingThePageInAFile_mayWhenAllowed();
    void page_ofSixtyThousandDots_isRefused();
    void program_killedInTheMiddle_isToldAndStartsAgain();
    void program_stoppedInTheMiddle_isGivenUp();
    void program_missing_isTold();
    void program_thatIsAnother_isGarbled();
    void cancel_betweenPages_keepsWhatIsThere();
    void question_whileOneIsAsked_isBusy();
    void worker_deletedInTheMiddle_leavesNoProgram();

private:
    void configure(const QByteArray &drivers, const QByteArray &testDevice = {});
    void make();
    /// Scans to the end.
    void scan(const QString &device, const ScanOptions &options);
    [[nodiscard]] static ScanOptions small(PaperSource source, ScanMode mode = ScanMode::Grey)
    {
        return {source, mode, 75, 60, 80, 0};
    }

    std::unique_ptr<QTemporaryDir> m_config;
    ScanProgram m_program;
    std::unique_ptr<ScanWorker> m_worker;
    Heard m_heard;
};

void TestScanWorker::init()
{
    m_worker.reset();
    m_config = std::make_unique<QTemporaryDir>();
    m_program = {};
    m_program.path = QStringLiteral(CHENGBAN_BIN_DIR "/chengban-scan");
    m_program.environment.insert(u"SANE_CONFIG_DIR"_s, m_config->path());
    m_program.environment.insert(u"LD_LIBRARY_PATH"_s, QStringLiteral(CHENGBAN_SANE_DIR));
    configure("test\nstage\n");
    make();
}

void TestScanWorker::configure(const QByteArray &drivers, const QByteArray &testDevice)
{
    const auto write = [this](const QString &name, const QByteArray &text) {
        QFile file(m_config->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    };
    write(u"dll.conf"_s, drivers);
    write(u"test.conf"_s, "number_of_devices 1\n" + testDevice);
}

void TestScanWorker::make()
{
    m_heard = {};
    m_worker = std::make_unique<ScanWorker>(m_program);
    connect(m_worker.get(), &ScanSource::pageScanned, this,
        [this](const QImage &page) { m_heard.pages.append(page); });
    connect(m_worker.get(), &ScanSource::progressed, this,
        [this](int, double done) { m_heard.most = std::max(m_heard.most, done); });
    connect(m_worker.get(), &ScanSource::scanEnded, this,
        [this](const ScanEnd &end) { m_heard.ends.append(end); });
}

void TestScanWorker::scan(const QString &device, const ScanOptions &options)
{
    m_worker->scan(device, options);
    QTRY_COMPARE_WITH_TIMEOUT(m_heard.ends.size(), 1, 30'000);
    QVERIFY(!m_worker->isBusy());
    QCOMPARE(m_heard.ends.first().pages, int(m_heard.pages.size()));
}

void TestScanWorker::devices_ofTheTestDriver_areListed()
{
    QList<ScanDevice> found;
    connect(m_worker.get(), &ScanSource::devicesListed, this,
        [&](const Result<QList<ScanDevice>> &devices) { found = devices.value_or(found); });
    m_worker->listDevices();
    QTRY_COMPARE_WITH_TIMEOUT(found.size(), 2, 20'000);
    QVERIFY(found.contains({u"test:0"_s, u"Noname frontend-tester"_s}));
    QVERIFY(found.contains({u"stage:plain"_s, u"Stage Plain"_s}));
}

void TestScanWorker::devices_withoutAny_areNone()
{
    configure("");
    std::optional<Result<QList<ScanDevice>>> found;
    connect(m_worker.get(), &ScanSource::devicesListed, this, [&](const auto &devices) { found = devices; });
    m_worker->listDevices();
    QTRY_VERIFY_WITH_TIMEOUT(found, 20'000);
    QVERIFY(found->has_value() && found->value().isEmpty());
    scan(u"nobody:0"_s, small(PaperSource::Flatbed));
    QCOMPARE(m_heard.ends.first().problem.value_or(Error{}).code, ErrorCode::ScannerNone);
}

void TestScanWorker::abilities_ofTheTestDevice_areWhatItOffers()
{
    std::optional<Result<ScanAbilities>> told;
    connect(m_worker.get(), &ScanSource::abilitiesKnown, this,
        [&](const QString &, const Result<ScanAbilities> &abilities) { told = abilities; });
    m_worker->askAbilities(u"test:0"_s);
    QTRY_VERIFY_WITH_TIMEOUT(told, 20'000);
    QVERIFY(told->has_value());
    QCOMPARE((*told)->sources, (QList{PaperSource::Flatbed, PaperSource::Feeder}));
    QCOMPARE((*told)->modes, (QList{ScanMode::BlackWhite, ScanMode::Grey, ScanMode::Colour}));
    QCOMPARE((*told)->dpi, (QList{75, 100, 150, 200, 240, 300, 400, 600, 1200}));
    QCOMPARE((*told)->widthMm, 200);
}

void TestScanWorker::abilities_ofALineDrawer_areOneBitAlone()
{
    std::optional<Result<ScanAbilities>> told;
    connect(m_worker.get(), &ScanSource::abilitiesKnown, this,
        [&](const QString &, const Result<ScanAbilities> &abilities) { told = abilities; });
    m_worker->askAbilities(u"stage:plain"_s);
    QTRY_VERIFY_WITH_TIMEOUT(told, 20'000);
    QCOMPARE((*told)->sources, (QList{PaperSource::Flatbed, PaperSource::Feeder, PaperSource::Duplex}));
    QCOMPARE((*told)->modes, (QList{ScanMode::BlackWhite}));
    QCOMPARE((*told)->dpi, (QList{100, 200, 300}));
    QVERIFY(!(*told)->brightness);
}

void TestScanWorker::glass_inEachMode_givesOnePage_data()
{
    QTest::addColumn<ScanMode>("mode");
    QTest::addColumn<QByteArray>("picture");
    QTest::addColumn<QImage::Format>("format");
    QTest::addColumn<int>("grey");
    QTest::newRow("1 bit, black") << ScanMode::BlackWhite << QByteArray("Solid black") << QImage::Format_Mono
                                  << 0;
    QTest::newRow("1 bit, white") << ScanMode::BlackWhite << QByteArray("Solid white") << QImage::Format_Mono
                                  << 255;
    QTest::newRow("grey, white") << ScanMode::Grey << QByteArray("Solid white") << QImage::Format_Grayscale8
                                 << 255;
    QTest::newRow("colour, black") << ScanMode::Colour << QByteArray("Solid black") << QImage::Format_RGB888
                                   << 0;
}

void TestScanWorker::glass_inEachMode_givesOnePage()
{
    QFETCH(const ScanMode, mode);
    QFETCH(const QByteArray, picture);
    QFETCH(const QImage::Format, format);
    QFETCH(const int, grey);
    configure("test\n", "test-picture \"" + picture + "\"\n");
    scan(u"test:0"_s, {PaperSource::Flatbed, mode, 200, 127, 100, 0});
    QCOMPARE(m_heard.ends.first(), (ScanEnd{1, false, {}}));
    const QImage &page = m_heard.pages.first();
    QCOMPARE(page.format(), format);
    QCOMPARE(page.size(), QSize(1000, 787));
    QCOMPARE(qGray(page.pixel(500, 400)), grey);
    QCOMPARE(page.dotsPerMeterX(), 7874);
    QCOMPARE(m_heard.most, 1.0);
}

void TestScanWorker::glass_ofAnOddDriver_givesAWholePage_data()
{
    QTest::addColumn<QByteArray>("driver");
    QTest::newRow("three passes") << QByteArray("three-pass true\nthree-pass-order GBR\n");
    QTest::newRow("height unknown") << QByteArray("hand-scanner true\n");
    QTest::newRow("fuzzy parameters") << QByteArray("fuzzy-parameters true\n");
    QTest::newRow("padded rows") << QByteArray("ppl-loss 7\n");
    QTest::newRow("a byte at a time") << QByteArray("read-limit true\nread-limit-size 17\n");
    QTest::newRow("slow") << QByteArray("read-delay true\nread-delay-duration 2000\n");
}

void TestScanWorker::glass_ofAnOddDriver_givesAWholePage()
{
    QFETCH(const QByteArray, driver);
    configure("test\n", "test-picture \"Color pattern\"\nmode Color\n" + driver);
    scan(u"test:0"_s, small(PaperSource::Flatbed, ScanMode::Colour));
    QCOMPARE(m_heard.ends.first(), (ScanEnd{1, false, {}}));
    const QImage &page = m_heard.pages.first();
    QCOMPARE(page.format(), QImage::Format_RGB888);
    QVERIFY(page.width() > 150 && page.height() > 200);
    // Only a page whose colours lie in their places has strong ones.
    bool red = false;
    bool blue = false;
    for (int x = 0; x < page.width(); ++x) {
        for (int y = 0; y < page.height(); ++y) {
            const QColor dot = page.pixelColor(x, y);
            red = red || (dot.red() > 200 && dot.green() < 60 && dot.blue() < 60);
            blue = blue || (dot.blue() > 200 && dot.green() < 60 && dot.red() < 60);
        }
    }
    QVERIFY(red && blue);
}

void TestScanWorker::feeder_ofTenSheets_givesTenPagesAndEnds()
{
    scan(u"test:0"_s, small(PaperSource::Feeder));
    QCOMPARE(m_heard.ends.first(), (ScanEnd{10, false, {}}));
}

void TestScanWorker::duplex_ofTwoSheets_givesFourPages()
{
    scan(u"stage:plain"_s, small(PaperSource::Duplex, ScanMode::BlackWhite));
    QCOMPARE(m_heard.ends.first(), (ScanEnd{4, false, {}}));
    QCOMPARE(m_heard.pages.last().size(), QSize(1000, 1400));
    QCOMPARE(m_heard.pages.last().pixel(500, 1), qRgb(0, 0, 0));
    QCOMPARE(m_heard.pages.last().pixel(500, 50), qRgb(255, 255, 255));
}

void TestScanWorker::scan_thatTheDriverRefuses_saysWhy_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("jam") << QByteArray("JAMMED") << ErrorCode::ScannerJammed;
    QTest::newRow("cover") << QByteArray("COVER_OPEN") << ErrorCode::ScannerOpen;
    QTest::newRow("no sheets") << QByteArray("NO_DOCS") << ErrorCode::ScannerEmpty;
    QTest::newRow("busy") << QByteArray("DEVICE_BUSY") << ErrorCode::ScannerBusy;
    QTest::newRow("memory") << QByteArray("NO_MEM") << ErrorCode::ScannerFull;
    QTest::newRow("rights") << QByteArray("ACCESS_DENIED") << ErrorCode::ScannerForbidden;
    QTest::newRow("line fault") << QByteArray("IO_ERROR") << ErrorCode::ScannerFault;
    QTest::newRow("settings") << QByteArray("INVAL") << ErrorCode::ScanRefused;
    QTest::newRow("a page of no rows") << QByteArray("EOF") << ErrorCode::ScannerFault;
}

void TestScanWorker::scan_thatTheDriverRefuses_saysWhy()
{
    QFETCH(const QByteArray, status);
    QFETCH(const ErrorCode, code);
    configure("test\n", "read-status-code \"SANE_STATUS_" + status + "\"\n");
    scan(u"test:0"_s, small(PaperSource::Feeder));
    QCOMPARE(m_heard.ends.first().problem.value_or(Error{}).code, code);
    QCOMPARE(m_heard.pages.size(), 0);
}

void TestScanWorker::jam_onTheThirdSheet_keepsTwoPagesAndSaysSo()
{
    scan(u"stage:jam"_s, small(PaperSource::Duplex, ScanMode::BlackWhite));
    QCOMPARE(m_heard.pages.size(), 2);
    QCOMPARE(m_heard.ends.first().problem.value_or(Error{}).code, ErrorCode::ScannerJammed);
}

void TestScanWorker::driver_crashingWithinAPage_keepsThePagesBefore()
{
    scan(u"stage:crash"_s, small(PaperSource::Feeder, ScanMode::BlackWhite));
    QCOMPARE(m_heard.pages.size(), 1);
    QCOMPARE(m_heard.ends.first().problem.value_or(Error{}).code, ErrorCode::ScanProgramDied);
}

void TestScanWorker::driver_hanging_isGivenUpAfterItsTime()
{
    m_program.beginMs = 3'000;
    make();
    scan(u"stage:hang"_s, small(PaperSource::Feeder, ScanMode::BlackWhite));
    QCOMPARE(m_heard.pages.size(), 1);
    QCOMPARE(m_heard.ends.first().problem.value_or(Error{}).code, ErrorCode::ScannerSilent);
}

void TestScanWorker::driver_hangingWhileCancelled_isKilled()
{
    m_program.politeMs = 200;
    make();
    m_worker->scan(u"stage:hang"_s, small(PaperSource::Feeder, ScanMode::BlackWhite));
    QTRY_COMPARE_WITH_TIMEOUT(m_heard.pages.size(), 1, 20'000);
    m_worker->cancel();
    QTRY_COMPARE_WITH_TIMEOUT(m_heard.ends.size(), 1, 20'000);
    QCOMPARE(m_heard.ends.first(), (ScanEnd{1, true, {}}));
}

void TestScanWorker::driver_printingToTheOutput_harmsNothing()
{
    scan(u"stage:chatter"_s, small(PaperSource::Feeder, ScanMode::BlackWhite));
    QCOMPARE(m_heard.ends.first(), (ScanEnd{2, false, {}}));
}

void TestScanWorker::driver_puttingThePageInAFile_isStopped()
{
    scan(u"stage:file"_s, small(PaperSource::Flatbed, ScanMode::BlackWhite));
    QCOMPARE(m_heard.ends.first().problem.value_or(Error{}).code, ErrorCode::ScannerFault);
}

void TestScanWorker::driver_puttingThePageInAFile_mayWhenAllowed()
{
    m_program.arguments = {u"--driver-files"_s};
    make();
    scan(u"stage:file"_s, small(PaperSource::Flatbed, ScanMode::BlackWhite));
    QCOMPARE(m_heard.ends.first(), (ScanEnd{1, false, {}}));
}

void TestScanWorker::page_ofSixtyThousandDots_isRefused()
{
    scan(u"stage:huge"_s, small(PaperSource::Flatbed, ScanMode::BlackWhite));
    QCOMPARE(m_heard.ends.first().problem.value_or(Error{}).code, ErrorCode::ScanTooLarge);
}

void TestScanWorker::program_killedInTheMiddle_isToldAndStartsAgain()
{
    configure("test\n", "read-delay true\nread-delay-duration 20000\n");
    m_worker->scan(u"test:0"_s, {PaperSource::Feeder, ScanMode::Colour, 150, 200, 200, 0});
    QTRY_VERIFY_WITH_TIMEOUT(m_heard.most > 0, 20'000);
    ::kill(pid_t(m_worker->processId()), SIGKILL);
    QTRY_COMPARE_WITH_TIMEOUT(m_heard.ends.size(), 1, 20'000);
    QCOMPARE(m_heard.ends.first().problem.value_or(Error{}).code, ErrorCode::ScanProgramDied);
    m_heard = {};
    configure("test\n");
    scan(u"test:0"_s, small(PaperSource::Flatbed));
    QCOMPARE(m_heard.ends.first(), (ScanEnd{1, false, {}}));
}

void TestScanWorker::program_stoppedInTheMiddle_isGivenUp()
{
    configure("test\n", "read-delay true\nread-delay-duration 20000\n");
    m_program.rowsMs = 2'000;
    make();
    m_worker->scan(u"test:0"_s, {PaperSource::Feeder, ScanMode::Colour, 150, 200, 200, 0});
    QTRY_VERIFY_WITH_TIMEOUT(m_heard.most > 0, 20'000);
    const auto program = pid_t(m_worker->processId());
    ::kill(program, SIGSTOP);
    QTRY_COMPARE_WITH_TIMEOUT(m_heard.ends.size(), 1, 20'000);
    QCOMPARE(m_heard.ends.first().problem.value_or(Error{}).code, ErrorCode::ScannerSilent);
    QTRY_COMPARE_WITH_TIMEOUT(::kill(program, 0), -1, 20'000);
}

void TestScanWorker::program_missing_isTold()
{
    m_program.path = m_config->filePath(u"nothing"_s);
    make();
    scan(u"test:0"_s, small(PaperSource::Flatbed));
    QCOMPARE(m_heard.ends.first().problem.value_or(Error{}).code, ErrorCode::ScanProgramMissing);
}

void TestScanWorker::program_thatIsAnother_isGarbled()
{
    m_program.path = u"/bin/echo"_s;
    m_program.arguments = {u"a program that speaks otherwise"_s};
    make();
    scan(u"test:0"_s, small(PaperSource::Flatbed));
    QCOMPARE(m_heard.ends.first().problem.value_or(Error{}).code, ErrorCode::ScanGarbled);
}

void TestScanWorker::cancel_betweenPages_keepsWhatIsThere()
{
    configure("test\n", "read-delay true\nread-delay-duration 5000\n");
    m_worker->scan(u"test:0"_s, small(PaperSource::Feeder));
    QTRY_VERIFY_WITH_TIMEOUT(m_heard.pages.size() >= 2, 20'000);
    m_worker->cancel();
    QTRY_COMPARE_WITH_TIMEOUT(m_heard.ends.size(), 1, 20'000);
    QVERIFY(m_heard.ends.first().cancelled);
    QVERIFY(!m_heard.ends.first().problem);
    QVERIFY(m_heard.pages.size() < 10);
}

void TestScanWorker::question_whileOneIsAsked_isBusy()
{
    m_worker->scan(u"test:0"_s, small(PaperSource::Flatbed));
    m_worker->scan(u"test:0"_s, small(PaperSource::Flatbed));
    QCOMPARE(m_heard.ends.size(), 1);
    QCOMPARE(m_heard.ends.first().problem.value_or(Error{}).code, ErrorCode::ScannerBusy);
    QTRY_COMPARE_WITH_TIMEOUT(m_heard.ends.size(), 2, 20'000);
    QCOMPARE(m_heard.ends.last(), (ScanEnd{1, false, {}}));
}

void TestScanWorker::worker_deletedInTheMiddle_leavesNoProgram()
{
    configure("test\n", "read-delay true\nread-delay-duration 20000\n");
    m_worker->scan(u"test:0"_s, {PaperSource::Feeder, ScanMode::Colour, 150, 200, 200, 0});
    QTRY_VERIFY_WITH_TIMEOUT(m_heard.most > 0, 20'000);
    const auto program = pid_t(m_worker->processId());
    m_worker.reset();
    QTRY_COMPARE_WITH_TIMEOUT(::kill(program, 0), -1, 20'000);
}

QTEST_GUILESS_MAIN(TestScanWorker)
#include "tst_ScanWorker.moc"

#include "client/app/DossierJob.h"
#include "client/app/MainWindow.h"
#include "client/forms/AttachmentForm.h"
#include "client/forms/CasePage.h"
#include "client/forms/ScanDesk.h"
#include "client/forms/Scanning.h"
#include "client/scanning/ScanWorker.h"
#include "client/settings/Settings.h"
#include "tests/client/support/DemoCounty.h"

#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

using namespace chengban;
using namespace Qt::StringLiterals;

/// The whole way of a scanned page: the button in the form of the reply, the scanning program over SANE's
/// test device, the desk of pages, the record, the dossier.
class TestScanInForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pages_scannedInTheReply_lieInTheDossierByteForByte();

private:
    void openCase();
    void scanTwoPages();
    void submit();
    template <typename T> [[nodiscard]] T *find(const char *name)
    {
        return m_window->findChild<T *>(QLatin1StringView(name));
    }

    QTemporaryDir m_folder;
    std::unique_ptr<DemoCounty> m_county;
    std::unique_ptr<Settings> m_settings;
    Scanning m_scanning;
    std::unique_ptr<MainWindow> m_window;
};

void TestScanInForm::initTestCase()
{
    dressUp();
    QFile drivers(m_folder.filePath(u"dll.conf"_s));
    QVERIFY(drivers.open(QIODevice::WriteOnly) && drivers.write("test\n") > 0);
    QFile device(m_folder.filePath(u"test.conf"_s));
    QVERIFY(device.open(QIODevice::WriteOnly)
        && device.write("number_of_devices 1\ntest-picture \"Color pattern\"\n") > 0);
    m_settings = std::make_unique<Settings>(m_folder.filePath(u"user.ini"_s), m_folder.filePath(u"m.ini"_s));
    QVERIFY(m_settings->set(Setting::ScanDpi, 100));
    m_scanning.settings = m_settings.get();
    m_scanning.newSource = [this] {
        ScanProgram program{QStringLiteral(CHENGBAN_BIN_DIR "/chengban-scan")};
        program.environment.insert(u"SANE_CONFIG_DIR"_s, m_folder.path());
        return std::make_unique<ScanWorker>(std::move(program));
    };
}

void TestScanInForm::openCase()
{
    m_county = std::make_unique<DemoCounty>();
    m_county->desk.actAs(m_county->clerk);
    m_window = std::make_unique<MainWindow>(false);
    m_window->resize(1366, 768);
    m_window->openDesk(m_county->desk,
        [](const CaseId &, const QString &) { return QtFuture::makeReadyFuture(Result<void>()); },
        {.scanning = &m_scanning});
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_window->findChild<CasePage *>()->setCase(m_county->caseIn(Phase::Handling));
    find<QRadioButton>("verdictSolvable")->click();
}

void TestScanInForm::scanTwoPages()
{
    QVERIFY(find<QPushButton>("scanAttachment")->isVisibleTo(m_window.get()));
    find<QPushButton>("scanAttachment")->click();
    const QPointer<ScanDesk> desk = m_window->findChild<ScanDesk *>();
    QVERIFY(desk);
    auto *scan = desk->findChild<QPushButton *>(u"scanStart"_s);
    for (int page = 1; page <= 2; ++page) {
        QTRY_VERIFY_WITH_TIMEOUT(scan->isEnabled() && scan->isVisible(), 20'000);
        scan->click();
        QTRY_COMPARE_WITH_TIMEOUT(desk->tray().rowCount(), page, 20'000);
    }
    desk->findChild<QToolButton *>(u"scanTurnRight"_s)->click();
    auto *take = desk->findChild<QPushButton *>(u"scanTake"_s);
    QTRY_VERIFY_WITH_TIMEOUT(take->isEnabled(), 20'000);
    take->click();
    QTRY_VERIFY_WITH_TIMEOUT(!desk, 20'000);
}

void TestScanInForm::submit()
{
    const Reply solved = DemoCounty::solvedReply();
    find<QPlainTextEdit>("investigation")->insertPlainText(solved.investigation);
    find<QPlainTextEdit>("handling")->insertPlainText(solved.handling);
    find<QPlainTextEdit>("result")->insertPlainText(solved.result);
    find<QPushButton>("addBasis")->click();
    QTest::keyClicks(find<QLineEdit>("basisTitle"), u"GB 5749"_s);
    auto *called = find<QComboBox>("unitCallback");
    called->setCurrentIndex(called->findData(u"satisfied"_s));
    Q_EMIT called->activated(called->currentIndex());
    find<QPushButton>("composeAnswer")->click();
    find<QPushButton>("submitForSignOff")->click();
}

void TestScanInForm::pages_scannedInTheReply_lieInTheDossierByteForByte()
{
    openCase();
    const CaseId id = m_window->findChild<CasePage *>()->caseId();
    scanTwoPages();
    const QList<Attachment> attached = m_window->findChild<AttachmentForm *>()->attachments();
    QCOMPARE(attached.size(), 2);
    submit();
    QCOMPARE(m_county->desk.caseOf(id)->phase, Phase::AwaitingSignOff);
    const QList<Attachment> recorded = m_county->desk.caseOf(id)->replies.last().reply.attachments;
    QCOMPARE(recorded, attached);

    const QString path = m_folder.filePath(u"卷宗.pdf"_s);
    const QFuture<Result<void>> written = DossierJob::start(m_county->desk, id, path);
    QTRY_VERIFY_WITH_TIMEOUT(written.isFinished(), 60'000);
    QVERIFY(written.result());
    QFile dossier(path);
    QVERIFY(dossier.open(QIODevice::ReadOnly));
    const QByteArray pdf = dossier.readAll();
    for (const Attachment &one : recorded) {
        const QByteArray page = m_county->desk.fileBytes(one.sha256).value();
        QVERIFY(page.startsWith("\xff\xd8\xff"));
        QVERIFY2(pdf.contains(page), qPrintable(one.name));
    }
    const QImage turned = QImage::fromData(m_county->desk.fileBytes(recorded.last().sha256).value());
    QCOMPARE(turned.size(), QSize(787, 787)); // The test device has 200 by 200 mm.
}

QTEST_MAIN(TestScanInForm)
#include "tst_ScanInForm.moc"

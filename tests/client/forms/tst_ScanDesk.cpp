#include "client/forms/ScanDesk.h"

#include "client/forms/AttachmentForm.h"
#include "client/scanning/Straighten.h"
#include "client/settings/Settings.h"
#include "tests/client/support/DemoCounty.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QMessageBox>
#include <QPainter>
#include <QPointer>
#include <QPushButton>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

using namespace chengban;
using namespace Qt::StringLiterals;

namespace {

/// A scanner that does what the test says.
class StageSource : public ScanSource
{
public:
    void listDevices() override { m_asked = u"list"_s; }
    void askAbilities(const QString &device) override { m_asked = device; }
    void scan(const QString &device, const ScanOptions &options) override
    {
        m_asked = u"scan "_s + device;
        m_options = options;
        m_scanning = true;
    }
    void cancel() override { end({m_came, true, {}}); }
    [[nodiscard]] bool isBusy() const override { return m_scanning; }

    void tellDevices(const QList<ScanDevice> &devices) { Q_EMIT devicesListed(devices); }
    void tellAbilities(const ScanAbilities &abilities) { Q_EMIT abilitiesKnown(m_asked, abilities); }
    void bring(const QImage &page)
    {
        ++m_came;
        Q_EMIT progressed(m_came, 0.6);
        Q_EMIT pageScanned(page);
    }
    void end(const ScanEnd &end)
    {
        m_scanning = false;
        Q_EMIT scanEnded(end);
    }

    QString m_asked;
    ScanOptions m_options;
    bool m_scanning = false;
    int m_came = 0;
};

} // namespace

/// The desk of scanned pages: what a clerk sees and does with mouse and keys.
class TestScanDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void scanner_none_saysWhatToDo();
    void scanner_chosen_offersWhatItCanAndWhatWasUsedLast();
    void scanner_jammed_keepsThePagesAndSaysSo();
    void scan_stopped_keepsThePages();
    void page_editedByKeys_isEditedInTheFile();
    void page_askew_isStraightened();
    void page_blackenedByMouse_isBlackInTheFileAndComesUncoveredOnlyWhenAsked();
    void pages_orderedByKeys_areTakenInThatOrder();
    void names_ofASecondScan_goOn();
    void takeOver_diskFull_keepsWhatWasNotTaken();
    void desk_closedWithPages_asksFirst();
    void desk_closedByTheLock_keepsThePagesForTheNext();
    void desk_endingAfterTheLogOut_leavesNoPages();
    void attachments_withoutScanner_haveNoButton();
    void attachments_scanned_areInTheForm();

private:
    void open();
    void connectScanner();
    void bring(int pages);
    void press(const QKeySequence &keys);
    template <typename T> [[nodiscard]] T *find(const char *name) const
    {
        return m_desk->findChild<T *>(QLatin1StringView(name));
    }
    [[nodiscard]] static QImage letter(int number);
    /// For people who want to see it: into the folder that CHENGBAN_PICTURES names.
    void picture(const QString &name) const;

    QTemporaryDir m_folder;
    std::unique_ptr<Settings> m_settings;
    Scanning m_scanning;
    QPointer<StageSource> m_source;
    QPointer<ScanDesk> m_desk;
    QList<QPair<QString, QByteArray>> m_taken;
    int m_room = 1000; ///< Files that the store takes.
};

void TestScanDesk::init()
{
    dressUp();
    delete m_desk;
    QFile::remove(m_folder.filePath(u"user.ini"_s));
    m_settings
        = std::make_unique<Settings>(m_folder.filePath(u"user.ini"_s), m_folder.filePath(u"machine.ini"_s));
    m_scanning = {};
    m_scanning.settings = m_settings.get();
    m_scanning.newSource = [this] {
        auto source = std::make_unique<StageSource>();
        m_source = source.get();
        return source;
    };
    m_taken.clear();
    m_room = 1000;
}

void TestScanDesk::open()
{
    const auto take = [this](const QString &name, const QByteArray &bytes) -> Result<void> {
        if (m_taken.size() >= m_room)
            return fail(ErrorCode::DiskFull);
        m_taken.append({name, bytes});
        return {};
    };
    m_desk = new ScanDesk(m_scanning, take, u"20261127"_s, 1);
    m_desk->show();
    QVERIFY(QTest::qWaitForWindowActive(m_desk));
}

void TestScanDesk::connectScanner()
{
    QCOMPARE(m_source->m_asked, u"list"_s);
    m_source->tellDevices({{u"plustek:1"_s, u"Plustek OpticFilm"_s}, {u"airscan:e0"_s, u"Pantum M7300"_s}});
    m_source->tellAbilities({{PaperSource::Flatbed, PaperSource::Feeder, PaperSource::Duplex},
        {ScanMode::BlackWhite, ScanMode::Grey, ScanMode::Colour}, {100, 200, 300, 600}, 216, 356, true});
}

QImage TestScanDesk::letter(int number)
{
    QImage image(1240, 1754, QImage::Format_RGB888);
    image.fill(QColor(252, 250, 246));
    QPainter painter(&image);
    painter.setPen(QColor(30, 30, 30));
    painter.setFont(QFont(u"Noto Serif CJK SC"_s, 34));
    painter.drawText(QRect(0, 130, 1240, 90), Qt::AlignCenter, u"关于供水管网抢修的情况说明"_s);
    painter.setFont(QFont(u"Noto Serif CJK SC"_s, 20));
    for (int line = 0; line < 20; ++line)
        painter.drawText(130, 320 + line * 58,
            u"第%1页第%2行：经现场核查，管道已于当日修复，供水恢复正常。"_s.arg(number).arg(line + 1));
    painter.setPen(QPen(QColor(200, 30, 30), 8));
    painter.drawEllipse(QPoint(930, 1480), 110, 110);
    painter.end();
    image.setDotsPerMeterX(5906);
    image.setDotsPerMeterY(5906);
    return image;
}

void TestScanDesk::bring(int pages)
{
    find<QPushButton>("scanStart")->click();
    const int before = m_desk->tray().rowCount();
    for (int page = 0; page < pages; ++page)
        m_source->bring(letter(before + page + 1));
    m_source->end({pages, false, {}});
    QTRY_COMPARE(m_desk->tray().rowCount(), before + pages);
}

void TestScanDesk::press(const QKeySequence &keys)
{
    QTest::keySequence(m_desk, keys);
}

void TestScanDesk::picture(const QString &name) const
{
    const QString folder = qEnvironmentVariable("CHENGBAN_PICTURES");
    if (folder.isEmpty())
        return;
    QTest::qWait(300);
    m_desk->grab().save(folder + u'/' + name + u".png"_s);
}

void TestScanDesk::scanner_none_saysWhatToDo()
{
    open();
    picture(u"looking"_s);
    m_source->tellDevices({});
    QVERIFY(find<QLabel>("scanProblem")->isVisible());
    QCOMPARE(find<QLabel>("scanProblem")->text(), errorText(ErrorCode::ScannerNone));
    QVERIFY(!find<QPushButton>("scanStart")->isEnabled());
    picture(u"none"_s);
    find<QPushButton>("scanLook")->click();
    QCOMPARE(m_source->m_asked, u"list"_s);
    QVERIFY(!find<QLabel>("scanProblem")->isVisible());
}

void TestScanDesk::scanner_chosen_offersWhatItCanAndWhatWasUsedLast()
{
    QVERIFY(m_settings->set(Setting::ScanDevice, u"airscan:e0"_s));
    QVERIFY(m_settings->set(Setting::ScanSource, u"feeder"_s));
    QVERIFY(m_settings->set(Setting::ScanDpi, 250));
    open();
    connectScanner();
    QCOMPARE(find<QComboBox>("scanDevice")->currentText(), u"Pantum M7300"_s);
    QCOMPARE(find<QComboBox>("scanSource")->currentData().toString(), u"feeder"_s);
    QCOMPARE(find<QComboBox>("scanMode")->currentData().toString(), u"colour"_s);
    QCOMPARE(find<QComboBox>("scanDpi")->currentData().toInt(), 200);
    find<QComboBox>("scanDpi")->setCurrentIndex(3);
    find<QPushButton>("scanStart")->click();
    QCOMPARE(m_source->m_asked, u"scan airscan:e0"_s);
    QCOMPARE(m_source->m_options, (ScanOptions{PaperSource::Feeder, ScanMode::Colour, 600, 210, 297, 0}));
    QCOMPARE(m_settings->number(Setting::ScanDpi), 600);
    m_source->end({0, false, {}});
}

void TestScanDesk::scanner_jammed_keepsThePagesAndSaysSo()
{
    open();
    connectScanner();
    find<QPushButton>("scanStart")->click();
    m_source->bring(letter(1));
    m_source->bring(letter(2));
    QTRY_COMPARE(m_desk->tray().rowCount(), 2);
    picture(u"scanning"_s);
    m_source->end({2, false, Error{ErrorCode::ScannerJammed, {}}});
    QCOMPARE(find<QLabel>("scanProblem")->text(), errorText(ErrorCode::ScannerJammed));
    QVERIFY(find<QPushButton>("scanStart")->isEnabled());
    QCOMPARE(m_desk->tray().rowCount(), 2);
    picture(u"jam"_s);
    bring(1);
    QVERIFY(!find<QLabel>("scanProblem")->isVisible());
    QCOMPARE(m_desk->tray().rowCount(), 3);
}

void TestScanDesk::scan_stopped_keepsThePages()
{
    open();
    connectScanner();
    press(Qt::Key_F5);
    m_source->bring(letter(1));
    press(Qt::Key_Escape);
    QVERIFY(!m_source->m_scanning);
    QTRY_COMPARE(m_desk->tray().rowCount(), 1);
    QVERIFY(m_desk->isVisible());
}

void TestScanDesk::page_editedByKeys_isEditedInTheFile()
{
    open();
    connectScanner();
    bring(1);
    auto *view = find<PageView>("pageView");
    QTRY_VERIFY(view->hasPage());
    press(Qt::CTRL | Qt::Key_Right);
    press(Qt::CTRL | Qt::Key_K);
    picture(u"crop"_s);
    QTest::keyClick(view, Qt::Key_Left, Qt::ShiftModifier);
    QTest::keyClick(view, Qt::Key_Return);
    press(Qt::CTRL | Qt::Key_B);
    QTest::keyClick(view, Qt::Key_Down);
    QTest::keyClick(view, Qt::Key_Return);
    QTest::keyClick(view, Qt::Key_Escape);
    QCOMPARE(m_desk->tray().pages().first().steps.size(), 3);
    press(QKeySequence::Undo);
    QCOMPARE(m_desk->tray().pages().first().steps.size(), 2);
    press(Qt::CTRL | Qt::Key_Return);
    QTRY_COMPARE(m_taken.size(), 1);
    const QImage image = QImage::fromData(m_taken.first().second);
    QVERIFY(image.width() > image.height());
    QCOMPARE(image.width(), int(std::ceil(0.94 * 1754) - std::floor(0.05 * 1754)));
}

void TestScanDesk::page_askew_isStraightened()
{
    open();
    connectScanner();
    find<QPushButton>("scanStart")->click();
    m_source->bring(turned(letter(1), 2.5));
    m_source->end({1, false, {}});
    QTRY_COMPARE(m_desk->tray().rowCount(), 1);
    press(Qt::CTRL | Qt::Key_T);
    QTRY_COMPARE(m_desk->tray().pages().first().steps.size(), 1);
    const PageStep step = m_desk->tray().pages().first().steps.first();
    QCOMPARE(step.kind, PageStep::Kind::Straighten);
    QVERIFY(std::abs(step.degrees + 2.5) < 0.15);
    press(Qt::CTRL | Qt::Key_T);
    QTRY_VERIFY(find<QLabel>("scanMessage")->isVisible());
    QCOMPARE(m_desk->tray().pages().first().steps.size(), 1);
}

void TestScanDesk::page_blackenedByMouse_isBlackInTheFileAndComesUncoveredOnlyWhenAsked()
{
    open();
    connectScanner();
    bring(1);
    auto *view = find<PageView>("pageView");
    QVERIFY(!find<QCheckBox>("scanUncovered")->isVisible());
    find<QToolButton>("scanBlacken")->click();
    QTRY_VERIFY(view->hasPage());
    const QPoint middle = view->rect().center();
    QTest::mousePress(view, Qt::LeftButton, {}, middle - QPoint(60, 20));
    QTest::mouseMove(view, middle);
    QTest::mouseRelease(view, Qt::LeftButton, {}, middle + QPoint(60, 20));
    QTRY_COMPARE(m_desk->tray().pages().first().steps.size(), 1);
    picture(u"blackened"_s);
    QVERIFY(find<QCheckBox>("scanUncovered")->isVisible());
    find<QCheckBox>("scanUncovered")->setChecked(true);
    m_desk->takeOver();
    QTRY_COMPARE(m_taken.size(), 2);
    QCOMPARE(m_taken.first().first, u"扫描件-20261127-01.jpg"_s);
    QCOMPARE(m_taken.last().first, u"扫描件-20261127-01-未遮盖.jpg"_s);
    const auto blackAt = [](const QByteArray &file) {
        const QImage image = QImage::fromData(file);
        return qGray(image.pixel(image.rect().center())) < 6
            && qGray(image.pixel(image.rect().center() + QPoint(70, 10))) < 6;
    };
    QVERIFY(blackAt(m_taken.first().second));
    QVERIFY(!blackAt(m_taken.last().second));
}

void TestScanDesk::pages_orderedByKeys_areTakenInThatOrder()
{
    open();
    connectScanner();
    bring(4);
    QList<QByteArray> scanned;
    for (const ScanPage &page : m_desk->tray().pages())
        scanned << page.bytes;
    find<QListView>("scanPages")->setCurrentIndex(m_desk->tray().index(0));
    press(Qt::CTRL | Qt::Key_Down);
    press(Qt::CTRL | Qt::Key_Down);
    press(Qt::Key_PageDown);
    press(QKeySequence::Delete);
    picture(u"ordered"_s);
    m_desk->takeOver();
    QTRY_COMPARE(m_taken.size(), 3);
    QCOMPARE(m_taken.at(0).second, scanned.at(1));
    QCOMPARE(m_taken.at(1).second, scanned.at(2));
    QCOMPARE(m_taken.at(2).second, scanned.at(0));
    QCOMPARE(m_taken.at(2).first, u"扫描件-20261127-03.jpg"_s);
}

void TestScanDesk::names_ofASecondScan_goOn()
{
    const QStringList names{u"扫描件-20261127-01.jpg"_s, u"扫描件-20261127-09-未遮盖.jpg"_s,
        u"扫描件-20261126-40.jpg"_s, u"照片.png"_s};
    QCOMPARE(ScanDesk::freeNumber(u"20261127"_s, names), 10);
    QCOMPARE(ScanDesk::freeNumber(u"20261128"_s, names), 1);
}

void TestScanDesk::takeOver_diskFull_keepsWhatWasNotTaken()
{
    open();
    connectScanner();
    bring(3);
    m_room = 1;
    m_desk->takeOver();
    QTRY_VERIFY(find<QLabel>("scanMessage")->isVisible());
    QCOMPARE(find<QLabel>("scanMessage")->text(), errorText(ErrorCode::DiskFull));
    QCOMPARE(m_desk->tray().rowCount(), 2);
    m_room = 1000;
    m_desk->takeOver();
    QTRY_COMPARE(m_taken.size(), 3);
    QCOMPARE(m_taken.last().first, u"扫描件-20261127-03.jpg"_s);
}

void TestScanDesk::desk_closedWithPages_asksFirst()
{
    open();
    connectScanner();
    bring(1);
    press(Qt::Key_Escape);
    auto *question = find<QMessageBox>("scanThrowAway");
    QVERIFY(question && question->isVisible());
    QVERIFY(m_desk->isVisible());
    question->findChild<QPushButton *>(u"scanAway"_s)->click();
    QTRY_VERIFY(!m_desk || !m_desk->isVisible());
    QTRY_VERIFY(!m_desk);
    QVERIFY(m_scanning.kept.isEmpty());
    QVERIFY(m_taken.isEmpty());
}

void TestScanDesk::desk_closedByTheLock_keepsThePagesForTheNext()
{
    open();
    connectScanner();
    bring(2);
    delete m_desk;
    QCOMPARE(m_scanning.kept.size(), 2);
    open();
    QCOMPARE(m_desk->tray().rowCount(), 2);
    QVERIFY(find<QLabel>("scanMessage")->isVisible());
    QVERIFY(m_scanning.kept.isEmpty());
    QVERIFY(find<QPushButton>("scanStart")->isEnabled()); // Nothing is looked for again.
}

void TestScanDesk::desk_endingAfterTheLogOut_leavesNoPages()
{
    open();
    connectScanner();
    bring(2);
    forgetPages(m_scanning);
    delete m_desk;
    QVERIFY(m_scanning.kept.isEmpty());
}

void TestScanDesk::attachments_withoutScanner_haveNoButton()
{
    const DemoCounty county;
    AttachmentForm form(const_cast<MemoryDesk &>(county.desk));
    QVERIFY(form.findChild<QPushButton *>(u"scanAttachment"_s)->isHidden());
}

void TestScanDesk::attachments_scanned_areInTheForm()
{
    DemoCounty county;
    AttachmentForm form(county.desk);
    form.setScanning(&m_scanning);
    form.resize(700, 300);
    form.show();
    QVERIFY(QTest::qWaitForWindowActive(&form));
    form.setKindOfNew(AttachmentKind::ProcedurePaper);
    form.findChild<QPushButton *>(u"scanAttachment"_s)->click();
    m_desk = form.findChild<ScanDesk *>();
    QVERIFY(m_desk);
    connectScanner();
    bring(2);
    m_desk->takeOver();
    QTRY_COMPARE(form.attachments().size(), 2);
    QCOMPARE(form.attachments().first().kind, AttachmentKind::ProcedurePaper);
    QCOMPARE(form.attachments().first().mime, u"image/jpeg"_s);
    QVERIFY(form.attachments().first().name.startsWith(u"扫描件-"_s));
    QTRY_VERIFY(!m_desk);
}

QTEST_MAIN(TestScanDesk)
#include "tst_ScanDesk.moc"

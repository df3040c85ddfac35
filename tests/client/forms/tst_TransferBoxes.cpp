#include "client/forms/CarryBox.h"
#include "client/forms/FilesBox.h"
#include "client/forms/Rail.h"
#include "client/forms/RebuildBox.h"
#include "client/forms/TransferPage.h"
#include "client/models/LocalTransfers.h"
#include "tests/client/support/DemoCounty.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace chengban;

namespace {

class MemoryTransfers : public Transfers
{
public:
    QList<FileTransfer> all;
    QList<FileTransfer> files() const override { return all; }
    void announce() { Q_EMIT changed(); }
};

/// A stick desk in the test's hands.
class MemoryCarry : public CarryDesk
{
public:
    QList<CarryReceiver> computers;
    QList<CarryPackage> known;
    QStringList wanted;

    QList<CarryReceiver> receivers() const override { return computers; }
    QList<CarryPackage> packages() const override { return known; }
    void writeWork(const CarryReceiver &receiver, const QString &) override
    {
        wanted << QStringLiteral("write ") + receiver.card.device.value;
    }
    void writeAnswers(const QString &package, const QString &) override
    {
        wanted << QStringLiteral("answers ") + package;
    }
    int readFolder(const QString &) override
    {
        wanted << QStringLiteral("read");
        return 0;
    }
    void announce() { Q_EMIT packagesChanged(); }
    void end(const CarryReport &report) { Q_EMIT ended(report); }
};

constexpr qint64 second = 1000;

} // namespace

/// What stands below the outbox on the transfer page.
class TestTransferBoxes : public QObject
{
    Q_OBJECT

    DemoCounty m_county;

private Q_SLOTS:
    void pace_secondsLeft_data()
    {
        QTest::addColumn<int>("kilobytes"); ///< In the first ten seconds.
        QTest::addColumn<int>("later"); ///< Seconds since the last word.
        QTest::addColumn<int>("left"); ///< -1: nobody knows.
        QTest::newRow("steady") << 100 << 0 << 91;
        QTest::newRow("some seconds later") << 100 << 20 << 71;
        QTest::newRow("nothing moved") << 0 << 0 << -1;
        QTest::newRow("silent for long") << 100 << 31 << -1;
        QTest::newRow("done") << 1000 << 0 << -1;
    }
    void pace_secondsLeft()
    {
        QFETCH(int, kilobytes);
        QFETCH(int, later);
        QFETCH(int, left);
        Pace pace;
        pace.note(0, 5 * second);
        pace.note(kilobytes * 1000, 15 * second);
        const auto seconds = pace.secondsLeft(1'000'000, (15 + later) * second);
        QCOMPARE(seconds ? int(*seconds) : -1, left);
    }

    void pace_begunAnew_forgetsTheOldOne()
    {
        Pace pace;
        pace.note(0, 0);
        pace.note(900'000, second);
        pace.note(0, 2 * second); // The server began again.
        pace.note(1000, 3 * second);
        QCOMPARE(int(*pace.secondsLeft(11'000, 3 * second)), 11);
    }

    void files_areShownOneByOneWithBytesAndTime()
    {
        MemoryTransfers transfers;
        FilesBox box(m_county.desk, transfers);
        QVERIFY(box.isHidden());
        transfers.all = {{QStringLiteral("aa"), QStringLiteral("现场照片.pdf"), true, 4 << 20, 1 << 20, 12},
            {QStringLiteral("bbbbbbbbbbbb"), {}, false, 0, 0, {}, 0, ErrorCode::ServerAway}};
        transfers.announce();
        QTRY_VERIFY(!box.isHidden());
        const auto texts = box.findChildren<QLabel *>(QStringLiteral("fileProgress"));
        QCOMPARE(texts.size(), 2);
        QVERIFY(texts.first()->text().contains(sizeOf(1 << 20))
            && texts.first()->text().contains(sizeOf(4 << 20)));
        QVERIFY(texts.first()->text().contains(QStringLiteral("12")));
        QVERIFY(texts.last()->text().contains(errorText(ErrorCode::ServerAway)));
        QCOMPARE(box.findChildren<QProgressBar *>().first()->value(), 250);
    }
    static QString sizeOf(qint64 bytes) { return FilesBox::progressText({{}, {}, true, 0, bytes}, 0); }

    void rebuild_asksTwice()
    {
        int rebuilt = 0;
        RebuildBox box([&] { ++rebuilt; });
        auto *button = box.findChild<QPushButton *>(QStringLiteral("rebuild"));
        const QString before = button->text();
        button->click();
        QCOMPARE(rebuilt, 0);
        QVERIFY(button->text() != before);
        button->click();
        QCOMPARE(rebuilt, 1);
    }

    void carry_writesForTheChosenComputer()
    {
        MemoryCarry carry;
        CarryBox box(m_county.desk, carry);
        auto *write = box.findChild<QPushButton *>(QStringLiteral("writeCarry"));
        QVERIFY(!write->isEnabled());
        CarryReceiver computer;
        computer.card.device = {QStringLiteral("pc-line")};
        computer.name = QStringLiteral("王小溪");
        carry.computers = {computer};
        carry.announce();
        QVERIFY(write->isEnabled());
        write->click();
        QVERIFY(carry.wanted.isEmpty()); // No folder yet.
        QVERIFY(!box.findChild<QLabel *>(QStringLiteral("carryError"))->text().isEmpty());
        QTemporaryDir stick;
        box.findChild<QLineEdit *>(QStringLiteral("carryFolder"))->setText(stick.path());
        write->click();
        QCOMPARE(carry.wanted, QStringList{QStringLiteral("write pc-line")});
        QVERIFY(!write->isEnabled());
        carry.end({QStringLiteral("/stick/chengban-work.carry"), true, CarryKind::Work, false, 2, 1, 0});
        QVERIFY(write->isEnabled());
        QVERIFY(box.findChild<QLabel *>(QStringLiteral("carryState"))
                    ->text()
                    .contains(QStringLiteral("chengban-work.carry")));
    }

    void carry_refusals_nameTheFileAndSayWhatToDo()
    {
        MemoryCarry carry;
        CarryBox box(m_county.desk, carry);
        QStringList seen;
        for (const ErrorCode reason : {ErrorCode::CarryChanged, ErrorCode::CarryOtherCounty,
                 ErrorCode::CarryForAnother, ErrorCode::CarryTooOld, ErrorCode::CarrySenderUnknown,
                 ErrorCode::DiskFull, ErrorCode::CarryNoPackage}) {
            CarryReport report;
            report.file = QStringLiteral("x.carry");
            report.refusal = reason;
            carry.end(report);
            const QString text = box.findChild<QLabel *>(QStringLiteral("carryError"))->text();
            // Of a stick more can be said than of a disk.
            QCOMPARE(text.contains(errorText(reason)), reason != ErrorCode::DiskFull);
            QVERIFY(text.startsWith(QStringLiteral("x.carry")) && !seen.contains(text));
            seen << text;
        }
    }

    void newVersion_thatIsReady_isToldQuietly()
    {
        dressUp();
        DemoCounty county;
        Rail rail(county.desk);
        TransferPage page(county.desk);
        const auto *line = rail.findChild<QLabel *>(QStringLiteral("syncLine"));
        const auto *detail = page.findChild<QLabel *>(QStringLiteral("syncDetail"));
        const QString before = line->text();
        SyncState state = county.desk.syncState();
        state.update = {QStringLiteral("1.2.0"), QStringLiteral("答复页可一键核对附件。"), std::nullopt};
        county.desk.setSyncState(state);
        QCOMPARE(line->text(), before + QStringLiteral("\n新版本 1.2.0，下次启动时换上"));
        QVERIFY(detail->text().endsWith(
            QStringLiteral("新版本 1.2.0 已备好，下次启动时换上。\n答复页可一键核对附件。")));
        state.update = {{}, {}, ErrorCode::UpdateFolderLocked};
        county.desk.setSyncState(state);
        QCOMPARE(line->text(), before);
        QVERIFY(detail->text().endsWith(QStringLiteral("请由县里的管理员安装。")));
    }

    void carry_answers_areWrittenForWhatIsDone()
    {
        MemoryCarry carry;
        CarryPackage package;
        package.id = QStringLiteral("p1");
        package.state = Carrying::In;
        package.otherName = QStringLiteral("刘小河");
        carry.known = {package};
        CarryBox box(m_county.desk, carry);
        QVERIFY(!box.findChild<QPushButton *>(QStringLiteral("writeAnswers")));
        carry.known.first().state = Carrying::Done;
        carry.announce();
        QTemporaryDir stick;
        box.findChild<QLineEdit *>(QStringLiteral("carryFolder"))->setText(stick.path());
        box.findChild<QPushButton *>(QStringLiteral("writeAnswers"))->click();
        box.findChild<QPushButton *>(QStringLiteral("readCarry"))->click();
        QCOMPARE(carry.wanted, (QStringList{QStringLiteral("answers p1"), QStringLiteral("read")}));
    }
};

QTEST_MAIN(TestTransferBoxes)
#include "tst_TransferBoxes.moc"

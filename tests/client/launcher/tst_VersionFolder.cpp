#include "client/launcher/VersionFolder.h"
#include "tests/client/launcher/CutMachine.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace chengban;
using namespace chengban::launcher;
using namespace Qt::StringLiterals;

namespace fs = std::filesystem;

namespace {

VersionNumber v(const char *text)
{
    return *versionNumber(text);
}

} // namespace

class TestVersionFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_place = std::make_unique<QTemporaryDir>();
        m_machine = CutMachine();
        m_path = fs::path(m_place->path().toStdU16String()) / u8"张 三" / "versions";
        fs::create_directories(m_path);
    }

    void current_thatIsWhole_isStarted()
    {
        install({"1.0.0", "1.1.0"});
        write("current", "1.0.0\r\n");
        QCOMPARE(folder().choose(), v("1.0.0"));
        QVERIFY(!folder().trial());
    }

    void next_whenReady_becomesCurrentOnTrial()
    {
        install({"1.0.0", "1.10.0"});
        write("current", "1.0.0");
        write("next", "1.10.0");
        QCOMPARE(folder().choose(), v("1.10.0"));
        QCOMPARE(folder().current(), v("1.10.0"));
        QCOMPARE(folder().previous(), v("1.0.0"));
        QVERIFY(!folder().next());
        QCOMPARE(folder().trial(), (Trial{v("1.10.0"), 1}));
    }

    void next_thatMayNotBeTaken_isDropped_data()
    {
        QTest::addColumn<QByteArray>("next");
        QTest::newRow("older") << QByteArray("0.9.0");
        QTest::newRow("the same") << QByteArray("1.0.0");
        QTest::newRow("refused before") << QByteArray("1.2.0");
        QTest::newRow("folder is missing") << QByteArray("1.3.0");
        QTest::newRow("damaged") << QByteArray("..\\evil");
        QTest::newRow("zeros after a power cut") << QByteArray(6, '\0');
    }
    void next_thatMayNotBeTaken_isDropped()
    {
        QFETCH(QByteArray, next);
        install({"0.9.0", "1.0.0", "1.2.0"});
        write("current", "1.0.0");
        write("refused", "1.2.0\n");
        write("next", next.toStdString());
        QCOMPARE(folder().choose(), v("1.0.0"));
        QVERIFY(!fs::exists(m_path / "next"));
        QVERIFY(!folder().trial());
    }

    void next_whileAClientRuns_waits()
    {
        install({"1.0.0", "1.1.0"});
        write("current", "1.0.0");
        write("next", "1.1.0");
        m_machine.held = {m_path / "1.0.0.lock"};
        QCOMPARE(folder().choose(), v("1.0.0"));
        QCOMPARE(folder().next(), v("1.1.0"));
        m_machine.held.clear();
        QCOMPARE(folder().choose(), v("1.1.0"));
    }

    void trial_neverConfirmed_fallsBackAtTheThirdStart()
    {
        update();
        QCOMPARE(folder().choose(), v("1.1.0"));
        QCOMPARE(folder().choose(), v("1.1.0"));
        QCOMPARE(folder().choose(), v("1.0.0"));
        QCOMPARE(folder().refused(), std::set{v("1.1.0")});
        QCOMPARE(folder().current(), v("1.0.0"));
        QVERIFY(!folder().trial());
        // And the client that would offer it again does not get it in.
        QVERIFY(folder().prepare(v("1.1.0")));
        QCOMPARE(folder().choose(), v("1.0.0"));
    }

    void trial_confirmed_stays()
    {
        update();
        QCOMPARE(folder().choose(), v("1.1.0"));
        folder().confirm(v("1.0.0")); // A window of the old version says nothing about the new one.
        QVERIFY(folder().trial());
        folder().confirm(v("1.1.0"));
        QVERIFY(!folder().trial());
        for (int start = 0; start < 4; ++start)
            QCOMPARE(folder().choose(), v("1.1.0"));
        QVERIFY(folder().refused().empty());
    }

    void trial_whoseWindowIsStillComingUp_isNotCounted()
    {
        update();
        QCOMPARE(folder().choose(), v("1.1.0"));
        m_machine.held = {m_path / "1.1.0.lock"};
        for (int impatient = 0; impatient < 5; ++impatient)
            QCOMPARE(folder().choose(), v("1.1.0"));
        QCOMPARE(folder().trial(), (Trial{v("1.1.0"), 1}));
    }

    void trial_thatCannotBeStartedAtAll_fallsBackAtOnce()
    {
        update();
        QCOMPARE(folder().choose(), v("1.1.0"));
        QCOMPARE(folder().afterFailure(v("1.1.0")), v("1.0.0"));
        QCOMPARE(folder().choose(), v("1.0.0"));
        QCOMPARE(folder().refused(), std::set{v("1.1.0")});
    }

    void current_thatCannotBeStartedToday_isNotRefused()
    {
        install({"1.0.0", "1.1.0"});
        write("current", "1.1.0");
        QCOMPARE(folder().afterFailure(v("1.1.0")), v("1.0.0"));
        QCOMPARE(folder().choose(), v("1.1.0"));
    }

    void current_damagedOrMissing_givesTheNewestWholeVersion_data()
    {
        QTest::addColumn<std::optional<QByteArray>>("content");
        QTest::newRow("missing") << std::optional<QByteArray>();
        QTest::newRow("empty") << std::optional(QByteArray());
        QTest::newRow("rubbish") << std::optional(QByteArray("\xff\xfe\x00garbage", 10));
        QTest::newRow("folder is gone") << std::optional(QByteArray("1.5.0"));
        QTest::newRow("program is gone") << std::optional(QByteArray("2.0.0"));
        QTest::newRow("leads out") << std::optional(QByteArray("../../1.0.0"));
    }
    void current_damagedOrMissing_givesTheNewestWholeVersion()
    {
        QFETCH(std::optional<QByteArray>, content);
        install({"1.0.0", "1.9.0", "1.10.0"});
        fs::create_directories(m_path / "2.0.0");
        fs::create_directories(m_path / "3.0.0.part");
        if (content)
            write("current", content->toStdString());
        QCOMPARE(folder().choose(), v("1.10.0"));
        QCOMPARE(folder().current(), v("1.10.0"));
    }

    void current_missing_givesARefusedVersionOnlyWhenThereIsNoOther()
    {
        install({"1.0.0", "1.1.0"});
        write("refused", "1.1.0\n");
        QCOMPARE(folder().choose(), v("1.0.0"));
        fs::remove(m_path / "current");
        write("refused", "1.0.0\n1.1.0\n");
        QCOMPARE(folder().choose(), v("1.1.0"));
    }

    void noVersion_givesNothing()
    {
        QVERIFY(!folder().choose());
        fs::remove_all(m_path);
        QVERIFY(!folder().choose());
    }

    void folder_thatCannotBeWritten_startsWhatStandsThere()
    {
        install({"1.0.0", "1.1.0"});
        write("current", "1.0.0");
        write("next", "1.1.0");
        m_machine.readOnly = true;
        QCOMPARE(folder().choose(), v("1.0.0"));
        fs::remove(m_path / "current");
        QCOMPARE(folder().choose(), v("1.1.0"));
    }

    void sweep_keepsWhatMayStillBeStarted()
    {
        install({"0.8.0", "0.9.0", "1.0.0", "1.1.0", "1.2.0", "1.3.0"});
        write("current", "1.1.0");
        write("previous", "1.0.0");
        write("refused", "1.2.0");
        write("0.9.0.lock", "");
        fs::create_directories(m_path / "1.3.0.part");
        fs::create_directories(m_path / "0.7.0.gone");
        VersionFolder one = folder();
        QCOMPARE(one.choose(), v("1.1.0"));
        install({"0.1.0"}); // Whoever brings it meanwhile.
        fs::create_directories(m_path / "1.5.0.part");
        one.sweep();
        QCOMPARE(names(),
            (QStringList{u"0.1.0"_s, u"1.0.0"_s, u"1.1.0"_s, u"1.3.0"_s, u"1.5.0.part"_s, u"current"_s,
                u"previous"_s, u"refused"_s}));
    }

    void unprepared_version_isGoneUnlessItIsInUse()
    {
        install({"1.0.0", "1.1.0", "1.2.0"});
        write("current", "1.1.0");
        write("previous", "1.0.0");
        for (const char *next : {"1.2.0", "1.1.0", "1.0.0"}) {
            write("next", next);
            folder().unprepare();
            QVERIFY(!folder().next());
        }
        QVERIFY(!folder().isWhole(v("1.2.0")));
        QVERIFY(folder().isWhole(v("1.1.0")) && folder().isWhole(v("1.0.0")));
    }

    void sweep_whileAClientRuns_touchesNothing()
    {
        install({"0.9.0", "1.0.0", "1.1.0"});
        write("current", "1.1.0");
        m_machine.held = {m_path / "0.9.0.lock"};
        VersionFolder one = folder();
        QCOMPARE(one.choose(), v("1.1.0"));
        one.sweep();
        QVERIFY(one.isWhole(v("0.9.0")));
        QVERIFY(one.isWhole(v("1.0.0")));
    }

    void goingBack_takesThePreviousAndRefusesThisOne()
    {
        update();
        (void)folder().choose();
        folder().confirm(v("1.1.0"));
        QVERIFY(folder().goBack());
        QCOMPARE(folder().choose(), v("1.0.0"));
        QCOMPARE(folder().refused(), std::set{v("1.1.0")});
        QVERIFY(!folder().goBack()); // Nothing before.
    }

    void power_cutAnywhere_leavesAProgramToStart_data()
    {
        QTest::addColumn<QString>("story");
        QTest::newRow("update") << u"update"_s;
        QTest::newRow("fall back") << u"fall back"_s;
        QTest::newRow("fall back without previous") << u"no previous"_s;
        QTest::newRow("current is damaged") << u"damaged"_s;
        QTest::newRow("going back") << u"go back"_s;
    }
    void power_cutAnywhere_leavesAProgramToStart()
    {
        QFETCH(QString, story);
        int cuts = 0;
        for (bool cut = true; cut; ++cuts) {
            init();
            tell(story);
            m_machine.dieAt = cuts;
            cut = isCut(story);
            m_machine.dieAt = -1;
            const auto started = folder().choose();
            QVERIFY2(started && folder().isWhole(*started), qPrintable(QString::number(cuts)));
            QCOMPARE(folder().current(), started);
            if (const auto before = folder().previous())
                QVERIFY(folder().isWhole(*before));
            expectEnd(story, *started);
        }
        QVERIFY(cuts > 4); // It was cut somewhere at all.
    }

private:
    [[nodiscard]] VersionFolder folder() { return VersionFolder(m_path, "chengban", m_machine); }

    void write(const char *file, const std::string &text)
    {
        std::ofstream(m_path / file, std::ios::binary) << text;
    }
    void install(const std::vector<std::string> &versions)
    {
        for (const std::string &version : versions) {
            fs::create_directories(m_path / version);
            std::ofstream(m_path / version / "chengban") << version;
            std::ofstream(m_path / version / "data") << "x";
        }
    }
    /// 1.0.0 runs, 1.1.0 is ready, 0.9.0 is left over.
    void update()
    {
        install({"0.9.0", "1.0.0", "1.1.0"});
        write("current", "1.0.0");
        write("next", "1.1.0");
    }
    void tell(const QString &story)
    {
        update();
        if (story == u"update")
            return;
        if (story == u"damaged")
            return write("current", "?");
        (void)folder().choose();
        if (story == u"go back")
            return folder().confirm(v("1.1.0"));
        (void)folder().choose();
        if (story == u"no previous")
            fs::remove(m_path / "previous");
    }
    bool isCut(const QString &story)
    {
        try {
            VersionFolder one = folder();
            if (story == u"go back")
                (void)one.goBack();
            (void)one.choose();
            one.sweep();
            return false;
        } catch (const PowerCut &) {
            return true;
        }
    }
    void expectEnd(const QString &story, VersionNumber started)
    {
        if (story == u"update") {
            QCOMPARE(started, v("1.1.0"));
            QCOMPARE(folder().previous(), v("1.0.0"));
            QVERIFY(folder().trial()); // It falls back should it not come up.
        } else if (story.startsWith(u"fall") || story == u"no previous") {
            QCOMPARE(started, v("1.0.0"));
            QVERIFY(folder().refused().contains(v("1.1.0")));
        }
    }
    [[nodiscard]] QStringList names() const
    {
        QStringList all;
        for (const auto &entry : fs::directory_iterator(m_path))
            all << QString::fromStdString(entry.path().filename().string());
        all.sort();
        return all;
    }

    std::unique_ptr<QTemporaryDir> m_place;
    CutMachine m_machine;
    fs::path m_path;
};

QTEST_GUILESS_MAIN(TestVersionFolder)
#include "tst_VersionFolder.moc"

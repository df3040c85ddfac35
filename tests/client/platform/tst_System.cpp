#include "client/platform/IdleLimit.h"
#include "client/platform/SessionLock.h"
#include "client/platform/System.h"

#include <QDesktopServices>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>
#include <QWindow>

#ifdef Q_OS_WIN
#include <QGuiApplication>

#include <windows.h>
#else
#include <sys/resource.h>
#endif

using namespace chengban;

class TestSystem : public QObject
{
    Q_OBJECT

    QList<QUrl> m_opened;

private Q_SLOTS:
    void keepNoDumps_afterIt_aCrashLeavesNothing()
    {
        keepNoDumps();
#ifdef Q_OS_WIN
        QVERIFY(GetErrorMode() & SEM_NOGPFAULTERRORBOX);
#else
        rlimit core{};
        QCOMPARE(getrlimit(RLIMIT_CORE, &core), 0);
        QCOMPARE(core.rlim_cur, rlim_t(0));
        QCOMPARE(core.rlim_max, rlim_t(0)); // Nobody can raise it again.
#endif
    }

    void stillToWait_byTheSystemsInput_isWhatIsLeft_data()
    {
        QTest::addColumn<std::optional<qint64>>("sinceInput");
        QTest::addColumn<qint64>("left");
        QTest::newRow("the system does not tell") << std::optional<qint64>() << qint64(0);
        QTest::newRow("typing in another program") << std::optional<qint64>(0) << qint64(900);
        QTest::newRow("a while ago") << std::optional<qint64>(600) << qint64(300);
        QTest::newRow("nobody there") << std::optional<qint64>(900) << qint64(0);
        QTest::newRow("for hours") << std::optional<qint64>(90'000) << qint64(0);
        QTest::newRow("nonsense") << std::optional<qint64>(-5) << qint64(900);
    }
    void stillToWait_byTheSystemsInput_isWhatIsLeft()
    {
        QFETCH(std::optional<qint64>, sinceInput);
        QTEST(stillToWait(900, sinceInput), "left");
    }

    void sharePath_asPeopleAndSystemsWriteIt_isKnown_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("share");
        QTest::newRow("share") << QStringLiteral(R"(\\server\profiles\王芳)") << true;
        QTest::newRow("as Qt writes it") << QStringLiteral("//server/profiles") << true;
        QTest::newRow("long path of a share") << QStringLiteral(R"(\\?\UNC\server\profiles)") << true;
        QTest::newRow("long path of a disk") << QStringLiteral(R"(\\?\C:\Users)") << false;
        QTest::newRow("device") << QStringLiteral(R"(\\.\PhysicalDrive0)") << false;
        QTest::newRow("disk") << QStringLiteral(R"(C:\Users\王 芳)") << false;
        QTest::newRow("root") << QStringLiteral("/") << false;
        QTest::newRow("two strokes alone") << QStringLiteral("//") << false;
    }
    void sharePath_asPeopleAndSystemsWriteIt_isKnown()
    {
        QFETCH(QString, path);
        QTEST(isSharePath(path), "share");
    }

    void fileSystem_ofAnotherMachine_isKnownByItsType_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<bool>("network");
        for (const char *remote : {"cifs", "smb3", "nfs", "nfs4", "NFS4", "fuse.sshfs"})
            QTest::newRow(remote) << QByteArray(remote) << true;
        for (const char *local : {"ext4", "btrfs", "NTFS", "tmpfs", "overlay", "vfat", ""})
            QTest::newRow(*local ? local : "none") << QByteArray(local) << false;
    }
    void fileSystem_ofAnotherMachine_isKnownByItsType()
    {
        QFETCH(QByteArray, type);
        QTEST(isNetworkFileSystem(type), "network");
    }

    void isOnNetwork_folderNotThereYet_isThatOfTheDisk()
    {
        const QTemporaryDir here;
        QVERIFY(!isOnNetwork(here.path()));
        QVERIFY(!isOnNetwork(here.filePath(QStringLiteral("王 芳/chengban/store"))));
    }

    void openOutside_withAndWithoutAProgram_saysWhetherItOpened()
    {
        QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "take");
        QVERIFY(openOutside(QDir::tempPath() + QStringLiteral("/附件 一.pdf")));
        QCOMPARE(m_opened.size(), 1);
        QCOMPARE(m_opened.first().fileName(), QStringLiteral("附件 一.pdf"));
        QDesktopServices::unsetUrlHandler(QStringLiteral("file"));
    }

    void sessionLock_noticeOfTheSystem_isTold()
    {
        SessionLock lock;
        QSignalSpy told(&lock, &SessionLock::locked);
#ifdef Q_OS_WIN
        HWND ear = nullptr;
        for (const QWindow *window : QGuiApplication::allWindows()) {
            if (window->objectName() == u"sessionEar")
                ear = reinterpret_cast<HWND>(window->winId());
        }
        QVERIFY(ear);
        PostMessageW(ear, WM_WTSSESSION_CHANGE, WTS_SESSION_UNLOCK, 0);
        PostMessageW(ear, WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK, 0);
        QTRY_COMPARE(told.size(), 1);
        QVERIFY(sinceInputMs());
#else
        QCOMPARE(told.size(), 0);
        QCOMPARE(sinceInputMs(), std::nullopt);
#endif
    }

    void hideFromCapture_whereTheSystemCannot_saysSo()
    {
        QWindow window;
        window.create();
#ifdef Q_OS_WIN
        // Wine cannot and says so for both; Windows can.
        QCOMPARE(hideFromCapture(window, true), hideFromCapture(window, false));
#else
        QVERIFY(hideFromCapture(window, false));
        QVERIFY(!hideFromCapture(window, true));
#endif
    }

public Q_SLOTS:
    void take(const QUrl &url)
    {
        m_opened << url;
    }
};

QTEST_MAIN(TestSystem)
#include "tst_System.moc"

#include "client/launcher/Platform.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace chengban;
using namespace chengban::launcher;
using namespace Qt::StringLiterals;

/// The real program, with stand-ins for the client that write down what they were called with.
class TestLauncher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_place = std::make_unique<QTemporaryDir>();
        m_root = m_place->filePath(u"张 三/承办"_s);
        QVERIFY(QDir().mkpath(m_root + u"/versions"_s));
        QVERIFY(QFile::copy(QStringLiteral(CHENGBAN_BIN_DIR "/chengban-launcher"), m_root + u"/chengban"_s));
    }

    void start_givesTheArgumentsOnAndTheEndBack()
    {
        install(u"1.0.0"_s, "printf '%s|' \"$0\" \"$@\" >> \"$(dirname \"$0\")/../../log\"; exit 3\n");
        write(u"current"_s, "1.0.0\n");
        QCOMPARE(run({u"--server"_s, u"https://县 局:8443"_s, u"a\"b"_s, QString()}), 3);
        QCOMPARE(log(), m_root + u"/versions/1.0.0/chengban|--server|https://县 局:8443|a\"b||"_s);
    }

    void update_thatNeverConfirms_fallsBackAtTheThirdStart()
    {
        installLogging({u"1.0.0"_s, u"1.1.0"_s});
        write(u"current"_s, "1.0.0\n");
        write(u"next"_s, "1.1.0\n");
        for (int start = 0; start < 3; ++start)
            QCOMPARE(run({}), 0);
        QCOMPARE(log(), u"1.1.0 1.1.0 1.0.0 "_s);
        QCOMPARE(read(u"refused"_s), QByteArray("1.1.0\n"));
        QVERIFY(!QFile::exists(m_root + u"/versions/trial"_s));
    }

    void programThatIsNone_isReplacedByTheOneBefore()
    {
        installLogging({u"1.0.0"_s});
        install(u"1.1.0"_s, "x", false);
        QVERIFY(QFile::setPermissions(
            m_root + u"/versions/1.1.0/chengban"_s, QFile::ReadOwner | QFile::WriteOwner));
        write(u"current"_s, "1.0.0\n");
        write(u"next"_s, "1.1.0\n");
        QCOMPARE(run({}), 0);
        QCOMPARE(log(), u"1.0.0 "_s);
        QCOMPARE(read(u"refused"_s), QByteArray("1.1.0\n"));
    }

    void secondStart_whileTheFirstRuns_takesNoUpdate()
    {
        install(u"1.0.0"_s, "echo up; read line\n");
        write(u"current"_s, "1.0.0\n");
        QProcess first;
        first.start(m_root + u"/chengban"_s, QStringList());
        QVERIFY(first.waitForReadyRead());
        installLogging({u"1.1.0"_s}); // As the client's updates bring it.
        SystemMachine machine;
        VersionFolder folder((m_root + u"/versions"_s).toStdString(), programName(), machine);
        QCOMPARE(machine.lifeOf(folder.lockOf(*versionNumber("1.0.0"))), Machine::Life::Held);
        QVERIFY(folder.prepare(*versionNumber("1.1.0")));
        QProcess second;
        second.start(m_root + u"/chengban"_s, QStringList());
        QVERIFY(second.waitForReadyRead());
        for (QProcess *one : {&first, &second}) {
            one->write("\n");
            QVERIFY(one->waitForFinished());
        }
        QCOMPARE(log(), QString());
        QCOMPARE(run({}), 0);
        QCOMPARE(log(), u"1.1.0 "_s);
    }

    void goingBack_byItsWord_needsAVersionBefore()
    {
        installLogging({u"1.0.0"_s, u"1.1.0"_s});
        write(u"current"_s, "1.1.0\n");
        QCOMPARE(run({u"--previous-version"_s}), 1);
        write(u"previous"_s, "1.0.0\n");
        QCOMPARE(run({u"--previous-version"_s}), 0);
        QCOMPARE(run({}), 0);
        QCOMPARE(log(), u"1.0.0 "_s);
    }

    void noVersion_isTold()
    {
        QCOMPARE(run({}), 1);
        QVERIFY(m_said.contains("请重新安装"));
    }

    void tree_isFlushedAndFolderJudged()
    {
        installLogging({u"1.0.0"_s});
        QVERIFY(flushTree((m_root + u"/versions/1.0.0"_s).toStdString()));
        QVERIFY(isWritable((m_root + u"/versions"_s).toStdString()));
        QVERIFY(!isWritable((m_root + u"/nowhere"_s).toStdString()));
    }

private:
    void install(const QString &version, const QByteArray &script, bool shell = true)
    {
        const QString folder = m_root + u"/versions/"_s + version;
        QVERIFY(QDir().mkpath(folder));
        QFile file(folder + u"/chengban"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write((shell ? "#!/bin/sh\n" : "") + script);
        file.setPermissions(file.permissions() | QFile::ExeOwner);
    }
    void installLogging(const QStringList &versions)
    {
        for (const QString &version : versions)
            install(version, "printf '" + version.toLatin1() + " ' >> \"$(dirname \"$0\")/../../log\"\n");
    }
    int run(const QStringList &arguments)
    {
        QProcess launcher;
        launcher.start(m_root + u"/chengban"_s, arguments);
        if (!launcher.waitForFinished())
            return -1;
        m_said = launcher.readAllStandardError();
        return launcher.exitCode();
    }
    void write(const QString &name, const QByteArray &text)
    {
        QFile file(m_root + u"/versions/"_s + name);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    }
    [[nodiscard]] QByteArray read(const QString &name) const
    {
        QFile file(m_root + u"/versions/"_s + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] QString log() const
    {
        QFile file(m_root + u"/log"_s);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

    std::unique_ptr<QTemporaryDir> m_place;
    QString m_root;
    QByteArray m_said;
};

QTEST_GUILESS_MAIN(TestLauncher)
#include "tst_Launcher.moc"

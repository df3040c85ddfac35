// From the administrator's command to the next start: the real server, the real sync thread, the real
// launcher.
#include "client/settings/MemoryKeyStore.h"
#include "tests/client/live/CuttingProxy.h"
#include "tests/client/live/Workplace.h"
#include "tests/release/ReleaseSamples.h"

#include <QDir>
#include <QProcess>
#include <QTest>

using namespace chengban;
using namespace chengban::live;
using namespace Qt::StringLiterals;

namespace {

const QString platform = u"linux-x64"_s;

void put(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write");
    file.setPermissions(file.permissions() | QFile::ExeOwner);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Bytes that no compression makes small: a download with a middle.
QByteArray noise(qsizetype size)
{
    QByteArray bytes(size, '\0');
    quint32 state = 1;
    for (char &byte : bytes) {
        state = state * 1664525 + 1013904223;
        byte = char(state >> 24);
    }
    return bytes;
}

} // namespace

class TestUpdateLive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_county = std::make_unique<LiveCounty>();
        publish(u"1.2.0"_s, "#!/bin/sh\necho new\n");
        m_county->server().command({u"release"_s, u"roll-out"_s, u"1.2.0"_s, u"--units"_s, u"water"_s});
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_root = m_folder->filePath(u"张 三/承办"_s);
        put(m_root + u"/versions/1.1.0/chengban"_s, "#!/bin/sh\necho old\n");
        put(m_root + u"/versions/current"_s, "1.1.0\n");
        QVERIFY(QFile::copy(QStringLiteral(CHENGBAN_BIN_DIR "/chengban-launcher"), m_root + u"/chengban"_s));
    }

    void newerVersion_isReadyAfterTheLogInAndStartedNext()
    {
        Workplace pc(*m_county, m_keys, u"li"_s, u"pc-a"_s);
        pc.updates() = place();
        QCOMPARE(pc.logIn(), std::nullopt);
        QTRY_COMPARE_WITH_TIMEOUT(pc.desk().syncState().update.ready, u"1.2.0"_s, 20'000);
        QCOMPARE(pc.desk().syncState().update.news, u"答复页可一键核对附件。"_s);
        QCOMPARE(started(), QByteArray("new\n"));
        QCOMPARE(started(), QByteArray("new\n"));
        QCOMPARE(started(), QByteArray("old\n")); // Its window never stood.
        pc.leave();
        QCOMPARE(pc.logIn(), std::nullopt);
        QTRY_COMPARE_WITH_TIMEOUT(pc.desk().syncState().update.trouble, ErrorCode::UpdateFellBack, 20'000);
        QTRY_VERIFY(contentOf(m_county->server().folder() + u"/server.log"_s)
                        .contains("version 1.2.0 did not start"));
    }

    void person_ofAnotherUnit_getsNothing()
    {
        Caller centre(*m_county, u"zhou"_s);
        const QByteArray answer = centre.ask("GET", u"/v1/updates?platform=linux-x64&version=1.1.0"_s).body;
        QVERIFY2(!answer.isEmpty() && !answer.contains("release"), answer.constData());
    }

    void line_thatBreaksInTheMiddle_isGoneOnWith()
    {
        CuttingProxy line(m_county->port());
        Workplace pc(*m_county, m_keys, u"wang"_s, u"pc-c"_s, line.url());
        pc.updates() = place();
        pc.updates().againMs = 0;
        line.cutAfterReceived(3 << 20);
        QCOMPARE(pc.logIn(), std::nullopt);
        QTRY_VERIFY_WITH_TIMEOUT(line.cuts() > 0, 20'000);
        pc.desk().retryNow();
        QTRY_COMPARE_WITH_TIMEOUT(pc.desk().syncState().update.ready, u"1.2.0"_s, 40'000);
        QCOMPARE(contentOf(m_root + u"/versions/1.2.0/data.bin"_s), noise(8 << 20));
    }

private:
    void publish(const QString &version, const QByteArray &program)
    {
        QTemporaryDir folder;
        const QString zip = folder.filePath(version + u".zip"_s);
        releases::writeZip(
            zip, {{version + u"/chengban"_s, program}, {version + u"/data.bin"_s, noise(8 << 20)}});
        const auto made = signedRelease(releases::releaseOf(zip, platform), releases::publisher());
        put(folder.filePath(u"m.json"_s), releases::bytesOf(*made));
        m_county->server().command({u"release"_s, u"add"_s, zip, folder.filePath(u"m.json"_s)});
    }
    [[nodiscard]] UpdatePlace place() const
    {
        return updatePlace(m_root + u"/versions/1.1.0"_s, m_folder->filePath(u"data"_s));
    }
    QByteArray started()
    {
        QProcess launcher;
        launcher.start(m_root + u"/chengban"_s, QStringList());
        return launcher.waitForFinished() ? launcher.readAllStandardOutput() : QByteArray("does not end");
    }

    std::unique_ptr<LiveCounty> m_county;
    MemoryKeyStore m_keys;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_root;
};

QTEST_GUILESS_MAIN(TestUpdateLive)
#include "tst_UpdateLive.moc"

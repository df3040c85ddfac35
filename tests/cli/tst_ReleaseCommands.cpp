#include "Program.h"
#include "tests/release/ReleaseSamples.h"

#include <QTest>

using namespace chengban;
using namespace Qt::StringLiterals;

namespace {

const QString windows = u"windows-x64"_s;
const QString testKey = QStringLiteral(CHENGBAN_SOURCE_DIR "/tests/release/test-release-key.pem");

} // namespace

class TestReleaseCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_zip = m_files.path(u"chengban-1.2.0.zip"_s);
        m_manifest = m_files.path(u"1.2.0.json"_s);
        releases::writeZip(m_zip, releases::sampleFiles(u"1.2.0"_s, windows));
    }

    void archive_isSignedAndVerified()
    {
        const Answer made = sign(m_zip, testKey);
        QCOMPARE(made.exitCode, 0);
        QVERIFY(made.out.startsWith(u"1.2.0\twindows-x64\t"_s));
        const Answer found = run({u"release"_s, u"verify"_s, m_zip, m_manifest});
        QVERIFY2(found.exitCode == 0, qPrintable(found.out + found.err));
        QFile file(m_manifest);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
        QCOMPARE(json.value(u"news"_s).toString(), u"新增一键核对"_s);
        QCOMPARE(json.value(u"publishedMs"_s).toInteger(), 1'764'201'600'000);
    }

    void archive_thatWasChanged_isAFinding()
    {
        QCOMPARE(sign(m_zip, testKey).exitCode, 0);
        const QString other = m_files.path(u"other.zip"_s);
        releases::writeZip(other, releases::sampleFiles(u"1.3.0"_s, windows));
        const Answer found = run({u"release"_s, u"verify"_s, other, m_manifest});
        QCOMPARE(found.exitCode, 1);
        QVERIFY(found.out.contains(u"update.broken"_s));
    }

    void manifest_ofAnotherKey_isAFindingUnlessThatKeyIsGiven()
    {
        const auto stranger = Sm2Key::generate();
        const QByteArray pem = "-----BEGIN PRIVATE KEY-----\n" + stranger->toDer().toBase64()
            + "\n-----END PRIVATE KEY-----\n";
        QCOMPARE(sign(m_zip, m_files.written(pem)).exitCode, 0);
        const Answer found = run({u"release"_s, u"verify"_s, m_zip, m_manifest});
        QCOMPARE(found.exitCode, 1);
        QVERIFY(found.out.contains(u"release.untrusted"_s));
        QCOMPARE(run({u"release"_s, u"verify"_s, m_zip, m_manifest, u"--key"_s,
                         m_files.written(stranger->publicKeyPem())})
                     .exitCode,
            0);
    }

    void whatIsNoRelease_isNotSigned()
    {
        const QString odd = m_files.path(u"odd.zip"_s);
        releases::writeZip(odd, {{u"1.2.0/chengban.exe"_s, "x"}, {u"1.2.0/CON"_s, "x"}});
        QFile::remove(m_manifest);
        const Answer refused = sign(odd, testKey);
        QCOMPARE(refused.exitCode, 2);
        QVERIFY(refused.err.contains(u"release.invalid"_s));
        QVERIFY(sign(m_zip, m_files.written(QByteArray("no key"))).err.contains(u"integrity.key-unknown"_s));
        QVERIFY(!QFile::exists(m_manifest));
        QCOMPARE(run({u"release"_s}).exitCode, 2);
    }

private:
    Answer sign(const QString &zip, const QString &key)
    {
        return run({u"release"_s, u"sign"_s, zip, u"--key"_s, key, u"--platform"_s, windows, u"--news"_s,
            u"新增一键核对"_s, u"--out"_s, m_manifest, u"--published"_s, u"2025-11-27T08:00:00+08:00"_s});
    }

    Files m_files;
    QString m_zip;
    QString m_manifest;
};

QTEST_GUILESS_MAIN(TestReleaseCommands)
#include "tst_ReleaseCommands.moc"

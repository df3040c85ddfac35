#include "tests/release/ReleaseSamples.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace chengban;
using namespace Qt::StringLiterals;
using releases::Files;

namespace {

const QString windows = u"windows-x64"_s;
const QPair<QString, QByteArray> program{u"1.2.0/chengban.exe"_s, "program"};

} // namespace

Q_DECLARE_METATYPE(Files)

class TestReleaseArchive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_zip = m_folder->filePath(u"新版 本.zip"_s);
    }

    void archive_ofOneVersion_tellsItsFacts()
    {
        releases::writeZip(m_zip, releases::sampleFiles(u"1.2.0"_s, windows));
        const auto facts = factsOfArchive(m_zip, windows);
        QVERIFY(facts.has_value());
        QCOMPARE(facts->version.text(), std::string("1.2.0"));
        QCOMPARE(facts->unpackedBytes, 13 + 5000 + 6);
        QCOMPARE(facts->bytes, QFileInfo(m_zip).size());
    }

    void archive_thatIsNoRelease_isRefused_data()
    {
        QTest::addColumn<Files>("files");
        QTest::addColumn<QString>("place");
        QTest::newRow("no program") << Files{{u"1.2.0/other.exe"_s, "x"}} << u"chengban.exe"_s;
        QTest::newRow("program of the other system")
            << Files{{u"1.2.0/chengban"_s, "x"}} << u"chengban.exe"_s;
        QTest::newRow("folder is no version") << Files{{u"app/chengban.exe"_s, "x"}} << u"app"_s;
        QTest::newRow("two folders") << Files{program, {u"1.3.0/x"_s, "x"}} << u"1.3.0/x"_s;
        QTest::newRow("file beside the folder") << Files{program, {u"1.2.0.txt"_s, "x"}} << u"1.2.0.txt"_s;
        QTest::newRow("dot dot") << Files{program, {u"1.2.0/../../evil.dll"_s, "x"}}
                                 << u"1.2.0/../../evil.dll"_s;
        QTest::newRow("absolute") << Files{program, {u"/etc/passwd"_s, "x"}} << u"/etc/passwd"_s;
        QTest::newRow("drive") << Files{program, {u"C:/x.dll"_s, "x"}} << u"C:/x.dll"_s;
        QTest::newRow("back slash") << Files{program, {u"1.2.0/a\\..\\b"_s, "x"}} << u"1.2.0/a\\..\\b"_s;
        QTest::newRow("stream") << Files{program, {u"1.2.0/a.txt:b"_s, "x"}} << u"1.2.0/a.txt:b"_s;
        QTest::newRow("device") << Files{program, {u"1.2.0/CON"_s, "x"}} << u"1.2.0/CON"_s;
        QTest::newRow("device with ending")
            << Files{program, {u"1.2.0/nul.dll"_s, "x"}} << u"1.2.0/nul.dll"_s;
        QTest::newRow("device as folder") << Files{program, {u"1.2.0/com1/a"_s, "x"}} << u"1.2.0/com1/a"_s;
        QTest::newRow("trailing dot") << Files{program, {u"1.2.0/a."_s, "x"}} << u"1.2.0/a."_s;
        QTest::newRow("trailing space") << Files{program, {u"1.2.0/a "_s, "x"}} << u"1.2.0/a "_s;
        QTest::newRow("case alone differs")
            << Files{program, {u"1.2.0/Chengban.EXE"_s, "x"}} << u"1.2.0/Chengban.EXE"_s;
        QTest::newRow("folder outside") << Files{program, {u"../x/"_s, {}}} << u"../x"_s;
    }
    void archive_thatIsNoRelease_isRefused()
    {
        QFETCH(Files, files);
        QFETCH(QString, place);
        releases::writeZip(m_zip, files);
        const auto facts = factsOfArchive(m_zip, windows);
        QVERIFY(!facts);
        QCOMPARE(facts.error(), (Error{ErrorCode::ReleaseInvalid, place}));
    }

    void archive_withALink_isRefused()
    {
        releases::writeZip(m_zip, {program, {u"1.2.0/link"_s, "/etc"}}, u"1.2.0/link"_s);
        QCOMPARE(factsOfArchive(m_zip, windows).error().code, ErrorCode::ReleaseInvalid);
    }

    void archive_thatIsCutOrNone_isRefused()
    {
        QCOMPARE(factsOfArchive(m_zip, windows).error().code, ErrorCode::FileUnreadable);
        releases::writeZip(m_zip, releases::sampleFiles(u"1.2.0"_s, windows));
        QVERIFY(QFile::resize(m_zip, QFileInfo(m_zip).size() - 30));
        QCOMPARE(factsOfArchive(m_zip, windows).error().code, ErrorCode::ReleaseInvalid);
    }

    void archive_thatIsNotTheSignedOne_isBroken()
    {
        const SignedRelease made = releases::makeRelease(m_zip, u"1.2.0"_s, windows);
        QVERIFY(checkArchive(m_zip, made.release).has_value());
        Release other = made.release;
        other.bytes += 1;
        QCOMPARE(checkArchive(m_zip, other).error(), (Error{ErrorCode::UpdateBroken, u"size"_s}));
        QFile file(m_zip);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(40) && file.write("?") == 1);
        file.close();
        QCOMPARE(checkArchive(m_zip, made.release).error(), (Error{ErrorCode::UpdateBroken, u"sha256"_s}));
    }

    void archive_ofAnotherVersionThanSigned_isRefused()
    {
        Release release = releases::makeRelease(m_zip, u"1.2.0"_s, windows).release;
        release.version = *versionNumber("1.3.0");
        QCOMPARE(checkArchive(m_zip, release).error().code, ErrorCode::ReleaseInvalid);
    }

    void unpacking_givesTheVersionsFolderWhole()
    {
        const Release release = releases::makeRelease(m_zip, u"1.2.0"_s, windows).release;
        const QString into = m_folder->filePath(u"1.2.0.part"_s);
        QVERIFY(QDir().mkpath(into));
        const auto folder = unpackRelease(m_zip, into, release);
        QVERIFY(folder.has_value());
        QCOMPARE(*folder, into + u"/1.2.0"_s);
        QFile text(*folder + u"/文字.txt"_s);
        QVERIFY(text.open(QIODevice::ReadOnly));
        QCOMPARE(text.readAll(), QByteArray("更新"));
    }

    void unpacking_moreThanWasSigned_ends()
    {
        Release release = releases::makeRelease(m_zip, u"1.2.0"_s, windows).release;
        release.unpackedBytes -= 1;
        const QString into = m_folder->filePath(u"1.2.0.part"_s);
        QVERIFY(QDir().mkpath(into));
        QCOMPARE(unpackRelease(m_zip, into, release).error().code, ErrorCode::ReleaseInvalid);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_zip;
};

QTEST_GUILESS_MAIN(TestReleaseArchive)
#include "tst_ReleaseArchive.moc"

#include "server/blobs/ReleaseFiles.h"
#include "tests/release/ReleaseSamples.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace chengban;
using namespace Qt::StringLiterals;

namespace {

const QString windows = u"windows-x64"_s;

VersionNumber v(const char *text)
{
    return *versionNumber(text);
}

} // namespace

class TestReleaseFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_folder->path()).mkdir(u"data"_s));
        m_zip = m_folder->filePath(u"chengban.zip"_s);
    }

    void release_takenIn_reachesNobodyYet()
    {
        QVERIFY(add(u"1.2.0"_s, windows).has_value());
        const auto all = shelf().all();
        QCOMPARE(all.size(), 1);
        QVERIFY(!all.first().rollOut.reaches({u"water"_s}));
        // The same again is no second one.
        QVERIFY(add(u"1.2.0"_s, windows).has_value());
        QCOMPARE(shelf().all().size(), 1);
    }

    void release_thatIsNotThePublishers_isNotTakenIn()
    {
        const SignedRelease made = releases::makeRelease(m_zip, u"1.2.0"_s, windows);
        SignedRelease forged = made;
        forged.release.news = u"别的话"_s;
        QCOMPARE(shelf().add(m_zip, releases::bytesOf(forged), releaseKeys()).error().code,
            ErrorCode::ReleaseUntrusted);
        QCOMPARE(shelf().add(m_zip, releases::bytesOf(made), {}).error().code, ErrorCode::ReleaseUntrusted);
        QCOMPARE(shelf().add(m_zip, "no json", releaseKeys()).error().code, ErrorCode::ReleaseInvalid);
        QFile file(m_zip);
        QVERIFY(file.open(QIODevice::Append) && file.write("more") == 4);
        file.close();
        QCOMPARE(
            shelf().add(m_zip, releases::bytesOf(made), releaseKeys()).error().code, ErrorCode::UpdateBroken);
        QVERIFY(shelf().all().isEmpty());
        QVERIFY(QDir(m_folder->filePath(u"data/releases"_s)).isEmpty());
    }

    void release_thatNeedsANewerServer_isRefused()
    {
        releases::writeZip(m_zip, releases::sampleFiles(u"1.2.0"_s, windows));
        Release release = releases::releaseOf(m_zip, windows);
        release.api = apiNumber + 1;
        const auto made = signedRelease(release, releases::publisher());
        QCOMPARE(shelf().add(m_zip, releases::bytesOf(*made), releaseKeys()).error().code,
            ErrorCode::ReleaseUnfit);
    }

    void version_thatIsThere_staysWhatItWas()
    {
        QVERIFY(add(u"1.2.0"_s, windows).has_value());
        releases::writeZip(
            m_zip, releases::sampleFiles(u"1.2.0"_s, windows) + releases::Files{{u"1.2.0/more"_s, "x"}});
        const auto other = signedRelease(releases::releaseOf(m_zip, windows), releases::publisher());
        QCOMPARE(
            shelf().add(m_zip, releases::bytesOf(*other), releaseKeys()).error().code, ErrorCode::Conflict);
    }

    void rollOut_isForAVersionOnEveryPlatform()
    {
        QVERIFY(add(u"1.2.0"_s, windows).has_value());
        QVERIFY(add(u"1.2.0"_s, u"linux-x64"_s).has_value());
        QVERIFY(add(u"1.10.0"_s, windows).has_value());
        QVERIFY(shelf().rollOut(v("1.2.0"), {false, {{u"water"_s}}, false}).has_value());
        const auto all = shelf().all();
        QCOMPARE(all.size(), 3);
        QCOMPARE(all.last().release.release.version, v("1.10.0")); // By numbers.
        for (const KeptRelease &one : all) {
            const bool rolledOut = one.release.release.version == v("1.2.0");
            QCOMPARE(one.rollOut.reaches({u"water"_s}), rolledOut);
            QVERIFY(!one.rollOut.reaches({u"road"_s}));
        }
        QCOMPARE(shelf().rollOut(v("9.0.0"), {true, {}, false}).error().code, ErrorCode::NotFound);
    }

    void withdrawal_reachesEvenThoseNamed()
    {
        QVERIFY(add(u"1.2.0"_s, windows).has_value());
        QVERIFY(shelf().rollOut(v("1.2.0"), {true, {{u"water"_s}}, true}).has_value());
        QVERIFY(!shelf().all().first().rollOut.reaches({u"water"_s}));
    }

    void folder_thatIsDamaged_isLeftOut_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("left");
        QTest::newRow("manifest") << u"manifest.json"_s << QByteArray("{") << 0;
        QTest::newRow("archive is cut") << u"release.zip"_s << QByteArray("PK") << 0;
        QTest::newRow("roll-out") << u"roll-out.json"_s << QByteArray("{\"all\":1}") << 1;
    }
    void folder_thatIsDamaged_isLeftOut()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, content);
        QVERIFY(add(u"1.2.0"_s, windows).has_value());
        QVERIFY(shelf().rollOut(v("1.2.0"), {true, {}, false}).has_value());
        QFile damaged(m_folder->filePath(u"data/releases/1.2.0-windows-x64/"_s + file));
        QVERIFY(damaged.open(QIODevice::WriteOnly) && damaged.write(content) == content.size());
        damaged.close();
        const auto all = shelf().all();
        QTEST(int(all.size()), "left");
        for (const KeptRelease &one : all)
            QVERIFY(!one.rollOut.reaches({u"water"_s}));
        // Taken in again it is whole.
        QVERIFY(add(u"1.2.0"_s, windows).has_value());
        QCOMPARE(shelf().all().size(), 1);
    }

    void file_isReadByRanges()
    {
        const auto added = add(u"1.2.0"_s, windows);
        QVERIFY(added.has_value());
        QFile zip(m_zip);
        QVERIFY(zip.open(QIODevice::ReadOnly));
        const QByteArray whole = zip.readAll();
        QCOMPARE(shelf().read(added->release, 0, 1 << 20), whole);
        QCOMPARE(shelf().read(added->release, 7, 5), whole.mid(7, 5));
        QCOMPARE(shelf().read(added->release, whole.size(), 5), QByteArray());
    }

private:
    [[nodiscard]] ReleaseFiles shelf() const { return ReleaseFiles(m_folder->filePath(u"data"_s)); }
    Result<SignedRelease> add(const QString &version, const QString &platform)
    {
        return shelf().add(
            m_zip, releases::bytesOf(releases::makeRelease(m_zip, version, platform)), releaseKeys());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_zip;
};

QTEST_GUILESS_MAIN(TestReleaseFiles)
#include "tst_ReleaseFiles.moc"

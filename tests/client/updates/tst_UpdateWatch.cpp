// What the client makes of a server that tells the truth, breaks off, lies or is somebody else's.
#include "client/launcher/Platform.h"
#include "client/updates/UpdateWatch.h"
#include "tests/client/net/FakeServer.h"
#include "tests/release/ReleaseSamples.h"

#include <QDir>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace chengban;
using namespace Qt::StringLiterals;

namespace {

const QString platform = u"windows-x64"_s;
constexpr qint64 dayMs = 24LL * 3600 * 1000;

VersionNumber v(const char *text)
{
    return *versionNumber(text);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write");
}

} // namespace

class TestUpdateWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_watch.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        m_versions = m_folder->filePath(u"张 三/versions"_s);
        put(m_versions + u"/1.1.0/chengban.exe"_s, "runs");
        put(m_versions + u"/current"_s, "1.1.0\n");
        m_place = updatePlace(m_versions + u"/1.1.0"_s, m_folder->filePath(u"数 据"_s));
        m_place.platform = platform;
        m_release = releases::makeRelease(m_folder->filePath(u"r.zip"_s), u"1.2.0"_s, platform);
        m_zip = contentOf(m_folder->filePath(u"r.zip"_s));
        m_withdrawn.clear();
        m_offer = true;
        m_ranges = true;
        m_cutAfter = -1;
        m_clockMs = 1'764'000'000'000;
        m_server.requests.clear();
        m_server.answer = [this](const FakeRequest &request) { return answerTo(request); };
    }

    void release_thatIsNewer_isReadyForTheNextStart()
    {
        const UpdateState state = asked();
        QCOMPARE(state, (UpdateState{u"1.2.0"_s, m_release.release.news, std::nullopt}));
        QCOMPARE(contentOf(m_versions + u"/next"_s), QByteArray("1.2.0\n"));
        QCOMPARE(contentOf(m_versions + u"/1.2.0/文字.txt"_s), QByteArray("更新"));
        QVERIFY(QFileInfo(m_versions + u"/1.2.0/chengban.exe"_s).isExecutable());
        expectOnly({u"1.1.0"_s, u"1.2.0"_s, u"current"_s, u"next"_s});
        QCOMPARE(QDir(m_place.downloads).entryList({u"*.part"_s}), QStringList());
        QVERIFY(m_server.requests.first().path.contains("platform=windows-x64&version=1.1.0"));
        // Asked again it is neither fetched nor unpacked again.
        m_server.requests.clear();
        QCOMPARE(asked().ready, u"1.2.0"_s);
        QCOMPARE(m_server.requests.size(), 1);
    }

    void question_isAskedOnceADay_whateverTheClockDoes()
    {
        m_offer = false;
        asked();
        m_watch->wake();
        QVERIFY(!waitFor(2, 50));
        m_clockMs += dayMs - 1;
        m_watch->wake();
        QVERIFY(!waitFor(2, 50));
        m_clockMs += 1;
        m_watch->wake();
        QVERIFY(waitFor(2));
        m_clockMs -= 365 * dayMs; // Set back by a year: asked at once, not in a year.
        m_watch->wake();
        QVERIFY(waitFor(3));
    }

    void clock_wrongByAYear_changesNothing_data()
    {
        QTest::addColumn<qint64>("offMs");
        QTest::newRow("ahead") << qint64(366 * dayMs);
        QTest::newRow("behind") << qint64(-366 * dayMs);
        QTest::newRow("1970") << qint64(-1'763'999'999'999);
    }
    void clock_wrongByAYear_changesNothing()
    {
        QFETCH(qint64, offMs);
        m_clockMs += offMs;
        QCOMPARE(asked().ready, u"1.2.0"_s);
    }

    void download_thatBreaks_isGoneOnWith()
    {
        m_cutAfter = m_zip.size() / 2;
        QCOMPARE(asked(), UpdateState());
        const qint64 here = QFileInfo(partPath()).size();
        QVERIFY(here > 0 && here < m_zip.size());
        m_cutAfter = -1;
        m_server.requests.clear();
        QCOMPARE(askedAgain().ready, u"1.2.0"_s);
        QCOMPARE(m_server.requests.last().headers.value("range"), "bytes=" + QByteArray::number(here) + '-');
    }

    void download_thatBreaks_isTriedSoonerThanInADay()
    {
        m_cutAfter = 10;
        asked();
        m_cutAfter = -1;
        m_clockMs += m_place.againMs;
        m_watch->wake();
        QTRY_COMPARE(m_watch->state().ready, u"1.2.0"_s);
    }

    void download_fromAServerWithoutRanges_beginsAnew()
    {
        put(partPath(), m_zip.left(50));
        m_ranges = false;
        QCOMPARE(asked().ready, u"1.2.0"_s);
    }

    void download_thatIsDamaged_isThrownAway_data()
    {
        QTest::addColumn<QByteArray>("part");
        QTest::addColumn<int>("damage");
        QTest::newRow("one byte on the line") << QByteArray() << 1;
        QTest::newRow("cut, and said to be whole") << QByteArray() << 2;
        QTest::newRow("more than was signed") << QByteArray() << 3;
        QTest::newRow("what lay here") << QByteArray("not the start of a ZIP") << 0;
    }
    void download_thatIsDamaged_isThrownAway()
    {
        QFETCH(QByteArray, part);
        QFETCH(int, damage);
        if (!part.isEmpty())
            put(partPath(), part);
        const QByteArray good = m_zip;
        if (damage == 1)
            m_zip[m_zip.size() / 2] = char(m_zip[m_zip.size() / 2] ^ 1);
        else if (damage == 2)
            m_zip.chop(1);
        else if (damage == 3)
            m_zip += QByteArray(200'000, 'x');
        QCOMPARE(asked().trouble, ErrorCode::UpdateBroken);
        QVERIFY(!QFile::exists(partPath()));
        expectUntouched();
        m_zip = good;
        QCOMPARE(askedAgain().ready, u"1.2.0"_s);
    }

    void release_thatIsNotToBeTaken_isNotEvenFetched_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<ErrorCode>("reason");
        QTest::newRow("wrong signature") << u"forged"_s << ErrorCode::ReleaseUntrusted;
        QTest::newRow("another publisher") << u"stranger"_s << ErrorCode::ReleaseUntrusted;
        QTest::newRow("no signature") << u"unsigned"_s << ErrorCode::ReleaseUntrusted;
        QTest::newRow("downgrade") << u"older"_s << ErrorCode::ReleaseNotNewer;
        QTest::newRow("the same version") << u"same"_s << ErrorCode::ReleaseNotNewer;
        QTest::newRow("for Linux") << u"linux"_s << ErrorCode::ReleaseUnfit;
        QTest::newRow("no space for the download") << u"full"_s << ErrorCode::UpdateNoSpace;
        QTest::newRow("no space beside the program") << u"full there"_s << ErrorCode::UpdateNoSpace;
        QTest::newRow("program's folder is closed") << u"closed"_s << ErrorCode::UpdateFolderLocked;
    }
    void release_thatIsNotToBeTaken_isNotEvenFetched()
    {
        QFETCH(QString, how);
        QFETCH(ErrorCode, reason);
        spoil(how);
        QCOMPARE(asked(), (UpdateState{{}, {}, reason}));
        for (const FakeRequest &request : m_server.requests)
            QVERIFY(request.path.startsWith("/v1/updates?"));
        if (how != u"closed")
            expectUntouched();
    }

    void answer_thatIsNone_isToldAsSuch()
    {
        m_server.answer = [](const FakeRequest &) {
            return FakeAnswer{200, R"({"release":{"version":"9"}})"};
        };
        QCOMPARE(asked().trouble, ErrorCode::ReleaseInvalid);
    }

    void server_thatKnowsNoUpdates_isNoTrouble()
    {
        m_server.answer = [](const FakeRequest &) {
            return FakeAnswer{
                404, R"({"type":"about:blank","title":"x","status":404,"code":"access.not-found"})"};
        };
        QCOMPARE(asked(), UpdateState());
    }

    void line_thatIsAway_isNoTrouble()
    {
        m_server.answer = [](const FakeRequest &) { return FakeAnswer{.drop = true}; };
        QCOMPARE(asked(), UpdateState());
    }

    void archive_thatHoldsWhatNoReleaseHolds_isThrownAway_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("leads out") << u"1.2.0/../../evil.dll"_s;
        QTest::newRow("Windows refuses it") << u"1.2.0/CON"_s;
        QTest::newRow("case alone differs") << u"1.2.0/Chengban.exe"_s;
    }
    void archive_thatHoldsWhatNoReleaseHolds_isThrownAway()
    {
        QFETCH(QString, name);
        const QString path = m_folder->filePath(u"r.zip"_s);
        releases::writeZip(path, {{u"1.2.0/chengban.exe"_s, "x"}, {name, "x"}});
        m_zip = contentOf(path);
        Release release = m_release.release;
        release.bytes = m_zip.size();
        release.sha256 = hex(sha256(m_zip));
        release.unpackedBytes = 2;
        m_release = *signedRelease(release, releases::publisher()); // Signed, and refused all the same.
        QCOMPARE(asked().trouble, ErrorCode::ReleaseInvalid);
        QVERIFY(!QFile::exists(m_folder->filePath(u"张 三/evil.dll"_s)));
        QVERIFY(!QFile::exists(partPath()));
        expectUntouched();
    }

    void release_withdrawnWhileItIsFetched_isForgotten()
    {
        m_server.answer = [this](const FakeRequest &request) {
            if (request.path.startsWith("/v1/updates?"))
                return answerTo(request);
            return FakeAnswer{
                404, R"({"type":"about:blank","title":"x","status":404,"code":"access.not-found"})"};
        };
        put(partPath(), m_zip.left(50));
        QCOMPARE(asked().trouble, ErrorCode::UpdateWithdrawn);
        QVERIFY(!QFile::exists(partPath()));
        expectUntouched();
    }

    void release_withdrawnWhenItWasReady_isNotStarted()
    {
        QCOMPARE(asked().ready, u"1.2.0"_s);
        m_offer = false;
        m_withdrawn = {u"1.2.0"_s};
        QCOMPARE(askedAgain(), (UpdateState{{}, {}, ErrorCode::UpdateWithdrawn}));
        expectUntouched();
    }

    void release_thatReplacesOneThatIsReady_isTheNextOne()
    {
        QCOMPARE(asked().ready, u"1.2.0"_s);
        m_release = releases::makeRelease(m_folder->filePath(u"r.zip"_s), u"1.3.0"_s, platform);
        m_zip = contentOf(m_folder->filePath(u"r.zip"_s));
        QCOMPARE(askedAgain().ready, u"1.3.0"_s);
        QCOMPARE(contentOf(m_versions + u"/next"_s), QByteArray("1.3.0\n"));
    }

    void release_thatDidNotStartHere_isNotTakenAndTold()
    {
        put(m_versions + u"/refused"_s, "1.2.0\n");
        QCOMPARE(watch().state().trouble, ErrorCode::UpdateFellBack);
        QCOMPARE(asked().trouble, ErrorCode::UpdateFellBack); // Offered all the same.
        QVERIFY(m_server.requests.first().path.endsWith("&refused=1.2.0"));
        QCOMPARE(m_server.requests.size(), 1);
        QVERIFY(!QFile::exists(m_versions + u"/next"_s));
    }

    void whatIsReady_staysReadyWhateverIsOfferedNext()
    {
        QCOMPARE(asked().ready, u"1.2.0"_s);
        spoil(u"stranger"_s);
        const UpdateState state = askedAgain();
        QCOMPARE(state.ready, u"1.2.0"_s);
        QCOMPARE(state.trouble, std::nullopt);
    }

    void folderLeftByACut_isFilledAnew()
    {
        put(m_versions + u"/1.2.0.part/1.2.0/half.dll"_s, "x");
        put(m_versions + u"/1.2.0/half.dll"_s, "x"); // Without its program.
        QCOMPARE(asked().ready, u"1.2.0"_s);
        QVERIFY(!QFile::exists(m_versions + u"/1.2.0/half.dll"_s));
        expectOnly({u"1.1.0"_s, u"1.2.0"_s, u"current"_s, u"next"_s});
    }

    void secondWindow_leavesTheFetchingToTheFirst()
    {
        QVERIFY(QDir().mkpath(m_place.downloads));
        QLockFile first(m_place.downloads + u"/lock"_s);
        QVERIFY(first.tryLock());
        QCOMPARE(asked(), UpdateState());
        QCOMPARE(m_server.requests.size(), 1);
    }

    void stop_whileItIsFetched_leavesWhatCame()
    {
        m_cutAfter = 100;
        m_server.answer = [this](const FakeRequest &request) {
            FakeAnswer answer = answerTo(request);
            answer.hold = !request.path.startsWith("/v1/updates?");
            return answer;
        };
        put(partPath(), m_zip.left(100));
        UpdateWatch &one = watch();
        QSignalSpy ended(&one, &UpdateWatch::ended);
        one.wake();
        QTRY_COMPARE(m_server.requests.size(), 2);
        one.stop();
        m_api->abort();
        QCOMPARE(ended.size(), 0);
        QCOMPARE(contentOf(partPath()), m_zip.left(100));
    }

    void program_thatDoesNotLieInAVersionsFolder_asksNothing()
    {
        m_place = updatePlace(u"/usr/bin"_s, m_folder->path());
        QVERIFY(!m_place.isPossible());
        watch().wake();
        QVERIFY(!waitFor(1, 50));
        QVERIFY(m_server.requests.isEmpty());
    }

    void start_isConfirmedByTheVersionThatRuns()
    {
        put(m_versions + u"/trial"_s, "1.1.0 1\n");
        UpdatePlace other = m_place;
        other.running = v("1.0.0");
        confirmStart(other);
        QVERIFY(QFile::exists(m_versions + u"/trial"_s));
        confirmStart(m_place);
        QVERIFY(!QFile::exists(m_versions + u"/trial"_s));
    }

private:
    FakeAnswer answerTo(const FakeRequest &request)
    {
        if (request.path.startsWith("/v1/updates?")) {
            QJsonObject json{{u"withdrawn"_s, QJsonArray::fromStringList(m_withdrawn)}};
            if (m_offer)
                json.insert(u"release"_s, toJson(m_release));
            return {200, QJsonDocument(json).toJson(QJsonDocument::Compact)};
        }
        if (request.path != "/v1/updates/" + m_release.release.sha256.toLatin1())
            return {404, "{}"};
        const QByteArray range = request.headers.value("range");
        const qint64 from = m_ranges && !range.isEmpty() ? range.mid(6).chopped(1).toLongLong() : 0;
        FakeAnswer answer{from > 0 ? 206 : 200, m_zip.mid(from)};
        answer.cutAfter = m_cutAfter;
        return answer;
    }
    void spoil(const QString &how)
    {
        Release release = m_release.release;
        if (how == u"forged")
            m_release.release.news = u"别的话"_s;
        else if (how == u"stranger")
            m_release = *signedRelease(release, *Sm2Key::generate());
        else if (how == u"unsigned")
            m_release.signature.clear();
        else if (how.startsWith(u"full"))
            m_place.freeBytes = [end = how == u"full" ? u"updates"_s : u"versions"_s](
                                    const QString &path) { return path.endsWith(end) ? 1LL << 20 : -1LL; };
        else if (how == u"closed")
            m_place.versions = m_folder->filePath(u"nowhere"_s); // A person's rights do not bind root.
        else {
            release.version = how == u"older" ? v("1.0.9") : how == u"same" ? v("1.1.0") : release.version;
            release.platform = how == u"linux" ? u"linux-x64"_s : platform;
            m_release = *signedRelease(release, releases::publisher());
        }
    }
    UpdateWatch &watch()
    {
        m_watch.reset();
        m_api = std::make_unique<ApiClient>(ServerProfile{m_server.url(), m_server.caPem(), u"d"_s});
        m_watch = std::make_unique<UpdateWatch>(*m_api, m_place, [this] { return m_clockMs; });
        m_ended = std::make_unique<QSignalSpy>(m_watch.get(), &UpdateWatch::ended);
        return *m_watch;
    }
    [[nodiscard]] bool waitFor(int ends, int ms = 10'000)
    {
        return QTest::qWaitFor([this, ends] { return m_ended->size() >= ends; }, ms)
            && m_ended->size() == ends;
    }
    /// A fresh start of the program asks.
    UpdateState asked()
    {
        watch().wake();
        if (!waitFor(1))
            qFatal("no end");
        return m_watch->state();
    }
    /// The same program, a day later.
    UpdateState askedAgain()
    {
        const int before = int(m_ended->size());
        m_clockMs += dayMs;
        m_watch->wake();
        if (!waitFor(before + 1))
            qFatal("no end");
        return m_watch->state();
    }
    [[nodiscard]] QString partPath() const
    {
        return m_place.downloads + u'/' + m_release.release.sha256 + u".part"_s;
    }
    void expectOnly(const QStringList &names)
    {
        QCOMPARE(QDir(m_versions).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), names);
        QCOMPARE(contentOf(m_versions + u"/1.1.0/chengban.exe"_s), QByteArray("runs"));
        QCOMPARE(contentOf(m_versions + u"/current"_s), QByteArray("1.1.0\n"));
    }
    void expectUntouched() { expectOnly({u"1.1.0"_s, u"current"_s}); }

    FakeServer m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_versions;
    UpdatePlace m_place;
    SignedRelease m_release;
    QByteArray m_zip;
    QStringList m_withdrawn;
    bool m_offer = true;
    bool m_ranges = true;
    qint64 m_cutAfter = -1;
    qint64 m_clockMs = 0;
    std::unique_ptr<ApiClient> m_api;
    std::unique_ptr<UpdateWatch> m_watch;
    std::unique_ptr<QSignalSpy> m_ended;
};

QTEST_GUILESS_MAIN(TestUpdateWatch)
#include "tst_UpdateWatch.moc"

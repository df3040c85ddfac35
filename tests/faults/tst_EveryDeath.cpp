#include "client/store/Store.h"
#include "client/store/StoreSchema.h"
#include "client/store/Vault.h"
#include "tests/faults/Stage.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

#include <numeric>

using namespace chengban;
using namespace chengban::faults;

namespace {

constexpr int quickRounds = 50;
constexpr int roundsOfAStage
    = 50; ///< Then a new county, so that a long run does not only measure a growing one.
constexpr quint32 usualSeed = 20260102;
constexpr int patienceMs = 8000; ///< For a point to be reached; then the process dies at random.

int numberFrom(const char *variable, int otherwise)
{
    bool whole = false;
    const int number = qEnvironmentVariableIntValue(variable, &whole);
    return whole ? number : otherwise;
}

/// Those that are armed while people work; migrations have a test of their own.
QList<Point> pointsAtWork()
{
    QList<Point> found;
    for (int i = 1; i < int(Point::Random); ++i) {
        if (Point(i) != Point::ServerInMigration && Point(i) != Point::ClientInMigration)
            found << Point(i);
    }
    return found;
}

} // namespace

/// Real clients and a real server, killed at named points and at random ones: nothing that a person was told
/// is safe is lost, nothing is done twice, nothing overwritten. `./test --long` makes 1,000 rounds;
/// CHENGBAN_DEATHS and CHENGBAN_DEATH_SEED say otherwise.
///
/// Broken once to see that the checker notices (50 rounds, usual seed):
/// - the server does not look for the command's id (CommandStore::find() finds nothing, add() replaces):
///   "doubled 6, done in secret 7";
/// - LocalDesk::saveDraft() answers first and writes 100 ms later: "lost 4, overwritten 21", and the points
/// in
///   the writing of a draft are not reached.
class TestEveryDeath : public QObject
{
    Q_OBJECT

    QRandomGenerator m_dice;
    QHash<Point, int> m_deaths;
    std::unique_ptr<Stage> m_stage;
    Tally m_tally; ///< Of all counties.

    quint32 dice() { return m_dice.generate(); }
    ClerkProcess &someClerk() { return *m_stage->clerks()[m_dice.bounded(2)]; }
    ClerkProcess &leader() { return *m_stage->clerks()[2]; }

    /// How often the point is passed unharmed before. What is rare, or happens once, is not let pass.
    int passesAt(Point point)
    {
        static const QSet<Point> rare{Point::ServerInCheckpoint, Point::ServerInUpload,
            Point::ServerNamingAFile, Point::ServerRefreshUnanswered, Point::ClientInCheckpoint,
            Point::ClientSealingAFile, Point::ClientNamingAFile, Point::ClientAskingForAToken,
            Point::ClientTokenUnkept, Point::ClientTokenUnused};
        return rare.contains(point) ? 0 : m_dice.bounded(3);
    }

    void serverDies(Point point)
    {
        e2e::ServerProcess &server = m_stage->county().server();
        const SharedPage &page = m_stage->serverPage();
        if (point == Point::ServerRefreshUnanswered)
            m_stage->stayStill(true);
        page.arm(point, passesAt(point));
        if (point == Point::Random) {
            QTest::qWait(m_dice.bounded(300));
            page->struck = int(point);
            server.kill();
        } else if (point == Point::ServerInCheckpoint) {
            server.terminate(); // The last to close the database moves its log into it.
        } else if (point == Point::ServerRefreshUnanswered) {
            someClerk().page()->aheadMs += 20 * 60'000;
        }
        const bool died = server.endsWithin(patienceMs) && page.struck() == point;
        page.disarm();
        if (!died)
            server.kill();
        // Tokens and audit entries are committed too; what counts here is a person's command.
        const bool counts = died && (point != Point::ServerCommittedUnanswered || m_stage->unanswered() > 0);
        m_deaths[point] += counts ? 1 : 0;
        server.start();
        m_stage->stayStill(false);
    }

    void clerkDies(Point point)
    {
        ClerkProcess &clerk = someClerk();
        const SharedPage &page = clerk.page();
        const bool aboutTokens = point == Point::ClientAskingForAToken || point == Point::ClientTokenUnkept
            || point == Point::ClientTokenUnused;
        if (point == Point::ClientOpening) {
            clerk.kill();
            page.arm(point, m_dice.bounded(2));
            clerk.start(dice());
        } else {
            page->still = aboutTokens ? 1 : 0;
            page.arm(point, passesAt(point));
        }
        if (point == Point::Random) {
            QTest::qWait(m_dice.bounded(300));
            page->struck = int(point);
            clerk.kill();
        } else if (point == Point::ClientInCheckpoint) {
            page->quit = 1;
        } else if (aboutTokens) {
            page->aheadMs += 20 * 60'000;
        }
        const bool died = clerk.endsWithin(patienceMs) && page.struck() == point;
        page.disarm();
        if (!died)
            clerk.kill();
        m_deaths[point] += died ? 1 : 0;
        page->still = 0;
        clerk.start(dice());
        QVERIFY2(clerk.isReadyWithin(20'000), qPrintable(clerk.user()));
    }

    /// Of a person who sits down for the first time.
    void newcomerDies()
    {
        const Point point = Point::ClientMakingTheStore;
        ClerkProcess newcomer(
            m_stage->county(), QStringLiteral("li"), m_stage->folder(QStringLiteral("new-%1").arg(dice())));
        newcomer.page()->still = 1;
        newcomer.page().arm(point, m_dice.bounded(12));
        newcomer.start(dice());
        const bool died = newcomer.endsWithin(patienceMs) && newcomer.page().struck() == point;
        newcomer.page().disarm();
        newcomer.kill();
        m_deaths[point] += died ? 1 : 0;
        newcomer.start(dice());
        QVERIFY(newcomer.isReadyWithin(20'000));
        newcomer.quit();
        const Record::Content record = Record::read(newcomer.folder() + QStringLiteral("/record"));
        QVERIFY2(record.faults.isEmpty(), qPrintable(record.faults.join(QLatin1Char(' '))));
    }

    void die(Point point)
    {
        QElapsedTimer timer;
        timer.start();
        const bool server = point == Point::Random ? m_dice.bounded(2) == 0 : rowOf(point).server;
        if (point == Point::ClientMakingTheStore)
            newcomerDies();
        else
            server ? serverDies(point) : clerkDies(point);
        qDebug("%s: %lld ms", rowOf(point).name, timer.elapsed());
    }

    /// Each named point in turn, random ones between and after them.
    QList<Point> plan(int rounds)
    {
        QList<Point> all = pointsAtWork();
        while (all.size() < rounds)
            all << (all.size() % 3 == 0 ? Point::Random
                                        : pointsAtWork()[m_dice.bounded(pointsAtWork().size())]);
        std::shuffle(all.begin(), all.end(), m_dice);
        return all;
    }

    /// What luck has left out gets more rounds.
    void dieWhereNobodyHas()
    {
        const QList<Point> all = pointsAtWork();
        for (const Point point : all) {
            for (int i = 0; i < 5 && m_deaths.value(point) == 0 && !QTest::currentTestFailed(); ++i) {
                m_stage->sendCases(1);
                die(point);
            }
        }
    }

    QString countsOf() const
    {
        QStringList counts;
        for (int i = 1; i < points; ++i)
            counts << QStringLiteral("%1 %2")
                          .arg(QLatin1StringView(rowOf(Point(i)).name))
                          .arg(m_deaths.value(Point(i)));
        return counts.join(QStringLiteral("; "));
    }

    void openInTheMiddle(const QString &folder, int passes, bool &died)
    {
        const SharedPage page(folder + QStringLiteral("/page"));
        page.arm(Point::ClientInMigration, passes);
        QProcess process;
        process.setProcessEnvironment(preloaded(page));
        process.start(QStringLiteral(CHENGBAN_CLERK), {QStringLiteral("open"), folder});
        QVERIFY(process.waitForFinished(20'000));
        died = process.exitStatus() == QProcess::CrashExit;
        QVERIFY(died || process.exitCode() == 0);
    }

    /// Takes a server's database back to version 2, as a program of that time left it.
    static void takeBack(const QString &file)
    {
        // Newest first. A new version of the schema adds a line: what undoes its step.
        const QList<QStringList> undoing{
            {QStringLiteral("DROP TABLE sections"), QStringLiteral("ALTER TABLE people DROP COLUMN reach")},
            {QStringLiteral("ALTER TABLE dossiers DROP COLUMN transfer_after")},
            {QStringLiteral("DROP TABLE dossier_openings"), QStringLiteral("DROP TABLE disposals"),
                QStringLiteral("DROP TABLE dossiers"),
                QStringLiteral("ALTER TABLE uploads DROP COLUMN purpose")},
            {QStringLiteral("DROP TABLE handover_keys"), QStringLiteral("DROP TABLE handovers"),
                QStringLiteral("DROP TABLE device_cards")},
            {QStringLiteral("DROP INDEX feed_by_case"),
                QStringLiteral("ALTER TABLE feed_epoch DROP COLUMN cluster"),
                QStringLiteral("ALTER TABLE feed_epoch DROP COLUMN tx_offset"),
                QStringLiteral("PRAGMA user_version = 2")}};
        {
            QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("undo"));
            db.setDatabaseName(file);
            QVERIFY(db.open());
            QSqlQuery query(db);
            QVERIFY(query.exec(QStringLiteral("PRAGMA user_version")) && query.next());
            QCOMPARE(query.value(0).toInt(), 2 + undoing.size());
            query.finish();
            for (const QStringList &step : undoing) {
                for (const QString &sql : step)
                    QVERIFY2(query.exec(sql), qPrintable(sql));
            }
        }
        QSqlDatabase::removeDatabase(QStringLiteral("undo"));
    }

private Q_SLOTS:
    void initTestCase() { m_dice.seed(quint32(numberFrom("CHENGBAN_DEATH_SEED", int(usualSeed)))); }

    void clientStore_killedInAMigrationAtAnyWrite_opensAfterwards()
    {
        const CaseId caseId{QStringLiteral("018f0000-0000-7000-8000-000000000001")};
        const QString versions = QStringLiteral(CHENGBAN_SOURCE_DIR "/tests/client/store/versions/");
        for (int version = 1; version < int(workSchema().size()); ++version) {
            bool died = true;
            for (int passes = 0; died; ++passes) {
                QTemporaryDir folder;
                QVERIFY(QFile::copy(
                    versions + QStringLiteral("work-%1.db").arg(version), workPath(folder.path())));
                QVERIFY(QFile::copy(versions + QStringLiteral("replica-1.db"), replicaPath(folder.path())));
                openInTheMiddle(folder.path(), passes, died);
                m_deaths[Point::ClientInMigration] += died ? 1 : 0;
                const auto vault = Vault::open(folder.path());
                QVERIFY(vault && !vault->salvage());
                const auto store
                    = Store::open(folder.path(), DataKey::fromBytes(QByteArray(32, '\x07')).value());
                QVERIFY(store);
                QVERIFY(!(*store)->replicaWasRebuilt());
                QCOMPARE(
                    (*store)->drafts().draft(caseId).value()->reply.result, QStringLiteral("漏水已修复。"));
                QCOMPARE((*store)->outbox().rows()->size(), 1);
                QCOMPARE((*store)->replica().summaries()->size(), 1);
            }
        }
        QVERIFY(m_deaths[Point::ClientInMigration] > 10);
    }

    void serverStore_killedInAMigrationAtAnyWrite_opensAfterwards()
    {
        constexpr int writes = 6; // Of the step; those that follow belong to the start.
        QTemporaryDir folder;
        const SharedPage page(folder.filePath(QStringLiteral("page")));
        live::LiveCounty county(0, preloaded(page));
        const CaseId id = live::Caller(county, QStringLiteral("zhou")).dispatchCase(QStringLiteral("M-1"));
        county.stop();
        const QString file = county.server().folder() + QStringLiteral("/chengban.db");
        const QString old = folder.filePath(QStringLiteral("old.db"));
        QVERIFY(QFile::copy(file, old));
        takeBack(old);
        for (int passes = 0; passes < writes; ++passes) {
            for (const char *ending : {"", "-wal", "-shm"})
                QFile::remove(file + QLatin1StringView(ending));
            QVERIFY(QFile::copy(old, file));
            page.arm(Point::ServerInMigration, passes);
            QVERIFY_THROWS_EXCEPTION(std::runtime_error, county.start());
            QCOMPARE(page.struck(), Point::ServerInMigration);
            page.disarm();
            ++m_deaths[Point::ServerInMigration];
            county.start();
            live::Caller again(county, QStringLiteral("zhou"));
            const auto log
                = live::answered<wire::FeedCase>([&](const auto &done) { again.api().readCase(id, done); });
            QCOMPARE(live::must(log).events.size(), 2);
            county.stop();
            county.server().command({QStringLiteral("verify")});
        }
    }

    void work_killedAtEveryPoint_losesDoublesAndOverwritesNothing_data()
    {
        QTest::addColumn<int>("rounds");
        QTest::addColumn<bool>("last");
        const int rounds = numberFrom("CHENGBAN_DEATHS", quickRounds);
        for (int done = 0; done < rounds; done += roundsOfAStage)
            QTest::addRow("county %d", done / roundsOfAStage + 1)
                << std::min(roundsOfAStage, rounds - done) << (done + roundsOfAStage >= rounds);
    }
    void work_killedAtEveryPoint_losesDoublesAndOverwritesNothing()
    {
        QFETCH(int, rounds);
        QFETCH(bool, last);
        m_stage = std::make_unique<Stage>(dice());
        for (const auto &clerk : m_stage->clerks())
            QVERIFY2(clerk->isReadyWithin(30'000), qPrintable(clerk->user()));
        const QList<Point> wanted = plan(rounds);
        for (const Point point : wanted) {
            m_stage->sendCases(1);
            die(point);
            if (QTest::currentTestFailed())
                return;
        }
        if (last)
            dieWhereNobodyHas();
        QVERIFY(m_stage->settles(120'000));
        const Checker checker = m_stage->judgement();
        m_tally += checker.tally();
        QVERIFY2(checker.tally().isClean(), qPrintable(checker.findings().join(QLatin1Char('\n'))));
        QVERIFY(checker.tally().accepted > 0);
        m_stage->county().stop();
        m_stage->county().server().command({QStringLiteral("verify")});
    }
    void cleanup() { m_stage.reset(); }

    void everyPoint_wasReached()
    {
        qInfo().noquote() << m_tally.line();
        qInfo().noquote() << countsOf();
        QVERIFY(m_tally.receipts > 0);
        for (int i = 1; i < points; ++i)
            QVERIFY2(m_deaths.value(Point(i)) > 0, rowOf(Point(i)).name);
    }
};

QTEST_GUILESS_MAIN(TestEveryDeath)
#include "tst_EveryDeath.moc"

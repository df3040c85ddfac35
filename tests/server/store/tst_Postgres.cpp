#include "server/store/Database.h"
#include "server/store/JobStore.h"
#include "server/store/Migrations.h"
#include "server/store/PostgresAddress.h"
#include "tests/server/TestDatabase.h"

#include <QTest>

#include <thread>

using namespace chengban;
using test::PostgresCluster;

/// What differs on PostgreSQL; everything else runs through the tests of both engines.
class TestPostgres : public QObject
{
    Q_OBJECT

    int m_schemas = 0;
    QString m_address;
    std::unique_ptr<Database> opened(int busyTimeoutMs = 20000, std::function<bool()> admits = {})
    {
        auto database = Database::open({m_address, busyTimeoutMs, std::move(admits)});
        if (!database)
            qFatal("%s", qPrintable(database.error().detail));
        return std::move(*database);
    }
    static QString one(Database &database, const QString &sql)
    {
        const auto row = database.row(sql);
        return row ? row->value(0).toString() : QString(errorName(row.error().code));
    }
    static void endOthers(Database &but)
    {
        PostgresCluster::one().administer({QStringLiteral(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'chengban'"
            " AND pid <> %1")
                                               .arg(one(but, QStringLiteral("SELECT pg_backend_pid()")))});
    }

private Q_SLOTS:
    void init() { m_address = test::postgresSchema(QStringLiteral("store%1").arg(++m_schemas)); }

    void address_withAPassword_isRefused()
    {
        QVERIFY(isPostgresAddress(QStringLiteral("postgresql://db/chengban")));
        QVERIFY(!isPostgresAddress(QStringLiteral("/var/lib/chengban/chengban.db")));
        for (const char *address : {"postgresql://chengban:secret@db/chengban",
                 "postgresql://db/chengban?password=secret", "postgresql://db/chengban?nonsense=1"}) {
            const auto parameters = postgresParameters(QString::fromLatin1(address), 5000);
            QCOMPARE(parameters.error().code, ErrorCode::BadInput);
            QVERIFY(!parameters.error().detail.contains(QLatin1String("secret")));
        }
        QVERIFY(postgresParameters(QStringLiteral("postgresql:///chengban?service=county"), 5000));
    }

    void open_setsTheConnectionUp()
    {
        const auto database = opened(1234);
        QCOMPARE(one(*database, QStringLiteral("SELECT current_setting('synchronous_commit')")),
            QStringLiteral("on"));
        QCOMPARE(one(*database, QStringLiteral("SELECT current_setting('lock_timeout')")),
            QStringLiteral("1234ms"));
        QCOMPARE(
            one(*database, QStringLiteral("SELECT current_setting('idle_in_transaction_session_timeout')")),
            QStringLiteral("1min"));
        QVERIFY(!Database::open({QStringLiteral("postgresql:///x?host=/no/such/folder"), 100, {}}));
    }

    void migrate_byTwoAtOnce_happensOnce()
    {
        std::atomic<int> failures{0};
        std::vector<std::thread> threads;
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([&] {
                const auto done = migrate(*opened());
                if (!done)
                    qWarning("%s", qPrintable(done.error().detail));
                failures += done ? 0 : 1;
            });
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(failures.load(), 0);
        const auto database = opened();
        QCOMPARE(one(*database, QStringLiteral("SELECT COUNT(*) FROM feed_epoch")), QStringLiteral("1"));
        QCOMPARE(one(*database, QStringLiteral("SELECT version FROM schema_version")),
            QString::number(schemaVersion()));
        QCOMPARE(*isWithoutTables(*database), false);
    }

    void migrate_newerDatabase_isRefusedUntouched()
    {
        const auto database = opened();
        QVERIFY(*isWithoutTables(*database));
        QVERIFY(database->run(QStringLiteral("CREATE TABLE schema_version (version INTEGER NOT NULL)")));
        QVERIFY(
            database->run(QStringLiteral("INSERT INTO schema_version VALUES (%1)").arg(schemaVersion() + 1)));
        QCOMPARE(migrate(*database).error().code, ErrorCode::StoreNewer);
        QCOMPARE(
            one(*database, QStringLiteral("SELECT to_regclass('events') IS NULL")), QStringLiteral("true"));
    }

    void migrate_interruptedAnywhere_leavesNoHalfStepAndCanBeRepeated()
    {
        int allowed = -1;
        bool hasFailed = true;
        for (int n = 0; hasFailed; n += 7) {
            m_address = test::postgresSchema(QStringLiteral("interrupted%1").arg(n));
            hasFailed = false;
            const auto database = opened(20000, [&] {
                if (allowed == 0)
                    hasFailed = true;
                return allowed < 0 || (allowed > 0 && allowed-- > 0);
            });
            allowed = n;
            const auto done = migrate(*database);
            allowed = -1;
            QCOMPARE(done.has_value(), !hasFailed);
            // The tables of the first step and its number come together.
            if (*isWithoutTables(*database))
                QCOMPARE(one(*database, QStringLiteral("SELECT to_regclass('events') IS NULL")),
                    QStringLiteral("true"));
            QVERIFY(migrate(*database));
        }
    }

    void transaction_failedStatement_cannotBeCommitted()
    {
        const auto database = opened();
        QVERIFY(database->run(QStringLiteral("CREATE TABLE t (n INTEGER PRIMARY KEY)")));
        auto transaction = Transaction::begin(*database);
        QVERIFY(database->run(QStringLiteral("INSERT INTO t VALUES (1)")));
        QVERIFY(!database->run(QStringLiteral("INSERT INTO t VALUES (1)")));
        QVERIFY(database->lostRace());
        QVERIFY(!transaction->commit());
        transaction = tl::unexpected<Error>(Error{}); // the rollback
        QCOMPARE(one(*database, QStringLiteral("SELECT COUNT(*) FROM t")), QStringLiteral("0"));
    }

    void hold_alone_makesOthersWaitThenGiveUp()
    {
        const auto first = opened();
        const auto second = opened(50);
        auto held = Transaction::begin(*first);
        QVERIFY(first->hold(QStringLiteral("a")));
        {
            auto waiting = Transaction::begin(*second);
            QVERIFY(second->hold(QStringLiteral("b")));
            QCOMPARE(second->hold(QStringLiteral("a")).error().code, ErrorCode::StoreUnavailable);
        }
        QVERIFY(held->commit());
        auto now = Transaction::begin(*second);
        QVERIFY(second->hold(QStringLiteral("a")));
    }

    void hold_together_keepsOnlyThoseAloneOut()
    {
        const auto first = opened();
        const auto second = opened(50);
        auto one = Transaction::begin(*first);
        auto two = Transaction::begin(*second);
        QVERIFY(first->hold(QStringLiteral("a"), Hold::Together));
        QVERIFY(second->hold(QStringLiteral("a"), Hold::Together));
        QVERIFY(!second->hold(QStringLiteral("a"), Hold::Alone));
    }

    void horizon_isBelowWhatAnOpenTransactionWillAdd()
    {
        const auto open = opened();
        QVERIFY(migrate(*open));
        auto transaction = Transaction::begin(*open);
        const auto place = open->nextPlace();
        QCOMPARE(*open->nextPlace(), *place + 1);
        const auto other = opened();
        auto younger = Transaction::begin(*other);
        QVERIFY(*other->nextPlace() > *place);
        QVERIFY(younger->commit());
        QVERIFY(*other->horizon() <= *place);
        QVERIFY(transaction->commit());
        QVERIFY(*other->horizon() > *place);
    }

    void connection_endedWhileIdle_costsNoAnswer()
    {
        const auto database = opened();
        const auto keeper = opened();
        endOthers(*keeper);
        auto transaction = Transaction::begin(*database);
        QVERIFY(transaction.has_value());
        QVERIFY(transaction->commit());
    }

    void connection_endedInATransaction_failsAndComesBack()
    {
        Databases databases({m_address, 20000, {}});
        Database *database = *databases.here();
        const auto keeper = opened();
        {
            auto transaction = Transaction::begin(*database);
            endOthers(*keeper);
            QCOMPARE(database->run(QStringLiteral("SELECT 1")).error().code, ErrorCode::StoreUnavailable);
            QVERIFY(!transaction->commit());
        }
        QVERIFY(database->isBroken());
        QCOMPARE(*databases.here(), database);
        QCOMPARE(one(*database, QStringLiteral("SELECT 1")), QStringLiteral("1"));
    }

    void database_stoppedAndStarted_isUsedAgain()
    {
        Databases databases({m_address, 20000, {}});
        QVERIFY(databases.here());
        PostgresCluster::one().stop();
        QVERIFY(!Transaction::begin(**databases.here()));
        QCOMPARE(databases.here().error().code, ErrorCode::StoreUnavailable);
        PostgresCluster::one().start();
        QVERIFY(Transaction::begin(**databases.here()));
    }

    void job_leaseThatRanOutByAnotherClock_isStillHeld()
    {
        const auto first = opened();
        QVERIFY(migrate(*first));
        const auto second = opened();
        const QString job = QStringLiteral("roots");
        QVERIFY(*JobStore(*first).lease(job, QStringLiteral("one"), 1000, 2000));
        QVERIFY(!*JobStore(*second).lease(job, QStringLiteral("two"), 9000, 10000)); // its clock runs ahead
        QVERIFY(JobStore(*first).release(job));
        QVERIFY(*JobStore(*second).lease(job, QStringLiteral("two"), 9000, 10000));
    }
};

QTEST_GUILESS_MAIN(TestPostgres)
#include "tst_Postgres.moc"

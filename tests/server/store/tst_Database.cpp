#include "server/store/AccountStore.h"
#include "server/store/Database.h"
#include "server/store/Migrations.h"
#include "server/store/Sealing.h"
#include "server/store/SessionStore.h"
#include "tests/SmallDisk.h"

#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace chengban;

class TestDatabase : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_next = 0;
    std::unique_ptr<Database> opened(const QString &name = {}, int busyTimeoutMs = 5000)
    {
        const QString file = name.isEmpty() ? QStringLiteral("%1.db").arg(++m_next) : name;
        auto database = Database::open({m_folder.filePath(file), busyTimeoutMs, {}});
        Q_ASSERT(database);
        return std::move(*database);
    }
    static bool has(Database &database, const char *name)
    {
        return database
                   .row(QStringLiteral("SELECT COUNT(*) FROM sqlite_master WHERE name = ?"),
                       {QString::fromLatin1(name)})
                   ->at(0)
                   .toInt()
            == 1;
    }

private Q_SLOTS:
    void open_setsTheConnectionUp()
    {
        const auto database = opened();
        QCOMPARE(
            database->row(QStringLiteral("PRAGMA journal_mode"))->at(0).toString(), QStringLiteral("wal"));
        QCOMPARE(database->row(QStringLiteral("PRAGMA synchronous"))->at(0).toInt(), 2);
        QCOMPARE(database->row(QStringLiteral("PRAGMA foreign_keys"))->at(0).toInt(), 1);
    }

    void open_noDatabase_isAnError()
    {
        QFile file(m_folder.filePath(QStringLiteral("text.db")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(4096, 'x'));
        file.close();
        const auto damaged = Database::open({file.fileName(), 100, {}});
        QVERIFY(!damaged);
        QCOMPARE(damaged.error().code, ErrorCode::StoreDamaged);
        QVERIFY(!Database::open({QStringLiteral("/no/such/folder/x.db"), 100, {}}));
    }

    void migrate_whereTheLogsIndexHasNoRoom_saysThatTheDiskIsFull()
    {
        const auto database = opened();
        const SmallDisk full(20'000); // SQLite makes the index of its log with 32 KiB.
        const auto refused = migrate(*database);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::DiskFull);
    }

    void migrate_fromEmpty_reachesTheNewestVersionOnce()
    {
        const auto database = opened();
        QVERIFY(migrate(*database).has_value());
        QCOMPARE(database->row(QStringLiteral("PRAGMA user_version"))->at(0).toInt(), schemaVersion());
        const QVariant epoch = database->row(QStringLiteral("SELECT epoch FROM feed_epoch"))->at(0);
        QVERIFY(migrate(*database).has_value());
        QCOMPARE(database->rows(QStringLiteral("SELECT epoch FROM feed_epoch"))->size(), 1);
        QCOMPARE(database->row(QStringLiteral("SELECT epoch FROM feed_epoch"))->at(0), epoch);
    }

    /// Version 3 was written by the program of that version: `init`, a unit and two clerks. Later ones are
    /// that file brought forward by the statements of their version.
    void migrate_storedFileOfAnOlderVersion_keepsWhatItHolds_data()
    {
        QTest::addColumn<int>("version");
        for (int version = 3; version < schemaVersion(); ++version)
            QTest::addRow("version %d", version) << version;
    }
    void migrate_storedFileOfAnOlderVersion_keepsWhatItHolds()
    {
        QFETCH(int, version);
        const QString path = m_folder.filePath(QStringLiteral("old%1.db").arg(version));
        QVERIFY(QFile::copy(
            QStringLiteral(CHENGBAN_SOURCE_DIR "/tests/server/store/versions/server-%1.db").arg(version),
            path));
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
        const auto database = *Database::open({path, 5000, {}});
        QCOMPARE(database->row(QStringLiteral("PRAGMA user_version"))->at(0).toInt(), version);
        QVERIFY(migrate(*database).has_value());
        QCOMPARE(database->row(QStringLiteral("PRAGMA user_version"))->at(0).toInt(), schemaVersion());
        QCOMPARE(database->row(QStringLiteral("SELECT COUNT(*) FROM people"))->at(0).toInt(), 3);
        QVERIFY(has(*database, "handovers"));
        QVERIFY(has(*database, "dossiers"));
        QCOMPARE(
            database->row(QStringLiteral("SELECT COUNT(*) FROM uploads WHERE purpose <> ''"))->at(0).toInt(),
            0);
    }

    void migrate_newerDatabase_isRefusedUntouched()
    {
        const auto database = opened();
        QVERIFY(
            database->run(QStringLiteral("PRAGMA user_version = %1").arg(schemaVersion() + 1)).has_value());
        const auto refused = migrate(*database);
        QCOMPARE(refused.error().code, ErrorCode::StoreNewer);
        QCOMPARE(database->rows(QStringLiteral("SELECT name FROM sqlite_master"))->size(), 0);
    }

    void migrate_interruptedAnywhere_leavesWholeStepsAndCanBeRepeated()
    {
        int allowed = -1;
        bool hasFailed = true;
        for (int n = 0; hasFailed; ++n) {
            hasFailed = false;
            const QString path = m_folder.filePath(QStringLiteral("interrupted%1.db").arg(n));
            auto database = *Database::open({path, 5000, [&] {
                                                 if (allowed == 0)
                                                     hasFailed = true;
                                                 return allowed < 0 || (allowed > 0 && allowed-- > 0);
                                             }});
            allowed = n;
            const auto done = migrate(*database);
            allowed = -1;
            QCOMPARE(done.has_value(), !hasFailed);
            const int version = database->row(QStringLiteral("PRAGMA user_version"))->at(0).toInt();
            QCOMPARE(has(*database, "events"), version >= 1);
            QCOMPARE(has(*database, "feed_epoch"), version >= 1);
            QCOMPARE(has(*database, "substitutions"), version >= 2);
            QCOMPARE(has(*database, "rule_packs"), version >= 2);
            QCOMPARE(has(*database, "feed_by_case"), version >= 3);
            QCOMPARE(has(*database, "handover_keys"), version >= 4);
            QCOMPARE(has(*database, "dossier_openings"), version >= 5);
            QVERIFY(migrate(*database).has_value());
        }
    }

    void transaction_notCommitted_isRolledBack()
    {
        const auto database = opened();
        QVERIFY(database->run(QStringLiteral("CREATE TABLE t (n INTEGER)")).has_value());
        {
            auto transaction = Transaction::begin(*database);
            QVERIFY(transaction.has_value());
            QVERIFY(database->run(QStringLiteral("INSERT INTO t VALUES (1)")).has_value());
        }
        QVERIFY(!database->inTransaction());
        QCOMPARE(database->row(QStringLiteral("SELECT COUNT(*) FROM t"))->at(0).toInt(), 0);
        auto transaction = Transaction::begin(*database);
        QVERIFY(database->run(QStringLiteral("INSERT INTO t VALUES (1)")).has_value());
        QVERIFY(transaction->commit().has_value());
        QCOMPARE(database->row(QStringLiteral("SELECT COUNT(*) FROM t"))->at(0).toInt(), 1);
    }

    void transaction_secondWriter_waitsThenGivesUp()
    {
        const QString name = QStringLiteral("shared.db");
        const auto first = opened(name);
        const auto second = opened(name, 50);
        auto held = Transaction::begin(*first);
        QVERIFY(held.has_value());
        QCOMPARE(Transaction::begin(*second).error().code, ErrorCode::StoreUnavailable);
        QVERIFY(!second->inTransaction());
        QVERIFY(held->commit().has_value());
        QVERIFY(Transaction::begin(*second).has_value());
    }

    void databases_giveEachThreadItsOwnConnection()
    {
        Databases databases({m_folder.filePath(QStringLiteral("threads.db")), 5000, {}});
        Database *here = *databases.here();
        QCOMPARE(*databases.here(), here);
        Database *there = nullptr;
        std::thread([&] { there = *databases.here(); }).join();
        QVERIFY(there != here);
    }

    void databases_manyWriters_allGetTheirTurn()
    {
        constexpr int writers = 4;
        constexpr int each = 100;
        Databases databases({m_folder.filePath(QStringLiteral("turns.db")), 20000, {}});
        QVERIFY((*databases.here())->run(QStringLiteral("CREATE TABLE t (n INTEGER)")).has_value());
        QVERIFY((*databases.here())->run(QStringLiteral("INSERT INTO t VALUES (0)")).has_value());
        std::atomic<int> failures{0};
        const auto write = [&] {
            for (int i = 0; i < each; ++i) {
                auto transaction = Transaction::begin(**databases.here());
                const bool done = transaction
                    && (*databases.here())->run(QStringLiteral("UPDATE t SET n = n + 1"))
                    && transaction->commit();
                failures += done ? 0 : 1;
            }
        };
        std::vector<std::thread> threads;
        for (int w = 0; w < writers; ++w)
            threads.emplace_back(write);
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(failures.load(), 0);
        QCOMPARE((*databases.here())->row(QStringLiteral("SELECT n FROM t"))->at(0).toInt(), writers * each);
    }

    void sealing_changedMovedOrForeign_doesNotOpen()
    {
        const SealingKey key(QByteArray(SealingKey::size, 'k'));
        const QByteArray sealed = key.sealed("13900001234", "row 1");
        QCOMPARE(*key.opened(sealed, "row 1"), QByteArray("13900001234"));
        QVERIFY(!sealed.contains("13900001234"));
        QVERIFY(key.sealed("13900001234", "row 1") != sealed);
        QByteArray changed = sealed;
        changed[30] = static_cast<char>(changed[30] ^ 1);
        QCOMPARE(key.opened(changed, "row 1").error().code, ErrorCode::StoreDamaged);
        QCOMPARE(key.opened(sealed, "row 2").error().code, ErrorCode::StoreDamaged);
        QCOMPARE(key.opened(QByteArray("short"), "row 1").error().code, ErrorCode::StoreDamaged);
        const SealingKey other(QByteArray(SealingKey::size, 'o'));
        QVERIFY(!other.opened(sealed, "row 1"));
    }

    void account_andSession_readBackAsWritten()
    {
        const auto database = opened();
        QVERIFY(migrate(*database).has_value());
        const TenantId tenant{QStringLiteral("demo")};
        const UserId user{QStringLiteral("liu")};
        AccountStore accounts(*database);
        QVERIFY(!accounts.find(tenant, user)->has_value());
        Account account{tenant, user, QStringLiteral("$argon2id$"), 0, 0, false};
        QVERIFY(accounts.put(account).has_value());
        QVERIFY(accounts.recordFailure(tenant, user, 3, 99).has_value());
        account.failures = 3;
        account.lockedUntilMs = 99;
        QCOMPARE(**accounts.find(tenant, user), account);

        SessionStore sessions(*database);
        SessionRow session{QStringLiteral("f"), tenant, user, {QStringLiteral("pc")}, "refresh", "before",
            "access", {}, 10, 20, 5, false};
        QVERIFY(sessions.put(session).has_value());
        QCOMPARE(**sessions.findByAccess("access"), session);
        QCOMPARE(**sessions.findByRefresh("before"), session);
        QVERIFY(!sessions.findByAccess({})->has_value());
        QVERIFY(
            sessions.putDevice({tenant, user, {QStringLiteral("pc")}, QStringLiteral("窗口"), 1, 1, false})
                .has_value());
        QVERIFY(sessions.revokeDevice(tenant, user, {QStringLiteral("pc")}).has_value());
        QVERIFY((*sessions.findByAccess("access"))->revoked);
        QVERIFY((*sessions.findDevice(tenant, user, {QStringLiteral("pc")}))->revoked);
    }
};

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_Database.moc"

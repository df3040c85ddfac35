#include "server/peers/ChangeLine.h"
#include "server/store/FeedStore.h"
#include "server/store/Migrations.h"
#include "server/store/PostgresAddress.h"
#include "tests/server/TestDatabase.h"

#include <QTest>

#include <condition_variable>
#include <mutex>

using namespace chengban;
using namespace chengban::server;
using namespace std::chrono_literals;

namespace {

const TenantId tenant{QStringLiteral("demo")};

/// What an instance has heard. std only: the thread sanitizer looks at this test.
class Listening
{
public:
    explicit Listening(const QString &address)
        : m_line(postgresParameters(address, 5000)->join(QLatin1Char(' ')).toStdString(),
            {[this](const FeedChange &change) {
                 const std::lock_guard lock(m_mutex);
                 m_heard.push_back(change);
                 m_news.notify_all();
             },
                [this] {
                    const std::lock_guard lock(m_mutex);
                    ++m_connections;
                    m_news.notify_all();
                }})
    {
    }

    bool isConnected(int times = 1)
    {
        std::unique_lock lock(m_mutex);
        return m_news.wait_for(lock, 30s, [&] { return m_connections >= times; });
    }
    /// Whether that many changes come in time.
    bool hears(std::size_t changes, std::chrono::milliseconds within = 30s)
    {
        std::unique_lock lock(m_mutex);
        return m_news.wait_for(lock, within, [&] { return m_heard.size() >= changes; });
    }
    FeedChange last()
    {
        const std::lock_guard lock(m_mutex);
        return m_heard.back();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_news;
    std::vector<FeedChange> m_heard;
    int m_connections = 0;
    ChangeLine m_line; ///< Last: its thread uses all the others.
};

} // namespace

class TestChangeLine : public QObject
{
    Q_OBJECT

    int m_schemas = 0;
    QString m_address;
    std::unique_ptr<Database> connected()
    {
        auto database = Database::open({m_address, 20000, {}});
        if (!database)
            qFatal("%s", qPrintable(database.error().detail));
        return std::move(*database);
    }
    /// A transaction that took a number and is announced after its commit.
    static void change(Database &database, const QString &scope)
    {
        auto transaction = Transaction::begin(database);
        const auto place = database.nextPlace();
        if (!transaction || !place || !transaction->commit()
            || !FeedStore(database).announce(tenant, {scope}, *place))
            qFatal("no change");
    }

private Q_SLOTS:
    void init()
    {
        m_address = test::postgresSchema(QStringLiteral("line%1").arg(++m_schemas));
        QVERIFY(migrate(*connected()));
    }

    void payload_isReadBack()
    {
        const FeedChange change = changeFrom("1048576\ndemo\ncentre\nunit:water");
        QCOMPARE(change.place, 1048576);
        QCOMPARE(change.tenant, std::string("demo"));
        QCOMPARE(change.scopes.size(), 2U);
        QVERIFY(changeFrom("").tenant.empty());
        QVERIFY(changeFrom("12").tenant.empty());
    }

    void change_ofAPeer_isHeardByEveryInstance()
    {
        Listening one(m_address);
        Listening two(m_address);
        QVERIFY(one.isConnected() && two.isConnected());
        const auto writer = connected();
        change(*writer, QStringLiteral("unit:水利局"));
        QVERIFY(one.hears(1) && two.hears(1));
        QCOMPARE(one.last().tenant, std::string("demo"));
        QCOMPARE(one.last().scopes, std::vector<std::string>{"unit:水利局"});
        QCOMPARE(two.last(), one.last());
    }

    void change_ofAnotherSchema_isNotHeard()
    {
        Listening line(m_address);
        QVERIFY(line.isConnected());
        m_address = test::postgresSchema(QStringLiteral("elsewhere"));
        const auto writer = connected();
        QVERIFY(migrate(*writer));
        change(*writer, QStringLiteral("centre"));
        QVERIFY(!line.hears(1, 300ms));
    }

    void change_whileAnOlderTransactionIsOpen_isPassedOnWhenReadersSeeIt()
    {
        Listening line(m_address);
        QVERIFY(line.isConnected());
        const auto older = connected();
        auto open = Transaction::begin(*older);
        QVERIFY(older->nextPlace());
        const auto writer = connected();
        change(*writer, QStringLiteral("centre"));
        QVERIFY(!line.hears(1, 300ms));
        QVERIFY(open->commit());
        QVERIFY(line.hears(1));
        QVERIFY(line.last().place < *writer->horizon());
    }

    void connection_endedByTheServer_comesBackByItself()
    {
        Listening line(m_address);
        QVERIFY(line.isConnected());
        test::PostgresCluster::one().administer(
            {QStringLiteral("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                            " WHERE application_name = 'chengban-server' AND pid <> pg_backend_pid()")});
        QVERIFY(line.isConnected(2));
        const auto writer = connected();
        change(*writer, QStringLiteral("centre"));
        QVERIFY(line.hears(1));
    }

    void database_stoppedAndStarted_isFoundAgain()
    {
        Listening line(m_address);
        QVERIFY(line.isConnected());
        test::PostgresCluster::one().stop();
        test::PostgresCluster::one().start();
        QVERIFY(line.isConnected(2));
        const auto writer = connected();
        change(*writer, QStringLiteral("centre"));
        QVERIFY(line.hears(1));
    }
};

QTEST_GUILESS_MAIN(TestChangeLine)
#include "tst_ChangeLine.moc"

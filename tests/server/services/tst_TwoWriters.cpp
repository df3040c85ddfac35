#include "tests/server/services/Desk.h"

#include "server/services/FeedService.h"
#include "server/services/RootService.h"

#include <atomic>
#include <random>
#include <thread>

using namespace chengban;
using namespace chengban::test;

/// Two server processes write to the same cases, a third keeps transactions open and gives some up, and
/// readers follow the cursor: no gap, and each case's revisions in order. `./test --long` makes 100,000
/// changes.
class TestTwoWriters : public QObject
{
    Q_OBJECT

    static constexpr int writers = 2;
    QTemporaryDir m_folder;
    std::atomic<int> m_accepted{0};
    std::atomic<int> m_running{0};
    std::atomic<qint64> m_cases{0};
    int m_wanted = 0;

    void countAccepted(const wire::CommandAnswer &answer)
    {
        if (answer.state == wire::CommandState::Accepted)
            ++m_accepted;
    }

    /// Now and then a new case, otherwise an urge on any case, the other writer's too.
    void write(int seed)
    {
        Desk desk(m_folder.path());
        std::mt19937 dice(static_cast<unsigned>(seed));
        while (m_accepted < m_wanted) {
            if (m_cases == 0 || dice() % 12 == 0) {
                const CaseId caseId = desk.dispatched(u"w%1-%2"_s.arg(seed).arg(dice()));
                m_accepted += 2;
                must(desk.database().run(
                    u"INSERT INTO known VALUES (?, ?)"_s, {m_cases.load() * writers + seed, caseId.value}));
                ++m_cases;
                continue;
            }
            const auto some
                = must(desk.database().row(u"SELECT case_id FROM known WHERE n >= ? ORDER BY n LIMIT 1"_s,
                    {qint64(dice() % (m_cases * writers))}));
            if (some.isEmpty())
                continue;
            countAccepted(
                desk.take(centre(), CommandType::Urge, {some[0].toString()}, toJson(NoteBody{u"请加快"_s})));
        }
        --m_running;
    }

    /// Transactions that have a number and take their time; every other one is given up.
    void hesitate()
    {
        Desk desk(m_folder.path());
        for (int i = 0; m_running > 0; ++i) {
            auto open = must(Transaction::begin(desk.database()));
            must(desk.database().nextPlace());
            std::this_thread::sleep_for(std::chrono::milliseconds(i % 7));
            if (i % 2 == 0)
                must(open.commit());
        }
    }

    struct Reader
    {
        Actor actor;
        int limit;
        QString cursor;
        QHash<CaseId, qint64> revisions;
        qint64 pages = 0;
        QString fault;

        bool read(const Backend &backend)
        {
            const auto page
                = must(FeedService(backend).page(actor, wire::scopeOf(actor), cursor, limit, mondayMs));
            ++pages;
            for (const wire::FeedCase &entry : page.cases) {
                qint64 &known = revisions[entry.caseId];
                qint64 before = entry.events.isEmpty() ? 0 : entry.events.first().revision - 1;
                if (before > known && fault.isEmpty())
                    fault = u"%1: revision %2 after %3"_s.arg(entry.caseId.value).arg(before + 1).arg(known);
                for (const Event &event : entry.events) {
                    if (event.revision != before + 1 && fault.isEmpty())
                        fault = u"%1: out of order"_s.arg(entry.caseId.value);
                    before = event.revision;
                }
                known = std::max(known, before);
            }
            cursor = page.cursor;
            return page.more;
        }
    };

private Q_SLOTS:
    void feed_twoWritersAndAnOpenTransaction_hasNoGapForAnyReader()
    {
        m_wanted = qEnvironmentVariableIntValue("CHENGBAN_FEED_CHANGES");
        if (m_wanted == 0)
            m_wanted = 600;
        Desk desk(m_folder.path());
        desk.found();
        must(desk.database().run(u"CREATE TABLE known (n BIGINT PRIMARY KEY, case_id TEXT NOT NULL)"_s));
        m_running = writers;
        std::vector<std::thread> threads;
        for (int w = 0; w < writers; ++w)
            threads.emplace_back([this, w] { write(w); });
        if (isPostgresRun()) // SQLite's one writer would only keep the two waiting
            threads.emplace_back([this] { hesitate(); });
        QList<Reader> readers{
            {centre(), 500, {}, {}, 0, {}}, {centre(), 3, {}, {}, 0, {}}, {clerk(), 20, {}, {}, 0, {}}};
        while (m_running > 0) {
            for (Reader &reader : readers)
                static_cast<void>(reader.read(desk.backend));
            std::this_thread::sleep_for(std::chrono::milliseconds(2)); // the writers want the processor, too
        }
        for (std::thread &thread : threads)
            thread.join();
        const auto heads = must(EventStore(desk.database(), desk.keys().data).heads({u"demo"_s}));
        qint64 events = 0;
        for (const HeadRow &head : heads)
            events += head.revision;
        QCOMPARE(events, qint64(m_accepted));
        for (Reader &reader : readers) {
            while (reader.read(desk.backend)) { }
            QCOMPARE(reader.fault, QString());
            for (const HeadRow &head : heads)
                QCOMPARE(reader.revisions.value(head.caseId), head.revision);
            QCOMPARE(reader.revisions.size(), heads.size());
        }
        qInfo("%d changes of %d cases; pages read: %d, %d, %d", int(m_accepted), int(heads.size()),
            int(readers[0].pages), int(readers[1].pages), int(readers[2].pages));
        QVERIFY(must(RootService(desk.backend).verifyTenant({u"demo"_s})).faults.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestTwoWriters)
#include "tst_TwoWriters.moc"

#include "server/services/CaseLedger.h"
#include "tests/server/services/FeedReader.h"

#include <QRandomGenerator>

#include <thread>

using namespace chengban;
using namespace chengban::test;

class TestFeedService : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Desk> m_desk;

    static bool hasIdentity(const QList<Event> &log) { return chengban::folded(log).identity.has_value(); }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_desk = std::make_unique<Desk>(m_folder->path());
        m_desk->found();
    }
    void cleanup()
    {
        m_desk.reset();
        m_folder.reset();
    }

    void page_caseChangedWhilePaging_isSentWithEveryEvent()
    {
        const CaseId first = m_desk->registered(u"1"_s);
        for (int i = 2; i <= 4; ++i)
            m_desk->registered(QString::number(i));
        Reader centreReader = reader(centre());
        // The first page ends behind case 1; cases 2 and 3 then move behind the cursor before they were read.
        QVERIFY(must(centreReader.readPage(m_desk->backend, 1)));
        DispatchBody body;
        body.leadUnit = {u"water"_s};
        for (const QString &number : {u"case-3"_s, u"case-2"_s, u"case-1"_s})
            Desk::expectAccepted(m_desk->take(centre(), CommandType::Dispatch, {number}, toJson(body)));
        centreReader.catchUp(m_desk->backend, 1);
        QCOMPARE(centreReader.logs.size(), 4);
        QCOMPARE(centreReader.logs.value(first).size(), 2);
        QCOMPARE(centreReader.logs.value({u"case-2"_s}).size(), 2);
        QCOMPARE(centreReader.logs.value({u"case-4"_s}).size(), 1);
    }

    void page_interleavedWriters_missesNothing()
    {
        constexpr int writers = 2;
        constexpr int each = 25;
        std::atomic<int> running{writers};
        std::vector<std::thread> threads;
        for (int w = 0; w < writers; ++w) {
            threads.emplace_back([&, w] {
                Desk writer(m_folder->path()); // a connection of its own on the same file
                for (int i = 0; i < each; ++i)
                    writer.accepted(u"%1-%2"_s.arg(w).arg(i));
                --running;
            });
        }
        Reader centreReader = reader(centre());
        Reader unitReader = reader(clerk());
        QString fault;
        while (running > 0 && fault.isEmpty()) {
            for (Reader *follower : {&centreReader, &unitReader}) {
                const auto more = follower->readPage(m_desk->backend, 3);
                if (!more)
                    fault = more.error().detail;
            }
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(fault, QString());
        centreReader.catchUp(m_desk->backend, 7);
        unitReader.catchUp(m_desk->backend, 7);
        for (const Reader *follower : {&centreReader, &unitReader}) {
            QCOMPARE(follower->logs.size(), writers * each);
            for (const QList<Event> &log : follower->logs) {
                QCOMPARE(log.size(), 3);
                QVERIFY(verifyChain(log).has_value());
            }
        }
    }

    void page_entryIsMovedNotAdded()
    {
        const CaseId caseId = m_desk->accepted(u"1"_s);
        const auto page
            = must(FeedService(m_desk->backend).page(centre(), wire::centreScope(), {}, 100, mondayMs));
        QCOMPARE(page.cases.size(), 1);
        QCOMPARE(page.cases.first().caseId, caseId);
        QCOMPARE(page.cases.first().events.size(), 3);
        QVERIFY(!page.more);
        const auto next = must(
            FeedService(m_desk->backend).page(centre(), wire::centreScope(), page.cursor, 100, mondayMs));
        QVERIFY(next.cases.isEmpty());
        QCOMPARE(next.cursor, page.cursor);
    }

    void page_caseKnownAlready_bringsOnlyWhatIsNew()
    {
        const CaseId caseId = m_desk->dispatched(u"1"_s);
        Reader unit = reader(clerk());
        unit.catchUp(m_desk->backend);
        Desk::expectAccepted(m_desk->take(clerk(), CommandType::Accept, caseId, toJson(NoteBody{})));
        const auto page
            = must(FeedService(m_desk->backend).page(clerk(), unit.scope, unit.cursor, 100, mondayMs));
        QCOMPARE(page.cases.size(), 1);
        QVERIFY(!page.cases.first().whole);
        QCOMPARE(page.cases.first().events.size(), 1);
        QCOMPARE(page.cases.first().events.first().revision, 3);
    }

    void page_ofAForeignUnitOrTenant_isEmpty()
    {
        m_desk->dispatched(u"1"_s);
        Reader park = reader(parkClerk());
        park.catchUp(m_desk->backend);
        QVERIFY(park.logs.isEmpty());
        Actor otherTenant = clerk();
        otherTenant.tenant = {u"other"_s};
        Reader other = reader(otherTenant);
        other.catchUp(m_desk->backend);
        QVERIFY(other.logs.isEmpty());
    }

    void page_archive_holdsWhatIsOverWithoutIdentity()
    {
        m_desk->dispatched(u"1"_s);
        const CaseId over = m_desk->closed(u"2"_s);
        Reader archive = reader(person(u"archivist"_s, Role::Archivist, u"archive"_s));
        archive.catchUp(m_desk->backend);
        QCOMPARE(archive.logs.keys(), QList<CaseId>{over});
        QVERIFY(!hasIdentity(archive.logs.value(over)));
        QVERIFY(verifyChain(archive.logs.value(over)));
    }

    void page_scopeOfSomebodyElse_isForbidden()
    {
        FeedService feed(m_desk->backend);
        QCOMPARE(
            feed.page(clerk(), wire::centreScope(), {}, 10, mondayMs).error().code, ErrorCode::Forbidden);
        QCOMPARE(feed.page(clerk(), u"unit:road"_s, {}, 10, mondayMs).error().code, ErrorCode::Forbidden);
        const Actor administrator = person(u"admin"_s, Role::SystemAdmin, u"water"_s);
        QCOMPARE(
            feed.page(administrator, u"unit:water"_s, {}, 10, mondayMs).error().code, ErrorCode::Forbidden);
    }

    void page_foreignCursor_startsOver_data()
    {
        QTest::addColumn<QString>("cursor");
        QTest::newRow("garbage") << u"not-a-cursor"_s;
        QTest::newRow("other form") << QString::fromLatin1(QByteArray("[2]").toBase64());
        QTest::newRow("other database")
            << QString::fromLatin1(QByteArray("[1,\"0011223344556677\",\"demo\",\"centre\",0,0]").toBase64());
    }
    void page_foreignCursor_startsOver()
    {
        QFETCH(QString, cursor);
        QCOMPARE(FeedService(m_desk->backend)
                     .page(centre(), wire::centreScope(), cursor, 10, mondayMs)
                     .error()
                     .code,
            ErrorCode::CursorTooOld);
    }

    void page_cursorAheadOfTheDatabase_startsOver()
    {
        if (isPostgresRun())
            QSKIP("a copy of one file; of PostgreSQL see page_databaseBroughtToAnotherCluster_startsOver");
        QTemporaryDir copies;
        m_desk->registered(u"1"_s);
        must(m_desk->database().run(u"VACUUM INTO ?"_s, {copies.path() + u"/server.db"_s}));
        for (const QString &name : {u"/data.key"_s, u"/signing.key"_s})
            QVERIFY(QFile::copy(m_folder->path() + name, copies.path() + name));
        m_desk->registered(u"2"_s);
        Reader centreReader = reader(centre());
        centreReader.catchUp(m_desk->backend);
        Desk restored(copies.path()); // yesterday's copy put in place
        QCOMPARE(centreReader.readPage(restored.backend, 10).error().code, ErrorCode::CursorTooOld);
    }

    void page_databaseBroughtToAnotherCluster_startsOver()
    {
        if (!isPostgresRun())
            QSKIP("numbers of SQLite mean the same everywhere");
        Reader centreReader = reader(centre());
        m_desk->registered(u"1"_s);
        centreReader.catchUp(m_desk->backend);
        // As after a dump was restored elsewhere, where transactions have far lower ids.
        Database &database = m_desk->database();
        for (const QString &table : {u"events"_s, u"case_heads"_s})
            must(database.run(
                u"UPDATE "_s + table + u" SET sequence = sequence + (1000000000::bigint << 20)"_s));
        must(database.run(u"UPDATE feed SET position = position + (1000000000::bigint << 20)"_s));
        must(database.run(u"UPDATE feed_epoch SET cluster = 'another'"_s));
        must(migrate(database));
        QCOMPARE(centreReader.readPage(m_desk->backend, 10).error().code, ErrorCode::CursorTooOld);
        m_desk->registered(u"2"_s);
        Reader fresh = reader(centre());
        fresh.catchUp(m_desk->backend);
        QCOMPARE(fresh.logs.size(), 2);
        must(migrate(database));
        m_desk->registered(u"3"_s);
        fresh.catchUp(m_desk->backend); // the same cluster: the cursor holds
        QCOMPARE(fresh.logs.size(), 3);
    }

    void page_whileAnOlderTransactionIsOpen_missesNothing()
    {
        if (!isPostgresRun())
            QSKIP("SQLite has one writer");
        const CaseId early = m_desk->dispatched(u"1"_s);
        Reader centreReader = reader(centre());
        centreReader.catchUp(m_desk->backend);

        // It has its number, and its case is not there yet.
        Desk other(m_folder->path());
        auto open = must(Transaction::begin(other.database()));
        CaseLedger ledger(other.backend, other.database());
        const Command late = other.command(
            CommandType::Register, {u"case-late"_s}, toJson(Desk::registration(u"late"_s)), 0);
        const auto rules = must(other.backend.rules.rulesOf({}, CommandType::Register, mondayMs));
        const auto drafts = decide({}, late, centre(), rules, mondayMs);
        must(ledger.append({}, late, centre(), *drafts, mondayMs));

        // What others commit meanwhile has higher numbers and stays above the horizon.
        m_desk->registered(u"2"_s);
        Desk::expectAccepted(m_desk->take(centre(), CommandType::Urge, early, toJson(NoteBody{u"请加快"_s})));
        centreReader.catchUp(m_desk->backend);
        QCOMPARE(centreReader.logs.size(), 1);
        QCOMPARE(centreReader.logs.value(early).size(), 2);

        must(open.commit());
        centreReader.catchUp(m_desk->backend);
        QCOMPARE(centreReader.logs.size(), 3);
        QCOMPARE(centreReader.logs.value({u"case-late"_s}).size(), 1);
        QCOMPARE(centreReader.logs.value(early).size(), 3);
    }

    void page_entryMovedAboveTheHorizon_bringsTheEventsBelow()
    {
        if (!isPostgresRun())
            QSKIP("SQLite has one writer");
        const CaseId twice = m_desk->dispatched(u"1"_s);
        Reader centreReader = reader(centre());
        centreReader.catchUp(m_desk->backend);
        Desk::expectAccepted(m_desk->take(centre(), CommandType::Urge, twice, toJson(NoteBody{u"一"_s})));
        m_desk->registered(u"2"_s);
        auto open = must(Transaction::begin(m_desk->database()));
        must(m_desk->database().nextPlace());
        // The case changes again above the horizon; its first change lies below, before that of case 2.
        QString fault;
        std::thread([&] {
            Desk writer(m_folder->path());
            Desk::expectAccepted(writer.take(centre(), CommandType::Urge, twice, toJson(NoteBody{u"二"_s})));
            const auto more = centreReader.readPage(writer.backend, 10);
            fault = more ? QString() : more.error().detail;
            if (more && *more)
                fault = u"more"_s;
        }).join();
        QCOMPARE(fault, QString());
        QVERIFY(centreReader.logs.value(twice).size() >= 3);
        must(open.commit());
        centreReader.catchUp(m_desk->backend); // must not find a gap
        QCOMPARE(centreReader.logs.value(twice).size(), 4);
        QCOMPARE(centreReader.logs.size(), 2);
    }

    void access_internalRounds_areWithheldFromCentreAndCoHandler()
    {
        const CaseId caseId = m_desk->dispatched(u"1"_s, {{{u"road"_s}, {}, u"协助"_s}});
        Desk::expectAccepted(m_desk->take(clerk(), CommandType::Accept, caseId, toJson(NoteBody{})));
        Desk::expectAccepted(m_desk->submitForSignOff(caseId, Desk::reply()));
        for (const Actor &actor : {centre(), roadClerk()}) {
            Reader follower = reader(actor);
            follower.catchUp(m_desk->backend);
            const QList<Event> log = follower.logs.value(caseId);
            QVERIFY(verifyChain(log).has_value());
            QVERIFY(chengban::folded(log).currentReply()->withheld);
        }
        Reader own = reader(clerk());
        own.catchUp(m_desk->backend);
        QCOMPARE(chengban::folded(own.logs.value(caseId)).currentReply()->reply, Desk::reply());
    }

    void access_identity_isClearOnlyWhileWorking()
    {
        const CaseId caseId = m_desk->closed(u"1"_s);
        Reader unit = reader(clerk());
        unit.catchUp(m_desk->backend);
        QCOMPARE(unit.access.value(caseId), Access::Closed);
        QVERIFY(!hasIdentity(unit.logs.value(caseId)));
        const CaseId open = m_desk->dispatched(u"2"_s);
        unit.catchUp(m_desk->backend);
        QVERIFY(hasIdentity(unit.logs.value(open)));
        Reader centreReader = reader(centre());
        centreReader.catchUp(m_desk->backend);
        QVERIFY(hasIdentity(centreReader.logs.value(caseId)));
    }

    void access_closingTheCase_takesTheIdentityBack()
    {
        const CaseId caseId = m_desk->dispatched(u"1"_s);
        Reader unit = reader(clerk());
        unit.catchUp(m_desk->backend);
        QVERIFY(hasIdentity(unit.logs.value(caseId)));
        Desk::expectAccepted(m_desk->take(clerk(), CommandType::Accept, caseId, toJson(NoteBody{})));
        m_desk->submitted(caseId);
        const ReviewBody review = m_desk->accepting(1);
        Desk::expectAccepted(m_desk->take(centre(), CommandType::AcceptReply, caseId, toJson(review)));
        CallbackBody callback;
        callback.atMs = mondayMs;
        Desk::expectAccepted(
            m_desk->take(centre(), CommandType::RecordCentreCallback, caseId, toJson(callback)));
        Desk::expectAccepted(m_desk->take(centre(), CommandType::Close, caseId, toJson(NoteBody{u"办结"_s})));
        unit.catchUp(m_desk->backend);
        QCOMPARE(unit.access.value(caseId), Access::Closed);
        QVERIFY(!hasIdentity(unit.logs.value(caseId)));
    }

    void access_unitThatLeft_keepsAStubAndSeesNothingNewer()
    {
        const CaseId caseId = m_desk->dispatched(u"1"_s);
        m_desk->returnAsked(caseId);
        Desk::expectAccepted(
            m_desk->take(centre(), CommandType::DecideReturn, caseId, toJson(DecisionBody{true, u"同意"_s})));
        const qint64 leftAt = m_desk->revision(caseId);
        Reader unit = reader(clerk());
        unit.catchUp(m_desk->backend);
        DispatchBody body;
        body.leadUnit = {u"road"_s};
        Desk::expectAccepted(m_desk->take(centre(), CommandType::Dispatch, caseId, toJson(body)));
        unit.catchUp(m_desk->backend);
        QCOMPARE(unit.access.value(caseId), Access::Left);
        const QList<Event> stub = unit.logs.value(caseId);
        QCOMPARE(stub.size(), leftAt);
        QVERIFY(verifyChain(stub).has_value());
        QVERIFY(!hasIdentity(stub));
        QCOMPARE(chengban::folded(stub).demand.text, QString());
        QCOMPARE(chengban::folded(stub).demand.sourceNumber, u"1"_s);
        QCOMPARE(stub.at(2).part(u"draft"_s)->state, Part::State::Clear); // its own papers
        QCOMPARE(stub.at(4).part(u"request"_s)->state, Part::State::Clear);
        const auto log = must(CaseService(m_desk->backend).caseLog(clerk(), caseId, mondayMs));
        QCOMPARE(log.events, stub);
    }

    void signal_wakesAWaiterOfThatScopeOnly()
    {
        FeedSignal &signal = m_desk->signal();
        const quint64 water = signal.counter({u"demo"_s}, u"unit:water"_s);
        int waterWoken = 0;
        int parkWoken = 0;
        signal.wakeWhenPast({u"demo"_s}, u"unit:water"_s, water, [&] { ++waterWoken; });
        signal.wakeWhenPast({u"demo"_s}, u"unit:park"_s, 0, [&] { ++parkWoken; });
        m_desk->dispatched(u"1"_s);
        QCOMPARE(waterWoken, 1);
        QCOMPARE(parkWoken, 0);
        // A change between reading and waiting is not lost.
        signal.wakeWhenPast({u"demo"_s}, u"unit:water"_s, water, [&] { ++waterWoken; });
        QCOMPARE(waterWoken, 2);
        const auto ticket = signal.wakeWhenPast({u"demo"_s}, u"centre"_s, 1000, [&] { ++parkWoken; });
        signal.cancel(ticket);
        m_desk->registered(u"2"_s);
        QCOMPARE(parkWoken, 0);
    }
};

QTEST_GUILESS_MAIN(TestFeedService)
#include "tst_FeedService.moc"

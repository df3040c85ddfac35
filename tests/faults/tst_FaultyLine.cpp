#include "client/models/LocalDesk.h"
#include "client/settings/MemoryKeyStore.h"
#include "client/sync/SyncEngine.h"
#include "tests/client/CaseSamples.h"
#include "tests/client/live/LiveCounty.h"
#include "tests/faults/Checker.h"
#include "tests/faults/FaultProxy.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QTest>

using namespace chengban;
using namespace chengban::faults;

namespace {

constexpr int quickCommands = 150;
constexpr int casesPerPerson = 10;
constexpr quint32 usualSeed = 20260101;

int numberFrom(const char *variable, int otherwise)
{
    bool whole = false;
    const int number = qEnvironmentVariableIntValue(variable, &whole);
    return whole ? number : otherwise;
}

/// Runs the event loop; unlike QTest::qWait(), which sleeps between events.
void wait(int ms)
{
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
}

/// One person with a store of their own, whose line to the server goes through the proxy.
class Person
{
public:
    Person(const live::LiveCounty &county, const FaultProxy &proxy, const QString &user)
        : m_caller(county, user, user + QStringLiteral("-pc"))
    {
        const auto clock = [this] { return QDateTime::currentMSecsSinceEpoch() + m_aheadMs; };
        m_desk = LocalDesk::open({m_folder.path(), m_caller.actor(), &m_keychain, clock}, m_key).value();
        SyncSetup setup;
        setup.folder = m_folder.path();
        setup.profile = {proxy.url(), proxy.caPem(), user + QStringLiteral("-pc")};
        setup.scope = wire::scopeOf(m_caller.actor());
        setup.serverKeyPem = m_caller.serverKeyPem().toLatin1();
        setup.pollSeconds = 1;
        setup.clock = clock;
        m_engine = std::make_unique<SyncEngine>(setup);
        QObject::connect(m_engine.get(), &SyncEngine::keepToken, m_engine.get(), &SyncEngine::tokenKept);
        QObject::connect(m_engine.get(), &SyncEngine::casesChanged, m_desk.get(), &LocalDesk::takeOverCases);
        QObject::connect(
            m_engine.get(), &SyncEngine::outboxChanged, m_desk.get(), &LocalDesk::takeOverOutbox);
        QObject::connect(m_engine.get(), &SyncEngine::stateChanged, m_desk.get(), &LocalDesk::takeOverState);
        QObject::connect(m_desk.get(), &LocalDesk::workQueued, m_engine.get(), &SyncEngine::takeWork);
        m_engine->open(m_key.view().toByteArray());
        m_engine->useSession(m_caller.session());
    }

    [[nodiscard]] LocalDesk &desk() { return *m_desk; }
    [[nodiscard]] const Actor &actor() const { return m_caller.actor(); }
    [[nodiscard]] SyncState::Line line() const { return m_desk->syncState().line; }
    [[nodiscard]] bool waits() const
    {
        const QList<OutboxRow> rows = m_desk->outbox();
        return std::ranges::any_of(rows, [](const OutboxRow &row) { return row.isWaiting(); });
    }
    /// As if so long had passed on the PC's clock: what waits for its next attempt gets it.
    void letTimePass()
    {
        m_aheadMs += 20 * 60'000;
        line() == SyncState::Line::Online ? m_engine->takeWork() : m_engine->retryNow();
    }

    [[nodiscard]] Testimony testimony() const
    {
        Testimony given{m_caller.actor().user.value, {},
            Holdings::of(*m_desk, m_caller.actor().user.value, acts), {}, {}};
        given.record.acts = acts;
        for (const CaseSummary &one : m_desk->cases())
            given.revisions.insert(one.id, m_desk->logOf(one.id).value_or(QList<Event>()).size());
        return given;
    }

    QList<Act> acts; ///< What this person did.

private:
    QTemporaryDir m_folder;
    MemoryKeyStore m_keychain;
    DataKey m_key = DataKey::generate();
    live::Caller m_caller;
    qint64 m_aheadMs = 0;
    std::unique_ptr<LocalDesk> m_desk;
    std::unique_ptr<SyncEngine> m_engine;
};

} // namespace

/// Three people whose line loses, cuts, delays and doubles what they send: none of it is lost, none done
/// twice.
class TestFaultyLine : public QObject
{
    Q_OBJECT

    std::unique_ptr<live::LiveCounty> m_county;
    std::unique_ptr<live::Caller> m_centre;

    QList<CaseId> casesInWork(int first)
    {
        live::Caller clerk(*m_county, QStringLiteral("li"), QStringLiteral("accepting"));
        QList<CaseId> ids;
        for (int i = 0; i < casesPerPerson; ++i) {
            ids << m_centre->dispatchCase(QStringLiteral("F-%1").arg(first + i));
            clerk.step(CommandType::Accept, ids.last(), 2, toJson(NoteBody{}));
        }
        return ids;
    }

    /// A clerk notes a call, the centre urges: both may be done as often as one likes.
    static Result<void> act(Person &person, const CaseId &id, int number)
    {
        const bool centre = person.actor().role == Role::Centre;
        const QString words = mark(person.actor().user.value, number);
        ContactBody call = samples::contact(QDateTime::currentMSecsSinceEpoch() - 1000);
        call.contact.note = words;
        const auto taken = person.desk().take(id, centre ? CommandType::Urge : CommandType::RecordContact,
            centre ? toJson(NoteBody{words}) : toJson(call));
        if (!taken)
            return fail(taken.error().first().code, taken.error().first().finding);
        person.acts << Act{number, QStringLiteral("step"), id, true, *taken, {}};
        return {};
    }

    static bool settle(QList<Person *> people, FaultProxy &proxy)
    {
        constexpr qint64 patienceMs = 600'000;
        proxy.setPercent(0);
        QElapsedTimer timer;
        timer.start();
        const auto waits = [](Person *person) { return person->waits(); };
        while (std::ranges::any_of(people, waits) && timer.elapsed() < patienceMs) {
            for (Person *person : people)
                person->letTimePass();
            wait(300);
        }
        return std::ranges::none_of(people, waits);
    }

    /// Faults go on for a while after the last word, and until each kind has struck.
    static bool everyFaultStrikes(const QList<Person *> &people, const FaultProxy &proxy)
    {
        const auto missing = [&proxy] {
            for (int kind = 1; kind < faultKinds; ++kind) {
                if (proxy.count(Fault(kind)) == 0)
                    return true;
            }
            return false;
        };
        QElapsedTimer timer;
        timer.start();
        while ((timer.elapsed() < 3000 || missing()) && timer.elapsed() < 120'000) {
            for (Person *person : people)
                person->letTimePass();
            wait(100);
        }
        return !missing();
    }

    /// What the stores say, and what the server's logs say.
    Checker judgement(const QList<Person *> &people, const QList<QList<CaseId>> &cases)
    {
        ServerTruth truth;
        truth.keyPem = m_centre->serverKeyPem().toLatin1();
        for (const QList<CaseId> &some : cases) {
            for (const CaseId &id : some)
                truth.logs.insert(id, live::must(live::answered<wire::FeedCase>([&](const auto &done) {
                    m_centre->api().readCase(id, done);
                })).events);
        }
        Checker checker(truth);
        for (Person *person : people)
            checker.hear(person->testimony());
        return checker;
    }

    /// What others did arrives by the feed, a moment after the last own answer.
    Checker judgementWhenCaughtUp(const QList<Person *> &people, const QList<QList<CaseId>> &cases)
    {
        constexpr qint64 patienceMs = 60'000;
        QElapsedTimer timer;
        timer.start();
        Checker checker = judgement(people, cases);
        while (checker.tally().missed > 0 && timer.elapsed() < patienceMs) {
            for (Person *person : people)
                person->letTimePass();
            wait(500);
            checker = judgement(people, cases);
        }
        return checker;
    }

    static QString countsOf(const FaultProxy &proxy)
    {
        QStringList counts;
        for (int kind = 0; kind < faultKinds; ++kind)
            counts << QStringLiteral("%1 %2").arg(nameOf(Fault(kind))).arg(proxy.count(Fault(kind)));
        return counts.join(QStringLiteral(", "));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_county = std::make_unique<live::LiveCounty>();
        m_centre
            = std::make_unique<live::Caller>(*m_county, QStringLiteral("zhou"), QStringLiteral("seeding"));
    }

    void commandsOfThreePeople_throughEveryFault_areEachDoneOnce()
    {
        const int commands = numberFrom("CHENGBAN_FAULT_COMMANDS", quickCommands);
        const quint32 seed = quint32(numberFrom("CHENGBAN_FAULT_SEED", int(usualSeed)));
        FaultProxy proxy(m_county->url(), m_county->caPem(), seed);
        const QList<QList<CaseId>> cases{casesInWork(0), casesInWork(100), casesInWork(200)};
        Person li(*m_county, proxy, QStringLiteral("li"));
        Person wang(*m_county, proxy, QStringLiteral("wang"));
        Person zhou(*m_county, proxy, QStringLiteral("zhou"));
        const QList<Person *> people{&li, &wang, &zhou};
        for (Person *person : people)
            QTRY_VERIFY_WITH_TIMEOUT(person->desk().cases().size() == 3 * casesPerPerson, 60'000);

        proxy.setPercent(35);
        for (int i = 0; i < commands; ++i) {
            Person &person = *people[i % 3];
            const auto taken = act(person, cases[i % 3][(i / 3) % casesPerPerson], i);
            QVERIFY2(taken, qPrintable(taken ? QString() : taken.error().detail));
            wait(15);
            if (i % 10 == 9)
                person.letTimePass();
        }
        QVERIFY(everyFaultStrikes(people, proxy));
        QVERIFY(settle(people, proxy));
        const Checker checker = judgementWhenCaughtUp(people, cases);
        qInfo().noquote() << "seed" << seed << "requests:" << countsOf(proxy);
        const Tally &tally = checker.tally();
        qInfo().noquote() << tally.line();
        QVERIFY2(tally.isClean(), qPrintable(checker.findings().join(QLatin1Char('\n'))));
        QCOMPARE(tally.accepted, commands);
    }
};

QTEST_GUILESS_MAIN(TestFaultyLine)
#include "tst_FaultyLine.moc"

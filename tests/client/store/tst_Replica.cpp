#include "client/store/Store.h"
#include "tests/client/CaseSamples.h"

#include <QTemporaryDir>
#include <QTest>

using namespace chengban;

class TestReplica : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    DataKey m_key = DataKey::generate();
    std::unique_ptr<Store> m_store;
    const QString m_scope = QStringLiteral("unit:water");

    Applied apply(const wire::FeedCase &feedCase, const QString &cursor = QStringLiteral("1"))
    {
        return m_store->replica().apply(samples::page({feedCase}, cursor), m_scope).value();
    }
    std::optional<ErrorCode> faultOf(const CaseId &id)
    {
        return m_store->replica().caseRow(id).value()->fault;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = Store::open(m_folder->path(), m_key).value();
    }
    void cleanup() { m_store.reset(); }

    void apply_wholeCase_isListedAndReadsBackAsSent()
    {
        const samples::Log log = samples::dispatchedCase();
        QCOMPARE(log.events.size(), 3);
        QCOMPARE(apply(log.feedCase()).changed, QList<CaseId>{log.id()});
        const auto lines = m_store->replica().summaries().value();
        QCOMPARE(lines.size(), 1);
        QCOMPARE(lines.first().title, QStringLiteral("幸福里小区管道漏水"));
        QCOMPARE(lines.first().phase, Phase::Handling);
        QVERIFY(lines.first().dueMs.has_value());
        QCOMPARE(m_store->replica().log(log.id(), true).value(), log.events);
        QCOMPARE(m_store->replica().cursor(m_scope).value(), QStringLiteral("1"));
    }

    void log_notAskedFor_keepsTheIdentityApart()
    {
        const samples::Log log = samples::dispatchedCase();
        apply(log.feedCase());
        QVERIFY(!folded(m_store->replica().log(log.id()).value()).identity);
        QCOMPARE(
            folded(m_store->replica().log(log.id(), true).value()).identity->name, QStringLiteral("张晓梅"));
    }

    void apply_accessBecomesClosed_dropsTheIdentityParts()
    {
        const samples::Log log = samples::dispatchedCase();
        apply(log.feedCase());
        apply(log.feedCase(log.events.size(), Access::Closed));
        QVERIFY(!folded(m_store->replica().log(log.id(), true).value()).identity);
        QVERIFY(verifyChain(m_store->replica().log(log.id(), true).value()));
    }

    void apply_laterEvents_followTheHead()
    {
        samples::Log log = samples::dispatchedCase(QStringLiteral("TB-2"), false);
        apply(log.feedCase());
        log.step(CommandType::Accept, toJson(NoteBody{}), samples::actor(Role::Clerk),
            samples::monday + 2 * samples::hour);
        apply(log.feedCase(2), QStringLiteral("2"));
        QCOMPARE(m_store->replica().summary(log.id()).value()->phase, Phase::Handling);
        // Duplicates are harmless.
        apply(log.feedCase(1), QStringLiteral("3"));
        QVERIFY(!faultOf(log.id()));
        QCOMPARE(m_store->replica().log(log.id()).value().size(), 3);
    }

    void apply_badLogs_keepTheOldOneAndSaySo_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char *kind :
            {"gap", "changed event", "event before the first", "cut tail", "recomputed chain"})
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }

    void apply_badLogs_keepTheOldOneAndSaySo()
    {
        QFETCH(QString, kind);
        samples::Log log = samples::dispatchedCase();
        const samples::Log good = log;
        apply(log.feedCase());
        wire::FeedCase bad = log.feedCase();
        if (kind == QStringLiteral("gap")) {
            log.step(CommandType::ProposeHandling, toJson(NoteBody{QStringLiteral("拟办")}),
                samples::actor(Role::SectionHead), samples::monday + 3 * samples::hour);
            log.step(CommandType::Urge, toJson(NoteBody{QStringLiteral("催办")}),
                samples::actor(Role::Centre), samples::monday + 4 * samples::hour);
            QVERIFY2(log.events.size() == 5,
                qPrintable(log.problems.isEmpty() ? QString() : log.problems.first().finding));
            bad = log.feedCase(4);
        } else if (kind == QStringLiteral("changed event")) {
            // Its own digest is right, as the reader of the page made sure of; it does not fit the next one.
            bad.events[1].serverTimeMs += 1;
            bad.events[1].digest = eventDigest(bad.events[1]).value();
        } else if (kind == QStringLiteral("event before the first")) {
            bad.whole = false;
            bad.events = {bad.events[0]};
            bad.events[0].revision = 0;
        } else if (kind == QStringLiteral("cut tail")) {
            bad.events.removeLast();
        } else {
            samples::Log other(log.id().value);
            other.step(CommandType::Register, toJson(samples::registration(QStringLiteral("TB-9"))),
                samples::actor(Role::Centre), samples::monday);
            DispatchBody dispatch;
            dispatch.leadUnit = UnitId{QStringLiteral("water")};
            other.step(
                CommandType::Dispatch, toJson(dispatch), samples::actor(Role::Centre), samples::monday + 1);
            other.step(
                CommandType::Accept, toJson(NoteBody{}), samples::actor(Role::Clerk), samples::monday + 2);
            bad = other.feedCase();
            QCOMPARE(bad.events.size(), 3);
        }
        const Applied applied = apply(bad, QStringLiteral("2"));
        QCOMPARE(applied.broken, QList<CaseId>{log.id()});
        QCOMPARE(faultOf(log.id()), ErrorCode::ChainBroken);
        QCOMPARE(m_store->replica().log(log.id(), true).value(), good.events);
        // The whole, good log heals it.
        apply(good.feedCase(), QStringLiteral("3"));
        QVERIFY(!faultOf(log.id()));
    }

    void apply_oneBrokenCase_doesNotHoldUpTheOthers()
    {
        const samples::Log good = samples::dispatchedCase(QStringLiteral("TB-1"));
        wire::FeedCase bad = samples::dispatchedCase(QStringLiteral("TB-2")).feedCase();
        bad.events.removeFirst();
        const auto applied = m_store->replica().apply(samples::page({bad, good.feedCase()}), m_scope).value();
        QCOMPARE(applied.changed, QList<CaseId>{good.id()});
        QCOMPARE(applied.broken, QList<CaseId>{bad.caseId});
    }

    void apply_theSameCaseTwiceInAPage_takesBothInOrder()
    {
        samples::Log log = samples::dispatchedCase(QStringLiteral("TB-4"), false);
        const wire::FeedCase first = log.feedCase();
        log.step(CommandType::Accept, toJson(NoteBody{}), samples::actor(Role::Clerk),
            samples::monday + 2 * samples::hour);
        const auto applied
            = m_store->replica().apply(samples::page({first, log.feedCase(2)}), m_scope).value();
        QVERIFY(applied.broken.isEmpty());
        QCOMPARE(m_store->replica().log(log.id(), true).value(), log.events);
    }

    void apply_manyCasesAtOnce_readBackAsSent()
    {
        QList<samples::Log> logs;
        QList<wire::FeedCase> cases;
        for (int i = 0; i < 150; ++i) {
            logs << samples::dispatchedCase(QStringLiteral("TB-%1").arg(i));
            cases << logs.last().feedCase();
        }
        QVERIFY(m_store->replica().apply(samples::page(cases), m_scope).value().broken.isEmpty());
        for (const samples::Log &log : std::as_const(logs))
            QCOMPARE(m_store->replica().log(log.id(), true).value(), log.events);
    }

    void apply_accessEnds_removesTheCaseWithEveryTrace()
    {
        const samples::Log log = samples::dispatchedCase();
        apply(log.feedCase());
        wire::FeedCase gone;
        gone.caseId = log.id();
        QCOMPARE(apply(gone).lost, QList<CaseId>{log.id()});
        QCOMPARE(m_store->replica().summaries().value().size(), 0);
        QCOMPARE(m_store->replica().log(log.id()).error().code, ErrorCode::CaseUnknown);
    }

    void applyEvents_ofAnAnswer_movesNoCursor()
    {
        samples::Log log = samples::dispatchedCase(QStringLiteral("TB-3"), false);
        apply(log.feedCase(), QStringLiteral("7"));
        const auto added = log.step(CommandType::Accept, toJson(NoteBody{}), samples::actor(Role::Clerk),
            samples::monday + 2 * samples::hour);
        QCOMPARE(m_store->replica().applyEvents(added).value().changed, QList<CaseId>{log.id()});
        QCOMPARE(m_store->replica().cursor(m_scope).value(), QStringLiteral("7"));
    }

    void apply_erasure_takesTheClearPartAndTheChainHolds()
    {
        samples::Log log = samples::dispatchedCase();
        apply(log.feedCase());
        EraseBody erase;
        erase.revision = 1;
        erase.part = QStringLiteral("identity");
        erase.reason = QStringLiteral("保存期满");
        const Event last = log.events.last();
        const auto events = chained(
            {{QStringLiteral("part-erased"), {{QStringLiteral("erasure"), Audience{}, toJson(erase)}}}},
            log.id(), 3, eventDigest(last).value(),
            {samples::commandId(), samples::actor(Role::SystemAdmin), {}, samples::monday + 5 * samples::hour,
                0},
            [] { return randomBytes(16); });
        log.events += *events;
        apply(log.feedCase(3), QStringLiteral("2"));
        const auto stored = m_store->replica().log(log.id(), true).value();
        QVERIFY(!folded(stored).identity);
        QVERIFY(verifyChain(stored));
        QCOMPARE(stored[0].part(u"identity")->state, Part::State::Erased);
    }
};

QTEST_GUILESS_MAIN(TestReplica)
#include "tst_Replica.moc"

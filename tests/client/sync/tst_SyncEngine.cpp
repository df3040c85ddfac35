#include "client/models/LocalDesk.h"
#include "client/settings/MemoryKeyStore.h"
#include "client/sync/SyncEngine.h"
#include "tests/client/sync/FakeHotline.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace chengban;
using samples::Hotline;
using samples::Log;

class TestSyncEngine : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Hotline> m_hotline;
    std::unique_ptr<SyncEngine> m_engine;
    std::unique_ptr<LocalDesk> m_desk;
    std::unique_ptr<Store> m_store; ///< What a second connection sees.
    MemoryKeyStore m_keychain;
    DataKey m_key = DataKey::generate();
    qint64 m_now = samples::monday + 3 * samples::hour;
    SyncState m_state;
    QString m_token;

    void start()
    {
        SyncSetup setup;
        setup.folder = m_folder->path();
        setup.profile = {m_hotline->web.url(), m_hotline->web.caPem(), QStringLiteral("device-1")};
        setup.scope = QStringLiteral("unit:water");
        setup.clock = [this] { return m_now; };
        m_engine = std::make_unique<SyncEngine>(setup);
        connect(m_engine.get(), &SyncEngine::keepToken, this, [this](const QString &token) {
            m_token = token;
            m_engine->tokenKept();
        });
        connect(m_engine.get(), &SyncEngine::stateChanged, this,
            [this](const SyncState &state) { m_state = state; });
        connect(m_engine.get(), &SyncEngine::casesChanged, m_desk.get(), &LocalDesk::takeOverCases);
        connect(m_engine.get(), &SyncEngine::outboxChanged, m_desk.get(), &LocalDesk::takeOverOutbox);
        connect(m_engine.get(), &SyncEngine::stateChanged, m_desk.get(), &LocalDesk::takeOverState);
        connect(m_desk.get(), &LocalDesk::workQueued, m_engine.get(), &SyncEngine::takeWork);
        m_engine->setRefreshToken(m_token);
        m_engine->open(m_key.view().toByteArray());
    }
    bool online()
    {
        return QTest::qWaitFor([this] { return m_state.line == SyncState::Line::Online; }, 8000);
    }
    void again()
    {
        m_now += 4'000'000;
        m_engine->retryNow();
    }
    OutboxState stateOf(const CommandId &id) { return m_store->outbox().row(id).value()->state; }
    CommandId note(const CaseId &id, const QString &text)
    {
        const auto taken = m_desk->take(id, CommandType::Accept, toJson(NoteBody{text}));
        return taken ? *taken : CommandId{};
    }

    /// A case of the water office that was dispatched under the rules with that digest.
    static Log dispatchedUnder(const QString &digest)
    {
        const Actor centre = samples::actor(Role::Centre, QStringLiteral("zhou"));
        Log log;
        log.step(CommandType::Register, toJson(samples::registration(QStringLiteral("TB-9"))), centre,
            samples::monday);
        DispatchBody body;
        body.leadUnit = UnitId{QStringLiteral("water")};
        const Command command{
            samples::commandId(), CommandType::Dispatch, log.id(), 1, samples::monday, toJson(body)};
        const Case before = log.theCase();
        const Decision decision
            = decide(before, command, centre, samples::shelf().rulesFor(before), samples::monday);
        const Stamp stamp{
            command.id, centre, {QStringLiteral("tongbai"), 1, digest}, samples::monday, samples::monday};
        log.events += chained(*decision, log.id(), 1, eventDigest(log.events.last()).value(), stamp, [] {
            return randomBytes(16);
        }).value();
        return log;
    }

private Q_SLOTS:
    void init()
    {
        m_state = {};
        m_token = QStringLiteral("r0");
        m_folder = std::make_unique<QTemporaryDir>();
        m_hotline = std::make_unique<Hotline>();
        DeskSetup setup;
        setup.folder = m_folder->path();
        setup.actor = samples::actor(Role::Clerk);
        setup.keychain = &m_keychain;
        setup.clock = [this] { return m_now; };
        m_desk = LocalDesk::open(setup, m_key).value();
        m_store = Store::open(m_folder->path(), m_key).value();
    }
    void cleanup()
    {
        m_engine.reset();
        m_desk.reset();
        m_store.reset();
    }

    void start_emptyStore_bringsTheCases()
    {
        for (int i = 0; i < 5; ++i)
            m_hotline->put(samples::dispatchedCase(QStringLiteral("TB-%1").arg(i)));
        start();
        QVERIFY(online());
        QCOMPARE(m_desk->cases().size(), 5);
        QCOMPARE(m_state.lastContactMs, m_now);
    }

    void packs_ofThisDesksCasesAndTheOneInForce_areFetchedAndNoOthers()
    {
        const QString ofACase(64, u'a');
        const QString inForce(64, u'b');
        const QString ofNobody(64, u'c');
        m_hotline->put(dispatchedUnder(ofACase));
        m_hotline->put(samples::dispatchedCase()); // under rules that are linked into the program
        QStringList asked;
        m_hotline->fault = [&](const FakeRequest &request) -> std::optional<FakeAnswer> {
            const QString path = QString::fromLatin1(request.path);
            if (path.startsWith(QStringLiteral("/v1/rulepacks/")))
                asked.append(path.section(QStringLiteral("digest="), 1));
            if (path != QStringLiteral("/v1/rulepacks"))
                return std::nullopt;
            QJsonArray packs;
            for (const QString &digest : {ofACase, inForce, ofNobody})
                packs.append(QJsonObject{{QStringLiteral("id"), QStringLiteral("tongbai")},
                    {QStringLiteral("version"), 1}, {QStringLiteral("digest"), digest}});
            return Hotline::json({{QStringLiteral("packs"), packs}, {QStringLiteral("inForce"), packs[1]}});
        };
        start();
        QVERIFY(online());
        QCOMPARE(m_desk->cases().size(), 2);
        asked.clear();
        m_now += 11 * 60'000; // The documents are looked at again, now that the cases are here.
        m_engine->retryNow();
        QTRY_COMPARE_WITH_TIMEOUT(asked, (QStringList{ofACase, inForce}), 8000);
    }

    void take_offline_isShownAtOnceAndDoneOnceWhenTheServerIsBack()
    {
        const Log log = samples::dispatchedCase(QStringLiteral("TB-1"), false);
        m_hotline->put(log);
        start();
        QVERIFY(online());
        m_hotline->fault = [](const FakeRequest &) { return FakeAnswer{0, {}, {}, true, true}; };
        const auto taken = m_desk->take(log.id(), CommandType::Accept, toJson(NoteBody{}));
        QVERIFY(taken);
        QCOMPARE(m_desk->caseOf(log.id())->phase, Phase::Handling);
        QTRY_COMPARE_WITH_TIMEOUT(m_state.line, SyncState::Line::Offline, 8000);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(*taken), OutboxState::Queued, 8000);
        m_hotline->fault = nullptr;
        again();
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(*taken), OutboxState::Accepted, 8000);
        QCOMPARE(m_hotline->applied, 1);
        QCOMPARE(m_desk->caseOf(log.id())->phase, Phase::Handling);
    }

    void push_answerLostAfterSuccess_isDoneOnce()
    {
        const Log log = samples::dispatchedCase(QStringLiteral("TB-1"), false);
        m_hotline->put(log);
        start();
        QVERIFY(online());
        bool lost = false;
        m_hotline->fault = [&](const FakeRequest &request) -> std::optional<FakeAnswer> {
            if (lost || !request.path.startsWith("/v1/commands"))
                return std::nullopt;
            lost = true;
            m_hotline->fault = nullptr;
            (void)m_hotline->web.answer(request); // Applied; then the answer is cut.
            return FakeAnswer{200, QByteArray(100, ' '), {}, true, false, false, 5};
        };
        const CommandId id = note(log.id(), QStringLiteral("已联系"));
        QTRY_VERIFY_WITH_TIMEOUT(lost, 8000);
        QTRY_COMPARE_WITH_TIMEOUT(m_state.line, SyncState::Line::Offline, 8000);
        again();
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(id), OutboxState::Accepted, 8000);
        QCOMPARE(m_hotline->applied, 1);
        QVERIFY(m_desk->caseOf(log.id())->acceptance.has_value());
    }

    void push_faultyLines_keepTheRowQueuedWithItsReason_data()
    {
        QTest::addColumn<FakeAnswer>("answer");
        QTest::addColumn<ErrorCode>("reason");
        QTest::newRow("log-in page") << FakeAnswer{200, "<html>", {}, false} << ErrorCode::NotOurServer;
        QTest::newRow("proxy's 502") << FakeAnswer{502, "x", {}, false} << ErrorCode::NotOurServer;
        QTest::newRow("garbage") << FakeAnswer{200, "\x01"} << ErrorCode::ServerFault;
        QTest::newRow("our 503") << FakeAnswer{503, "{}"} << ErrorCode::ServerFault;
        QTest::newRow("an answer for nobody")
            << FakeAnswer{200, R"({"answers":[]})"} << ErrorCode::ServerFault;
    }

    void push_faultyLines_keepTheRowQueuedWithItsReason()
    {
        QFETCH(FakeAnswer, answer);
        QFETCH(ErrorCode, reason);
        const Log log = samples::dispatchedCase(QStringLiteral("TB-1"), false);
        m_hotline->put(log);
        start();
        QVERIFY(online());
        m_hotline->fault = [&](const FakeRequest &request) -> std::optional<FakeAnswer> {
            return request.path.startsWith("/v1/commands") ? std::optional(answer) : std::nullopt;
        };
        const CommandId id = note(log.id(), QStringLiteral("x"));
        QTRY_COMPARE_WITH_TIMEOUT(m_store->outbox().row(id).value()->reason, reason, 8000);
        const auto row = m_store->outbox().row(id).value();
        QCOMPARE(row->state, OutboxState::Queued);
        QVERIFY(row->nextTryMs > m_now);
        m_hotline->fault = nullptr;
        again();
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(id), OutboxState::Accepted, 8000);
    }

    void strangerOnTheLine_isNamedUntilTheServerAnswers_data()
    {
        QTest::addColumn<FakeAnswer>("answer");
        QTest::addColumn<Obstacle>("obstacle");
        const QList<QPair<QByteArray, QByteArray>> html{{"Content-Type", "text/html; charset=gbk"}};
        QTest::newRow("captive portal with 511")
            << FakeAnswer{511, "<html>", {}, false} << Obstacle::LogInPage;
        QTest::newRow("captive portal with 200")
            << FakeAnswer{200, "<html>", html, false} << Obstacle::LogInPage;
        QTest::newRow("redirect") << FakeAnswer{302, {}, {{"Location", "https://example.org/"}}, false}
                                  << Obstacle::LogInPage;
        QTest::newRow("proxy that wants a log-in") << FakeAnswer{407, "x", {}, false} << Obstacle::Proxy;
        QTest::newRow("gateway's 502") << FakeAnswer{502, "x", {}, false} << Obstacle::OtherServer;
    }
    void strangerOnTheLine_isNamedUntilTheServerAnswers()
    {
        QFETCH(FakeAnswer, answer);
        m_hotline->fault = [&](const FakeRequest &) { return answer; };
        start();
        QTRY_COMPARE_WITH_TIMEOUT(m_state.reason, ErrorCode::NotOurServer, 8000);
        QTEST(m_state.obstacle, "obstacle");
        m_hotline->fault = nullptr;
        again();
        QVERIFY(online());
        QCOMPARE(m_state.obstacle, Obstacle::None);
    }

    void start_inAPauseOfAnEarlierRun_waitsItOutUnlessAsked()
    {
        m_hotline->put(samples::dispatchedCase());
        m_hotline->fault = [](const FakeRequest &) { return FakeAnswer{0, {}, {}, true, true}; };
        start();
        QTRY_VERIFY_WITH_TIMEOUT(m_state.nextTryMs > m_now, 8000);
        m_engine->retryNow();
        QTRY_VERIFY_WITH_TIMEOUT(m_state.nextTryMs > m_now && m_state.line == SyncState::Line::Offline, 8000);
        const qint64 next = m_state.nextTryMs;
        m_engine.reset();
        m_hotline->fault = nullptr;
        m_hotline->web.requests.clear();
        m_state = {};
        start();
        QCOMPARE(m_state.line, SyncState::Line::Offline);
        QCOMPARE(m_state.nextTryMs, next);
        QVERIFY(m_hotline->web.requests.isEmpty());
        m_engine->retryNow();
        QVERIFY(online());
        m_engine.reset();
        m_state = {};
        start(); // The pause was over with the contact.
        QVERIFY(online());
    }

    void lineDown_noAttemptIsMadeUntilItIsUp()
    {
        m_hotline->put(samples::dispatchedCase());
        start();
        QVERIFY(online());
        m_engine->setLineCondition(true, false);
        QCOMPARE(m_state.line, SyncState::Line::Offline);
        const auto before = m_hotline->web.requests.size();
        m_engine->retryNow();
        QCOMPARE(m_state.line, SyncState::Line::Offline);
        QCOMPARE(m_hotline->web.requests.size(), before);
        m_engine->setLineCondition(false, false);
        QVERIFY(online());
    }

    void meteredLine_filesWaitUntilThePersonWantsThem()
    {
        const Log log = samples::dispatchedCase(QStringLiteral("TB-1"), false);
        m_hotline->put(log);
        start();
        QVERIFY(online());
        m_engine->setLineCondition(false, true);
        QFile file(m_folder->filePath(QStringLiteral("照片.pdf")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("%PDF-1") > 0);
        file.close();
        QVERIFY(m_desk->addFile(file.fileName(), AttachmentKind::Photo));
        const CommandId id = note(log.id(), QStringLiteral("x"));
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(id), OutboxState::Accepted, 8000); // Words go all the same.
        const auto uploads = [this] {
            return std::count_if(m_hotline->web.requests.cbegin(), m_hotline->web.requests.cend(),
                [](const FakeRequest &one) { return one.path.startsWith("/v1/uploads"); });
        };
        QVERIFY(m_state.filesPaused);
        QCOMPARE(uploads(), 0);
        m_engine->retryNow();
        QTRY_VERIFY_WITH_TIMEOUT(uploads() > 0, 8000);
        QVERIFY(!m_state.filesPaused);
    }

    void push_conflict_keepsTheRowWithItsReasonAndSettlesIntoADraft()
    {
        Log log = samples::dispatchedCase(QStringLiteral("TB-1"), false);
        m_hotline->put(log);
        start();
        QVERIFY(online());
        // Somebody else of the unit accepts while we are away.
        m_hotline->fault = [](const FakeRequest &) { return FakeAnswer{0, {}, {}, true, true}; };
        const auto taken
            = m_desk->take(log.id(), CommandType::Accept, toJson(NoteBody{QStringLiteral("我的")}));
        QVERIFY(taken);
        m_hotline->cases[log.id()].step(CommandType::Accept, toJson(NoteBody{}),
            samples::actor(Role::Clerk, QStringLiteral("wang")), samples::monday + 3 * samples::hour);
        m_hotline->changes << log.id();
        QTRY_COMPARE_WITH_TIMEOUT(m_state.line, SyncState::Line::Offline, 8000);
        m_hotline->fault = nullptr;
        again();
        QTRY_VERIFY_WITH_TIMEOUT(!m_store->outbox().row(*taken).value()->isWaiting(), 8000);
        QVERIFY(stateOf(*taken) == OutboxState::Conflict || stateOf(*taken) == OutboxState::Refused);
        QVERIFY(m_store->outbox().row(*taken).value()->reason.has_value());
        QVERIFY(m_desk->settle(*taken));
        QCOMPARE(m_desk->keptTexts(log.id()).size(), 1);
        QCOMPARE(m_desk->outbox().size(), 0);
    }

    void push_oneBadRow_doesNotHoldUpTheOthers()
    {
        const Log one = samples::dispatchedCase(QStringLiteral("TB-1"), false);
        const Log two = samples::dispatchedCase(QStringLiteral("TB-2"), false);
        m_hotline->put(one);
        m_hotline->put(two);
        start();
        QVERIFY(online());
        m_engine->close();
        const CommandId bad = note(one.id(), QStringLiteral("坏"));
        const CommandId good = note(two.id(), QStringLiteral("好"));
        m_hotline->fault = [&](const FakeRequest &request) -> std::optional<FakeAnswer> {
            if (request.path.startsWith("/v1/commands") && request.body.contains(bad.value.toLatin1()))
                return Hotline::problem(400, ErrorCode::BadInput);
            return std::nullopt;
        };
        m_engine->open(m_key.view().toByteArray());
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(good), OutboxState::Accepted, 8000);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(bad), OutboxState::Refused, 8000);
    }

    void pull_accessLost_setsDraftAndRowsAside()
    {
        const Log log = samples::dispatchedCase(QStringLiteral("TB-1"), false);
        m_hotline->put(log);
        start();
        QVERIFY(online());
        Reply reply;
        reply.answer = QStringLiteral("草稿");
        QVERIFY(m_desk->saveDraft(log.id(), reply));
        m_engine->close();
        const CommandId id = note(log.id(), QStringLiteral("x"));
        m_hotline->access[log.id()] = Access::None;
        m_hotline->changes << log.id();
        m_hotline->fault = [](const FakeRequest &request) -> std::optional<FakeAnswer> {
            return request.path.startsWith("/v1/commands") ? std::optional(FakeAnswer{0, {}, {}, true, true})
                                                           : std::nullopt;
        };
        m_engine->open(m_key.view().toByteArray());
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(id), OutboxState::Quarantined, 8000);
        QVERIFY(m_desk->cases().isEmpty());
        QCOMPARE(m_store->drafts().cases(true).value(), QList<CaseId>{log.id()});
        m_hotline->fault = nullptr;
        m_hotline->access[log.id()] = Access::Working;
        m_hotline->changes << log.id();
        again();
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->draft(log.id()).has_value(), 8000);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(id), OutboxState::Accepted, 8000);
    }

    void refresh_answerLost_theOldTokenServesOnceMore()
    {
        m_hotline->put(samples::dispatchedCase());
        bool lost = false;
        m_hotline->fault = [&](const FakeRequest &request) -> std::optional<FakeAnswer> {
            if (lost || !request.path.startsWith("/v1/sessions/refresh"))
                return std::nullopt;
            lost = true;
            return FakeAnswer{200, QByteArray(100, ' '), {}, true, false, false, 5};
        };
        start();
        QTRY_COMPARE_WITH_TIMEOUT(m_state.line, SyncState::Line::Offline, 8000);
        QCOMPARE(m_token, QStringLiteral("r0"));
        again();
        QVERIFY(online());
        QCOMPARE(m_token, QStringLiteral("r1"));
    }

    void refresh_refused_endsTheLogInAndKeepsTheWork()
    {
        const Log log = samples::dispatchedCase(QStringLiteral("TB-1"), false);
        m_hotline->put(log);
        m_token = QStringLiteral("stolen");
        m_hotline->refreshes = 5;
        start();
        QTRY_COMPARE_WITH_TIMEOUT(m_state.line, SyncState::Line::LoggedOut, 8000);
        QCOMPARE(m_state.reason, ErrorCode::NotAuthenticated);
        QVERIFY(m_engine->store());
    }
};

QTEST_GUILESS_MAIN(TestSyncEngine)
#include "tst_SyncEngine.moc"

#include "client/sync/RootWatch.h"
#include "client/sync/SyncEngine.h"
#include "tests/client/sync/FakeHotline.h"

#include <QTemporaryDir>
#include <QTest>

using namespace chengban;
using samples::Hotline;
using samples::Log;

/// A hotline that signs roots over its cases and, told to, over another history.
class TestRootWatch : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Hotline> m_hotline;
    std::unique_ptr<SyncEngine> m_engine;
    std::optional<Sm2Key> m_serverKey;
    DataKey m_key = DataKey::generate();
    qint64 m_now = samples::monday + 3 * samples::hour;
    qint64 m_rootAtMs = samples::monday + 3 * samples::hour;
    int m_asked = 0;
    SyncState m_state;
    std::function<void(QList<CaseHead> &heads)> m_rewrite; ///< What the server claims instead.

    FakeAnswer proofFor(const CaseId &id)
    {
        ++m_asked;
        QList<CaseHead> heads;
        for (const Log &log : std::as_const(m_hotline->cases))
            heads << CaseHead{log.id(), log.events.size(), eventDigest(log.events.last()).value()};
        if (m_rewrite)
            m_rewrite(heads);
        const auto proof = merkleProof(heads, id);
        if (!proof)
            return Hotline::problem(404, ErrorCode::NotFound);
        SignedRoot root{
            TenantId{QStringLiteral("demo")}, m_rootAtMs, heads.size(), merkleRoot(heads), {}, {}};
        root = signedRoot(root, *m_serverKey).value();
        const auto head
            = std::find_if(heads.begin(), heads.end(), [&](const CaseHead &one) { return one.caseId == id; });
        QJsonArray path;
        for (const auto &sibling : proof->path)
            path << QJsonObject{
                {QStringLiteral("digest"), hex(sibling.digest)}, {QStringLiteral("onLeft"), sibling.onLeft}};
        return Hotline::json({{QStringLiteral("root"), toJson(root)},
            {QStringLiteral("head"),
                QJsonObject{{QStringLiteral("caseId"), id.value},
                    {QStringLiteral("revision"), head->revision}, {QStringLiteral("head"), hex(head->head)}}},
            {QStringLiteral("path"), path}});
    }
    void start()
    {
        m_asked = 0;
        SyncSetup setup;
        setup.folder = m_folder->path();
        setup.profile = {m_hotline->web.url(), m_hotline->web.caPem(), QStringLiteral("device-1")};
        setup.scope = QStringLiteral("unit:water");
        setup.serverKeyPem = m_serverKey->publicKeyPem();
        setup.clock = [this] { return m_now; };
        m_engine = std::make_unique<SyncEngine>(setup);
        connect(m_engine.get(), &SyncEngine::keepToken, m_engine.get(), &SyncEngine::tokenKept);
        connect(m_engine.get(), &SyncEngine::stateChanged, this,
            [this](const SyncState &state) { m_state = state; });
        m_engine->setRefreshToken(m_hotline->refreshToken);
        m_engine->open(m_key.view().toByteArray());
    }
    /// A run over all cases has ended, at the next start of the program.
    void runAgain(int asked)
    {
        m_engine.reset();
        m_hotline->refreshes = 0;
        m_state = {};
        start();
        QTRY_COMPARE_WITH_TIMEOUT(m_asked, asked, 8000);
        QTest::qWait(30);
    }

private Q_SLOTS:
    void init()
    {
        m_serverKey = Sm2Key::generate().value();
        m_folder = std::make_unique<QTemporaryDir>();
        m_hotline = std::make_unique<Hotline>();
        m_rootAtMs = samples::monday + 3 * samples::hour;
        m_rewrite = nullptr;
        m_state = {};
        for (int i = 0; i < 3; ++i)
            m_hotline->put(samples::dispatchedCase(QStringLiteral("TB-%1").arg(i)));
        m_hotline->fault = [this](const FakeRequest &request) -> std::optional<FakeAnswer> {
            if (!request.path.startsWith("/v1/roots/latest?case="))
                return std::nullopt;
            return proofFor(CaseId{QString::fromLatin1(request.path.mid(22))});
        };
        start();
        QTRY_COMPARE_WITH_TIMEOUT(m_asked, 3, 8000);
        QTest::qWait(30);
        QVERIFY(!m_state.alarm);
    }
    void cleanup() { m_engine.reset(); }

    void run_rootsAgree_areKept()
    {
        QCOMPARE(m_engine->store()->documents().newestRoot().value()->atMs, m_rootAtMs);
    }

    void run_eventRewritten_isToldAtEachStartUntilTheyAgree()
    {
        m_rewrite = [](QList<CaseHead> &heads) { heads[1].head = QByteArray(32, 'x'); };
        m_rootAtMs += samples::hour;
        m_engine.reset();
        m_hotline->refreshes = 0;
        m_state = {};
        start();
        QTRY_COMPARE_WITH_TIMEOUT(m_state.alarm, std::optional(ErrorCode::RootMismatch), 8000);
        QCOMPARE(m_state.line, SyncState::Line::Online); // Told, and the work goes on.
        m_engine.reset();
        m_hotline->refreshes = 0;
        m_state = {};
        start();
        QTRY_COMPARE_WITH_TIMEOUT(m_state.alarm, std::optional(ErrorCode::RootMismatch), 8000);
        QCOMPARE(m_asked, 1);
        m_rewrite = nullptr;
        m_rootAtMs += samples::hour; // One moment has one root, and the false one may have been kept.
        runAgain(3);
        QVERIFY(!m_state.alarm);
    }

    void run_tailCut_isNotYetAContradictionButACaseGoneIs()
    {
        // An older head of the same log is what a root signed earlier says.
        m_rewrite = [this](QList<CaseHead> &heads) {
            for (CaseHead &head : heads)
                head = {head.caseId, 2, eventDigest(m_hotline->cases[head.caseId].events[1]).value()};
        };
        m_rootAtMs += samples::hour;
        runAgain(3);
        QVERIFY(!m_state.alarm);
        m_rewrite = [](QList<CaseHead> &heads) { heads.removeLast(); };
        m_rootAtMs += samples::hour;
        m_engine.reset();
        m_hotline->refreshes = 0;
        start();
        QTRY_COMPARE_WITH_TIMEOUT(m_state.alarm, std::optional(ErrorCode::RootMismatch), 8000);
    }

    void run_rootOfAnOlderDay_isTold()
    {
        m_rootAtMs -= samples::hour;
        m_engine.reset();
        m_hotline->refreshes = 0;
        start();
        QTRY_COMPARE_WITH_TIMEOUT(m_state.alarm, std::optional(ErrorCode::RootMismatch), 8000);
    }

    void run_rootOfAnotherKey_isTold()
    {
        m_engine.reset();
        m_hotline->refreshes = 0;
        start();
        QTest::qWait(1);
        m_serverKey = Sm2Key::generate().value();
        QTRY_COMPARE_WITH_TIMEOUT(m_state.alarm, std::optional(ErrorCode::KeyUnknown), 8000);
    }
};

QTEST_GUILESS_MAIN(TestRootWatch)
#include "tst_RootWatch.moc"

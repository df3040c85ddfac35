#include "client/models/LocalDesk.h"
#include "client/settings/MemoryKeyStore.h"
#include "client/sync/SyncEngine.h"
#include "tests/client/sync/FakeHotline.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace chengban;
using samples::Hotline;
using samples::Log;

namespace {

constexpr int mostCalls = 5000; ///< Of one sync; far more than it needs.
const QString typed = QStringLiteral("正在写的答复。");

/// Lets the n-th call of the databases fail, as if the disk had.
struct Saboteur
{
    int left = 0;
    int calls = 0;
    bool struck = false;

    [[nodiscard]] bool admits()
    {
        ++calls;
        if (left <= 0 || --left > 0)
            return true;
        struck = true;
        return false;
    }
};

void copyFolder(const QString &from, const QString &to)
{
    QDirIterator files(from, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        QDir().mkpath(QFileInfo(to + file.mid(from.size())).path());
        if (!QFile::copy(file, to + file.mid(from.size())))
            qFatal("no place for a copy");
    }
}

} // namespace

/// A whole sync with everything in it, repeated with the n-th call of the client's databases failing, for
/// every n: the sync thread's and the window's, from the opening of the store on. The next sync heals
/// everything.
///
/// `./test --long` takes every n, otherwise it is the first twenty and then every seventh. In it: a renewed
/// token; a new case; two steps of one case, the second resting on the first; a step that is refused and
/// becomes a draft; a draft and a step on a case that the unit loses; a file; a reveal.
class TestFailingSync : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_prepared; ///< A store before the sync.
    QHash<CaseId, Log> m_cases;
    QHash<CaseId, Access> m_access;
    QList<CaseId> m_changes;
    CaseId m_two, m_refused, m_gone;
    CommandId m_accept, m_contact, m_refusal, m_lostStep;
    QString m_file;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Hotline> m_hotline;
    std::unique_ptr<SyncEngine> m_engine;
    std::unique_ptr<LocalDesk> m_desk;
    Saboteur m_saboteur;
    MemoryKeyStore m_keychain;
    DataKey m_key = DataKey::generate();
    qint64 m_now = samples::monday + 3 * samples::hour;
    SyncState m_state;

    void openDesk()
    {
        DeskSetup setup;
        setup.folder = m_folder->path();
        setup.actor = samples::actor(Role::Clerk);
        setup.keychain = &m_keychain;
        setup.clock = [this] { return m_now; };
        setup.admits = [this] { return m_saboteur.admits(); };
        m_desk = LocalDesk::open(setup, m_key).value();
    }
    void openEngine()
    {
        SyncSetup setup;
        setup.folder = m_folder->path();
        setup.profile = {m_hotline->web.url(), m_hotline->web.caPem(), QStringLiteral("device-1")};
        setup.scope = QStringLiteral("unit:water");
        setup.clock = [this] { return m_now; };
        setup.admits = [this] { return m_saboteur.admits(); };
        m_engine = std::make_unique<SyncEngine>(setup);
        connect(m_engine.get(), &SyncEngine::keepToken, m_engine.get(), &SyncEngine::tokenKept);
        connect(m_engine.get(), &SyncEngine::stateChanged, this,
            [this](const SyncState &state) { m_state = state; });
        connect(m_engine.get(), &SyncEngine::casesChanged, m_desk.get(), &LocalDesk::takeOverCases);
        connect(m_engine.get(), &SyncEngine::outboxChanged, m_desk.get(), &LocalDesk::takeOverOutbox);
        connect(m_engine.get(), &SyncEngine::stateChanged, m_desk.get(), &LocalDesk::takeOverState);
        connect(m_desk.get(), &LocalDesk::workQueued, m_engine.get(), &SyncEngine::takeWork);
        m_engine->setRefreshToken(QStringLiteral("r0"));
        m_engine->open(m_key.view().toByteArray());
    }

    /// Waits without sleeping: there are hundreds of syncs to do.
    template <typename Done> static bool comesTrue(Done done, int patienceMs = 8000)
    {
        QElapsedTimer timer;
        timer.start();
        while (!done() && timer.elapsed() < patienceMs)
            QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 20);
        return done();
    }

    CommandId take(const CaseId &id, CommandType type, const QJsonObject &body)
    {
        return m_desk->take(id, type, body).value();
    }

    /// What is wrong with the state after a sync; empty when it is whole.
    QStringList faults()
    {
        const int left = std::exchange(m_saboteur.left, 0); // To look is no part of the sync.
        QStringList found;
        const auto holds = [&found](bool good, const char *what) {
            if (!good)
                found << QString::fromLatin1(what);
        };
        QHash<CommandId, OutboxRow> rows;
        for (const OutboxRow &row : m_desk->outbox())
            rows.insert(row.command.id, row);
        const auto state = [&rows](const CommandId &id) { return rows.value(id).state; };
        holds(rows.contains(m_accept) && state(m_accept) == OutboxState::Accepted, "first step accepted");
        holds(rows.contains(m_contact) && state(m_contact) == OutboxState::Accepted, "second step accepted");
        holds(m_hotline->applied == 2, "each done once");
        holds(rows.value(m_refusal).isGivenUp() && rows.value(m_refusal).givenBackAtMs > 0,
            "refused step given back");
        holds(m_desk->keptTexts(m_refused).size() == 1, "its text kept once");
        // Sent before the page told that the case is gone, it is refused.
        holds(state(m_lostStep) == OutboxState::Quarantined || state(m_lostStep) == OutboxState::Refused,
            "step of the lost case set aside");
        const QList<SetAside> aside = m_desk->setAside();
        holds(
            aside.size() == 1 && aside.first().caseId == m_gone && aside.first().hasDraft, "draft set aside");
        holds(m_desk->draft(m_two) && m_desk->draft(m_two)->reply.answer == typed, "draft untouched");
        holds(m_desk->cases().size() == 3, "cases");
        holds(m_desk->caseOf(m_two) && m_desk->caseOf(m_two)->acceptance
                && m_desk->caseOf(m_two)->contacts.size() == 1,
            "both steps in the replica");
        holds(m_hotline->reveals > 0, "reveal told");
        holds(m_desk->syncState().filesWaiting == 0 && !m_hotline->uploads.isEmpty(), "file sent");
        bool whole = false;
        for (auto it = m_hotline->uploads.cbegin(); it != m_hotline->uploads.cend(); ++it)
            whole = whole || hex(sha256(*it)) == m_file;
        holds(whole, "file whole at the server");
        holds(m_state.line == SyncState::Line::Online, "online");
        m_saboteur.left = left;
        return found;
    }

    void begin(int n)
    {
        m_engine.reset();
        m_desk.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        copyFolder(m_prepared->path(), m_folder->path());
        m_hotline = std::make_unique<Hotline>();
        m_hotline->cases = m_cases;
        m_hotline->access = m_access;
        m_hotline->changes = m_changes;
        m_state = {};
        m_saboteur = {};
        openDesk();
        m_saboteur = {n, 0, false};
        openEngine();
    }

    void colleagueAccepts(const CaseId &id)
    {
        m_cases[id].step(CommandType::Accept, toJson(NoteBody{}),
            samples::actor(Role::Clerk, QStringLiteral("wang")), samples::monday + 3 * samples::hour);
    }

private Q_SLOTS:
    /// The clerk worked without a line; meanwhile the world went on.
    void initTestCase()
    {
        m_prepared = std::make_unique<QTemporaryDir>();
        m_folder = std::make_unique<QTemporaryDir>();
        for (const char *number : {"TB-1", "TB-2", "TB-3"}) {
            const Log log = samples::dispatchedCase(QString::fromLatin1(number), false);
            m_cases.insert(log.id(), log);
            m_access.insert(log.id(), Access::Working);
            m_changes << log.id();
        }
        m_two = m_changes[0];
        m_refused = m_changes[1];
        m_gone = m_changes[2];
        wire::FeedPage page = samples::page({}, QStringLiteral("3"));
        for (const CaseId &id : std::as_const(m_changes))
            page.cases << m_cases[id].feedCase();
        QVERIFY(Store::open(m_folder->path(), m_key)
                    .value()
                    ->replica()
                    .apply(page, QStringLiteral("unit:water")));
        openDesk();
        Reply reply;
        reply.answer = typed;
        QVERIFY(m_desk->saveDraft(m_two, reply));
        QVERIFY(m_desk->saveDraft(m_gone, reply));
        m_accept = take(m_two, CommandType::Accept, toJson(NoteBody{}));
        m_contact = take(
            m_two, CommandType::RecordContact, toJson(samples::contact(samples::monday + 2 * samples::hour)));
        m_refusal = take(m_refused, CommandType::Accept, toJson(NoteBody{QStringLiteral("我来办")}));
        m_lostStep = take(m_gone, CommandType::Accept, toJson(NoteBody{}));
        QVERIFY(m_desk->reveal(m_two, QStringLiteral("回访")));
        QFile file(m_folder->filePath(QStringLiteral("照片.pdf")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("%PDF-1" + QByteArray(100'000, 'x')) > 0);
        file.close();
        m_file = m_desk->addFile(file.fileName(), AttachmentKind::Photo).value().sha256;
        m_desk.reset();
        copyFolder(m_folder->path(), m_prepared->path());

        colleagueAccepts(m_refused);
        m_access[m_gone] = Access::None;
        const Log fresh = samples::dispatchedCase(QStringLiteral("TB-4"));
        m_cases.insert(fresh.id(), fresh);
        m_access.insert(fresh.id(), Access::Working);
        m_changes << m_refused << m_gone << fresh.id();
    }
    void cleanupTestCase()
    {
        m_engine.reset();
        m_desk.reset();
    }

    void everyNthStoreCallFails_theNextSyncHeals()
    {
        int failed = 0;
        const bool every = qEnvironmentVariableIsSet("CHENGBAN_EVERY_CALL");
        int n = 1;
        for (; n < mostCalls; n += every || n < 20 ? 1 : 7) {
            begin(n);
            (void)comesTrue([this] { return m_saboteur.struck || faults().isEmpty(); });
            const bool struck = m_saboteur.struck;
            if (!struck) {
                QVERIFY2(faults().isEmpty(), qPrintable(faults().join(QLatin1Char(';'))));
                break;
            }
            ++failed;
            QCoreApplication::processEvents();
            // As the window does when the store could not be opened or was lost.
            if (!m_engine->store())
                m_engine->open(m_key.view().toByteArray());
            m_now += 4'000'000;
            m_engine->retryNow();
            const bool healed = comesTrue([this] { return faults().isEmpty(); });
            QVERIFY2(
                healed, qPrintable(QStringLiteral("call %1: ").arg(n) + faults().join(QLatin1Char(';'))));
        }
        qInfo("%d syncs, each with another of some %d calls failing", failed, n);
        QVERIFY(n > 150);
    }
};

QTEST_GUILESS_MAIN(TestFailingSync)
#include "tst_FailingSync.moc"

#include "client/settings/MemoryKeyStore.h"
#include "client/store/CarryFile.h"
#include "shared/canonical/Digest.h"
#include "tests/client/CaseSamples.h"
#include "tests/client/live/CuttingProxy.h"
#include "tests/client/live/Workplace.h"

#include <QDir>

using namespace chengban;
using live::Caller;
using live::LiveCounty;
using live::Workplace;

namespace {

constexpr int patienceMs = 40'000;

qint64 nowMs()
{
    return QDateTime::currentMSecsSinceEpoch();
}

} // namespace

/// A clerk at a computer whose line is gone, a colleague at one that reaches the server, and a stick between
/// them.
class TestCarry : public QObject
{
    Q_OBJECT

    std::unique_ptr<LiveCounty> m_county;
    std::unique_ptr<Caller> m_centre;
    std::unique_ptr<CuttingProxy> m_line; ///< Of the office.
    MemoryKeyStore m_keychain;
    std::unique_ptr<Workplace> m_office;
    std::unique_ptr<Workplace> m_other; ///< The colleague's, with a line.
    std::unique_ptr<QTemporaryDir> m_stick;
    QList<CarryReport> m_reports;
    CaseId m_case;
    int m_cases = 0;
    bool m_away = false; ///< The line.

    static LocalCarryDesk &carry(Workplace &pc) { return pc.session().carry(); }
    void listen(Workplace &pc)
    {
        connect(&carry(pc), &CarryDesk::ended, &carry(pc),
            [this](const CarryReport &report) { m_reports << report; });
    }
    /// The report on what was asked for.
    CarryReport done(const std::function<void()> &ask)
    {
        const qsizetype before = m_reports.size();
        ask();
        const bool came = QTest::qWaitFor([&] { return m_reports.size() > before; }, patienceMs);
        CarryReport late;
        late.refusal = ErrorCode::TimedOut;
        return came ? m_reports.last() : late;
    }
    std::optional<CarryReceiver> receiver(Workplace &from, const QString &device)
    {
        for (const CarryReceiver &one : carry(from).receivers()) {
            if (one.card.device.value == device)
                return one;
        }
        return std::nullopt;
    }
    /// The card that the other computer shows today, not one of an earlier test.
    bool knows(Workplace &pc, Workplace &other)
    {
        const QByteArray key = deviceIdentity(other.desk().store()->values())->sealingPublic;
        return QTest::qWaitFor(
            [&] {
                pc.desk().retryNow();
                QTest::qWait(100);
                const auto card = receiver(pc, other.device());
                return card && card->card.sealingKey == key;
            },
            patienceMs);
    }
    CarryReport writeWork()
    {
        return done([&] {
            carry(*m_office).writeWork(*receiver(*m_office, QStringLiteral("pc-line")), m_stick->path());
        });
    }
    CarryReport readAt(Workplace &pc)
    {
        return done([&] { carry(pc).readFolder(m_stick->path()); });
    }
    bool isSent()
    {
        return QTest::qWaitFor(
            [&] {
                m_other->desk().retryNow();
                QTest::qWait(100);
                const auto all = carry(*m_other).packages();
                return !all.isEmpty() && all.first().state == Carrying::Done;
            },
            patienceMs);
    }
    void emptyStick()
    {
        for (const QString &name : QDir(m_stick->path()).entryList(QDir::Files))
            QFile::remove(m_stick->filePath(name));
    }
    CarryReport writeAnswers()
    {
        emptyStick();
        return done(
            [&] { carry(*m_other).writeAnswers(carry(*m_other).packages().first().id, m_stick->path()); });
    }
    static OutboxState stateOf(Workplace &pc, const CommandId &id)
    {
        for (const OutboxRow &row : pc.desk().outbox()) {
            if (row.command.id == id)
                return row.state;
        }
        return OutboxState::Queued;
    }
    QList<Event> logAtTheServer()
    {
        return live::must(live::answered<wire::FeedCase>([&](const auto &answer) {
            m_centre->api().readCase(m_case, answer);
        })).events;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_county = std::make_unique<LiveCounty>();
        m_centre = std::make_unique<Caller>(*m_county, QStringLiteral("zhou"));
        m_line = std::make_unique<CuttingProxy>(m_county->port());
    }
    void init()
    {
        m_stick = std::make_unique<QTemporaryDir>();
        m_reports.clear();
        if (std::exchange(m_away, false))
            m_line->comeBack();
        m_other = std::make_unique<Workplace>(
            *m_county, m_keychain, QStringLiteral("wang"), QStringLiteral("pc-line"));
        m_office = std::make_unique<Workplace>(
            *m_county, m_keychain, QStringLiteral("li"), QStringLiteral("pc-office"), m_line->url());
        m_case = m_centre->dispatchCase(QStringLiteral("TB-%1").arg(++m_cases));
        for (Workplace *pc : {m_other.get(), m_office.get()}) {
            QVERIFY(!pc->logIn());
            QVERIFY(pc->comesOnline());
            listen(*pc);
            QVERIFY(QTest::qWaitFor([&] { return pc->desk().caseOf(m_case).has_value(); }, patienceMs));
        }
        QVERIFY(knows(*m_other, *m_office) && knows(*m_office, *m_other));
        m_away = true;
        m_line->goAway();
        m_office->desk().retryNow();
        QVERIFY(QTest::qWaitFor(
            [&] { return m_office->desk().syncState().line == SyncState::Line::Offline; }, patienceMs));
    }
    void cleanup()
    {
        m_office.reset();
        m_other.reset();
    }

    void work_carriedThereAndBack_isDoneByWhoMadeIt()
    {
        LocalDesk &desk = m_office->desk();
        const auto accepted = desk.take(m_case, CommandType::Accept, toJson(NoteBody{}));
        const auto called
            = desk.take(m_case, CommandType::RecordContact, toJson(samples::contact(nowMs() - 1000)));
        QVERIFY(accepted && called);
        const CarryReport written = writeWork();
        QVERIFY(!written.refusal);
        QCOMPARE(written.steps, 2);
        const CarryReport read = readAt(*m_other);
        QVERIFY(!read.refusal && !read.wasHere);
        QVERIFY(isSent());
        const QList<Event> log = logAtTheServer();
        QCOMPARE(log.last().command, *called);
        QCOMPARE(log.last().actor.user.value, QStringLiteral("li"));
        QCOMPARE(log.last().actor.device.value, QStringLiteral("pc-office"));
        QVERIFY(!writeAnswers().refusal);
        QVERIFY(!readAt(*m_office).refusal);
        QTRY_COMPARE(stateOf(*m_office, *accepted), OutboxState::Accepted);
        QCOMPARE(stateOf(*m_office, *called), OutboxState::Accepted);
        QTRY_COMPARE(desk.logOf(m_case)->size(), log.size());
        QCOMPARE(carry(*m_office).packages().first().state, Carrying::Answered);
    }

    void readTwice_changesNothing()
    {
        QVERIFY(m_office->desk().take(m_case, CommandType::Accept, toJson(NoteBody{})));
        QVERIFY(!writeWork().refusal);
        QVERIFY(!readAt(*m_other).wasHere);
        QVERIFY(isSent());
        const qsizetype events = logAtTheServer().size();
        QVERIFY(readAt(*m_other).wasHere);
        QCOMPARE(carry(*m_other).packages().size(), 1);
        QCOMPARE(logAtTheServer().size(), events);
        QVERIFY(!writeAnswers().refusal);
        QVERIFY(!readAt(*m_office).wasHere);
        const auto outbox = m_office->desk().outbox();
        QVERIFY(readAt(*m_office).wasHere);
        QCOMPARE(m_office->desk().outbox(), outbox);
    }

    void whatChangedAtTheServer_comesBackWithTheAnswers()
    {
        QVERIFY(!writeWork().refusal);
        Caller(*m_county, QStringLiteral("wang"), QStringLiteral("pc-line"))
            .step(CommandType::Accept, m_case, 2, toJson(NoteBody{}));
        const CaseId fresh = m_centre->dispatchCase(QStringLiteral("TB-%1").arg(++m_cases));
        QVERIFY(!readAt(*m_other).refusal);
        QVERIFY(isSent());
        QVERIFY(!writeAnswers().refusal);
        QVERIFY(!readAt(*m_office).refusal);
        QTRY_COMPARE(m_office->desk().caseOf(m_case)->phase, Phase::Handling);
        QVERIFY(m_office->desk().caseOf(fresh));
    }

    void stepThatCameTooLate_isADraftAgainInTheOffice()
    {
        const auto taken = m_office->desk().take(m_case, CommandType::Accept, toJson(NoteBody{}));
        QVERIFY(taken && !writeWork().refusal);
        Caller(*m_county, QStringLiteral("wang")).step(CommandType::Accept, m_case, 2, toJson(NoteBody{}));
        QVERIFY(!readAt(*m_other).refusal);
        QVERIFY(isSent());
        QVERIFY(!writeAnswers().refusal);
        QVERIFY(!readAt(*m_office).refusal);
        QTRY_VERIFY(stateOf(*m_office, *taken) == OutboxState::Conflict
            || stateOf(*m_office, *taken) == OutboxState::Refused);
        QVERIFY(!m_office->desk().keptTexts(m_case).isEmpty());
    }

    void fileAndDraft_goAlong()
    {
        LocalDesk &desk = m_office->desk();
        QFile file(m_stick->filePath(QStringLiteral("照片.pdf")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("%PDF-" + randomBytes(300'000));
        file.close();
        const auto photo = desk.addFile(file.fileName(), AttachmentKind::Photo);
        QVERIFY(photo);
        ReplyDraft draft = desk.openDraft(m_case);
        draft.reply.result = QStringLiteral("更换了阀门。");
        QVERIFY(desk.saveDraft(m_case, draft));
        const CarryReport written = writeWork();
        QCOMPARE(written.drafts, 1);
        QCOMPARE(written.files, 1);
        QVERIFY(!readAt(*m_other).refusal);
        QTRY_COMPARE_WITH_TIMEOUT(m_county->storedDigests().count(photo->sha256), 1, patienceMs);
        const auto handed = m_other->session().colleagues().handovers(m_case);
        QCOMPARE(handed.size(), 1);
        QVERIFY(m_other->session().colleagues().accept(handed.first().id));
        QCOMPARE(m_other->desk().draft(m_case)->reply.result, QStringLiteral("更换了阀门。"));
        QVERIFY(isSent());
        QVERIFY(!writeAnswers().refusal);
        QVERIFY(!readAt(*m_office).refusal);
        QTRY_COMPARE(desk.syncState().filesWaiting, 0);
    }

    void lineThatCameBackMeanwhile_doesNothingTwice()
    {
        const auto taken = m_office->desk().take(m_case, CommandType::Accept, toJson(NoteBody{}));
        QVERIFY(taken && !writeWork().refusal);
        m_away = false;
        m_line->comeBack();
        m_office->desk().retryNow();
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(*m_office, *taken), OutboxState::Accepted, patienceMs);
        const qsizetype events = logAtTheServer().size();
        QVERIFY(!readAt(*m_other).refusal);
        QVERIFY(isSent());
        QCOMPARE(logAtTheServer().size(), events);
        QVERIFY(!writeAnswers().refusal);
        QVERIFY(!readAt(*m_office).refusal);
        QCOMPARE(stateOf(*m_office, *taken), OutboxState::Accepted);
    }

    void packageForTheOther_isRefusedHere()
    {
        QVERIFY(m_office->desk().take(m_case, CommandType::Accept, toJson(NoteBody{})));
        QVERIFY(!writeWork().refusal);
        QCOMPARE(*readAt(*m_office).refusal, ErrorCode::CarryForAnother);
        const QString name = m_stick->filePath(QDir(m_stick->path()).entryList(QDir::Files).first());
        QFile file(name);
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.seek(file.size() / 2);
        file.write("x");
        file.close();
        QCOMPARE(*readAt(*m_other).refusal, ErrorCode::CarryChanged);
        QVERIFY(carry(*m_other).packages().isEmpty());
        m_stick->remove(); // Pulled out.
        QCOMPARE(*writeWork().refusal, ErrorCode::DiskFull);
    }
};

QTEST_GUILESS_MAIN(TestCarry)
#include "tst_Carry.moc"

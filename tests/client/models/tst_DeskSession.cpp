#include "client/settings/KeychainStore.h"
#include "shared/canonical/Digest.h"
#include "tests/client/CaseSamples.h"
#include "tests/client/live/CuttingProxy.h"
#include "tests/client/live/Workplace.h"
#include "tests/client/support/Awaited.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace chengban;
using live::Caller;
using live::LiveCounty;
using live::Workplace;

namespace {

const std::optional<ErrorCode> opened;

std::optional<OutboxRow> rowOf(const LocalDesk &desk, const CommandId &id)
{
    for (const OutboxRow &row : desk.outbox()) {
        if (row.command.id == id)
            return row;
    }
    return std::nullopt;
}

OutboxState stateOf(const LocalDesk &desk, const CommandId &id)
{
    const auto row = rowOf(desk, id);
    return row ? row->state : OutboxState::Queued;
}

qint64 nowMs()
{
    return QDateTime::currentMSecsSinceEpoch();
}

} // namespace

/// People at work against the real server, each with a store and a sync thread; the keychain is a real secret
/// service (tests/with-keyring).
class TestDeskSession : public QObject
{
    Q_OBJECT

    std::unique_ptr<LiveCounty> m_county;
    std::unique_ptr<Caller> m_centre;
    std::unique_ptr<CuttingProxy> m_line; ///< Of the first PC.
    KeychainStore m_keychain;
    std::unique_ptr<Workplace> m_pc;
    std::unique_ptr<Workplace> m_otherPc; ///< Of the same clerk, on a line of its own.
    int m_cases = 0;

    /// The refresh token is used by someone else, who goes on with the next one: ours is worth nothing now.
    void endLogInElsewhere()
    {
        const auto token = m_keychain.read(DeskSession::tokenName(m_pc->folder()));
        ApiClient other({m_county->url(), m_county->caPem(), m_pc->device()});
        QString next = QString::fromLatin1(**token);
        for (int i = 0; i < 2; ++i) {
            next = live::must(live::answered<wire::Session>([&](const auto &done) {
                other.refresh(next, done);
            })).refreshToken;
        }
    }

    CaseId dispatchCase() { return m_centre->dispatchCase(QStringLiteral("TB-%1").arg(++m_cases)); }
    /// In work, its citizen reached: a reply may be submitted.
    CaseId caseInWork()
    {
        const CaseId id = dispatchCase();
        Caller clerk(*m_county, QStringLiteral("wang"));
        clerk.step(CommandType::Accept, id, 2, toJson(NoteBody{}));
        Caller(*m_county, QStringLiteral("chen"))
            .step(CommandType::Instruct, id, 3, toJson(NoteBody{QStringLiteral("今天到现场。")}));
        clerk.step(CommandType::RecordContact, id, 4, toJson(samples::contact(nowMs() - 1000)));
        return id;
    }
    /// Asked for by a colleague and signed by the principal leader (T24), both elsewhere.
    void giveBack(const CaseId &id, const ReturnRequestBody &back)
    {
        m_county->addUser(QStringLiteral("gao"), QStringLiteral("water"), QStringLiteral("principal-leader"));
        Caller principal(*m_county, QStringLiteral("gao"));
        const Sm2Key key = live::must(Sm2Key::generate());
        const auto enrolled = live::must(live::answered<EnrolledKey>([&](const auto &done) {
            principal.api().enrolKey(
                key.publicKeyPem(), QStringLiteral("wang"), LiveCounty::passwordFor(), done);
        }));
        const auto asked
            = Caller(*m_county, QStringLiteral("wang")).send(CommandType::RequestReturn, id, 5, toJson(back));
        SignedText text;
        text.tenant = principal.actor().tenant;
        text.caseId = id;
        text.replyVersion = 1;
        text.replyDigest = hex(live::must(requestDigest(SignedAction::Return, toJson(back))));
        text.caseHead = hex(asked.events.last().digest);
        text.action = nameOf(SignedAction::Return);
        text.level = SignerLevel::PrincipalLeader;
        text.signer = principal.actor().user;
        text.key = enrolled.id;
        text.claimedTimeMs = nowMs();
        principal.step(CommandType::SignRequest, id, 6, toJson(live::must(signReply(text, key, {}))));
    }
    [[nodiscard]] static bool hasCase(Workplace &pc, const CaseId &id)
    {
        return QTest::qWaitFor([&] { return pc.desk().caseOf(id).has_value(); }, 8000);
    }
    [[nodiscard]] static bool goesOffline(Workplace &pc)
    {
        pc.desk().retryNow();
        return QTest::qWaitFor([&] { return pc.desk().syncState().line == SyncState::Line::Offline; }, 8000);
    }
    [[nodiscard]] static bool ends(Workplace &pc, const CommandId &id)
    {
        return QTest::qWaitFor(
            [&] {
                const auto row = rowOf(pc.desk(), id);
                return row && !row->isWaiting();
            },
            8000);
    }
    static tl::expected<CommandId, Problems> submit(Workplace &pc, const CaseId &id, const Reply &reply)
    {
        return pc.desk().take(id, CommandType::SubmitForSignOff, toJson(SubmitBody{reply, {}}));
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
        QTest::failOnWarning(QRegularExpression(QStringLiteral("thread")));
        m_pc = std::make_unique<Workplace>(
            *m_county, m_keychain, QStringLiteral("li"), QStringLiteral("pc"), m_line->url());
        m_otherPc = std::make_unique<Workplace>(
            *m_county, m_keychain, QStringLiteral("li"), QStringLiteral("laptop"));
    }
    void cleanup()
    {
        m_pc.reset();
        m_otherPc.reset();
    }

    void start_caseDispatchedWhileAtWork_arrivesByTheLongPoll()
    {
        QCOMPARE(m_pc->logIn(), opened);
        QVERIFY(m_pc->comesOnline());
        QVERIFY(hasCase(*m_pc, dispatchCase()));
        QCOMPARE(m_pc->desk().cases().first().phase, Phase::Dispatched);
    }

    void take_offline_reachesTheServerWhenTheLineIsBack()
    {
        QCOMPARE(m_pc->logIn(), opened);
        const CaseId id = dispatchCase();
        QVERIFY(hasCase(*m_pc, id));
        m_line->goAway();
        QVERIFY(goesOffline(*m_pc));
        const auto taken = m_pc->desk().take(id, CommandType::Accept, toJson(NoteBody{}));
        QVERIFY(taken);
        QCOMPARE(m_pc->desk().caseOf(id)->phase, Phase::Handling);
        m_line->comeBack();
        m_pc->desk().retryNow();
        QTRY_COMPARE(stateOf(m_pc->desk(), *taken), OutboxState::Accepted);
        const auto there = live::must(
            live::answered<wire::FeedCase>([&](const auto &done) { m_centre->api().readCase(id, done); }));
        QCOMPARE(there.events.last().command, *taken);
    }

    void restart_tokenInTheKeychain_comesOnlineWithoutALogIn()
    {
        QCOMPARE(m_pc->logIn(), opened);
        QVERIFY(m_pc->comesOnline());
        m_pc->leave();
        QCOMPARE(m_pc->openOffline(), opened);
        QVERIFY(m_pc->comesOnline());
    }

    void logOut_theNextStartStaysOfflineAndTheStoreOpens()
    {
        QCOMPARE(m_pc->logIn(), opened);
        const CaseId id = dispatchCase();
        QVERIFY(hasCase(*m_pc, id));
        m_pc->session().logOut();
        QTRY_COMPARE(m_pc->desk().syncState().line, SyncState::Line::LoggedOut);
        m_pc->leave();
        QCOMPARE(m_pc->openOffline(), opened);
        QVERIFY(m_pc->desk().caseOf(id));
        QTRY_COMPARE(m_pc->desk().syncState().line, SyncState::Line::LoggedOut);
    }

    void logInOver_renewedBesideTheOpenDesk_sendsWhatWasDoneMeanwhile()
    {
        QCOMPARE(m_pc->logIn(), opened);
        const CaseId id = dispatchCase();
        QVERIFY(hasCase(*m_pc, id));
        endLogInElsewhere();
        QSignalSpy needed(&m_pc->session(), &DeskSession::logInNeeded);
        m_pc->aheadMs = 3600'000;
        m_pc->desk().retryNow();
        QTRY_COMPARE(needed.size(), 1);
        const auto taken = m_pc->desk().take(id, CommandType::Accept, toJson(NoteBody{}));
        QVERIFY(taken);
        QVERIFY(m_pc->renew(QStringLiteral("a wrong password")) == ErrorCode::WrongCredentials);
        QCOMPARE(m_pc->desk().syncState().line, SyncState::Line::LoggedOut);
        QCOMPARE(m_pc->renew(LiveCounty::passwordFor()), opened);
        QTRY_COMPARE(stateOf(m_pc->desk(), *taken), OutboxState::Accepted);
    }

    void revoked_whileAtWork_wipesTheKeysAndTheReplica()
    {
        m_pc = std::make_unique<Workplace>(
            *m_county, m_keychain, QStringLiteral("li"), QStringLiteral("lost-pc"), m_line->url());
        QCOMPARE(m_pc->logIn(), opened);
        QVERIFY(m_pc->comesOnline());
        QSignalSpy wiped(&m_pc->session(), &DeskSession::wiped);
        Caller(*m_county, QStringLiteral("security"))
            .ask("DELETE", QStringLiteral("/v1/devices/lost-pc?user=li"));
        m_pc->desk().retryNow();
        QVERIFY(!wiped.isEmpty() || wiped.wait(8000));
        QVERIFY(m_pc->desk().isLocked());
        QVERIFY(!QFile::exists(replicaPath(m_pc->folder())));
        QVERIFY(!m_keychain.read(DeskSession::secretName(m_pc->folder())).value());
        QVERIFY(!m_keychain.read(DeskSession::tokenName(m_pc->folder())).value());
        QCOMPARE(
            awaited(m_pc->desk().unlock(LiveCounty::passwordFor())).error().code, ErrorCode::StoreLocked);
    }

    void lock_unlockedAgain_goesOnWithTheServer()
    {
        QCOMPARE(m_pc->logIn(), opened);
        QVERIFY(m_pc->comesOnline());
        m_pc->desk().lock();
        const CaseId id = dispatchCase();
        QVERIFY(awaited(m_pc->desk().unlock(LiveCounty::passwordFor())));
        QVERIFY(hasCase(*m_pc, id));
    }

    void addFile_lineCutOnTheWay_arrivesOnceByItself()
    {
        QCOMPARE(m_pc->logIn(), opened);
        QVERIFY(m_pc->comesOnline());
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("照片.pdf")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("%PDF-" + randomBytes(5 << 20));
        file.close();
        m_line->cutAfterSent(4'300'000);
        const auto added = m_pc->desk().addFile(file.fileName(), AttachmentKind::Photo);
        QVERIFY(added);
        QTRY_COMPARE_WITH_TIMEOUT(m_line->cuts(), 1, 8000);
        m_pc->desk().retryNow();
        QTRY_COMPARE_WITH_TIMEOUT(m_pc->desk().syncState().filesWaiting, 0, 10'000);
        QCOMPARE(m_county->storedDigests().count(added->sha256), 1);
    }

    void enrolAndSign_withTheRealServer_isAccepted()
    {
        const CaseId id = caseInWork();
        Caller clerk(*m_county, QStringLiteral("wang"));
        m_pc = std::make_unique<Workplace>(
            *m_county, m_keychain, QStringLiteral("chen"), QStringLiteral("pc"), m_line->url());
        QCOMPARE(m_pc->logIn(), opened);
        QVERIFY(hasCase(*m_pc, id));
        const Reply reply = samples::solvedReply(m_pc->desk().caseOf(id).value());
        clerk.step(CommandType::SubmitForSignOff, id, 5, toJson(SubmitBody{reply, {}}));
        QSignalSpy enrolled(&m_pc->desk(), &Desk::keyEnrolled);
        m_pc->desk().enrolKey(QStringLiteral("246810"), QStringLiteral("wang"), QStringLiteral("wrong"));
        QVERIFY(enrolled.wait(8000));
        QCOMPARE(enrolled.first().at(1).value<ErrorCode>(), ErrorCode::WrongCredentials);
        m_pc->desk().enrolKey(QStringLiteral("246810"), QStringLiteral("wang"), LiveCounty::passwordFor());
        QVERIFY(enrolled.wait(8000));
        QVERIFY(enrolled.last().at(0).toBool());
        QTRY_VERIFY(m_pc->desk().caseOf(id)->phase == Phase::AwaitingSignOff);
        const auto body = m_pc->desk()
                              .sign(id, m_pc->desk().caseOf(id)->currentReply()->digest,
                                  QStringLiteral("同意"), QStringLiteral("246810"))
                              .result();
        QVERIFY(body);
        const auto taken = m_pc->desk().take(id, CommandType::Sign, toJson(*body));
        QVERIFY(taken);
        QTRY_COMPARE(stateOf(m_pc->desk(), *taken), OutboxState::Accepted);
        // A submission lets the server sign a root; what this desk holds stands under it.
        clerk.step(CommandType::SubmitReply, id, 7, toJson(ReplyVersionBody{1}));
        const auto proof = live::must(
            live::answered<HeadProof>([&](const auto &done) { clerk.api().headProof(id, done); }));
        QTRY_COMPARE(m_pc->desk().logOf(id)->size(), proof.head.revision);
        QList<Event> log = m_pc->desk().logOf(id).value();
        QVERIFY(checkHead(proof, id, log, clerk.serverKeyPem().toLatin1()));
        log.last().serverTimeMs += 1;
        QCOMPARE(
            checkHead(proof, id, log, clerk.serverKeyPem().toLatin1()).error().code, ErrorCode::RootMismatch);
    }

    void conflict_sameClerkOnTwoPcs_bothTextsStayAndTheSecondIsTold()
    {
        const CaseId id = caseInWork();
        QCOMPARE(m_pc->logIn(), opened);
        QCOMPARE(m_otherPc->logIn(), opened);
        QVERIFY(hasCase(*m_pc, id));
        QVERIFY(hasCase(*m_otherPc, id));
        m_line->goAway();
        QVERIFY(goesOffline(*m_pc));
        const Case theCase = m_pc->desk().caseOf(id).value();
        const Reply mine = samples::solvedReply(theCase, QStringLiteral("在局里电脑上写的结果。"));
        const Reply other = samples::solvedReply(theCase, QStringLiteral("在笔记本上写的结果。"));
        QVERIFY(m_pc->desk().saveDraft(id, mine));
        QVERIFY(m_otherPc->desk().saveDraft(id, other));
        const auto second = submit(*m_pc, id, mine);
        QVERIFY(second);
        const auto first = submit(*m_otherPc, id, other);
        QVERIFY(first);
        QVERIFY(ends(*m_otherPc, *first));
        QCOMPARE(stateOf(m_otherPc->desk(), *first), OutboxState::Accepted);
        m_line->comeBack();
        m_pc->desk().retryNow();
        QVERIFY(ends(*m_pc, *second));
        const auto row = rowOf(m_pc->desk(), *second);
        QCOMPARE(row->state, OutboxState::Conflict);
        QCOMPARE(row->reason, ErrorCode::Conflict);
        QTRY_COMPARE(m_pc->desk().caseOf(id)->currentReply()->reply.result, other.result);
        QVERIFY(m_pc->desk().settle(*second));
        QCOMPARE(m_pc->desk().draft(id)->reply, mine);
        const auto news = m_pc->desk().newsFor(id, *m_pc->desk().draft(id));
        QVERIFY(news);
        QCOMPARE(news->merge.clashes.size(), 2); // The result, and the answer composed of it.
        QCOMPARE(news->writers.value(QStringLiteral("result")).device.value, m_otherPc->device());
        ReplyMerge chosen = news->merge;
        for (const FieldClash &clash : news->merge.clashes)
            chosen = decided(chosen, clash.field, Keep::Theirs);
        QVERIFY(m_pc->desk().takeNews(id, *news, chosen));
        QCOMPARE(m_pc->desk().draft(id)->reply.result, other.result);
        QVERIFY(!m_pc->desk().newsFor(id, *m_pc->desk().draft(id)));
        QCOMPARE(replyFromJson(m_pc->desk().keptTexts(id).first().body)->result, mine.result);
        QCOMPARE(m_otherPc->desk().caseOf(id)->currentReply()->reply.result, other.result);
        QVERIFY(m_pc->desk().outbox().isEmpty());
    }

    void conflict_newerDraftBegunMeanwhile_bothAreKept()
    {
        const CaseId id = caseInWork();
        QCOMPARE(m_pc->logIn(), opened);
        QVERIFY(hasCase(*m_pc, id));
        m_line->goAway();
        QVERIFY(goesOffline(*m_pc));
        const Case theCase = m_pc->desk().caseOf(id).value();
        const Reply mine = samples::solvedReply(theCase, QStringLiteral("先写的结果。"));
        const auto taken = submit(*m_pc, id, mine);
        QVERIFY(taken);
        Caller wang(*m_county, QStringLiteral("wang"));
        wang.step(
            CommandType::SubmitForSignOff, id, 5, toJson(SubmitBody{samples::solvedReply(theCase), {}}));
        Reply newer;
        newer.answer = QStringLiteral("后写的草稿");
        QVERIFY(m_pc->desk().saveDraft(id, newer));
        m_line->comeBack();
        m_pc->desk().retryNow();
        QVERIFY(ends(*m_pc, *taken));
        QVERIFY(m_pc->desk().settle(*taken));
        QCOMPARE(m_pc->desk().draft(id)->reply, newer);
        const auto kept = m_pc->desk().keptTexts(id);
        QCOMPARE(kept.size(), 1);
        QCOMPARE(kept.first().why, QStringLiteral("conflict"));
        QCOMPARE(submitFromJson(kept.first().body)->reply, mine);
    }

    void refusal_caseSentBackMeanwhile_saysWhyAndTheTextComesBack()
    {
        const CaseId id = caseInWork();
        QCOMPARE(m_pc->logIn(), opened);
        QVERIFY(hasCase(*m_pc, id));
        m_line->goAway();
        QVERIFY(goesOffline(*m_pc));
        const Reply mine = samples::solvedReply(m_pc->desk().caseOf(id).value());
        const auto taken = submit(*m_pc, id, mine);
        QVERIFY(taken);
        ReturnRequestBody back;
        back.reason = QStringLiteral("out-of-duty");
        back.statement = QStringLiteral("经核实，该处管道由小区物业管理，不属我局职责。");
        giveBack(id, back);
        m_line->comeBack();
        m_pc->desk().retryNow();
        QVERIFY(ends(*m_pc, *taken));
        const auto row = rowOf(m_pc->desk(), *taken);
        QCOMPARE(row->state, OutboxState::Refused);
        QCOMPARE(row->reason, ErrorCode::StepNotAllowed);
        QVERIFY(!row->problems.isEmpty());
        QTRY_COMPARE(m_pc->desk().caseOf(id)->phase, Phase::ReturnRequested);
        QVERIFY(m_pc->desk().settle(*taken));
        QCOMPARE(m_pc->desk().draft(id)->reply, mine);
    }
};

QTEST_GUILESS_MAIN(TestDeskSession)
#include "tst_DeskSession.moc"

#include "client/models/BulletinShelf.h"
#include "client/models/LocalDesk.h"
#include "client/settings/MemoryKeyStore.h"
#include "client/store/Vault.h"
#include "tests/client/CaseSamples.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace chengban;
using samples::hour;
using samples::Log;
using samples::monday;

namespace {

constexpr PassphraseCost cheap{1, 8 << 20};
const QString scope = QStringLiteral("unit:water");

Actor colleague()
{
    Actor wang = samples::actor(Role::Clerk, QStringLiteral("wang"));
    wang.name = QStringLiteral("王同事");
    wang.device = DeviceId{QStringLiteral("device-2")};
    return wang;
}

} // namespace

/// Drafts of the desk and what becomes of them when others write, when the server refuses, and when the case
/// is taken away.
class TestLocalDrafts : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    MemoryKeyStore m_keychain;
    std::unique_ptr<LocalDesk> m_desk;
    QByteArray m_key;
    qint64 m_now = monday + 5 * hour;

    void open()
    {
        m_desk.reset();
        DeskSetup setup;
        setup.folder = m_folder->path();
        setup.actor = samples::actor(Role::Clerk);
        setup.keychain = &m_keychain;
        setup.clock = [this] { return m_now; };
        m_desk = LocalDesk::open(setup, DataKey::fromBytes(m_key).value()).value();
    }
    std::unique_ptr<Store> store()
    {
        return Store::open(m_folder->path(), DataKey::fromBytes(m_key).value()).value();
    }
    void put(const Log &log, Access access = Access::Working)
    {
        QVERIFY(store()->replica().apply(samples::page({log.feedCase(0, access)}), scope));
        m_desk->takeOverCases({log.id()});
    }
    Log contacted()
    {
        Log log = samples::dispatchedCase();
        samples::instruct(log, monday + 2 * hour + 1);
        log.step(CommandType::RecordContact, toJson(samples::contact(monday + 2 * hour)),
            samples::actor(Role::Clerk), monday + 3 * hour);
        return log;
    }
    /// The colleague's version, and the leader's return that makes the case writable again.
    void writeElsewhere(Log &log, const QString &result)
    {
        Reply reply = samples::solvedReply(log.theCase(), result);
        reply.summary = QStringLiteral("他写的概括");
        QVERIFY(!log.step(CommandType::SubmitForSignOff, toJson(SubmitBody{reply, {}}), colleague(),
                        monday + 4 * hour)
                     .isEmpty());
    }
    wire::CommandAnswer refusal(const CommandId &id, wire::CommandState state)
    {
        Problem problem;
        problem.code = ErrorCode::PartMissing;
        problem.finding = QStringLiteral("result-missing");
        problem.field = QStringLiteral("result");
        wire::CommandAnswer answer;
        answer.command = id;
        answer.state = state;
        if (state == wire::CommandState::Refused)
            answer.problems = {problem};
        return answer;
    }
    CommandId submit(const Log &log, const Reply &reply)
    {
        const auto taken
            = m_desk->take(log.id(), CommandType::SubmitForSignOff, toJson(SubmitBody{reply, {}}));
        if (!taken)
            qFatal("not submitted");
        return *taken;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        auto vault = Vault::open(m_folder->path()).value();
        m_key = vault.createKey({}, QStringLiteral("a long password"), newRecoveryPair().first, cheap)
                    .value()
                    .view()
                    .toByteArray();
        open();
    }
    void cleanup() { m_desk.reset(); }

    void newsFor_colleagueWroteOtherFields_takesThemAndAsksNothing()
    {
        Log log = contacted();
        put(log);
        ReplyDraft draft = m_desk->openDraft(log.id());
        draft.reply.plan = QStringLiteral("我的计划");
        QVERIFY(m_desk->saveDraft(log.id(), draft));
        QVERIFY(!m_desk->newsFor(log.id(), *m_desk->draft(log.id())));
        writeElsewhere(log, QStringLiteral("他的结果。"));
        put(log);
        const auto news = m_desk->newsFor(log.id(), *m_desk->draft(log.id()));
        QVERIFY(news);
        QVERIFY(news->merge.clashes.isEmpty());
        QCOMPARE(news->writers.value(QStringLiteral("result")),
            (Writer{UserId{QStringLiteral("wang")}, QStringLiteral("王同事"),
                DeviceId{QStringLiteral("device-2")}, monday + 4 * hour}));
        const auto after = m_desk->takeNews(log.id(), *news, news->merge);
        QVERIFY(after);
        QCOMPARE(after->reply.plan, QStringLiteral("我的计划"));
        QCOMPARE(after->reply.result, QStringLiteral("他的结果。"));
        QCOMPARE(m_desk->draft(log.id())->reply, after->reply);
        QVERIFY(m_desk->keptTexts(log.id()).isEmpty()); // Nothing of mine gave way.
        QVERIFY(!m_desk->newsFor(log.id(), *m_desk->draft(log.id())));
    }

    void newsFor_sameFieldOnBothSides_staysOpenUntilDecidedAndKeepsWhatGaveWay()
    {
        Log log = contacted();
        put(log);
        ReplyDraft draft = m_desk->openDraft(log.id());
        draft.reply.result = QStringLiteral("我的结果。");
        QVERIFY(m_desk->saveDraft(log.id(), draft));
        writeElsewhere(log, QStringLiteral("他的结果。"));
        put(log);
        auto news = m_desk->newsFor(log.id(), *m_desk->draft(log.id()));
        QCOMPARE(news->merge.clashes.size(), 1);
        QVERIFY(m_desk->takeNews(log.id(), *news, news->merge)); // Decided later; the rest is in.
        open();
        news = m_desk->newsFor(log.id(), *m_desk->draft(log.id()));
        QVERIFY(news);
        QCOMPARE(news->merge.clashes.first().field, QStringLiteral("result"));
        QCOMPARE(news->mine.reply.summary, QStringLiteral("他写的概括"));
        QVERIFY(
            m_desk->takeNews(log.id(), *news, decided(news->merge, QStringLiteral("result"), Keep::Theirs)));
        QCOMPARE(m_desk->draft(log.id())->reply.result, QStringLiteral("他的结果。"));
        QVERIFY(!m_desk->newsFor(log.id(), *m_desk->draft(log.id())));
        const auto kept = m_desk->keptTexts(log.id());
        QCOMPARE(kept.first().why, QStringLiteral("merged"));
        QCOMPARE(replyFromJson(kept.first().body)->result, QStringLiteral("我的结果。"));
        QVERIFY(m_desk->bringBack(log.id(), kept.first()));
        QCOMPARE(m_desk->draft(log.id())->reply.result, QStringLiteral("我的结果。"));
        QCOMPARE(m_desk->keptTexts(log.id()).first().why, QStringLiteral("replaced"));
    }

    void newsFor_draftOfAnEarlierRelease_restsOnTheVersionOfItsTime()
    {
        Log log = contacted();
        writeElsewhere(log, QStringLiteral("第一版。"));
        put(log);
        Reply mine = log.theCase().currentReply()->reply;
        const qint64 begun = log.events.size();
        mine.plan = QStringLiteral("我的计划");
        QVERIFY(store()->drafts().save(log.id(), {mine, begun, monday}));
        QVERIFY(
            !log.step(CommandType::Withdraw, toJson(NoteBody{}), colleague(), monday + 5 * hour).isEmpty());
        writeElsewhere(log, QStringLiteral("第二版。"));
        QCOMPARE(log.theCase().replies.size(), 2);
        put(log);
        const auto news = m_desk->newsFor(log.id(), *m_desk->draft(log.id()));
        QVERIFY(news);
        QVERIFY(news->merge.clashes.isEmpty());
        QCOMPARE(news->merge.reply.result, QStringLiteral("第二版。"));
        QCOMPARE(news->merge.reply.plan, QStringLiteral("我的计划"));
    }

    void refusal_ofAReply_isTheDraftAtOnceWithItsReasonAtTheField()
    {
        const Log log = contacted();
        put(log);
        const Reply reply = samples::solvedReply(log.theCase());
        QVERIFY(m_desk->saveDraft(log.id(), reply));
        QVERIFY(m_desk->saveStepDraft(
            log.id(), CommandType::SubmitForSignOff, {{QStringLiteral("note"), QStringLiteral("请审")}}));
        const CommandId id = submit(log, reply);
        QVERIFY(m_desk->saveStepDraft(log.id(), CommandType::SubmitForSignOff, {}));
        QVERIFY(store()->outbox().setAnswered(refusal(id, wire::CommandState::Refused), m_now));
        QSignalSpy changed(m_desk.get(), &Desk::casesChanged);
        m_desk->takeOverOutbox();
        QCOMPARE(changed.size(), 1);
        const auto draft = m_desk->draft(log.id());
        QVERIFY(draft);
        QCOMPARE(draft->reply, reply);
        QCOMPARE(draft->givenBack->problems.first().field, QStringLiteral("result"));
        QCOMPARE(
            m_desk->stepDraft(log.id(), CommandType::SubmitForSignOff)->fields.value(QStringLiteral("note")),
            QStringLiteral("请审"));
        m_desk->takeOverOutbox(); // Once, whatever is told again.
        QCOMPARE(m_desk->keptTexts(log.id()).size(), 1);
        QCOMPARE(m_desk->outbox().size(), 1); // Its line stays until the person has seen to it.
        const CommandId again = submit(log, reply);
        QCOMPARE(m_desk->outbox().size(), 1);
        QCOMPARE(m_desk->outbox().first().command.id, again);
    }

    void refusal_ofAnotherStep_bringsItsFieldsBackUnderTheStepOfTheForm()
    {
        const Log log = samples::dispatchedCase();
        put(log);
        const QJsonObject fields{{QStringLiteral("text"), QStringLiteral("现场查看了两次")}};
        QVERIFY(m_desk->saveStepDraft(log.id(), CommandType::ProposeHandling, fields));
        m_now += 1;
        const auto taken = m_desk->take(log.id(), CommandType::UrgeInside,
            toJson(ReminderBody{QStringLiteral("请抓紧"), {}, QStringLiteral("何长青"), m_now}));
        QVERIFY(taken);
        QVERIFY(m_desk->saveStepDraft(log.id(), CommandType::ProposeHandling, {}));
        QVERIFY(store()->outbox().setAnswered(refusal(*taken, wire::CommandState::Refused), m_now));
        m_desk->takeOverOutbox();
        const auto draft = m_desk->stepDraft(log.id(), CommandType::ProposeHandling);
        QVERIFY(draft);
        QCOMPARE(draft->fields, fields);
        QCOMPARE(draft->givenBack->reason, ErrorCode::PartMissing);
    }

    void conflict_withTheColleaguesVersion_isMergedFieldByField()
    {
        Log log = contacted();
        put(log);
        Reply mine = samples::solvedReply(log.theCase(), QStringLiteral("我的结果。"));
        mine.measures = QStringLiteral("我的措施");
        QVERIFY(m_desk->saveDraft(log.id(), mine));
        const CommandId id = submit(log, mine);
        writeElsewhere(log, QStringLiteral("他的结果。"));
        put(log);
        QVERIFY(store()->outbox().setAnswered(refusal(id, wire::CommandState::Conflict), m_now));
        m_desk->takeOverOutbox();
        const auto draft = m_desk->draft(log.id());
        QCOMPARE(draft->reply, mine);
        QCOMPARE(draft->givenBack->reason, ErrorCode::Conflict);
        const auto news = m_desk->newsFor(log.id(), *draft);
        QStringList clashes;
        for (const FieldClash &clash : news->merge.clashes)
            clashes << clash.field;
        QVERIFY(clashes.contains(QStringLiteral("result")));
        QVERIFY(!clashes.contains(QStringLiteral("handling"))); // Written alike.
        QCOMPARE(news->merge.reply.measures, QStringLiteral("我的措施"));
        QCOMPARE(news->merge.reply.summary, QStringLiteral("他写的概括"));
        QCOMPARE(m_desk->keptTexts(log.id()).first().why, QStringLiteral("conflict"));
    }

    void setAside_untilThePersonSaysSo_isThereAndThenGoneForGood()
    {
        const Log log = contacted();
        put(log);
        Reply reply;
        reply.answer = QStringLiteral("写了一半");
        QVERIFY(m_desk->saveDraft(log.id(), reply));
        QVERIFY(m_desk->discardDraft(log.id()));
        QVERIFY(m_desk->saveDraft(log.id(), reply));
        QVERIFY(m_desk->endSetAside(log.id())); // Of a case in work nothing goes.
        QVERIFY(m_desk->draft(log.id()));
        QVERIFY(store()->drafts().quarantine(log.id(), m_now));
        m_desk->takeOverOutbox();
        QCOMPARE(m_desk->setAside(), (QList<SetAside>{{log.id(), m_now, true, 0}}));
        QVERIFY(!m_desk->draft(log.id()));
        QVERIFY(m_desk->endSetAside(log.id()));
        QVERIFY(m_desk->setAside().isEmpty());
        QVERIFY(m_desk->keptTexts(log.id()).isEmpty());
        QVERIFY(store()->drafts().release(log.id()));
        QVERIFY(!m_desk->draft(log.id()));
    }

    void quarantine_after30Days_ends()
    {
        const Log log = contacted();
        put(log);
        QVERIFY(m_desk->take(log.id(), CommandType::RecordContact, toJson(samples::contact(m_now))));
        QVERIFY(store()->outbox().quarantine(log.id(), m_now));
        QVERIFY(store()->quarantine().endBefore(m_now));
        QCOMPARE(store()->quarantine().all()->first().steps, 1);
        QVERIFY(store()->quarantine().endBefore(m_now + 1));
        QVERIFY(store()->quarantine().all()->isEmpty());
        QVERIFY(store()->outbox().rows()->isEmpty());
    }

    void bulletin_isKeptSealedAndComesBackAfterARestart()
    {
        BulletinDraft draft;
        draft.bulletin.title = QStringLiteral("关于三月份办理情况的通报");
        QVERIFY(keepBulletin(*m_desk, draft));
        open();
        QCOMPARE(keptBulletin(*m_desk), draft);
        m_desk->lock();
        QCOMPARE(keptBulletin(*m_desk), BulletinDraft());
        QCOMPARE(keepBulletin(*m_desk, draft).error().code, ErrorCode::StoreLocked);
    }
};

QTEST_GUILESS_MAIN(TestLocalDrafts)
#include "tst_LocalDrafts.moc"

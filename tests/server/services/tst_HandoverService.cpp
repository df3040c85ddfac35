// Drafts between colleagues at the server: who may give what to whom, what it tells, what it forgets.
#include "server/auth/Sessions.h"
#include "server/services/HandoverService.h"
#include "server/store/AccountStore.h"
#include "server/store/AuditStore.h"
#include "server/store/SessionStore.h"
#include "tests/server/services/Desk.h"

using namespace chengban;
using namespace chengban::test;
using wire::HandoverState;

namespace {

Actor colleague()
{
    return person(u"wang"_s, Role::Clerk, u"water"_s);
}

QByteArray sealingKeyOf(const Actor &actor)
{
    return sha256(actor.device.value.toUtf8());
}

} // namespace

class TestHandoverService : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<Sm2Key> m_hand; ///< Of the clerk's computer.

    HandoverService service() { return HandoverService(m_desk->backend); }

    /// An account, a computer that has logged in, and its card.
    void atWork(const Actor &actor, const Sm2Key &hand)
    {
        must(AccountStore(m_desk->database()).put({actor.tenant, actor.user, u"-"_s, 0, 0, false}));
        must(SessionStore(m_desk->database())
                 .putDevice({actor.tenant, actor.user, actor.device, u"电脑"_s, mondayMs, mondayMs, false}));
        must(service().show(actor, sealingKeyOf(actor), hand.publicKeyPem(), mondayMs));
    }

    wire::HandoverGift gift(const CaseId &caseId, const Actor &to = colleague())
    {
        wire::HandoverGift gift{uuid7(mondayMs, systemRandom(10)), caseId, to.user, "sealed words"_ba,
            {{to.device, "sealed key"_ba}}, {}};
        gift.signature = signatureOf(gift);
        return gift;
    }
    QByteArray signatureOf(const wire::HandoverGift &gift)
    {
        return must(m_hand->sign(must(canonicalForm(HandoverText{
            clerk().tenant, gift.id, gift.caseId, clerk().user, clerk().device, gift.to, gift.content}))));
    }
    ErrorCode refusal(const wire::HandoverGift &gift, const Actor &by = clerk())
    {
        const auto given = service().give(by, gift, mondayMs);
        return given ? ErrorCode::ServerFault : given.error().code;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_desk = std::make_unique<Desk>(m_folder->path());
        m_desk->found();
        must(DirectoryService(m_desk->backend)
                 .putPerson(colleague().tenant,
                     {colleague().user, colleague().name, colleague().unit, colleague().role, {}}));
        m_hand = std::make_unique<Sm2Key>(must(Sm2Key::generate()));
        const Sm2Key other = must(Sm2Key::generate());
        atWork(clerk(), *m_hand);
        for (const Actor &one : {colleague(), roadClerk()})
            atWork(one, other);
    }
    void cleanup()
    {
        m_desk.reset();
        m_folder.reset();
    }

    void given_isSeenByBothAndOpenedByTheReceiverAlone()
    {
        const CaseId caseId = m_desk->accepted(u"1"_s);
        const auto wanted = gift(caseId);
        must(service().give(clerk(), wanted, mondayMs));
        const auto received = must(service().list(colleague(), mondayMs));
        QCOMPARE(received.size(), 1);
        QCOMPARE(received.first().content, wanted.content);
        QCOMPARE(received.first().box, wanted.keys.first().box);
        QCOMPARE(received.first().fromName, clerk().name);
        const auto own = must(service().list(clerk(), mondayMs));
        QCOMPARE(own.size(), 1);
        QVERIFY(own.first().content.isEmpty() && own.first().box.isEmpty());
        Actor elsewhere = colleague();
        elsewhere.device = {u"another"_s};
        QVERIFY(must(service().list(elsewhere, mondayMs)).first().content.isEmpty());
        for (const Actor &stranger : {leader(), roadClerk(), centre()})
            QVERIFY(must(service().list(stranger, mondayMs)).isEmpty());
    }

    void given_twice_isGivenOnce()
    {
        const auto wanted = gift(m_desk->accepted(u"1"_s));
        const auto first = must(service().give(clerk(), wanted, mondayMs));
        QCOMPARE(must(service().give(clerk(), wanted, mondayMs + minuteMs)), first);
        QCOMPARE(must(service().list(colleague(), mondayMs)).size(), 1);
        auto other = wanted;
        other.content = "other words"_ba;
        other.signature = signatureOf(other);
        QCOMPARE(refusal(other), ErrorCode::CommandIdReused);
    }

    void answered_isToldToTheGiverAndForgotten()
    {
        const auto given = must(service().give(clerk(), gift(m_desk->accepted(u"1"_s)), mondayMs));
        must(service().answer(colleague(), given.id, HandoverState::Accepted, mondayMs + 1));
        QCOMPARE(must(service().list(clerk(), mondayMs)).first().state, HandoverState::Accepted);
        QCOMPARE(must(service().list(clerk(), mondayMs)).first().stateAtMs, mondayMs + 1);
        QVERIFY(must(service().list(colleague(), mondayMs)).first().content.isEmpty());
        QVERIFY(service().answer(colleague(), given.id, HandoverState::Accepted, mondayMs + 2));
        QCOMPARE(service().answer(colleague(), given.id, HandoverState::Declined, mondayMs).error().code,
            ErrorCode::HandoverAnswered);
        QCOMPARE(service().answer(clerk(), given.id, HandoverState::Withdrawn, mondayMs).error().code,
            ErrorCode::HandoverAnswered);
        for (const char *table :
            {"SELECT COUNT(*) FROM handover_keys", "SELECT COUNT(*) FROM handovers WHERE content <> ''"})
            QCOMPARE(must(m_desk->database().row(QString::fromLatin1(table)))[0].toInt(), 0);
    }

    void answer_byAnybodyElse_isNotFound()
    {
        const auto given = must(service().give(clerk(), gift(m_desk->accepted(u"1"_s)), mondayMs));
        for (const Actor &by : {clerk(), leader(), roadClerk()})
            QCOMPARE(service().answer(by, given.id, HandoverState::Accepted, mondayMs).error().code,
                ErrorCode::NotFound);
        QCOMPARE(service().answer(colleague(), given.id, HandoverState::Withdrawn, mondayMs).error().code,
            ErrorCode::NotFound);
        must(service().answer(clerk(), given.id, HandoverState::Withdrawn, mondayMs));
        QCOMPARE(service().answer(colleague(), given.id, HandoverState::Accepted, mondayMs).error().code,
            ErrorCode::HandoverAnswered);
    }

    void given_toWhomItMayNot_isRefused()
    {
        const CaseId caseId = m_desk->accepted(u"1"_s);
        QCOMPARE(refusal(gift(caseId, roadClerk())), ErrorCode::HandoverReceiver);
        QCOMPARE(refusal(gift(caseId, clerk())), ErrorCode::HandoverReceiver);
        QCOMPARE(refusal(gift(caseId, leader())), ErrorCode::HandoverReceiver); // Never logged in.
        auto wrongComputer = gift(caseId);
        wrongComputer.keys = {{{u"pc-unknown"_s}, "key"_ba}};
        QCOMPARE(refusal(wrongComputer), ErrorCode::HandoverReceiver);
        QCOMPARE(refusal(gift({u"case-unknown"_s})), ErrorCode::NotFound);
        QCOMPARE(refusal(gift(m_desk->registered(u"2"_s))), ErrorCode::NotFound);
        QCOMPARE(refusal(gift(caseId), colleague()), ErrorCode::HandoverReceiver); // To oneself.
    }

    void given_withAnotherHand_isRefused()
    {
        auto changed = gift(m_desk->accepted(u"1"_s));
        changed.content += '!';
        QCOMPARE(refusal(changed), ErrorCode::SignatureInvalid);
        auto stolen = gift(m_desk->accepted(u"2"_s), clerk());
        stolen.to = clerk().user;
        QCOMPARE(service().give(colleague(), stolen, mondayMs).error().code, ErrorCode::SignatureInvalid);
        auto large = gift(m_desk->accepted(u"3"_s));
        large.content = QByteArray(HandoverService::largestContent + 1, 'x');
        large.signature = signatureOf(large);
        QCOMPARE(refusal(large), ErrorCode::TooLarge);
    }

    void revokedComputerOrClosedAccount_isSealedForNoLonger()
    {
        const CaseId caseId = m_desk->accepted(u"1"_s);
        must(SessionStore(m_desk->database())
                 .revokeDevice(colleague().tenant, colleague().user, colleague().device));
        QCOMPARE(refusal(gift(caseId)), ErrorCode::HandoverReceiver);
        const auto cards = must(service().cards(clerk().tenant));
        QVERIFY(std::ranges::find(cards, colleague().device, &DeviceCard::device) == cards.end());
        must(AccountStore(m_desk->database()).put({clerk().tenant, clerk().user, u"-"_s, 0, 0, true}));
        QCOMPARE(refusal(gift(caseId, leader())), ErrorCode::HandoverReceiver);
        QCOMPARE(must(service().cards(clerk().tenant)).size(), 1);
    }

    void caseThatWasTakenAway_hidesItsHandovers()
    {
        const CaseId caseId = m_desk->dispatched(u"1"_s);
        must(service().give(clerk(), gift(caseId), mondayMs));
        QCOMPARE(must(service().list(colleague(), mondayMs)).size(), 1);
        m_desk->returnAsked(caseId);
        Desk::expectAccepted(
            m_desk->take(centre(), CommandType::DecideReturn, caseId, toJson(DecisionBody{true, u"同意"_s})));
        QVERIFY(must(service().list(colleague(), mondayMs)).isEmpty());
    }

    void expired_isGone()
    {
        const auto given = must(service().give(clerk(), gift(m_desk->accepted(u"1"_s)), mondayMs));
        const qint64 end = mondayMs + HandoverService::keptMs;
        QCOMPARE(must(service().list(colleague(), end - 1)).size(), 1);
        QVERIFY(must(service().list(colleague(), end)).isEmpty());
        QCOMPARE(service().answer(colleague(), given.id, HandoverState::Accepted, end).error().code,
            ErrorCode::NotFound);
        QCOMPARE(must(service().removeExpired(end - 1)), 0);
        QCOMPARE(must(service().removeExpired(end)), 1);
        QCOMPARE(must(m_desk->database().row(u"SELECT COUNT(*) FROM handover_keys"_s))[0].toInt(), 0);
    }

    void auditLog_tellsWhoGaveToWhomAndNoWord()
    {
        const CaseId caseId = m_desk->accepted(u"1"_s);
        const auto given = must(service().give(clerk(), gift(caseId), mondayMs));
        must(service().answer(colleague(), given.id, HandoverState::Declined, mondayMs));
        const auto entries = must(AuditStore(m_desk->database()).after(clerk().tenant, 0, 100));
        const QByteArray last = entries.last().text;
        const QByteArray before = entries.at(entries.size() - 2).text;
        QVERIFY(last.contains("draft-answered") && last.contains("declined"));
        QVERIFY(before.contains("draft-given") && before.contains("wang"));
        QVERIFY(!before.contains("sealed words"));
    }
};

QTEST_GUILESS_MAIN(TestHandoverService)
#include "tst_HandoverService.moc"

#include "shared/cases/Steps.h"
#include "tests/shared/cases/Story.h"

#include <QTest>

using namespace chengban;
using namespace chengban::samples;

namespace {

using C = CommandType;

QStringList findings(const Problems &problems)
{
    QStringList names;
    for (const Problem &problem : problems)
        names.append(problem.finding);
    return names;
}

Story at(Phase phase)
{
    return Story().until(phase);
}

ReturnRequestBody returning()
{
    return {u"out-of-duty"_s, u"该路段供水由园林中心自管。"_s, parkUnit, u"县园林中心"_s};
}

/// T24: the principal leader signs before the centre learns of it.
Problems askReturn(Story &story)
{
    Problems problems = story.take(C::RequestReturn, returning(), clerk());
    return problems + story.take(C::SignRequest, signOnRequest(story.theCase), principal());
}

Problems askExtension(Story &story, const ExtensionBody &body)
{
    Problems problems = story.take(C::RequestExtension, body, clerk());
    if (!problems.isEmpty())
        return problems;
    return story.take(C::SignRequest, signOnRequest(story.theCase, SignerLevel::DeputyLeader), leader());
}

} // namespace

class TestDecide : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ordinaryLife_passesThroughAllPhases()
    {
        using enum Phase;
        for (const Phase phase : {Registered, Dispatched, Handling, AwaitingSignOff, Signed, AwaitingReview,
                 AwaitingCallback, AwaitingClose, Closed, Archived})
            QCOMPARE(at(phase).theCase.phase, phase);
        const Story story = at(Archived);
        QCOMPARE(folded(story.log), story.theCase);
        QCOMPARE(verifyChain(story.log).value(), story.theCase.head);
        QCOMPARE(story.theCase.demand, demand());
        QCOMPARE(story.theCase.identity, identity());
        QCOMPARE(story.theCase.earlierReplies, QList{earlierReply()});
    }

    void dispatch_freezesPackAndDates()
    {
        const Story story = at(Phase::Dispatched);
        QCOMPARE(story.theCase.pack, refOf(tongbai()));
        QVERIFY(story.log[0].pack.isEmpty());
        // Monday 2025-09-01, five working days after the day of receipt: Monday the 8th, 18:00.
        QCOMPARE(story.theCase.deadlines[LimitName::Handle].dueMs, mondayMs + 7 * dayMs + 9 * hourMs);
        QVERIFY(!story.theCase.deadlines[LimitName::Handle].counted.isEmpty());
        QVERIFY(story.theCase.deadlines.contains(LimitName::Accept));
        QVERIFY(story.theCase.deadlines.contains(LimitName::FirstContact));
        QVERIFY(story.theCase.deadlines.contains(LimitName::Return));
        QCOMPARE(story.theCase.runningDeadline()->limit, LimitName::Accept);
    }

    void runningDeadline_followsThePhase()
    {
        Story story = at(Phase::Handling);
        QCOMPARE(story.theCase.runningDeadline()->limit, LimitName::FirstContact);
        story.take(C::RecordContact, call(story.nowMs), clerk());
        QCOMPARE(story.theCase.runningDeadline()->limit, LimitName::Handle);
        QVERIFY(!story.until(Phase::AwaitingReview).theCase.runningDeadline());
    }

    void oldCase_isKeptWithoutDates()
    {
        Story story;
        story.nowMs = 100 * dayMs; // 1970
        story.until(Phase::Handling);
        QCOMPARE(story.theCase.phase, Phase::Handling);
        QVERIFY(story.theCase.deadlines.isEmpty());
    }

    void anotherPackThanTheFrozenOne_isRefused()
    {
        const Story story = at(Phase::Dispatched);
        RulePack other = tongbai();
        other.digest[0] = static_cast<char>(~other.digest[0]);
        const auto decision = decide(story.theCase, story.command(C::Accept, toJson(NoteBody{})), clerk(),
            {&other, rules().calendar}, story.nowMs);
        QCOMPARE(findings(decision.error()), QStringList{u"pack-not-the-frozen-one"_s});
    }

    void rework_countsRoundsAndSetsANewDate()
    {
        Story story = at(Phase::AwaitingReview);
        QVERIFY(story.take(C::ReturnForRework, ReviewBody{1, {u"evasive"_s}, {}, u"请直接回答"_s}, centre())
                    .isEmpty());
        QCOMPARE(story.theCase.phase, Phase::Rework);
        QCOMPARE(story.theCase.round, 2);
        QCOMPARE(story.theCase.runningDeadline()->limit, LimitName::Rework);
        story.until(Phase::Archived);
        QCOMPARE(story.theCase.replies.size(), 2);
        QCOMPARE(story.theCase.submissions.last().replyVersion, 2);
    }

    void leaderReturns_clerkWithdraws_andTheRoundStays()
    {
        Story story = at(Phase::AwaitingSignOff);
        QVERIFY(story.take(C::ReturnToClerk, NoteBody{u"请补充水压数据"_s}, leader()).isEmpty());
        QCOMPARE(story.theCase.phase, Phase::Handling);
        story.until(Phase::AwaitingSignOff);
        QVERIFY(story.take(C::Withdraw, NoteBody{}, clerk()).isEmpty());
        QCOMPARE(story.theCase.phase, Phase::Handling);
        story.until(Phase::Signed);
        QCOMPARE(story.theCase.replies.size(), 3);
        QCOMPARE(story.theCase.round, 1);
        QVERIFY(story.take(C::ReturnToClerk, NoteBody{u"数据有误"_s}, leader()).isEmpty());
        QCOMPARE(findings(story.take(C::SubmitReply, ReplyVersionBody{3}, clerk())),
            QStringList{u"step-not-allowed"_s});
    }

    void grantedReturn_bringsTheCaseToAnotherUnit()
    {
        Story story = at(Phase::Dispatched);
        QVERIFY(askReturn(story).isEmpty());
        QCOMPARE(story.theCase.phase, Phase::ReturnRequested);
        QVERIFY(story.take(C::DecideReturn, DecisionBody{true, {}}, centre()).isEmpty());
        QCOMPARE(story.theCase.phase, Phase::Registered);
        QCOMPARE(unitAccess(story.theCase, waterUnit), Access::Left);
        QVERIFY(story.theCase.deadlines.isEmpty());
        QVERIFY(story
                    .take(C::Dispatch, DispatchBody{parkUnit, u"县园林中心"_s, {}, CaseClass::General, {}},
                        centre())
                    .isEmpty());
        QCOMPARE(unitAccess(story.theCase, parkUnit), Access::Working);
        QCOMPARE(findings(story.take(C::Accept, NoteBody{}, clerk())), QStringList{u"not-responsible"_s});
        QVERIFY(story.take(C::Accept, NoteBody{}, parkClerk()).isEmpty());
    }

    void rejectedReturn_goesBackAndIsTheLast()
    {
        Story story = at(Phase::Handling);
        QVERIFY(askReturn(story).isEmpty());
        QCOMPARE(findings(story.take(C::DecideReturn, DecisionBody{false, {}}, centre())),
            QStringList{u"rejection-reason-missing"_s});
        QVERIFY(story.take(C::DecideReturn, DecisionBody{false, u"属地管理"_s}, centre()).isEmpty());
        QCOMPARE(story.theCase.phase, Phase::Handling);
        QCOMPARE(findings(story.take(C::RequestReturn, returning(), clerk())),
            QStringList{u"return-already-rejected"_s});
    }

    void extension_movesTheDateOnce()
    {
        Story story = at(Phase::Handling);
        story.take(C::RecordContact, call(story.nowMs), clerk());
        const qint64 due = story.theCase.replyDeadline()->dueMs;
        QVERIFY(askExtension(story, {u"管道须定制"_s, u"采购合同"_s, 5}).isEmpty());
        QCOMPARE(
            findings(askExtension(story, {u"管道"_s, u"合同"_s, 5})), QStringList{u"extension-used-up"_s});
        QVERIFY(story.take(C::DecideExtension, DecisionBody{true, {}}, centre()).isEmpty());
        QCOMPARE(story.theCase.replyDeadline()->dueMs, due + 7 * dayMs);
        QVERIFY(!tableSteps(story.theCase, centre()).contains(C::DecideExtension));
        QCOMPARE(findings(story.take(C::RequestExtension, ExtensionBody{u"管道"_s, u"合同"_s, 5}, clerk())),
            QStringList{u"extension-used-up"_s});
    }

    void unreachedCallback_staysUntilGivenUp()
    {
        Story story = at(Phase::AwaitingCallback);
        CallbackBody missed;
        missed.atMs = story.nowMs;
        QVERIFY(story.take(C::RecordCentreCallback, missed, centre()).isEmpty());
        QCOMPARE(story.theCase.phase, Phase::AwaitingCallback);
        missed.note = u"三次无人接听，不再回访"_s;
        QVERIFY(story.take(C::RecordCentreCallback, missed, centre()).isEmpty());
        QCOMPARE(story.theCase.phase, Phase::AwaitingClose);
    }

    void lateExtension_isRefused()
    {
        Story story = at(Phase::Handling);
        story.take(C::RecordContact, call(story.nowMs), clerk());
        story.nowMs = story.theCase.replyDeadline()->dueMs + 1;
        QCOMPARE(findings(story.take(C::RequestExtension, ExtensionBody{u"因"_s, u"据"_s, 3}, clerk())),
            QStringList{u"extension-too-late"_s});
    }

    void lateReturn_isRefused()
    {
        Story story = at(Phase::Handling);
        story.nowMs = story.theCase.deadlines[LimitName::Return].dueMs + 1;
        QCOMPARE(
            findings(story.take(C::RequestReturn, returning(), clerk())), QStringList{u"return-too-late"_s});
    }

    void baseBeyondTheHead_isRefused()
    {
        const Story story = at(Phase::Dispatched);
        Command command = story.command(C::Accept, toJson(NoteBody{}));
        for (const qint64 base : {qint64(0), story.theCase.revision + 1}) {
            command.baseRevision = base;
            const auto decision = decide(story.theCase, command, clerk(), rules(), story.nowMs);
            QCOMPARE(findings(decision.error()), QStringList{u"base-revision-wrong"_s});
        }
    }

    void foreignTenant_isRefused()
    {
        Story story = at(Phase::Handling);
        Actor foreign = centre();
        foreign.tenant = {u"other"_s};
        QCOMPARE(
            findings(story.take(C::Urge, NoteBody{u"快"_s}, foreign)), QStringList{u"not-responsible"_s});
    }

    void unknownEvent_makesTheCaseReadOnly()
    {
        Story story = at(Phase::Handling);
        Event event = story.log.last();
        event.type = u"invented-later"_s;
        event.digest.clear();
        story.theCase = evolve(story.theCase, event);
        QVERIFY(story.theCase.readOnly);
        QCOMPARE(story.theCase.phase, Phase::Handling);
        QCOMPARE(findings(story.take(C::RecordContact, call(mondayMs), clerk())),
            QStringList{u"case-read-only"_s});
        QVERIFY(tableSteps(story.theCase, clerk()).isEmpty());
    }

    void newerTypeVersion_makesTheCaseReadOnly()
    {
        Story story = at(Phase::Handling);
        Event event = story.log.last();
        event.typeVersion = 2;
        QVERIFY(evolve(story.theCase, event).readOnly);
    }

    void erasedIdentity_isGoneAndTheChainHolds()
    {
        Story story = at(Phase::Archived);
        const EraseBody erasure{1, u"identity"_s, u"保管期满"_s};
        QVERIFY(story.take(C::RequestErasure, erasure, archivist()).isEmpty());
        QVERIFY(story.theCase.identity);
        QVERIFY(story.take(C::ErasePart, erasure, centre()).isEmpty());
        QVERIFY(story.theCase.identityErased && !story.theCase.identity);
        QList<Event> stored = story.log;
        stored[0] = erasedPart(stored[0], u"identity");
        QCOMPARE(verifyChain(stored).value(), story.theCase.head);
        QCOMPARE(folded(stored), story.theCase);
        QVERIFY(!story.theCase.erasureRequest);
        QCOMPARE(
            findings(story.take(C::RequestErasure, erasure, archivist())), QStringList{u"part-not-there"_s});
    }

    void erasure_isTheActOfTwoPeople()
    {
        Story story = at(Phase::Closed);
        const EraseBody erasure{1, u"identity"_s, u"保管期满"_s};
        QCOMPARE(findings(story.take(C::ErasePart, erasure, centre())), QStringList{u"step-not-allowed"_s});
        QVERIFY(story.take(C::RequestErasure, erasure, archivist()).isEmpty());
        QCOMPARE(
            findings(story.take(C::ErasePart, erasure, archivist())), QStringList{u"step-not-allowed"_s});
        QVERIFY(!tableSteps(story.theCase, archivist()).contains(C::ErasePart));
        QVERIFY(tableSteps(story.theCase, centre()).contains(C::ErasePart));
        QCOMPARE(findings(story.take(C::ErasePart, EraseBody{1, u"earlier"_s, u"保管期满"_s}, centre())),
            QStringList{u"erasure-not-the-one-asked"_s});
        QCOMPARE(findings(story.take(C::RequestErasure, erasure, centre())),
            QStringList{u"erasure-already-asked"_s});
        QVERIFY(story.theCase.identity);
    }

    void erasure_ofAnIdentityThatIsWithheld_canBeAskedFor()
    {
        Story story = at(Phase::Closed);
        story.theCase.identity.reset();
        story.theCase.identityWithheld = true;
        QVERIFY(story.take(C::RequestErasure, EraseBody{1, u"identity"_s, u"期满"_s}, archivist()).isEmpty());
    }

    void erasure_canBeRefusedOrTakenBack()
    {
        for (const Actor &answering : {centre(), archivist()}) {
            Story story = at(Phase::Closed);
            QVERIFY(
                story.take(C::RequestErasure, EraseBody{1, u"identity"_s, u"期满"_s}, archivist()).isEmpty());
            QCOMPARE(findings(story.take(C::RefuseErasure, NoteBody{}, answering)),
                QStringList{u"erasure-refusal-missing"_s});
            QVERIFY(story.take(C::RefuseErasure, NoteBody{u"尚有争议"_s}, answering).isEmpty());
            QVERIFY(!story.theCase.erasureRequest && story.theCase.identity);
            QVERIFY(!tableSteps(story.theCase, answering).contains(C::RefuseErasure));
        }
    }

    void pendingCommand_isFoldedOverTheConfirmedLog()
    {
        const Story story = at(Phase::Dispatched);
        const auto drafts = story.decision(C::Accept, toJson(NoteBody{}), clerk());
        const Case pending = withPending(story.theCase, *drafts, story.stamp(C::Accept, clerk()));
        QCOMPARE(pending.phase, Phase::Handling);
        QCOMPARE(pending.revision, story.theCase.revision);
        QCOMPARE(pending.head, story.theCase.head);
    }

    void centre_seesAReplyOnlyWhenItIsSubmitted()
    {
        const auto asCentre = [](const Story &story) {
            QList<Event> shown;
            for (const Event &event : story.log)
                shown.append(shownTo(event, centre(), Access::None));
            return folded(shown);
        };
        Story story = at(Phase::Signed);
        QCOMPARE(asCentre(story).phase, Phase::Signed);
        QVERIFY(asCentre(story).currentReply()->withheld);
        QVERIFY(asCentre(story).signatures.isEmpty());
        story.until(Phase::AwaitingReview);
        QCOMPARE(asCentre(story).currentReply()->reply, story.theCase.currentReply()->reply);
        QCOMPARE(asCentre(story).signatures, story.theCase.signatures);
        QVERIFY(asCentre(story).head == story.theCase.head);
    }
};

QTEST_GUILESS_MAIN(TestDecide)
#include "tst_Decide.moc"

// Intake's other ends, orders with their own clocks, joint handling, the jobs, and what counts.
#include "shared/cases/Tally.h"
#include "tests/shared/cases/RandomLife.h"

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

const RulePack &pack(const QString &id)
{
    return *std::ranges::find(allPacks(), id, &RulePack::id);
}

const auto dispatch2020 = u"hualong-dispatch-2020"_s;
const auto operation2020 = u"hualong-operation-2020"_s;

Story at(Phase phase, const QString &packId = u"tongbai-2023"_s)
{
    Story story;
    story.pack = &pack(packId);
    story.until(phase);
    return story;
}

Actor job()
{
    return actor(u"job"_s, u"系统"_s, Role::System, {}, {});
}

OrderBody supervising(const RulePack &rules)
{
    return {
        firstCode(rules.supervisionReasons), firstCode(rules.supervisionMethods), 0, false, u"限期办结"_s};
}

/// Answers the last order and has the answer signed by whoever the pack wants.
Problems answerOrder(Story &story)
{
    const qint64 order = story.theCase.orders.last().order.revision;
    Problems problems = story.take(
        C::AnswerOrder, OrderAnswerBody{order, completeReply(story.theCase, *story.pack)}, clerk());
    if (!problems.isEmpty() || story.theCase.requests.isEmpty())
        return problems;
    const UnitRequest request = story.theCase.requests.last();
    const SignerRule *rule
        = story.pack->signer(request.action, story.theCase.caseClass, story.theCase.isSupervised());
    const bool byDeputy = rule->levels.contains(SignerLevel::DeputyLeader);
    return story.take(C::SignRequest,
        signOnRequest(story.theCase, byDeputy ? SignerLevel::DeputyLeader : SignerLevel::PrincipalLeader),
        byDeputy ? leader() : principal());
}

int countOf(const Story &story, Counter counter)
{
    const auto rows = tally(story.theCase, *story.pack, *story.rules().calendar);
    return countsOf(rows, waterUnit, 0, story.nowMs + 1).of(counter);
}

} // namespace

class TestOrders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void duplicate_givesItsDemandAndEnds()
    {
        Demand second = demand();
        second.sourceNumber = u"DEMO-0002"_s;
        Story kept = at(Phase::Handling);
        const AbsorbBody body{{u"case-2"_s}, second, identity(), u"同一诉求"_s};
        QVERIFY(kept.take(C::AbsorbDuplicate, body, centre()).isEmpty());
        QCOMPARE(kept.theCase.absorbed.first().body, body);
        QCOMPARE(kept.theCase.demand, demand());
        QCOMPARE(findings(kept.take(C::AbsorbDuplicate, body, centre())),
            QStringList{u"duplicate-already-absorbed"_s});
        Story ended = at(Phase::Registered);
        QVERIFY(ended.take(C::MergeInto, MergeBody{{u"case-1"_s}, {}}, centre()).isEmpty());
        QCOMPARE(ended.theCase.ending, Ending::Merged);
        QCOMPARE(ended.theCase.phase, Phase::Closed);
        QCOMPARE(ended.theCase.demand, demand());
    }

    void absorbedIdentity_isAPartOfItsOwn()
    {
        Story story = at(Phase::Handling);
        story.take(C::AbsorbDuplicate, AbsorbBody{{u"case-2"_s}, demand(), identity(), {}}, centre());
        const qint64 revision = story.theCase.absorbed.first().revision;
        QList<Event> shown;
        for (const Event &event : story.log)
            shown.append(shownTo(event, clerk(), Access::Closed));
        QCOMPARE(folded(shown).absorbed.first().body.identity, Identity{});
        story.until(Phase::Closed);
        const EraseBody erasure{revision, u"identity"_s, u"期满"_s};
        QVERIFY(story.take(C::RequestErasure, erasure, archivist()).isEmpty());
        QVERIFY(story.take(C::ErasePart, erasure, centre()).isEmpty());
        QCOMPARE(story.theCase.absorbed.first().body.identity, Identity{});
        QVERIFY(story.theCase.identity);
    }

    void otherEndsOfIntake_closeTheCase()
    {
        Story refused = at(Phase::Registered, dispatch2020);
        QCOMPARE(findings(refused.take(C::Refuse, CodedNoteBody{}, centre())),
            (QStringList{u"refusal-reason-missing"_s, u"refusal-note-missing"_s}));
        const CodedNoteBody why{pack(dispatch2020).refusalReasons.first().code, u"已进入诉讼程序"_s, {}};
        QVERIFY(refused.take(C::Refuse, why, centre()).isEmpty());
        QCOMPARE(refused.theCase.ending, Ending::Refused);
        Story answered = at(Phase::Registered);
        QVERIFY(
            answered
                .take(C::AnswerDirectly, AnswerBody{answered.nowMs, {}, u"钟心"_s, u"营业至18时"_s}, centre())
                .isEmpty());
        QCOMPARE(answered.theCase.ending, Ending::AnsweredDirectly);
    }

    void classification_isOfThePackAndBeforeDispatch()
    {
        Story story = at(Phase::Registered, u"minhe-2018"_s);
        ClassifyBody body{{}, CaseClass::Urgent, {}, {}, true, {}};
        QVERIFY(story.take(C::Classify, body, centre()).isEmpty());
        QVERIFY(story.theCase.needsNoAnswer());
        QCOMPARE(story.theCase.caseClass, CaseClass::Urgent);
        story.until(Phase::Dispatched); // The sample dispatches it as general.
        QCOMPARE(findings(story.take(C::Classify, body, centre())), QStringList{u"class-is-dispatched"_s});
        Story other = at(Phase::Registered);
        QCOMPARE(findings(other.take(C::Classify, body, centre())), QStringList{u"no-answer-not-allowed"_s});
    }

    void reassignment_takesTheCaseFromTheUnit()
    {
        Story story = at(Phase::Handling);
        QVERIFY(
            story
                .take(C::Reassign,
                    DispatchBody{parkUnit, u"县园林中心"_s, {}, CaseClass::General, u"管辖有误"_s}, centre())
                .isEmpty());
        QCOMPARE(story.theCase.phase, Phase::Dispatched);
        QCOMPARE(unitAccess(story.theCase, waterUnit), Access::Left);
        QCOMPARE(unitAccess(story.theCase, parkUnit), Access::Working);
        QVERIFY(!story.theCase.acceptance);
    }

    void supervision_hasItsOwnClockAndSigner()
    {
        Story story = at(Phase::Handling, dispatch2020);
        story.take(C::RecordContact, call(story.nowMs), clerk());
        QVERIFY(story.take(C::OrderSupervision, supervising(*story.pack), centre()).isEmpty());
        const qint64 order = story.theCase.orders.first().order.revision;
        QVERIFY(story.theCase.clock(LimitName::Supervision, order));
        QVERIFY(story.theCase.isSupervised());
        QCOMPARE(findings(answerOrder(story)), QStringList{});
        QVERIFY(!story.theCase.orders.first().isOwed());
        QVERIFY(story.take(C::DecideAnswer, DecisionBody{true, {}, order}, centre()).isEmpty());
        QVERIFY(!story.theCase.isSupervised());
        QCOMPARE(countOf(story, Counter::Supervised), 1);
    }

    void reReview_blocksClosingUntilItIsUpToStandard()
    {
        Story story = at(Phase::AwaitingClose, dispatch2020);
        const OrderBody body{firstCode(story.pack->reReviewReasons), {}, 0, true, u"请到现场复核"_s};
        QVERIFY(story.take(C::OrderReReview, body, centre()).isEmpty());
        const qint64 order = story.theCase.orders.first().order.revision;
        QVERIFY(findings(story.take(C::Close, NoteBody{u"办结"_s}, centre())).contains(u"order-open"_s));
        QVERIFY(findings(answerOrder(story)).contains(u"site-visit-missing"_s));
        RecordBody visit{story.nowMs, {u"刘小河"_s}, u"柳树巷"_s, u"水压正常"_s, {}, {}, {}};
        QVERIFY(story.take(C::RecordSiteVisit, visit, clerk()).isEmpty());
        const qint64 due = story.theCase.clock(LimitName::ReReview, order)->dueMs;
        QVERIFY(answerOrder(story).isEmpty());
        story.nowMs += dayMs;
        QVERIFY(story.take(C::DecideAnswer, DecisionBody{false, u"未附照片"_s, order}, centre()).isEmpty());
        QVERIFY(story.theCase.orders.first().isOwed());
        QVERIFY(story.theCase.clock(LimitName::ReReview, order)->dueMs > due);
        QVERIFY(answerOrder(story).isEmpty());
        QVERIFY(story.take(C::DecideAnswer, DecisionBody{true, {}, order}, centre()).isEmpty());
        QVERIFY(story.take(C::Close, NoteBody{u"办结"_s}, centre()).isEmpty());
        QCOMPARE(countOf(story, Counter::ReReviewed), 1);
        QCOMPARE(countOf(story, Counter::ReReviewReturned), 1);
    }

    void oneOpinion_needsEveryCoHandlersPart()
    {
        Story story = at(Phase::Handling, dispatch2020);
        story.take(C::RecordContact, call(story.nowMs), clerk());
        const SubmitBody body{completeReply(story.theCase, *story.pack), {}};
        QVERIFY(
            findings(story.take(C::SubmitForSignOff, body, clerk())).contains(u"co-handlers-part-missing"_s));
        RecordBody part{story.nowMs, {u"路平"_s}, {}, u"路面已修复"_s, {}, {}, {}};
        QVERIFY(!tableSteps(story.theCase, clerk()).contains(C::SubmitPart));
        QVERIFY(story.take(C::SubmitPart, part, roadClerk()).isEmpty());
        QVERIFY(story.take(C::SubmitForSignOff, body, clerk()).isEmpty());
    }

    void coHandlers_haveTheirOwnClock()
    {
        RulePack rules = pack(dispatch2020);
        rules.joint.coHandlerDays = 2;
        Story story;
        story.pack = &rules;
        story.until(Phase::Dispatched);
        const Deadline *due = story.theCase.clock(LimitName::Handle, 0, roadUnit);
        QVERIFY(due && due->dueMs < story.theCase.replyDeadline()->dueMs);
        QVERIFY(std::ranges::any_of(
            story.theCase.openClocks(), [](const Clock &clock) { return clock.unit == roadUnit; }));
    }

    void citizen_isAnsweredBeforeTheReport()
    {
        Story story = at(Phase::Handling, u"minhe-2018"_s);
        story.take(C::RecordContact, call(story.nowMs), clerk());
        story.take(
            C::SubmitPart, RecordBody{story.nowMs, {u"路平"_s}, {}, u"已修复"_s, {}, {}, {}}, roadClerk());
        RulePack plain = *story.pack;
        Reply reply = completeReply(story.theCase, plain);
        reply.answeredAtMs = 0;
        story.take(C::RecordAnswer,
            AnswerBody{story.nowMs, firstCode(plain.answerChannels), u"刘小河"_s, u"已电话答复"_s}, clerk());
        QVERIFY(story.take(C::SubmitForSignOff, SubmitBody{reply, {}}, clerk()).isEmpty());
        story.until(Phase::AwaitingReview);
        QCOMPARE(story.theCase.phase, Phase::AwaitingReview);
    }

    void unsatisfiedCitizen_sendsTheCaseBackOnce()
    {
        Story story = at(Phase::AwaitingCallback);
        CallbackBody bad = satisfied(story.nowMs);
        bad.overallSatisfaction = bad.resultSatisfaction = u"unsatisfied"_s;
        QVERIFY(story.take(C::RecordCentreCallback, bad, centre()).isEmpty());
        QCOMPARE(findings(story.take(C::Close, NoteBody{u"办结"_s}, centre())),
            QStringList{u"close-unsatisfied"_s});
        QVERIFY(
            story.take(C::ReturnForRework, ReviewBody{1, {u"unsatisfied"_s}, {}, {}}, centre()).isEmpty());
        story.until(Phase::AwaitingCallback);
        bad.atMs = story.nowMs;
        QVERIFY(story.take(C::RecordCentreCallback, bad, centre()).isEmpty());
        QCOMPARE(findings(story.take(C::Close, NoteBody{}, centre())),
            QStringList{u"close-unsatisfied-note-missing"_s});
        QVERIFY(story.take(C::Close, NoteBody{u"已作解释"_s}, centre()).isEmpty());
        QCOMPARE(countOf(story, Counter::UnsatisfiedOverall), 1);
        QCOMPARE(countOf(story, Counter::ReturnedForRework), 1);
    }

    void jobsThatRunLate_writeTheMomentTheRuleMeans()
    {
        Story story = at(Phase::Dispatched, operation2020);
        const qint64 due = story.theCase.clock(LimitName::Accept)->dueMs;
        const AcceptBody byRule{u"逾期视为签收"_s, due, u"HB7.2a"_s};
        QVERIFY(findings(story.take(C::Accept, byRule, job())).contains(u"clock-not-at-that-moment"_s));
        story.nowMs = due + 3 * dayMs;
        AcceptBody wrong = byRule;
        wrong.legalMs = story.nowMs;
        QVERIFY(!story.take(C::Accept, wrong, job()).isEmpty());
        QVERIFY(story.take(C::Accept, byRule, job()).isEmpty());
        QCOMPARE(story.theCase.acceptance->body.legalMs, due);
        QCOMPARE(countOf(story, Counter::AcceptedByDefault), 1);
        QCOMPARE(countOf(story, Counter::AcceptedInTime), 0);
        Story silent = at(Phase::Dispatched);
        silent.nowMs = silent.theCase.clock(LimitName::Accept)->dueMs + 1;
        QVERIFY(findings(silent.take(C::Accept, byRule, job())).contains(u"default-acceptance-not-ruled"_s));
    }

    void overdueMark_isMadeOnceAndCounts()
    {
        Story story = at(Phase::Handling);
        const Deadline due = *story.theCase.clock(LimitName::Handle);
        const ClockBody body{LimitName::Handle, 0, {}, due.dueMs, due.cite, {}};
        QVERIFY(!story.take(C::MarkOverdue, body, job()).isEmpty());
        story.nowMs = due.dueMs + dayMs;
        QVERIFY(story.take(C::MarkOverdue, body, job()).isEmpty());
        QCOMPARE(findings(story.take(C::MarkOverdue, body, job())), QStringList{u"job-already-done"_s});
        QCOMPARE(findings(story.take(C::MarkOverdue, body, clerk())), QStringList{u"role-not-allowed"_s});
        QCOMPARE(countOf(story, Counter::Overdue), 1);
        story.until(Phase::AwaitingReview);
        QCOMPARE(countOf(story, Counter::Answered), 1);
        QCOMPARE(countOf(story, Counter::AnsweredInTime), 0);
    }

    void ordinaryLife_countsOnceEach()
    {
        const Story story = at(Phase::Archived);
        for (const Counter counter :
            {Counter::Dispatched, Counter::Accepted, Counter::AcceptedInTime, Counter::FirstContactOwed,
                Counter::FirstContactInTime, Counter::Answered, Counter::AnsweredInTime, Counter::Closed,
                Counter::ClosedInTime, Counter::CalledBack, Counter::RatedProcess, Counter::SatisfiedProcess,
                Counter::RatedOverall, Counter::SatisfiedOverall})
            QVERIFY2(countOf(story, counter) == 1, nameOf(counter).data());
        for (const Counter counter : {Counter::Overdue, Counter::Returned, Counter::ReturnedForRework,
                 Counter::UnsatisfiedOverall, Counter::ContactMissingAtCallback})
            QVERIFY2(countOf(story, counter) == 0, nameOf(counter).data());
        QVERIFY(countsOf(tally(story.theCase, *story.pack, *story.rules().calendar), roadUnit, 0, story.nowMs)
            == Counts());
    }

    void excludedCase_countsNowhere()
    {
        Story story = at(Phase::Closed);
        QVERIFY(
            story.take(C::ExcludeFromScoring, CodedNoteBody{{}, u"来电人撤回"_s, {}}, centre()).isEmpty());
        QVERIFY(tally(story.theCase, *story.pack, *story.rules().calendar).isEmpty());
    }

    void scoreAppeal_thatIsGranted_takesTheRatingAway()
    {
        Story story = at(Phase::Closed);
        QVERIFY(story.take(C::AppealScore, CodedNoteBody{{}, u"评价对象有误"_s, {}}, clerk()).isEmpty());
        QVERIFY(story.take(C::DecideScore, DecisionBody{true, {}}, centre()).isEmpty());
        QCOMPARE(countOf(story, Counter::RatedOverall), 0);
        QCOMPARE(countOf(story, Counter::Closed), 1);
    }
};

QTEST_GUILESS_MAIN(TestOrders)
#include "tst_Orders.moc"

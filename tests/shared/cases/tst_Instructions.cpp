// A leader's word that a case waits for (docs/adr/0016-instructions-in-the-log.md): T3, HD2, HF2, T25, M22,
// G11.
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

} // namespace

class TestInstructions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leadersInstruction_isOwedForTheClassesOfThePack()
    {
        for (const CaseClass caseClass : {CaseClass::General, CaseClass::Difficult}) {
            Story story;
            story.until(Phase::Registered);
            DispatchBody body = toWater();
            body.coHandlers.clear();
            body.caseClass = caseClass;
            QVERIFY(story.take(C::Dispatch, body, centre()).isEmpty());
            const bool byPrincipal
                = caseClass == CaseClass::Difficult; // T25; T3 leaves it to the deputy, too.
            const auto &levels = story.theCase.instructionOwed->levels;
            QCOMPARE(!levels.contains(SignerLevel::DeputyLeader), byPrincipal);
            QVERIFY(story.theCase.instructionOwed->cite.startsWith(byPrincipal ? u"T25"_s : u"T3 "_s));
        }
    }

    void instructionOwed_holdsTheReplyUntilThatLeaderHasWritten()
    {
        Story story;
        story.until(Phase::AwaitingReview);
        story.take(C::ReturnForRework, ReviewBody{1, {u"evasive"_s}, {}, {}}, centre());
        const SubmitBody body{completeReply(story.theCase), {}};
        const Problems owed = story.take(C::SubmitForSignOff, body, clerk());
        QCOMPARE(findings(owed), QStringList{u"instruction-owed"_s});
        QVERIFY(owed.first().cite.startsWith(u"T25"));
        QVERIFY(story.take(C::Instruct, NoteBody{u"抓紧"_s}, leader()).isEmpty());
        QVERIFY(story.theCase.instructionOwed); // A deputy's word is not the principal leader's.
        QVERIFY(story.take(C::Instruct, NoteBody{u"由我协调"_s}, principal()).isEmpty());
        QVERIFY(!story.theCase.instructionOwed);
        QVERIFY(story.take(C::SubmitForSignOff, body, clerk()).isEmpty());
    }

    void everyCase_isReadByALeaderBeforeTheUnitAnswers()
    {
        for (const QString &id : {u"tongbai-2023"_s, u"hualong-operation-2020"_s}) { // T3; HD2, HF2
            Story story;
            story.pack = &pack(id);
            story.until(Phase::Dispatched);
            story.take(C::Accept, NoteBody{}, clerk());
            story.take(C::RecordContact, call(story.nowMs), clerk());
            const SubmitBody body{completeReply(story.theCase, *story.pack), {}};
            QVERIFY(findings(story.take(C::SubmitForSignOff, body, clerk())).contains(u"instruction-owed"_s));
            QVERIFY(story.take(C::Instruct, NoteBody{u"同意拟办意见"_s}, leader()).isEmpty());
            QVERIFY(!story.theCase.instructionOwed);
            const Entry<NoteBody> &word = story.theCase.instructions.last(); // With opinion, signer and time.
            QVERIFY(!word.body.note.isEmpty() && word.actor == leader() && word.atMs > 0);
        }
    }

    void instructedOrder_isThePrincipalLeadersInThatCounty()
    {
        Story story;
        story.pack = &pack(u"minhe-2018"_s);
        story.until(Phase::AwaitingReview);
        const OrderBody order{firstCode(story.pack->supervisionReasons),
            firstCode(story.pack->supervisionMethods), 0, false, u"限期办结"_s};
        QVERIFY(story.take(C::OrderSupervision, order, centre()).isEmpty());
        const OrderAnswerBody answer{
            story.theCase.orders.first().order.revision, completeReply(story.theCase, *story.pack)};
        QVERIFY(findings(story.take(C::AnswerOrder, answer, clerk())).contains(u"instruction-owed"_s));
        QVERIFY(story.take(C::Instruct, NoteBody{u"两日内办结"_s}, principal()).isEmpty());
        QVERIFY(story.take(C::AnswerOrder, answer, clerk()).isEmpty());
    }

    void readerWithoutTheUnitsParts_foldsTheSameDuty()
    {
        Story story;
        story.until(Phase::AwaitingReview);
        story.take(C::ReturnForRework, ReviewBody{1, {u"evasive"_s}, {}, {}}, centre());
        const auto asCentre = [&] {
            QList<Event> shown;
            for (const Event &event : story.log)
                shown.append(shownTo(event, centre(), Access::None));
            return folded(shown).instructionOwed;
        };
        QVERIFY(asCentre());
        story.take(C::Instruct, NoteBody{u"由我协调"_s}, principal());
        QVERIFY(!asCentre());
    }
};

QTEST_GUILESS_MAIN(TestInstructions)
#include "tst_Instructions.moc"

#include "shared/cases/Steps.h"
#include "tests/shared/cases/Story.h"

#include <QTest>

#include <functional>

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
    return {u"out-of-duty"_s, u"该路段供水由园林中心自管。"_s, parkUnit, u"县园林中心"_s, u"高山"_s};
}

struct Refusal
{
    Phase phase;
    C type;
    std::function<QJsonObject(const Story &)> body;
    Actor actor;
    QString finding;
};

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
        QVERIFY(story.take(C::RequestReturn, returning(), clerk()).isEmpty());
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
        QVERIFY(story.take(C::RequestReturn, returning(), clerk()).isEmpty());
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
        QVERIFY(story.take(C::RequestExtension, ExtensionBody{u"管道须定制"_s, u"采购合同"_s, 5}, clerk())
                    .isEmpty());
        QCOMPARE(findings(story.take(C::RequestExtension, ExtensionBody{u"管道"_s, u"合同"_s, 5}, clerk())),
            QStringList{u"extension-used-up"_s});
        QVERIFY(story.take(C::DecideExtension, DecisionBody{true, {}}, centre()).isEmpty());
        QCOMPARE(story.theCase.replyDeadline()->dueMs, due + 7 * dayMs);
        QVERIFY(!offeredSteps(story.theCase, centre()).contains(C::DecideExtension));
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

    void refusal_namesItsFinding_data()
    {
        QTest::addColumn<Refusal>("refusal");
        using enum Phase;
        const auto row = [](const char *name, Refusal refusal) { QTest::newRow(name) << refusal; };
        const auto body = [](auto value) { return [json = toJson(value)](const Story &) { return json; }; };
        const auto with = [](auto value, const QString &key, const QJsonValue &change) {
            QJsonObject json = toJson(value);
            json.insert(key, change);
            return [json](const Story &) { return json; };
        };

        row("no source number",
            {None, C::Register,
                [](const Story &) {
                    RegisterBody r = registration();
                    r.demand.sourceNumber.clear();
                    return toJson(r);
                },
                centre(), u"source-number-missing"_s});
        row("no demand",
            {None, C::Register,
                [](const Story &) {
                    RegisterBody r = registration();
                    r.demand.title = r.demand.text = u" "_s;
                    return toJson(r);
                },
                centre(), u"demand-missing"_s});
        row("text of a million characters",
            {None, C::Register,
                [](const Story &) {
                    RegisterBody r = registration();
                    r.demand.text = QString(1'000'000, u'水');
                    return toJson(r);
                },
                centre(), u"text-too-long"_s});
        row("a name with a NUL",
            {None, C::Register,
                [](const Story &) {
                    RegisterBody r = registration();
                    r.identity.name += QChar::Null;
                    return toJson(r);
                },
                centre(), u"character-not-allowed"_s});
        row("half a surrogate pair",
            {None, C::Register,
                [](const Story &) {
                    RegisterBody r = registration();
                    r.demand.text += QChar(0xd83d);
                    return toJson(r);
                },
                centre(), u"body-malformed"_s});
        row("unknown member",
            {Dispatched, C::Accept, with(NoteBody{}, u"more"_s, 1), clerk(), u"body-malformed"_s});
        row("registered twice",
            {Registered, C::Register, body(registration()), centre(), u"step-not-allowed"_s});
        row("dispatch without a unit",
            {Registered, C::Dispatch, with(toWater(), u"leadUnit"_s, QString()), centre(),
                u"lead-unit-missing"_s});
        row("co-handler is the lead",
            {Registered, C::Dispatch, with(toWater(), u"leadUnit"_s, roadUnit.value), centre(),
                u"unit-named-twice"_s});
        row("clerk dispatches", {Registered, C::Dispatch, body(toWater()), clerk(), u"role-not-allowed"_s});
        row("foreign clerk accepts",
            {Dispatched, C::Accept, body(NoteBody{}), parkClerk(), u"not-responsible"_s});
        row("co-handler accepts",
            {Dispatched, C::Accept, body(NoteBody{}), roadClerk(), u"not-responsible"_s});
        row("contact before acceptance",
            {Dispatched, C::RecordContact, body(call(mondayMs)), clerk(), u"step-not-allowed"_s});
        row("contact in the future",
            {Handling, C::RecordContact, body(call(mondayMs + dayMs)), clerk(), u"time-in-future"_s});
        row("contact while the leader reads",
            {AwaitingSignOff, C::RecordContact, body(call(mondayMs)), clerk(), u"step-not-allowed"_s});
        row("return without statement",
            {Dispatched, C::RequestReturn, with(returning(), u"statement"_s, u" "_s), clerk(),
                u"return-statement-missing"_s});
        row("return without signer",
            {Dispatched, C::RequestReturn, with(returning(), u"signer"_s, QString()), clerk(),
                u"return-signer-missing"_s});
        row("return with unknown reason",
            {Dispatched, C::RequestReturn, with(returning(), u"reason"_s, u"lazy"_s), clerk(),
                u"return-reason-unknown"_s});
        row("return to oneself",
            {Dispatched, C::RequestReturn, with(returning(), u"suggestedUnit"_s, waterUnit.value), clerk(),
                u"suggested-unit-is-own"_s});
        row("empty instruction",
            {Handling, C::Instruct, body(NoteBody{}), leader(), u"instruction-missing"_s});
        row("extension without contact",
            {Handling, C::RequestExtension, body(ExtensionBody{u"因"_s, u"据"_s, 3}), clerk(),
                u"extension-contact-missing"_s});
        row("extension without basis",
            {Handling, C::RequestExtension, body(ExtensionBody{u"因"_s, {}, 3}), clerk(),
                u"extension-basis-missing"_s});
        row("extension of no days",
            {Handling, C::RequestExtension, body(ExtensionBody{u"因"_s, u"据"_s, 0}), clerk(),
                u"extension-days-missing"_s});
        row("extension of six days",
            {Handling, C::RequestExtension, body(ExtensionBody{u"因"_s, u"据"_s, 6}), clerk(),
                u"extension-too-long"_s});
        row("nothing to extend",
            {Handling, C::DecideExtension, body(DecisionBody{true, {}}), centre(), u"step-not-allowed"_s});
        row("empty reply",
            {Handling, C::SubmitForSignOff, body(SubmitBody{}), clerk(), u"contact-missing"_s});
        row("clerk signs",
            {AwaitingSignOff, C::Sign, [](const Story &s) { return toJson(signOn(s.theCase)); }, clerk(),
                u"role-not-allowed"_s});
        row("section head signs",
            {AwaitingSignOff, C::Sign,
                [](const Story &s) { return toJson(signOn(s.theCase, SignerLevel::SectionHead)); },
                sectionHead(), u"signer-level-not-allowed"_s});
        row("section head signs as leader",
            {AwaitingSignOff, C::Sign, [](const Story &s) { return toJson(signOn(s.theCase)); },
                sectionHead(), u"signer-level-not-own"_s});
        row("signature on another text",
            {AwaitingSignOff, C::Sign,
                [](const Story &s) {
                    SignatureBody b = signOn(s.theCase);
                    b.replyDigest[0] = b.replyDigest[0] == u'0' ? u'1' : u'0';
                    return toJson(b);
                },
                leader(), u"reply-digest-differs"_s});
        row("signature on another version",
            {AwaitingSignOff, C::Sign,
                [](const Story &s) {
                    SignatureBody b = signOn(s.theCase);
                    ++b.replyVersion;
                    return toJson(b);
                },
                leader(), u"reply-version-not-current"_s});
        row("return to clerk without comment",
            {AwaitingSignOff, C::ReturnToClerk, body(NoteBody{}), leader(), u"comment-missing"_s});
        row("withdraw after signature",
            {Signed, C::Withdraw, body(NoteBody{}), clerk(), u"step-not-allowed"_s});
        row("submit unsigned",
            {AwaitingSignOff, C::SubmitReply, body(ReplyVersionBody{1}), clerk(), u"step-not-allowed"_s});
        row("submit another version",
            {Signed, C::SubmitReply, body(ReplyVersionBody{2}), clerk(), u"reply-version-not-current"_s});
        row("unit accepts its own reply",
            {AwaitingReview, C::AcceptReply, body(ReviewBody{1, {}, {}, {}}), clerk(),
                u"role-not-allowed"_s});
        row("unknown closing point",
            {AwaitingReview, C::AcceptReply, body(ReviewBody{1, {}, {u"nice"_s}, {}}), centre(),
                u"closing-point-unknown"_s});
        row("rework without reason",
            {AwaitingReview, C::ReturnForRework, body(ReviewBody{1, {}, {}, {}}), centre(),
                u"rework-reason-missing"_s});
        row("rework with unknown reason",
            {AwaitingReview, C::ReturnForRework, body(ReviewBody{1, {u"bad"_s}, {}, {}}), centre(),
                u"rework-reason-unknown"_s});
        row("callback without satisfaction",
            {AwaitingCallback, C::RecordCentreCallback,
                with(satisfied(mondayMs), u"overallSatisfaction"_s, QString()), centre(),
                u"satisfaction-missing"_s});
        row("satisfaction without a call",
            {AwaitingCallback, C::RecordCentreCallback, with(satisfied(mondayMs), u"reached"_s, false),
                centre(), u"satisfaction-without-call"_s});
        row("unknown satisfaction",
            {AwaitingCallback, C::RecordCentreCallback,
                with(satisfied(mondayMs), u"resultSatisfaction"_s, u"great"_s), centre(),
                u"satisfaction-unknown"_s});
        row("close without callback",
            {AwaitingCallback, C::Close, body(NoteBody{}), centre(), u"close-without-callback"_s});
        row("archive without number",
            {Closed, C::Archive, body(ArchiveBody{{}, u"D10"_s, {}}), archivist(),
                u"archive-number-missing"_s});
        row("archive for ever and a day",
            {Closed, C::Archive, body(ArchiveBody{u"1"_s, u"D99"_s, {}}), archivist(),
                u"retention-unknown"_s});
        row("erase alone",
            {Closed, C::ErasePart, body(EraseBody{1, u"identity"_s, u"期满"_s, {u"dang"_s}, {}}), archivist(),
                u"second-person-is-first"_s});
        row("erase the demand",
            {Closed, C::ErasePart, body(EraseBody{1, u"demand"_s, u"期满"_s, {u"zhong"_s}, {}}), archivist(),
                u"part-not-erasable"_s});
        row("erase a reply",
            {Closed, C::ErasePart, body(EraseBody{5, u"reply"_s, u"期满"_s, {u"zhong"_s}, {}}), archivist(),
                u"part-not-erasable"_s});
        row("erase while handled",
            {Handling, C::ErasePart, body(EraseBody{1, u"identity"_s, u"期满"_s, {u"zhong"_s}, {}}),
                archivist(), u"step-not-allowed"_s});
        row("urge a closed case",
            {Closed, C::Urge, body(NoteBody{u"快"_s}), centre(), u"step-not-allowed"_s});
        row("administrator urges",
            {Handling, C::Urge, body(NoteBody{u"快"_s}),
                actor(u"ad"_s, u"管理"_s, Role::SystemAdmin, {u"u-centre"_s}, {}), u"role-not-allowed"_s});
    }
    void refusal_namesItsFinding()
    {
        QFETCH(Refusal, refusal);
        Story story = at(refusal.phase);
        QCOMPARE(story.theCase.phase, refusal.phase);
        const Case before = story.theCase;
        const Problems problems = story.take(refusal.type, refusal.body(story), refusal.actor);
        QVERIFY2(findings(problems).contains(refusal.finding), qPrintable(findings(problems).join(u' ')));
        QCOMPARE(story.theCase, before);
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
        QVERIFY(offeredSteps(story.theCase, clerk()).isEmpty());
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
        QVERIFY(story
                    .take(C::ErasePart, EraseBody{1, u"identity"_s, u"保管期满"_s, {u"zhong"_s}, u"钟心"_s},
                        archivist())
                    .isEmpty());
        QVERIFY(story.theCase.identityErased && !story.theCase.identity);
        QList<Event> stored = story.log;
        stored[0] = erasedPart(stored[0], u"identity");
        QCOMPARE(verifyChain(stored).value(), story.theCase.head);
        QCOMPARE(folded(stored), story.theCase);
        QVERIFY(
            !story.take(C::ErasePart, EraseBody{1, u"identity"_s, u"期满"_s, {u"zhong"_s}, {}}, archivist())
                 .isEmpty());
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

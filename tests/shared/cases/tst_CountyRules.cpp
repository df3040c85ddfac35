// What one county's pack asks of a case and another's does not: each rule on and off, with its own cite, and
// the steps that are offered for it.
#include "tests/shared/cases/RandomLife.h"

#include <QRegularExpression>
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

/// A story under a pack that was changed for it.
struct Changed
{
    explicit Changed(const QString &id)
        : rules(pack(id))
    {
        story.pack = &rules;
    }
    RulePack rules;
    Story story;
};

QList<C> offered(const Story &story, const Actor &actor)
{
    return offeredSteps(story.theCase, actor, story.rules(), story.nowMs);
}

CallbackBody unitCall(const Story &story, const QString &satisfaction)
{
    CallbackBody body;
    body.atMs = story.nowMs;
    body.reached = true;
    body.overallSatisfaction = satisfaction;
    return body;
}

/// Signed, with a reply that does not tell of a callback by the unit.
void signWithoutCallback(Story &story)
{
    story.until(Phase::Handling);
    story.take(C::RecordContact, call(story.nowMs), clerk());
    Reply reply = completeReply(story.theCase, *story.pack);
    reply.unitCallback.clear();
    story.take(C::SubmitForSignOff, SubmitBody{reply, {}}, clerk());
    story.until(Phase::Signed);
}

} // namespace

class TestCountyRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unitsCallback_isOwedBeforeSubmission()
    {
        Story story;
        signWithoutCallback(story);
        const Problems owed = story.take(C::SubmitReply, ReplyVersionBody{1}, clerk());
        QCOMPARE(findings(owed), QStringList{u"unit-callback-owed"_s});
        QCOMPARE(owed.first().cite, tongbai().callback.cite);
        QVERIFY(story.take(C::RecordUnitCallback, unitCall(story, u"satisfied"_s), clerk()).isEmpty());
        QVERIFY(story.take(C::SubmitReply, ReplyVersionBody{1}, clerk()).isEmpty());
    }

    void unitsCallback_isNotOwedWhereThePackDoesNotAskOrNobodyCanBeCalled()
    {
        Changed silent(u"tongbai-2023"_s);
        silent.rules.callback.unitFirst = false;
        signWithoutCallback(silent.story);
        QVERIFY(silent.story.take(C::SubmitReply, ReplyVersionBody{1}, clerk()).isEmpty());
        Story unknown;
        signWithoutCallback(unknown);
        unknown.theCase.demand.hasPhone = false;
        QVERIFY(unknown.decision(C::SubmitReply, toJson(ReplyVersionBody{1}), clerk()));
    }

    void unsatisfiedAtTheUnitsCallback_mustBeActedOn()
    {
        Story story;
        signWithoutCallback(story);
        story.take(C::RecordUnitCallback, unitCall(story, u"unsatisfied"_s), clerk());
        QCOMPARE(findings(story.take(C::SubmitReply, ReplyVersionBody{1}, clerk())),
            QStringList{u"unit-callback-unsatisfied"_s});
        const RecordBody again{story.nowMs, {u"刘小河"_s}, {}, u"再次检修并当面说明"_s, {}, {}, {}};
        QVERIFY(story.take(C::RecordMeasures, again, clerk()).isEmpty());
        QVERIFY(story.take(C::SubmitReply, ReplyVersionBody{1}, clerk()).isEmpty());
    }

    void callbackOfTheRoundBefore_doesNotCount()
    {
        Story story;
        signWithoutCallback(story);
        story.take(C::RecordUnitCallback, unitCall(story, u"satisfied"_s), clerk());
        story.until(Phase::AwaitingReview);
        story.take(C::ReturnForRework, ReviewBody{1, {u"evasive"_s}, {}, {}}, centre());
        QVERIFY(!story.theCase.unitCallback());
    }

    void firstContact_tellsWhatThePackWants()
    {
        Changed county(dispatch2020);
        Story &story = county.story;
        story.until(Phase::Handling);
        ContactBody lacking = call(story.nowMs);
        lacking.contact.toldLimit = false;
        QVERIFY(
            story.take(C::RecordContact, lacking, clerk()).isEmpty()); // What was said is recorded as it was.
        Reply reply = completeReply(story.theCase, county.rules);
        reply.answeredAtMs = story.theCase.clock(LimitName::FirstContact)->dueMs + dayMs;
        const auto faults = [&] {
            ReplyContext context;
            context.hasPhone = true;
            context.firstContactDueMs = story.theCase.clock(LimitName::FirstContact)->dueMs;
            Problems all = replyProblems(reply, story.theCase.contactAttempts(), context, county.rules);
            all.removeIf([](const Problem &one) { return !one.finding.startsWith(u"contact"); });
            return findings(all);
        };
        QCOMPARE(faults(), QStringList{u"contact-limit-not-told"_s});
        county.rules.contact.tells = {u"acceptance"_s};
        QCOMPARE(faults(), QStringList());
        county.rules.contact.tells = {u"limit"_s};
        reply.answeredAtMs = story.theCase.clock(LimitName::FirstContact)->dueMs; // HA8: answered in time.
        QCOMPARE(faults(), QStringList());
        county.rules.contact.waivedWhenAnsweredInLimit = false;
        QCOMPARE(faults(), QStringList{u"contact-limit-not-told"_s});
    }

    void unsatisfied_saidWithoutACallbackOnRecord_isFound()
    {
        Story story;
        story.until(Phase::Handling);
        story.take(C::RecordContact, call(story.nowMs), clerk());
        Reply reply = completeReply(story.theCase);
        reply.unitCallback = u"unsatisfied"_s;
        const Problems said = story.take(C::SubmitForSignOff, SubmitBody{reply, {}}, clerk());
        QCOMPARE(findings(said), QStringList{u"unit-callback-unsatisfied"_s});
        QCOMPARE(said.first().cite, tongbai().callback.cite);
        story.take(C::RecordUnitCallback, unitCall(story, u"unsatisfied"_s), clerk());
        QCOMPARE(findings(story.take(C::SubmitForSignOff, SubmitBody{reply, {}}, clerk())),
            QStringList{u"unit-callback-unsatisfied"_s}); // On record, and nothing done since.
        const RecordBody again{story.nowMs, {u"刘小河"_s}, {}, u"再次检修并当面说明"_s, {}, {}, {}};
        QVERIFY(story.take(C::RecordMeasures, again, clerk()).isEmpty());
        QVERIFY(story.take(C::SubmitForSignOff, SubmitBody{reply, {}}, clerk()).isEmpty());
    }

    void closingPoints_areTickedOneByOne()
    {
        Story story;
        story.until(Phase::AwaitingReview);
        QStringList points = story.closingPoints();
        const QString left = points.takeLast();
        const Problems lacking = story.take(C::AcceptReply, ReviewBody{1, {}, points, {}}, centre());
        QCOMPARE(findings(lacking), QStringList{u"closing-point-missing"_s});
        QCOMPARE(lacking.first().field, u"points."_s + left);
        QCOMPARE(lacking.first().cite, tongbai().closingPoints.last().cite);
        QVERIFY(story.take(C::AcceptReply, ReviewBody{1, {}, story.closingPoints(), {}}, centre()).isEmpty());
    }

    void closingPointOfTheCitizen_isNotAskedOfAnAnonymousCase()
    {
        Story story;
        story.until(Phase::AwaitingReview);
        QStringList points = story.closingPoints();
        QVERIFY(points.removeOne(u"contact-shown"_s));
        QVERIFY(!story.decision(C::AcceptReply, toJson(ReviewBody{1, {}, points, {}}), centre()));
        story.theCase.demand.anonymous = true;
        QVERIFY(story.decision(C::AcceptReply, toJson(ReviewBody{1, {}, points, {}}), centre()));
    }

    void namedSigner_isTheOneWhoSigns()
    {
        Story story;
        story.pack = &pack(u"minhe-2018"_s);
        story.until(Phase::AwaitingSignOff);
        const Problems other
            = story.take(C::Sign, signOn(story.theCase, SignerLevel::PrincipalLeader), principal());
        QCOMPARE(findings(other), QStringList{u"signer-differs"_s});
        QVERIFY(other.first().cite.startsWith(u"M10"));
        QVERIFY(story.take(C::Sign, signOn(story.theCase), leader()).isEmpty());
        story.theCase.signatures.last().actor.name = u"王某"_s; // As if it had come from another program.
        QVERIFY(
            findings(story.take(C::SubmitReply, ReplyVersionBody{1}, clerk())).contains(u"signer-differs"_s));
        Actor substitute = leader();
        substitute.name = u"王某"_s;
        substitute.actingForName = leader().name; // The reply may name the one who was acted for.
        story.theCase.signatures.last().actor = substitute;
        QVERIFY(story.take(C::SubmitReply, ReplyVersionBody{1}, clerk()).isEmpty());
    }

    void contactAfterTheSignature_isFound()
    {
        Story story;
        story.until(Phase::Signed);
        for (Entry<ContactBody> &entry : story.theCase.contacts)
            entry.body.contact.atMs = story.theCase.signatures.last().atMs + 60'000;
        QVERIFY(findings(story.take(C::SubmitReply, ReplyVersionBody{1}, clerk()))
                    .contains(u"contact-after-signing"_s));
    }

    void callback_asksWhatThePacksFiguresAreMadeOf()
    {
        const auto lacking = [](const QString &id) {
            Story story;
            story.pack = &pack(id);
            story.until(Phase::AwaitingCallback);
            CallbackBody body;
            body.atMs = story.nowMs;
            body.reached = true;
            QStringList fields;
            for (const Problem &problem : story.take(C::RecordCentreCallback, body, centre()))
                fields.append(problem.field);
            return fields;
        };
        QCOMPARE(lacking(u"tongbai-2023"_s),
            (QStringList{u"processSatisfaction"_s, u"resultSatisfaction"_s, u"overallSatisfaction"_s}));
        QCOMPARE(lacking(u"nanzheng-2024"_s), QStringList{u"overallSatisfaction"_s});
    }

    void unsolvedCase_goesBackOnceWhereThePackSaysSo()
    {
        Changed county(u"nanzheng-2024"_s);
        Story &story = county.story;
        story.until(Phase::AwaitingClose);
        story.theCase.replies.last().reply.outcome = u"unsolved"_s;
        QCOMPARE(
            findings(story.take(C::Close, NoteBody{u"办结"_s}, centre())), QStringList{u"close-unsolved"_s});
        county.rules.callback.reworkWhenUnsolved = false;
        QVERIFY(story.take(C::Close, NoteBody{u"办结"_s}, centre()).isEmpty());
    }

    void unreasonableDemand_goesBackTooUnlessThePackExceptsIt()
    {
        Changed county(u"tongbai-2023"_s);
        Story &story = county.story;
        story.until(Phase::AwaitingCallback);
        CallbackBody bad = satisfied(story.nowMs);
        bad.overallSatisfaction = bad.resultSatisfaction = u"unsatisfied"_s;
        story.take(C::RecordCentreCallback, bad, centre());
        story.theCase.replies.last().reply.verdict = Verdict::Unreasonable;
        QVERIFY(story.decision(C::Close, toJson(NoteBody{u"已解释"_s}), centre()));
        county.rules.callback.onlyReasonable = false;
        QCOMPARE(findings(story.take(C::Close, NoteBody{u"已解释"_s}, centre())),
            QStringList{u"close-unsatisfied"_s});
    }

    void forbiddenStep_isNotOffered()
    {
        Changed county(u"tongbai-2023"_s);
        Story &story = county.story;
        story.until(Phase::Handling);
        QVERIFY(offered(story, clerk()).contains(C::RequestReturn));
        QVERIFY(!offered(story, clerk()).contains(C::Appeal)); // T names none.
        QVERIFY(!offered(story, clerk()).contains(C::RequestTermination));
        county.rules.returns.allowed = false;
        QVERIFY(!offered(story, clerk()).contains(C::RequestReturn));
        county.rules.termination.allowed = true;
        QVERIFY(offered(story, clerk()).contains(C::RequestTermination));
        QVERIFY(offered(story, clerk()).contains(C::RequestExtension));
        county.rules.extensions.clear();
        QVERIFY(!offered(story, clerk()).contains(C::RequestExtension));
        story.until(Phase::AwaitingClose);
        QVERIFY(!offered(story, centre()).contains(C::OrderReReview));
        QVERIFY(!offered(story, centre()).contains(C::RecordSecondCallback));
        county.rules.callback.reReview = county.rules.callback.secondCall = true;
        QVERIFY(offered(story, centre()).contains(C::OrderReReview));
        QVERIFY(offered(story, centre()).contains(C::RecordSecondCallback));
    }

    void returnAndExtension_areOfferedWhileTheirTimeLasts()
    {
        Story story;
        story.pack = &pack(dispatch2020);
        story.until(Phase::Handling);
        const qint64 due = story.theCase.deadlines[LimitName::Return].dueMs;
        story.nowMs = due + 1; // HA7c: hard cases have a day more.
        QVERIFY(offered(story, clerk()).contains(C::RequestReturn));
        story.nowMs = due + 2 * dayMs;
        QVERIFY(!offered(story, clerk()).contains(C::RequestReturn));
        Story late;
        late.until(Phase::Handling);
        late.nowMs = late.theCase.replyDeadline()->dueMs + 1;
        QVERIFY(!offered(late, clerk()).contains(C::RequestExtension));
    }

    void heldStep_isRefusedWhateverItsBody_data()
    {
        QTest::addColumn<int>("pack");
        for (int i = 0; i < allPacks().size(); ++i)
            QTest::newRow(qPrintable(allPacks()[i].id)) << i;
    }
    void heldStep_isRefusedWhateverItsBody()
    {
        QFETCH(int, pack);
        int held = 0;
        for (quint32 seed = 1; seed <= 12; ++seed) {
            Story story;
            story.pack = &allPacks()[pack];
            Chance chance(seed);
            for (int i = 0; i < 60; ++i) {
                const Actor person = chance.oneOf(people());
                for (const C type : tableSteps(story.theCase, person)) {
                    if (heldAgainst(story.theCase, type, person, story.rules(), story.nowMs).isEmpty())
                        continue;
                    ++held;
                    const QJsonObject body = Bodies(story, chance).of(type);
                    QVERIFY2(!story.decision(type, body, person), nameOf(type).data());
                }
                if (chance.in(4) || !story.walk())
                    story.take(chance.oneOf(namesOf(C{})).value, {}, person);
            }
        }
        QVERIFY(held > 0);
    }

    void everyCite_isOfTheCountysOwnDocument_data() { heldStep_isRefusedWhateverItsBody_data(); }
    /// Random steps under each pack: what is refused cites a place that stands in the pack, or none.
    void everyCite_isOfTheCountysOwnDocument()
    {
        QFETCH(int, pack);
        const RulePack &rules = allPacks()[pack];
        const QString form = QString::fromUtf8(rules.form);
        for (quint32 seed = 1; seed <= 20; ++seed) {
            Story story;
            story.pack = &rules;
            Chance chance(seed);
            for (int i = 0; i < 60; ++i) {
                const C type = chance.oneOf(namesOf(C{})).value;
                const Problems problems
                    = story.take(type, Bodies(story, chance).of(type), chance.oneOf(people()));
                for (const Problem &problem : problems) {
                    const bool own = problem.cite.isEmpty() || problem.cite == rules.id
                        || form.contains(u'"' + problem.cite + u'"');
                    QVERIFY2(own, qPrintable(problem.finding + u": "_s + problem.cite));
                }
                if (chance.in(3))
                    story.walk();
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestCountyRules)
#include "tst_CountyRules.moc"

// Requests that are signed before they leave the unit, on screen and on paper.
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
    const auto it = std::ranges::find(allPacks(), id, &RulePack::id);
    return *it;
}

Story at(Phase phase, const QString &packId = u"tongbai-2023"_s)
{
    Story story;
    story.pack = &pack(packId);
    story.until(phase);
    return story;
}

ReturnRequestBody returning(const QString &reason = u"out-of-duty"_s)
{
    return {reason, u"该路段供水由园林中心自管。"_s, parkUnit, u"县园林中心"_s, {}, u"三定规定"_s, {}};
}

/// A return that waits for the principal leader.
Story drafted()
{
    Story story = at(Phase::Dispatched);
    story.take(C::RequestReturn, returning(), clerk());
    return story;
}

SignatureBody onPaper(SignatureBody body, const Story &story)
{
    body.key = {};
    body.signedText.clear();
    body.signature.clear();
    body.paper = PaperSignature{{u"gao"_s}, u"高山"_s, story.nowMs, true, sheet()};
    return body;
}

Case seenBy(const Story &story, const Actor &actor, Access access)
{
    QList<Event> shown;
    for (const Event &event : story.log)
        shown.append(shownTo(event, actor, access));
    return folded(shown);
}

} // namespace

class TestRequests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void draft_staysInsideTheUnit()
    {
        const Story story = drafted();
        QCOMPARE(story.theCase.phase, Phase::Dispatched);
        QVERIFY(story.theCase.pendingRequest(SignedAction::Return));
        QVERIFY(story.theCase.returns.isEmpty());
        const Case outside = seenBy(story, centre(), Access::Working);
        QVERIFY(outside.requests.first().withheld && outside.requests.first().body.isEmpty());
        QVERIFY(!outside.pendingRequest(SignedAction::Return));
    }

    void signature_sendsTheRequestWithIt()
    {
        Story story = drafted();
        QVERIFY(story.take(C::SignRequest, signOnRequest(story.theCase), principal()).isEmpty());
        QCOMPARE(story.theCase.phase, Phase::ReturnRequested);
        QCOMPARE(story.theCase.requests.first().state, UnitRequest::State::Sent);
        const Case outside = seenBy(story, centre(), Access::Working);
        QCOMPARE(outside.phase, Phase::ReturnRequested);
        const ReturnRequest &sent = outside.returns.first();
        QCOMPARE(sent.request.body, returning());
        QCOMPARE(sent.signatures.size(), 1);
        QCOMPARE(sent.signatures.first().actor.name, principal().name);
        QCOMPARE(sent.signatures.first().body.replyDigest,
            QString::fromLatin1(requestDigest(SignedAction::Return, toJson(sent.request.body))->toHex()));
    }

    void signature_isRefused_data()
    {
        QTest::addColumn<SignatureBody>("body");
        QTest::addColumn<Actor>("actor");
        QTest::addColumn<QString>("finding");
        const Story story = drafted();
        const SignatureBody good = signOnRequest(story.theCase);
        SignatureBody other = good;
        other.replyDigest[0] = other.replyDigest[0] == u'0' ? u'1' : u'0';
        SignatureBody unknown = good;
        unknown.replyVersion = 2;
        SignatureBody wrongAction = good;
        wrongAction.action = SignedAction::Extension;
        SignatureBody deputy = good;
        deputy.level = SignerLevel::DeputyLeader;
        QTest::newRow("other content") << other << principal() << u"reply-digest-differs"_s;
        QTest::newRow("no such request") << unknown << principal() << u"request-not-pending"_s;
        QTest::newRow("another action") << wrongAction << principal() << u"request-not-pending"_s;
        QTest::newRow("level too low") << deputy << leader() << u"signer-level-not-allowed"_s;
        QTest::newRow("level not the own") << good << leader() << u"signer-level-not-own"_s;
        QTest::newRow("clerk") << good << clerk() << u"role-not-allowed"_s;
        QTest::newRow("paper by the leader's step")
            << onPaper(good, story) << principal() << u"paper-is-another-step"_s;
    }
    void signature_isRefused()
    {
        QFETCH(SignatureBody, body);
        QFETCH(Actor, actor);
        QFETCH(QString, finding);
        Story story = drafted();
        const Problems problems = story.take(C::SignRequest, body, actor);
        QVERIFY2(findings(problems).contains(finding), qPrintable(findings(problems).join(u' ')));
        QCOMPARE(story.theCase.phase, Phase::Dispatched);
    }

    void draftWhoseTimeHasPassed_cannotBeSigned()
    {
        Story story = drafted();
        story.nowMs = story.theCase.clock(LimitName::Return)->dueMs + 1;
        QCOMPARE(findings(story.take(C::SignRequest, signOnRequest(story.theCase), principal())),
            QStringList{u"return-too-late"_s});
    }

    void draft_waitsAloneAndCanBeDropped()
    {
        Story story = drafted();
        QCOMPARE(findings(story.take(C::RequestReturn, returning(), clerk())),
            QStringList{u"request-already-pending"_s});
        QCOMPARE(findings(story.take(C::DropRequest, DropBody{1, {}}, principal())),
            QStringList{u"comment-missing"_s});
        QVERIFY(story.take(C::DropRequest, DropBody{1, {}}, clerk()).isEmpty());
        QVERIFY(!tableSteps(story.theCase, principal()).contains(C::SignRequest));
        QVERIFY(story.take(C::RequestReturn, returning(), clerk()).isEmpty());
        QCOMPARE(story.theCase.requests.last().number, 2);
    }

    void packWithoutASigner_sendsAtOnce()
    {
        Story story = at(Phase::Dispatched, u"nanzheng-2024"_s);
        QVERIFY(story.take(C::RequestReturn, returning(story.pack->returnReasons.first().code), clerk())
                    .isEmpty());
        QCOMPARE(story.theCase.phase, Phase::ReturnRequested);
        QVERIFY(story.theCase.returns.first().signatures.isEmpty());
    }

    void paperOnARequest_isEqualAndMarked()
    {
        Story story = drafted();
        const SignatureBody body = onPaper(signOnRequest(story.theCase), story);
        QVERIFY(story.take(C::RecordPaperSignature, body, clerk()).isEmpty());
        QCOMPARE(story.theCase.phase, Phase::ReturnRequested);
        const Entry<SignatureBody> entry = story.theCase.returns.first().signatures.first();
        QCOMPARE(entry.body.paper->signerName, u"高山"_s);
        QCOMPARE(entry.actor.name, clerk().name);
    }

    void paperOnTheReply_letsItBeSubmitted()
    {
        Story story = at(Phase::AwaitingSignOff);
        SignatureBody body = onPaper(signOn(story.theCase, SignerLevel::PrincipalLeader), story);
        QVERIFY(story.take(C::RecordPaperSignature, body, clerk()).isEmpty());
        QCOMPARE(story.theCase.phase, Phase::Signed);
        QVERIFY(story.take(C::SubmitReply, ReplyVersionBody{1}, clerk()).isEmpty());
        QVERIFY(seenBy(story, centre(), Access::Working).signatures.first().body.paper);
    }

    void paper_isRefused_data()
    {
        QTest::addColumn<SignatureBody>("body");
        QTest::addColumn<QString>("finding");
        const Story story = drafted();
        const SignatureBody good = onPaper(signOnRequest(story.theCase), story);
        const auto row = [&](const char *name, const char *finding, auto change) {
            SignatureBody body = good;
            change(body);
            QTest::newRow(name) << body << QString::fromLatin1(finding);
        };
        row("no seal", "seal-missing", [](SignatureBody &b) { b.paper->seal = false; });
        row("no scan", "body-malformed", [](SignatureBody &b) { b.paper->scan = {}; });
        row("not a signed sheet", "scan-is-no-signed-sheet",
            [](SignatureBody &b) { b.paper->scan.kind = AttachmentKind::Photo; });
        row("nobody", "signer-missing", [](SignatureBody &b) { b.paper->signer = {}; });
        row("yesterday", "signed-before-it-was-written",
            [](SignatureBody &b) { b.paper->signedAtMs -= dayMs; });
        row("tomorrow", "time-in-future", [](SignatureBody &b) { b.paper->signedAtMs += dayMs; });
        row("with a key", "signature-on-paper-with-key", [](SignatureBody &b) { b.key = {u"00"_s}; });
        row("level too low", "signer-level-not-allowed",
            [](SignatureBody &b) { b.level = SignerLevel::SectionHead; });
        row("not paper at all", "scan-missing", [](SignatureBody &b) { b.paper.reset(); });
    }
    void paper_isRefused()
    {
        QFETCH(SignatureBody, body);
        QFETCH(QString, finding);
        Story story = drafted();
        const Problems problems = story.take(C::RecordPaperSignature, body, clerk());
        QVERIFY2(findings(problems).contains(finding), qPrintable(findings(problems).join(u' ')));
    }

    void paperThatThePackForbids_isRefused()
    {
        RulePack strict = tongbai();
        for (SignerRule &rule : strict.signers)
            rule.paperAllowed = false;
        Story story;
        story.pack = &strict;
        story.until(Phase::AwaitingSignOff);
        const SignatureBody body = onPaper(signOn(story.theCase), story);
        QCOMPARE(findings(story.take(C::RecordPaperSignature, body, clerk())),
            QStringList{u"paper-not-allowed"_s});
    }

    void reasonGroup_decidesHowLongThereIs()
    {
        const QString id = u"hualong-dispatch-2020"_s;
        const RulePack &rules = pack(id);
        const auto hard = std::ranges::find_if(
            rules.returnReasons, [](const CodedReason &reason) { return !reason.group.isEmpty(); });
        const auto plain = std::ranges::find_if(
            rules.returnReasons, [](const CodedReason &reason) { return reason.group.isEmpty(); });
        QVERIFY(hard != rules.returnReasons.end() && plain != rules.returnReasons.end());
        Story story = at(Phase::Dispatched, id);
        story.nowMs = story.theCase.clock(LimitName::Return)->dueMs + 1; // HA7b is over, HA7c is not.
        QVERIFY(findings(story.take(C::RequestReturn, returning(plain->code), clerk()))
                    .contains(u"return-too-late"_s));
        QVERIFY(story.take(C::RequestReturn, returning(hard->code), clerk()).isEmpty());
    }

    void rejectedReturn_canBeAppealedWithoutStoppingTheClock()
    {
        const QString id = u"hualong-dispatch-2020"_s;
        Story story = at(Phase::Handling, id);
        QCOMPARE(findings(story.take(C::Appeal, CodedNoteBody{{}, u"不属本单位"_s, {}}, clerk())),
            QStringList{u"appeal-not-possible"_s});
        const QString reason = pack(id).returnReasons.first().code;
        QVERIFY(story.take(C::RequestReturn, returning(reason), clerk()).isEmpty());
        const SignatureBody body = signOnRequest(story.theCase, SignerLevel::DeputyLeader);
        QVERIFY(story.take(C::SignRequest, body, leader()).isEmpty());
        QVERIFY(story.take(C::DecideReturn, DecisionBody{false, u"属地管理"_s}, centre()).isEmpty());
        const qint64 due = story.theCase.replyDeadline()->dueMs;
        QVERIFY(story.take(C::Appeal, CodedNoteBody{{}, u"不属本单位"_s, {}}, clerk()).isEmpty());
        QCOMPARE(story.theCase.replyDeadline()->dueMs, due);
        QVERIFY(story.take(C::DecideAppeal, DecisionBody{true, {}}, centre()).isEmpty());
        QVERIFY(story.theCase.appeals.first().decision->body.granted);
    }

    void limitOfALaw_takesThePlaceOfThePacks()
    {
        Story story = at(Phase::Handling, u"hualong-operation-2020"_s);
        ExtensionBody body{u"须经听证"_s, u"行政处罚法第六十三条"_s, 0};
        body.statutory = StatutoryLimit{60, LimitUnit::WorkingDay, LimitSource::Statute};
        const qint64 due = story.theCase.replyDeadline()->dueMs;
        QVERIFY(story.take(C::RequestExtension, body, clerk()).isEmpty());
        QVERIFY(story.take(C::SignRequest, signOnRequest(story.theCase, SignerLevel::DeputyLeader), leader())
                    .isEmpty());
        QVERIFY(story.take(C::DecideExtension, DecisionBody{true, {}}, centre()).isEmpty());
        QVERIFY(story.theCase.replyDeadline()->dueMs > due + 60 * dayMs);
        QCOMPARE(story.theCase.replyDeadline()->source, LimitSource::Statute);
        Story other = at(Phase::Handling);
        QVERIFY(findings(other.take(C::RequestExtension, body, clerk())).contains(u"override-not-allowed"_s));
    }

    void termination_endsTheCaseForGood()
    {
        Story story = at(Phase::Handling, u"nanzheng-2024"_s);
        QVERIFY(story
                    .take(C::RequestTermination, TerminationBody{u"事实"_s, u"长期"_s, u"规定"_s, {}, {}},
                        clerk())
                    .isEmpty());
        QVERIFY(story.take(C::DecideTermination, DecisionBody{true, {}}, centre()).isEmpty());
        QCOMPARE(story.theCase.phase, Phase::Closed);
        QCOMPARE(story.theCase.ending, Ending::Terminated);
        QVERIFY(!tableSteps(story.theCase, centre()).contains(C::Dispatch));
        Story other = at(Phase::Handling);
        QVERIFY(findings(other.take(C::RequestTermination, TerminationBody{}, clerk()))
                    .contains(u"termination-not-allowed"_s));
    }
};

QTEST_GUILESS_MAIN(TestRequests)
#include "tst_Requests.moc"

// Who may stand in for a leader, when, and what that lets them do in a case.
#include "shared/base/CountyTime.h"
#include "shared/cases/Substitution.h"
#include "tests/shared/cases/Story.h"

#include <QTest>

using namespace chengban;
using namespace chengban::samples;

namespace {

const QDate monday(2025, 9, 1);
const QDate friday(2025, 9, 5);

qint64 at(const QDate &day, int hour, int minute = 0)
{
    return utcMs(day, QTime(hour, minute));
}

/// The section head stands in for the deputy leader from Monday to Friday.
Substitution week()
{
    return {u"s-1"_s, leader().user, sectionHead().user, monday, friday, u"出差"_s, leader().user,
        leader().name, mondayMs, {}, {}};
}

SubstitutionPeople people(const Actor &substitute = sectionHead())
{
    return {leader(), leader(), substitute};
}

Substitution with(Substitution one, const std::function<void(Substitution &)> &change)
{
    change(one);
    return one;
}

Actor onPost()
{
    return standingIn(sectionHead(), leader(), {week()}, mondayMs).value();
}

QStringList findings(const Decision &decision)
{
    QStringList names;
    for (const Problem &problem : decision ? Problems() : decision.error())
        names.append(problem.finding);
    return names;
}

} // namespace

class TestSubstitution : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void json_roundTrip()
    {
        QCOMPARE(substitutionFromJson(toJson(week())).value(), week());
        Substitution revoked = week();
        revoked.revokedAtMs = mondayMs + hourMs;
        revoked.revokedByName = u"高山"_s;
        QCOMPARE(substitutionFromJson(toJson(revoked)).value(), revoked);
        QJsonObject json = toJson(week());
        json[u"from"] = u"2025-02-30"_s;
        QCOMPARE(substitutionFromJson(json).error().code, ErrorCode::BadInput);
    }

    void inForce_byTheCountysDays_data()
    {
        QTest::addColumn<qint64>("atMs");
        QTest::addColumn<bool>("inForce");
        QTest::addColumn<bool>("open");
        QTest::newRow("the evening before") << at(monday.addDays(-1), 23, 59) << false << true;
        QTest::newRow("midnight of the county, still Sunday in UTC") << at(monday, 0) << true << true;
        QTest::newRow("first morning") << at(monday, 9) << true << true;
        QTest::newRow("last minute") << at(friday, 23, 59) << true << true;
        QTest::newRow("the midnight after, still Friday in UTC")
            << at(friday.addDays(1), 0) << false << false;
    }
    void inForce_byTheCountysDays()
    {
        QFETCH(qint64, atMs);
        QFETCH(bool, inForce);
        QFETCH(bool, open);
        QCOMPARE(isInForce(week(), atMs), inForce);
        QCOMPARE(isOpen(week(), atMs), open);
    }

    void revoked_endsAtThatMoment()
    {
        Substitution one = week();
        one.revokedAtMs = at(monday, 12);
        QVERIFY(isInForce(one, at(monday, 12) - 1));
        QVERIFY(!isInForce(one, at(monday, 12)));
        QVERIFY(!isOpen(one, at(monday, 12)));
    }

    void standingIn_takesThePostAndKeepsTheOwnName()
    {
        const Actor actor = onPost();
        QCOMPARE(actor.user, sectionHead().user);
        QCOMPARE(actor.name, sectionHead().name);
        QCOMPARE(actor.device, sectionHead().device);
        QCOMPARE(actor.role, Role::DeputyLeader);
        QCOMPARE(actor.actingFor, leader().user);
        QCOMPARE(actor.actingForName, leader().name);
    }

    void standingIn_withoutAGrant_isRefused_data()
    {
        QTest::addColumn<Actor>("own");
        QTest::addColumn<Actor>("leader");
        QTest::addColumn<qint64>("atMs");
        Actor moved = leader();
        moved.unit = roadUnit;
        Actor gone = leader();
        gone.role = Role::Centre;
        QTest::newRow("another person") << clerk() << leader() << mondayMs;
        QTest::newRow("for another leader") << sectionHead() << principal() << mondayMs;
        QTest::newRow("too early") << sectionHead() << leader() << mondayMs - dayMs;
        QTest::newRow("too late") << sectionHead() << leader() << mondayMs + 5 * dayMs;
        QTest::newRow("the leader moved to another unit") << sectionHead() << moved << mondayMs;
        QTest::newRow("the leader left the unit's posts") << sectionHead() << gone << mondayMs;
    }
    void standingIn_withoutAGrant_isRefused()
    {
        QFETCH(Actor, own);
        QFETCH(Actor, leader);
        QFETCH(qint64, atMs);
        const auto actor = standingIn(own, leader, {week()}, atMs);
        QVERIFY(!actor);
        QCOMPARE(actor.error().code, ErrorCode::SubstituteNotInForce);
    }

    void clerksPost_isTakenOverLikeALeaders()
    {
        Substitution ofClerk = week();
        ofClerk.holder = clerk().user;
        const SubstitutionPeople clerks{clerk(), clerk(), sectionHead()};
        QVERIFY(mayAppoint(ofClerk, clerks, {}, {}, mondayMs));
        const Actor actor = standingIn(sectionHead(), clerk(), {ofClerk}, mondayMs).value();
        Story story;
        story.until(Phase::Dispatched);
        QVERIFY(story.take(CommandType::Accept, NoteBody{}, actor).isEmpty());
        QCOMPARE(story.theCase.acceptance->actor.actingForName, clerk().name);
        story.until(Phase::AwaitingSignOff);
        QVERIFY(!story.decision(CommandType::Sign, toJson(signOn(story.theCase)), actor)); // a clerk's post
    }

    void substituteOfSubstitute_actsForNobodyElse()
    {
        // The clerk stands in for the section head, who stands in for the deputy leader.
        const Substitution second{u"s-2"_s, sectionHead().user, clerk().user, monday, friday, {},
            sectionHead().user, sectionHead().name, mondayMs, {}, {}};
        const auto actor = standingIn(clerk(), leader(), {week(), second}, mondayMs);
        QCOMPARE(actor.error().code, ErrorCode::SubstituteNotInForce);
    }

    void appointment_isArrangedByThoseWhoMay()
    {
        QVERIFY(mayArrange(leader(), leader()));
        QVERIFY(mayArrange(principal(), leader()));
        QVERIFY(mayArrange(actor(u"ops"_s, u"管"_s, Role::SystemAdmin, {}, {}), leader()));
        Actor elsewhere = principal();
        elsewhere.unit = roadUnit;
        for (const Actor &by : {clerk(), sectionHead(), elsewhere, centre()})
            QVERIFY(!mayArrange(by, leader()));
    }

    void appointment_ofALeader_isAllowed_data()
    {
        QTest::addColumn<Actor>("substitute");
        QTest::newRow("section head") << sectionHead();
        QTest::newRow("clerk") << clerk();
        QTest::newRow("principal leader") << principal();
    }
    void appointment_ofALeader_isAllowed()
    {
        QFETCH(Actor, substitute);
        Substitution wanted = week();
        wanted.substitute = substitute.user;
        QVERIFY(mayAppoint(wanted, people(substitute), {}, {}, mondayMs));
    }

    void appointment_isRefused_data()
    {
        QTest::addColumn<Substitution>("wanted");
        QTest::addColumn<Actor>("substitute");
        QTest::addColumn<ErrorCode>("code");
        const Actor head = sectionHead();
        const Actor foreign = actor(u"lu"_s, u"路平"_s, Role::SectionHead, roadUnit, u"县交通局"_s);
        const Actor archivist = actor(u"an"_s, u"安"_s, Role::Archivist, waterUnit, u"县水务局"_s);
        using S = Substitution;
        QTest::newRow("yesterday") << with(week(), [](S &s) { s.from = monday.addDays(-1); }) << head
                                   << ErrorCode::BadInput;
        QTest::newRow("no first day")
            << with(week(), [](S &s) { s.from = {}; }) << head << ErrorCode::BadInput;
        QTest::newRow("wrong order") << with(week(), [](S &s) { s.to = s.from.addDays(-1); }) << head
                                     << ErrorCode::BadInput;
        QTest::newRow("a day too long")
            << with(week(), [](S &s) { s.to = s.from.addDays(366); }) << head << ErrorCode::BadInput;
        QTest::newRow("for oneself") << with(week(), [](S &s) { s.substitute = s.holder; }) << leader()
                                     << ErrorCode::SubstituteNotAllowed;
        QTest::newRow("of another unit") << week() << foreign << ErrorCode::SubstituteNotAllowed;
        QTest::newRow("nobody who handles cases") << week() << archivist << ErrorCode::SubstituteNotAllowed;
    }
    void appointment_isRefused()
    {
        QFETCH(Substitution, wanted);
        QFETCH(Actor, substitute);
        QFETCH(ErrorCode, code);
        const auto allowed = mayAppoint(wanted, people(substitute), {}, {}, mondayMs);
        QVERIFY(!allowed);
        QCOMPARE(allowed.error().code, code);
    }

    void appointment_byAnother_isForbidden()
    {
        SubstitutionPeople others = people();
        others.by = clerk();
        QCOMPARE(mayAppoint(week(), others, {}, {}, mondayMs).error().code, ErrorCode::Forbidden);
    }

    void appointment_ofAPostThePackLeavesOut_isRefused()
    {
        SubstitutionPolicy policy;
        policy.posts = {u"section-head"_s};
        policy.cite = u"X1"_s;
        const auto allowed = mayAppoint(week(), people(), {}, policy, mondayMs);
        QCOMPARE(allowed.error(), (Error{ErrorCode::SubstituteNotAllowed, u"X1"_s}));
    }

    void appointment_besideOthers_data()
    {
        QTest::addColumn<Substitution>("other");
        QTest::addColumn<QString>("refusal");
        using S = Substitution;
        const auto other = [](const std::function<void(S &)> &change) { return with(week(), change); };
        const QString overlaps = errorName(ErrorCode::SubstituteOverlaps);
        const QString chain = errorName(ErrorCode::SubstituteOfSubstitute);
        QTest::newRow("the same days, somebody else")
            << other([](S &s) { s.substitute = clerk().user; }) << overlaps;
        QTest::newRow("its last day is the first") << other([](S &s) { s.from = s.to = monday; }) << overlaps;
        QTest::newRow("its first day is the last") << other([](S &s) {
            s.from = friday;
            s.to = friday.addDays(9);
        }) << overlaps;
        QTest::newRow("the day after") << other([](S &s) {
            s.from = friday.addDays(1);
            s.to = friday.addDays(9);
        }) << QString();
        QTest::newRow("taken back") << other([](S &s) { s.revokedAtMs = mondayMs - 1; }) << QString();
        QTest::newRow("another leader's, the same substitute")
            << other([](S &s) { s.holder = principal().user; }) << QString();
        QTest::newRow("the leader stands in for somebody") << other([](S &s) {
            s.holder = principal().user;
            s.substitute = leader().user;
        }) << chain;
        QTest::newRow("the substitute is stood in for") << other([](S &s) {
            s.holder = sectionHead().user;
            s.substitute = clerk().user;
        }) << chain;
        QTest::newRow("the substitute is away later") << other([](S &s) {
            s.holder = sectionHead().user;
            s.substitute = clerk().user;
            s.from = friday.addDays(1);
            s.to = friday.addDays(2);
        }) << QString();
    }
    void appointment_besideOthers()
    {
        QFETCH(Substitution, other);
        QFETCH(QString, refusal);
        const auto allowed = mayAppoint(week(), people(), {other}, {}, mondayMs);
        QCOMPARE(allowed ? QString() : QString(errorName(allowed.error().code)), refusal);
    }

    void step_onTheLeadersPost_isDecidedAsTheLeaders()
    {
        Story story;
        story.until(Phase::AwaitingSignOff);
        QVERIFY(story.take(CommandType::Sign, signOn(story.theCase), onPost()).isEmpty());
        const Entry<SignatureBody> &signature = story.theCase.signatures.last();
        QCOMPARE(signature.actor.name, sectionHead().name);
        QCOMPARE(signature.actor.actingForName, leader().name);
        QCOMPARE(story.log.last().actor.actingFor, leader().user);
        QCOMPARE(story.theCase.phase, Phase::Signed);
    }

    void step_onThePost_hasItsLevelOnly()
    {
        Story story;
        story.until(Phase::AwaitingSignOff);
        const SignatureBody above = signOn(story.theCase, SignerLevel::PrincipalLeader);
        QVERIFY(findings(story.decision(CommandType::Sign, toJson(above), onPost()))
                    .contains(u"signer-level-not-own"_s));
        const Substitution ofPrincipal = with(week(), [](Substitution &s) { s.holder = principal().user; });
        const Actor higher = standingIn(sectionHead(), principal(), {ofPrincipal}, mondayMs).value();
        QVERIFY(story.decision(CommandType::Sign, toJson(above), higher));
    }

    void step_onAPostThePackLeavesOut_isRefused()
    {
        Story story;
        story.until(Phase::AwaitingSignOff);
        RulePack pack = *story.pack;
        pack.substitution.posts = {u"principal-leader"_s};
        pack.substitution.cite = u"X1"_s;
        story.pack = &pack;
        const Decision decision = story.decision(CommandType::Sign, toJson(signOn(story.theCase)), onPost());
        QVERIFY(!decision);
        QCOMPARE(decision.error().first().finding, u"substitute-not-allowed"_s);
        QCOMPARE(decision.error().first().cite, u"X1"_s);
        QVERIFY(story.decision(CommandType::Sign, toJson(signOn(story.theCase)), leader()));
    }

    void step_onTheOwnText_isRefused()
    {
        Story story;
        story.until(Phase::AwaitingSignOff);
        const Substitution ofClerk = with(week(), [](Substitution &s) { s.substitute = clerk().user; });
        const Actor author = standingIn(clerk(), leader(), {ofClerk}, mondayMs).value();
        QCOMPARE(story.theCase.currentReply()->actor.user, clerk().user);
        QCOMPARE(findings(story.decision(CommandType::Sign, toJson(signOn(story.theCase)), author)),
            QStringList{u"substitute-signs-own"_s});
    }
};

QTEST_GUILESS_MAIN(TestSubstitution)
#include "tst_Substitution.moc"

#include "shared/cases/Steps.h"
#include "tests/shared/cases/Story.h"

#include <QTest>

using namespace chengban;
using namespace chengban::samples;

namespace {

using C = CommandType;

/// A case in that phase: water has the lead, road helps, park gave it back.
Case caseIn(Phase phase)
{
    Case made;
    made.tenant = tenant;
    made.id = caseId;
    made.phase = phase;
    if (phase == Phase::None || phase == Phase::Registered) {
        made.formerUnits = {parkUnit};
        return made;
    }
    made.leadUnit = waterUnit;
    made.coHandlers = {{roadUnit, {}, {}}};
    made.formerUnits = {parkUnit};
    return made;
}

Event later(EventType type, const Actor &actor)
{
    Event event;
    event.type = nameOf(type);
    event.actor = actor;
    return event;
}

} // namespace

class TestSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCommand_hasItsRowAndEvent()
    {
        QCOMPARE(steps().size(), namesOf(C{}).size());
        QSet<QString> events;
        for (const auto &[command, _] : namesOf(C{})) {
            const Step &step = stepOf(command);
            QVERIFY(!step.from.empty() && !step.roles.empty());
            events.insert(nameOf(step.event));
        }
        for (const auto &[event, name] : namesOf(EventType{})) {
            QVERIFY2(touchedBy(QString(QLatin1StringView(name))), name);
            const bool isHalfAStep = event == EventType::RequestDrafted;
            QVERIFY2(isHalfAStep || events.contains(QLatin1StringView(name)), name);
        }
        QVERIFY(!touchedBy(u"invented-later"));
    }

    void offered_dependsOnPhaseAndPerson_data()
    {
        QTest::addColumn<Phase>("phase");
        QTest::addColumn<Actor>("actor");
        QTest::addColumn<QList<CommandType>>("offered");
        using Steps = QList<CommandType>;
        QTest::newRow("clerk, new case")
            << Phase::Dispatched << clerk() << Steps{C::Accept, C::RequestReturn, C::ReportProgress};
        QTest::newRow("clerk, in work")
            << Phase::Handling << clerk()
            << Steps{C::RequestReturn, C::Appeal, C::ProposeHandling, C::HandDown, C::ReportBack,
                   C::UrgeInside, C::RecordContact, C::RecordAnswer, C::RecordInvestigation,
                   C::RecordSiteVisit, C::RecordMeasures, C::ReportProgress, C::RequestExtension,
                   C::SubmitForSignOff, C::RecordUnitCallback, C::RequestTermination};
        QTest::newRow("clerk, with the leader")
            << Phase::AwaitingSignOff << clerk()
            << Steps{C::Appeal, C::HandDown, C::ReportBack, C::UrgeInside, C::RecordAnswer,
                   C::RecordInvestigation, C::RecordSiteVisit, C::RecordMeasures, C::ReportProgress,
                   C::Withdraw, C::RecordPaperSignature, C::RecordUnitCallback};
        QTest::newRow("leader, to sign")
            << Phase::AwaitingSignOff << leader()
            << Steps{C::Appeal, C::HandDown, C::ReportBack, C::UrgeInside, C::Sign, C::ReturnToClerk};
        QTest::newRow("leader, in work")
            << Phase::Handling << leader()
            << Steps{C::Appeal, C::Instruct, C::HandDown, C::ReportBack, C::UrgeInside};
        QTest::newRow("clerk, signed")
            << Phase::Signed << clerk()
            << Steps{C::Appeal, C::HandDown, C::ReportBack, C::UrgeInside, C::RecordAnswer,
                   C::RecordInvestigation, C::RecordSiteVisit, C::RecordMeasures, C::ReportProgress,
                   C::SubmitReply, C::RecordUnitCallback};
        QTest::newRow("co-handler, in work")
            << Phase::Handling << roadClerk()
            << Steps{C::RecordContact, C::RecordInvestigation, C::RecordSiteVisit, C::RecordMeasures,
                   C::ReportProgress, C::SubmitPart};
        QTest::newRow("former unit") << Phase::Handling << parkClerk() << Steps{};
        QTest::newRow("centre, new case") << Phase::Registered << centre()
                                          << Steps{C::AbsorbDuplicate, C::MergeInto, C::Refuse,
                                                 C::AnswerDirectly, C::Classify, C::Dispatch};
        QTest::newRow("centre, review") << Phase::AwaitingReview << centre()
                                        << Steps{C::AbsorbDuplicate, C::Classify, C::AcceptReply,
                                               C::ReturnForRework, C::OrderSupervision, C::Urge};
        QTest::newRow("centre, to close")
            << Phase::AwaitingClose << centre()
            << Steps{C::AbsorbDuplicate, C::Classify, C::ReturnForRework, C::OrderReReview,
                   C::OrderSupervision, C::RecordCentreCallback, C::RecordSecondCallback, C::RecordMismatch,
                   C::ExcludeFromScoring, C::Urge, C::Close};
        QTest::newRow("archivist, closed")
            << Phase::Closed << archivist() << Steps{C::Archive, C::RequestErasure};
        QTest::newRow("clerk, closed")
            << Phase::Closed << clerk() << Steps{C::AppealScore, C::Archive, C::FileCopy};
        QTest::newRow("clerk, archived") << Phase::Archived << clerk() << Steps{C::FileCopy};
    }
    void offered_dependsOnPhaseAndPerson()
    {
        QFETCH(Phase, phase);
        QFETCH(Actor, actor);
        QFETCH(QList<CommandType>, offered);
        QCOMPARE(tableSteps(caseIn(phase), actor), offered);
    }

    void access_dependsOnPhaseAndUnit_data()
    {
        QTest::addColumn<UnitId>("unit");
        QTest::addColumn<QList<Phase>>("phases");
        QTest::addColumn<Access>("access");
        using enum Phase;
        const QList<Phase> working{Dispatched, Handling, ReturnRequested, AwaitingSignOff, Signed,
            AwaitingReview, Rework, AwaitingCallback, AwaitingClose};
        const QList<Phase> over{Closed, Archived};
        const QList<Phase> before{Phase::None, Registered};
        QTest::newRow("lead unit, in work") << waterUnit << working << Access::Working;
        QTest::newRow("lead unit, over") << waterUnit << over << Access::Closed;
        QTest::newRow("lead unit, before dispatch") << waterUnit << before << Access::None;
        QTest::newRow("co-handler, in work") << roadUnit << working << Access::Working;
        QTest::newRow("co-handler, over") << roadUnit << over << Access::Closed;
        QTest::newRow("former unit, always") << parkUnit << before + working + over << Access::Left;
        QTest::newRow("foreign unit, always")
            << UnitId{u"u-other"_s} << before + working + over << Access::None;
        QTest::newRow("no unit, always") << UnitId{} << before + working + over << Access::None;
    }
    void access_dependsOnPhaseAndUnit()
    {
        QFETCH(UnitId, unit);
        QFETCH(QList<Phase>, phases);
        QFETCH(Access, access);
        for (const Phase phase : phases)
            QCOMPARE(unitAccess(caseIn(phase), unit), access);
    }

    void reading_dependsOnAudienceAndAccess_data()
    {
        QTest::addColumn<Actor>("actor");
        QTest::addColumn<Access>("access");
        QTest::addColumn<QString>("readable"); // c case, u unit-internal of water, z centre, i identity
        using enum Access;
        QTest::newRow("lead, working") << clerk() << Working << u"cui"_s;
        QTest::newRow("lead, closed") << clerk() << Access::Closed << u"cu"_s;
        QTest::newRow("lead, left") << clerk() << Left << u"u"_s;
        QTest::newRow("lead, none") << clerk() << Access::None << u""_s;
        QTest::newRow("leader, working") << leader() << Working << u"cui"_s;
        QTest::newRow("co-handler, working") << roadClerk() << Working << u"ci"_s;
        QTest::newRow("co-handler, closed") << roadClerk() << Access::Closed << u"c"_s;
        QTest::newRow("centre") << centre() << Access::None << u"czi"_s;
        QTest::newRow("archivist, in work") << archivist() << Working << u""_s;
        QTest::newRow("archivist, closed") << archivist() << Access::Closed << u"c"_s;
        for (const Role role : {Role::SystemAdmin, Role::SecurityAdmin, Role::AuditAdmin})
            QTest::newRow(nameOf(role).data())
                << actor(u"ad"_s, u"管理"_s, role, waterUnit, {}) << Working << u""_s;
    }
    void reading_dependsOnAudienceAndAccess()
    {
        QFETCH(Actor, actor);
        QFETCH(Access, access);
        QFETCH(QString, readable);
        QString found;
        for (const auto &[mark, audience] : {std::pair{u'c', Audience{Audience::Kind::Case, {}}},
                 {u'u', {Audience::Kind::UnitInternal, waterUnit}}, {u'z', {Audience::Kind::Centre, {}}},
                 {u'i', {Audience::Kind::Identity, {}}}}) {
            if (mayRead(audience, actor, access))
                found += mark;
        }
        QCOMPARE(found, readable);
    }

    void formerUnit_keepsNumberAndItsOwnWords()
    {
        Story story;
        story.until(Phase::Handling);
        story.take(C::RequestReturn, ReturnRequestBody{u"out-of-duty"_s, u"自管"_s, {}, {}}, clerk());
        story.take(C::SignRequest, signOnRequest(story.theCase), principal());
        story.take(C::DecideReturn, DecisionBody{true, {}}, centre());
        QList<Event> shown;
        for (const Event &event : story.log)
            shown.append(shownTo(event, clerk(), Access::Left));
        const Case stub = folded(shown);
        QCOMPARE(stub.demand.sourceNumber, demand().sourceNumber);
        QVERIFY(stub.demand.text.isEmpty() && !stub.identity && stub.earlierReplies.isEmpty());
        QCOMPARE(stub.returns.first().request.body.statement, u"自管"_s);
        QCOMPARE(stub.phase, Phase::Registered);
        QCOMPARE(stub.head, story.theCase.head);
        QVERIFY(tableSteps(stub, clerk()).isEmpty());
    }

    void conflict_isWhatTheCommandDependsOn_data()
    {
        QTest::addColumn<CommandType>("command");
        QTest::addColumn<EventType>("event");
        QTest::addColumn<bool>("conflict");
        using E = EventType;
        QTest::newRow("submission after an urge") << C::SubmitReply << E::Urged << false;
        QTest::newRow("submission after a contact") << C::SubmitReply << E::ContactRecorded << false;
        QTest::newRow("submission after a return to the clerk")
            << C::SubmitReply << E::ReplyReturnedToClerk << true;
        QTest::newRow("signature after a withdrawal") << C::Sign << E::ReplyWithdrawn << true;
        QTest::newRow("signature after another") << C::Sign << E::ReplySigned << true;
        QTest::newRow("sign-off request after another") << C::SubmitForSignOff << E::ReplyDrafted << true;
        QTest::newRow("sign-off request after an extension")
            << C::SubmitForSignOff << E::ExtensionDecided << false;
        QTest::newRow("acceptance after acceptance") << C::Accept << E::Accepted << true;
        QTest::newRow("contact after anything") << C::RecordContact << E::ReplyDrafted << false;
        QTest::newRow("close after a rework order") << C::Close << E::ReworkOrdered << true;
        QTest::newRow("close after a unit's call") << C::Close << E::UnitCallbackRecorded << false;
    }
    void conflict_isWhatTheCommandDependsOn()
    {
        QFETCH(CommandType, command);
        QFETCH(EventType, event);
        QFETCH(bool, conflict);
        Command late;
        late.type = command;
        const Actor colleague = actor(u"other"_s, u"同事"_s, Role::Clerk, waterUnit, {});
        QCOMPARE(conflicts(late, clerk(), {later(event, colleague)}), conflict);
        QVERIFY(!conflicts(late, clerk(), {later(event, clerk())}));
    }

    void sameUserOnAnotherDevice_conflicts()
    {
        Actor elsewhere = clerk();
        elsewhere.device = {u"d-home"_s};
        Command late;
        late.type = C::SubmitForSignOff;
        QVERIFY(conflicts(late, clerk(), {later(EventType::ReplyDrafted, elsewhere)}));
    }

    void unknownEvent_alwaysConflicts()
    {
        Event event = later(EventType::Urged, clerk());
        event.type = u"invented-later"_s;
        Command late;
        late.type = C::RecordContact;
        QVERIFY(conflicts(late, clerk(), {event}));
    }
};

QTEST_GUILESS_MAIN(TestSteps)
#include "tst_Steps.moc"

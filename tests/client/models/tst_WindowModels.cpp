#include "client/models/CaseListModel.h"
#include "client/models/NextStep.h"
#include "client/models/OutboxModel.h"
#include "client/models/Places.h"
#include "client/models/ProblemModel.h"
#include "client/models/Responsible.h"
#include "client/models/StepWording.h"
#include "client/models/TimelineModel.h"
#include "client/models/Wording.h"
#include "tests/client/support/DemoCounty.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace chengban;
using namespace Qt::StringLiterals;

/// The item models of the window over the desk in memory.
class TestWindowModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cases_ofAPlace_areGroupedAndSortedByDueTime();
    void cases_afterAStep_moveToTheirPlace();
    void search_findsInAllPlaces();
    void group_ofACase_isWhatToDo_data();
    void group_ofACase_isWhatToDo();
    void summary_unitsRequestNotReadable_isNoRequestOfOurs();
    void cite_ofAProblem_isThePlaceWithoutOurIds_data();
    void cite_ofAProblem_isThePlaceWithoutOurIds();
    void responsible_areThePeopleOfTheCountysRoster();
    void notices_areTheirReceiversAlone();
    void outbox_refused_saysWhyAndWhatToDo();
    void problems_oneSolved_leavesTheOthersInPlace();
    void timeline_newestFirst();
    void offer_ofWhatTheCountyDoesNotKnow_isNotMade();
    void caseThatCameBack_waitsForThePrincipalLeadersInstruction();
    void offer_perPhase_isTheStepOfThatSide();
    void urgency_byTimeLeft_data();
    void urgency_byTimeLeft();
    void words_ofEveryEnum_areThere();

private:
    [[nodiscard]] Offer offerIn(Phase phase, const Actor &who) const;

    std::unique_ptr<DemoCounty> m_county;
};

void TestWindowModels::init()
{
    m_county = std::make_unique<DemoCounty>();
}

void TestWindowModels::cases_ofAPlace_areGroupedAndSortedByDueTime()
{
    CaseListModel model(m_county->desk);
    const QAbstractItemModelTester tester(&model);
    model.setPlace(Place::ToDo);
    QCOMPARE(model.rowCount(), 7);
    qint64 last = 0;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row);
        if (!index.data(CaseListModel::HeadingRole).toString().isEmpty())
            last = 0;
        const auto summary = index.data(CaseListModel::SummaryRole).value<CaseSummary>();
        QVERIFY(summary.dueMs.value_or(last) >= last);
        last = summary.dueMs.value_or(last);
    }
}

void TestWindowModels::cases_afterAStep_moveToTheirPlace()
{
    CaseListModel model(m_county->desk);
    const QAbstractItemModelTester tester(&model);
    model.setPlace(Place::Dispatch);
    const int before = model.rowCount();
    const CaseId id = model.idAt(0);
    const DispatchBody body{.leadUnit = m_county->clerk.unit,
        .leadUnitName = m_county->clerk.unitName,
        .coHandlers = {},
        .caseClass = CaseClass::General,
        .note = {}};
    m_county->desk.play(m_county->centre, id, CommandType::Dispatch, toJson(body));
    QCOMPARE(model.rowCount(), before - 1);
    QCOMPARE(model.rowOf(id), -1);
}

void TestWindowModels::search_findsInAllPlaces()
{
    CaseListModel model(m_county->desk);
    model.setPlace(Place::ToDo);
    model.setQuery(QStringLiteral("消防栓"));
    QCOMPARE(model.rowCount(), 1);
    model.setQuery({});
    QCOMPARE(model.rowCount(), 7);
}

void TestWindowModels::group_ofACase_isWhatToDo_data()
{
    QTest::addColumn<CaseSummary>("before");
    QTest::addColumn<CaseSummary>("after");
    const auto in = [](Phase phase) {
        CaseSummary summary;
        summary.phase = phase;
        summary.access = Access::Working;
        return summary;
    };
    CaseSummary sentBack = in(Phase::Handling);
    sentBack.returnedToClerk = true;
    CaseSummary decided = in(Phase::Handling);
    decided.decisionWanted = true;
    CaseSummary asked = in(Phase::Handling);
    asked.requestPending = true;
    CaseSummary gone = in(Phase::Registered);
    gone.access = Access::Left;
    QTest::newRow("to accept before in handling") << in(Phase::Dispatched) << in(Phase::Handling);
    QTest::newRow("sent back by the leader first") << sentBack << in(Phase::Handling);
    QTest::newRow("what the centre decides on after ours") << in(Phase::Handling) << decided;
    QTest::newRow("a request after the replies to sign") << in(Phase::AwaitingSignOff) << asked;
    QTest::newRow("what has left the unit last") << in(Phase::Archived) << gone;
}

void TestWindowModels::group_ofACase_isWhatToDo()
{
    QFETCH(CaseSummary, before);
    QFETCH(CaseSummary, after);
    QVERIFY(groupOrder(before) < groupOrder(after));
    QVERIFY(!groupHeading(before).isEmpty());
    QVERIFY(groupHeading(before) != groupHeading(after));
}

void TestWindowModels::summary_unitsRequestNotReadable_isNoRequestOfOurs()
{
    Case theCase = *m_county->desk.caseOf(m_county->caseIn(Phase::Handling));
    UnitRequest request;
    theCase.requests = {request};
    QVERIFY(summaryOf(theCase, Access::Working, 0).requestPending);
    theCase.requests.first().withheld = true;
    QVERIFY(!summaryOf(theCase, Access::Working, 0).requestPending);
}

void TestWindowModels::cite_ofAProblem_isThePlaceWithoutOurIds_data()
{
    QTest::addColumn<QString>("cite");
    QTest::addColumn<QString>("place");
    QTest::newRow("one id") << "T9 一(二)"
                            << "一(二)";
    QTest::newRow("several") << "T21,T22,T23 二(二)"
                             << "二(二)";
    QTest::newRow("a range") << "T9-T14 一(二)"
                             << "一(二)";
    QTest::newRow("a letter behind") << "HA20a 第十二条"
                                     << "第十二条";
    QTest::newRow("an id alone") << "T26"
                                 << "";
    QTest::newRow("no id") << "第七条"
                           << "第七条";
    QTest::newRow("nothing") << ""
                             << "";
}

void TestWindowModels::cite_ofAProblem_isThePlaceWithoutOurIds()
{
    QFETCH(QString, cite);
    QFETCH(QString, place);
    ProblemModel model;
    Problem problem;
    problem.cite = cite;
    model.setProblems({problem});
    const auto said = [&](int role) { return model.index(0).data(role).toString(); };
    QCOMPARE(said(ProblemModel::CiteRole), place.isEmpty() ? QString() : u"By "_s + place);
    model.setDocuments({{u"T"_s, u"某县的通知"_s}});
    if (cite.startsWith(u'T'))
        QCOMPARE(said(Qt::ToolTipRole), u"By 《某县的通知》"_s + place);
}

void TestWindowModels::responsible_areThePeopleOfTheCountysRoster()
{
    const Case one = *m_county->desk.caseOf(m_county->caseIn(Phase::Handling));
    const Rules rules = m_county->desk.rulesFor(one);
    const QString lines = responsibleLines(one, rules, m_county->desk.directory()).join(u'\n');
    QVERIFY2(lines.contains(m_county->clerk.name), qPrintable(lines));
    for (const RosterPost &post : rules.pack->roster)
        QVERIFY2(lines.contains(post.label), qPrintable(lines)); // T1: who leads and who handles, by name
    QVERIFY(responsibleLines(one, rules, {}).join(u'\n').contains(u"nobody named"_s));
    QVERIFY(responsibleLines(one, {nullptr, rules.calendar}, {}).isEmpty());
}

void TestWindowModels::notices_areTheirReceiversAlone()
{
    const Case back = *m_county->desk.caseOf(m_county->caseIn(Phase::Rework));
    const Rules rules = m_county->desk.rulesFor(back);
    Actor principal = m_county->leader;
    principal.role = Role::PrincipalLeader;
    const QString lines = noticeLines(back, rules, principal).join(u'\n'); // T25
    QVERIFY2(lines.contains(u"退回重办工单报主要领导"_s) && lines.contains(u"三(一)"_s), qPrintable(lines));
    QVERIFY(!lines.contains(u"T25"_s));
    QVERIFY(noticeLines(back, rules, m_county->clerk).isEmpty());
}

void TestWindowModels::outbox_refused_saysWhyAndWhatToDo()
{
    OutboxModel model(m_county->desk);
    const QAbstractItemModelTester tester(&model);
    const Command command{
        CommandId{QStringLiteral("c")}, CommandType::SubmitReply, m_county->ids.first(), 3, 0, {}};
    m_county->desk.setOutbox({{.command = command,
        .state = OutboxState::Refused,
        .stateSinceMs = m_county->nowMs,
        .queuedAtMs = m_county->nowMs,
        .reason = ErrorCode::StepNotAllowed,
        .problems = {}}});
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0).data(OutboxModel::ReasonRole).toString(), errorText(ErrorCode::StepNotAllowed));
    QVERIFY(model.index(0).data(OutboxModel::NeedsPersonRole).toBool());
    QVERIFY(!model.index(0).data(OutboxModel::NextRole).toString().isEmpty());
}

void TestWindowModels::problems_oneSolved_leavesTheOthersInPlace()
{
    ProblemModel model;
    const QAbstractItemModelTester tester(&model);
    const auto problem = [](const char *field) {
        return Problem{
            .code = ErrorCode::PartMissing, .finding = {}, .field = QLatin1StringView(field), .cite = {}};
    };
    model.setProblems({problem("a"), problem("b"), problem("c")});
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setProblems({problem("a"), problem("c")});
    QCOMPARE(model.rowCount(), 2);
    model.setProblems({problem("a"), problem("b"), problem("c")});
    QCOMPARE(model.index(1).data(ProblemModel::FieldRole).toString(), QStringLiteral("b"));
    QCOMPARE(reset.size(), 0);
    Problem advice = problem("d");
    advice.severity = Severity::Should;
    model.setProblems({advice, problem("a")});
    QCOMPARE(model.index(1).data(ProblemModel::FieldRole).toString(), QStringLiteral("d"));
    QVERIFY(!model.index(1).data(ProblemModel::HeadingRole).toString().isEmpty());
    QCOMPARE(std::pair(model.missing(), model.advice()), std::pair(1, 1));
    model.toggleRead(model.index(0)); // What must be mended cannot be read away.
    model.toggleRead(model.index(1));
    QCOMPARE(std::pair(model.missing(), model.advice()), std::pair(1, 0));
    model.setProblems({problem("c"), problem("a")});
    QCOMPARE(model.problems(), (Problems{problem("c"), problem("a")}));
}

void TestWindowModels::timeline_newestFirst()
{
    TimelineModel model;
    const QAbstractItemModelTester tester(&model);
    const auto log = m_county->desk.logOf(m_county->caseIn(Phase::Closed));
    model.setLog(*log, m_county->nowMs);
    QCOMPARE(model.rowCount(), int(log->size()));
    QCOMPARE(model.index(0).data(TimelineModel::WhatRole).toString(), eventText(QStringLiteral("closed")));
}

Offer TestWindowModels::offerIn(Phase phase, const Actor &who) const
{
    const Case theCase = *m_county->desk.caseOf(m_county->caseIn(phase));
    return offerFor(theCase, who, m_county->desk.rulesFor(theCase), m_county->nowMs);
}

void TestWindowModels::offer_ofWhatTheCountyDoesNotKnow_isNotMade()
{
    const QList<CommandType> clerks = offerIn(Phase::Handling, m_county->clerk).others;
    QVERIFY(clerks.contains(CommandType::RecordMeasures));
    QVERIFY(!clerks.contains(CommandType::Appeal));
    QVERIFY(!clerks.contains(CommandType::RequestTermination));
    QVERIFY(!offerIn(Phase::AwaitingClose, m_county->centre).others.contains(CommandType::OrderReReview));
}

void TestWindowModels::caseThatCameBack_waitsForThePrincipalLeadersInstruction()
{
    Actor principal = m_county->leader;
    principal.role = Role::PrincipalLeader;
    QCOMPARE(offerIn(Phase::Rework, principal).main, CommandType::Instruct);
    QVERIFY(!offerIn(Phase::Rework, m_county->leader).main);
    const Case back = *m_county->desk.caseOf(m_county->caseIn(Phase::Rework));
    const CaseSummary line = summaryOf(back, Access::Working, 0);
    QVERIFY(line.instructionOwed && belongs(line, Place::SignOff));
    QVERIFY(unpackedSummary(packed(line))->instructionOwed);
}

void TestWindowModels::offer_perPhase_isTheStepOfThatSide()
{
    const auto main = [&](Phase phase, const Actor &who) { return offerIn(phase, who).main; };
    QCOMPARE(main(Phase::Dispatched, m_county->clerk), CommandType::Accept);
    QCOMPARE(main(Phase::Handling, m_county->clerk), CommandType::SubmitForSignOff);
    QCOMPARE(main(Phase::AwaitingSignOff, m_county->leader), CommandType::Sign);
    QVERIFY(!main(Phase::AwaitingSignOff, m_county->clerk));
    QCOMPARE(main(Phase::Signed, m_county->clerk), CommandType::SubmitReply);
    QCOMPARE(main(Phase::AwaitingReview, m_county->centre), CommandType::AcceptReply);
    QCOMPARE(main(Phase::AwaitingCallback, m_county->centre), CommandType::RecordCentreCallback);
    QCOMPARE(main(Phase::AwaitingClose, m_county->centre), CommandType::Close);
    QCOMPARE(main(Phase::Closed, m_county->archivist), CommandType::Archive);
}

void TestWindowModels::urgency_byTimeLeft_data()
{
    QTest::addColumn<qint64>("left");
    QTest::addColumn<int>("urgency");
    QTest::newRow("two days") << qint64(48 * 3'600'000) << int(Urgency::Calm);
    QTest::newRow("an hour") << qint64(3'600'000) << int(Urgency::Soon);
    QTest::newRow("just now") << qint64(0) << int(Urgency::Soon);
    QTest::newRow("a moment ago") << qint64(-1) << int(Urgency::Overdue);
}

void TestWindowModels::urgency_byTimeLeft()
{
    QFETCH(qint64, left);
    QFETCH(int, urgency);
    QCOMPARE(int(urgencyOf(1'000'000'000 + left, 1'000'000'000)), urgency);
}

void TestWindowModels::words_ofEveryEnum_areThere()
{
    for (const auto &row : namesOf(Phase()))
        QVERIFY(!phaseText(row.value).isEmpty());
    for (const auto &row : namesOf(CommandType()))
        QVERIFY(!stepVerb(row.value).isEmpty());
    for (const auto &row : namesOf(ContactOutcome()))
        QVERIFY(!outcomeText(row.value).isEmpty());
    for (const auto &row : namesOf(LimitName()))
        QVERIFY(!dueLabel(row.value).isEmpty());
    QCOMPARE(stepObjectName(CommandType::SubmitForSignOff), QStringLiteral("submitForSignOff"));
}

QTEST_MAIN(TestWindowModels)
#include "tst_WindowModels.moc"

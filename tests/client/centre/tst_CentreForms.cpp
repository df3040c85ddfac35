#include "client/centre/CentreForms.h"

#include "client/centre/DispatchForm.h"
#include "client/forms/GrowingEdit.h"
#include "client/forms/UnitForms.h"
#include "client/models/NextStep.h"
#include "client/models/StepWording.h"
#include "shared/base/CountyTime.h"
#include "shared/cases/Events.h"
#include "tests/client/support/DemoCounty.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QtTest>

using namespace chengban;

/// The centre's forms: the case in, the body of the command out.
class TestCentreForms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void dispatch_unitSearched_isTheLead();
    void dispatch_unitOfTheCentreOnly_isNotOffered();
    void dispatch_draft_bringsUnitsAndNoteBack();
    void dispatch_moreUnitsThanLines_endsInAWholeLine();
    void dispatch_toAUnitWithAVacantPost_saysWhich();
    void decision_withoutChoice_lacksIt();
    void review_rework_givesReasonsAndNoPoints();
    void closingPoints_unticked_areOneLineThatLeadsToTheFirstOfThem();
    void steps_ofPeople_haveEachAFormAndAPlace();
    void fields_ofAPlainStep_makeItsBody();

private:
    [[nodiscard]] std::unique_ptr<StepForm> form(CommandType step, Phase phase);
    std::unique_ptr<DemoCounty> m_county;
};

void TestCentreForms::initTestCase()
{
    dressUp();
    m_county = std::make_unique<DemoCounty>();
    m_county->desk.actAs(m_county->centre);
}

std::unique_ptr<StepForm> TestCentreForms::form(CommandType step, Phase phase)
{
    std::unique_ptr<StepForm> made(makeCentreForm(step, m_county->desk));
    const Case one = *m_county->desk.caseOf(m_county->caseIn(phase));
    made->setCase(
        {one, m_county->centre, m_county->desk.rulesFor(one), m_county->desk.directory(), m_county->nowMs});
    return made;
}

void TestCentreForms::dispatch_unitSearched_isTheLead()
{
    const auto dispatch = form(CommandType::Dispatch, Phase::Registered);
    dispatch->findChild<QLineEdit *>(QStringLiteral("unitSearch"))->setText(QStringLiteral("水务"));
    const auto body = dispatchFromJson(dispatch->body());
    QVERIFY(body);
    QCOMPARE(body->leadUnitName, m_county->clerk.unitName);
    QCOMPARE(body->caseClass, CaseClass::General);
    QVERIFY(dispatch->problems(m_county->desk, m_county->caseIn(Phase::Registered)).isEmpty());
}

void TestCentreForms::dispatch_unitOfTheCentreOnly_isNotOffered()
{
    wire::Directory directory = m_county->desk.directory();
    const UnitId hall{QStringLiteral("hall")};
    directory.units.append({hall, QStringLiteral("青湖县"), {}});
    directory.people.append(
        {UserId{QStringLiteral("admin")}, QStringLiteral("管理员"), hall, Role::SystemAdmin, {}});
    m_county->desk.setDirectory(directory);
    const auto dispatch = form(CommandType::Dispatch, Phase::Registered);
    QCOMPARE(dispatch->findChild<QComboBox *>(QStringLiteral("coUnit"))->findData(hall.value), -1);
    auto *list = dispatch->findChild<QListWidget *>(QStringLiteral("leadUnit"));
    QVERIFY(list->findItems(QStringLiteral("青湖县"), Qt::MatchExactly).isEmpty());
    const int allLines = list->height();
    dispatch->findChild<QLineEdit *>(QStringLiteral("unitSearch"))->setText(QStringLiteral("水务"));
    QVERIFY(list->height() < allLines / 2);
}

void TestCentreForms::dispatch_draft_bringsUnitsAndNoteBack()
{
    const auto dispatch = form(CommandType::Dispatch, Phase::Registered);
    dispatch->findChild<QListWidget *>(QStringLiteral("leadUnit"))->setCurrentRow(1);
    dispatch->findChild<QComboBox *>(QStringLiteral("coUnit"))->setCurrentIndex(1);
    dispatch->findChild<QPushButton *>(QStringLiteral("addCoHandler"))->click();
    dispatch->findChild<GrowingEdit *>(QStringLiteral("note"))
        ->insertPlainText(QStringLiteral("请实地查看。"));
    const auto again = form(CommandType::Dispatch, Phase::Registered);
    QSignalSpy edited(again.get(), &StepForm::edited);
    again->setDraft(dispatch->draft());
    QCOMPARE(again->body(), dispatch->body());
    QCOMPARE(dispatchFromJson(again->body())->coHandlers.size(), 1);
    QVERIFY(edited.isEmpty());
}

void TestCentreForms::dispatch_moreUnitsThanLines_endsInAWholeLine()
{
    const Case one = *m_county->desk.caseOf(m_county->caseIn(Phase::Registered));
    CaseView view{one, m_county->centre, m_county->desk.rulesFor(one), {}, m_county->nowMs};
    for (int i = 0; i < 20; ++i)
        view.directory.units.append({UnitId{QString::number(i)}, QStringLiteral("第%1办").arg(i), {}});
    const std::unique_ptr<StepForm> dispatch(makeCentreForm(CommandType::Dispatch, m_county->desk));
    dispatch->setCase(view);
    dispatch->show();
    const auto *list = dispatch->findChild<QListWidget *>(QStringLiteral("leadUnit"));
    QCOMPARE(list->count(), 20);
    const int line = list->sizeHintForRow(0);
    QVERIFY(list->viewport()->height() >= 8 * line);
    QCOMPARE(list->viewport()->height() % line, 0);
}

void TestCentreForms::dispatch_toAUnitWithAVacantPost_saysWhich()
{
    const Case one = *m_county->desk.caseOf(m_county->caseIn(Phase::Registered));
    CaseView view{
        one, m_county->centre, m_county->desk.rulesFor(one), m_county->desk.directory(), m_county->nowMs};
    const auto vacant = [&] {
        const std::unique_ptr<StepForm> dispatch(makeCentreForm(CommandType::Dispatch, m_county->desk));
        dispatch->setCase(view);
        dispatch->findChild<QLineEdit *>(QStringLiteral("unitSearch"))->setText(m_county->clerk.unitName);
        return dispatch->findChild<QLabel *>(QStringLiteral("vacantPosts"))->text();
    };
    QCOMPARE(vacant(), QString());
    view.directory.people.removeIf(
        [](const wire::DirectoryPerson &person) { return person.role == Role::DeputyLeader; });
    QVERIFY(vacant().contains(QStringLiteral("分管负责人")));
}

void TestCentreForms::decision_withoutChoice_lacksIt()
{
    const auto decision = form(CommandType::DecideReturn, Phase::ReturnRequested);
    const CaseId id = m_county->caseIn(Phase::ReturnRequested);
    QCOMPARE(decision->problems(m_county->desk, id).first().finding, QStringLiteral("decision-missing"));
    decision->findChild<QRadioButton *>(QStringLiteral("grant"))->click();
    QVERIFY(decisionFromJson(decision->body())->granted);
}

void TestCentreForms::review_rework_givesReasonsAndNoPoints()
{
    const auto review = form(CommandType::AcceptReply, Phase::AwaitingReview);
    QCOMPARE(review->step(), CommandType::AcceptReply);
    review->findChild<QCheckBox *>(QStringLiteral("point:signed"))->click();
    review->findChild<QRadioButton *>(QStringLiteral("chooseRework"))->click();
    review->findChild<QCheckBox *>(QStringLiteral("reason:evasive"))->click();
    QCOMPARE(review->step(), CommandType::ReturnForRework);
    const auto body = reviewFromJson(review->body());
    QCOMPARE(body->reasons, QStringList{QStringLiteral("evasive")});
    QVERIFY(body->points.isEmpty());
    QCOMPARE(body->replyVersion, 1);
}

void TestCentreForms::closingPoints_unticked_areOneLineThatLeadsToTheFirstOfThem()
{
    const CaseId id = m_county->caseIn(Phase::AwaitingReview);
    const auto review = form(CommandType::AcceptReply, Phase::AwaitingReview);
    review->show();
    const QList<QCheckBox *> points
        = review->findChild<QWidget *>(QStringLiteral("points"))->findChildren<QCheckBox *>();
    QVERIFY(points.size() > 2);
    points.first()->setChecked(true);
    const Problems problems = review->problems(m_county->desk, id);
    QCOMPARE(problems.size(), 1);
    const QString field = problems.first().field;
    QVERIFY(review->focusField(field));
    QVERIFY(review->focusWidget() != points.first());
    QCOMPARE(review->focusWidget()->objectName(), QStringLiteral("point:") + field.section(u'.', 1));
    for (QCheckBox *point : points)
        point->setChecked(true);
    QVERIFY(review->problems(m_county->desk, id).isEmpty());
}

void TestCentreForms::steps_ofPeople_haveEachAFormAndAPlace()
{
    using enum CommandType;
    const QList<CommandType> others{Register, Warn, MarkOverdue, Recalculate}; // Imports and jobs.
    for (const auto &row : namesOf(CommandType())) {
        if (others.contains(row.value))
            continue;
        QVERIFY2(hasPlace(row.value), qPrintable(QString(QLatin1StringView(row.name))));
        const std::unique_ptr<StepForm> unit(makeUnitForm(row.value, m_county->desk));
        const std::unique_ptr<StepForm> centre(makeCentreForm(row.value, m_county->desk));
        QVERIFY2(
            unit || centre || row.value == RecordContact, qPrintable(QString(QLatin1StringView(row.name))));
    }
    for (const auto &row : namesOf(EventType()))
        QVERIFY2(eventText(QString(QLatin1StringView(row.name))) != QString(QLatin1StringView(row.name)),
            qPrintable(QString(QLatin1StringView(row.name))));
}

void TestCentreForms::fields_ofAPlainStep_makeItsBody()
{
    const std::unique_ptr<StepForm> visit(makeUnitForm(CommandType::RecordSiteVisit, m_county->desk));
    const Case one = *m_county->desk.caseOf(m_county->caseIn(Phase::Handling));
    const CaseView view{
        one, m_county->clerk, m_county->desk.rulesFor(one), m_county->desk.directory(), m_county->nowMs};
    visit->setCase(view);
    visit->findChild<QLineEdit *>(QStringLiteral("people"))->setText(QStringLiteral("赵一、钱二"));
    visit->findChild<GrowingEdit *>(QStringLiteral("note"))->insertPlainText(QStringLiteral("现场已清理。"));
    const auto body = recordFromJson(visit->body());
    QVERIFY(body);
    QCOMPARE(body->people, (QStringList{QStringLiteral("赵一"), QStringLiteral("钱二")}));
    QCOMPARE(body->atMs, m_county->nowMs);
    QVERIFY(!body->finishedMs);
    auto *moment = visit->findChild<QWidget *>(QStringLiteral("atMs"))->findChild<QDateTimeEdit *>();
    QCOMPARE(moment->dateTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")), shownTime(m_county->nowMs));
    moment->stepBy(-1); // An hour, a day or a year, as the cursor stands; here the year.
    QCOMPARE(recordFromJson(visit->body())->atMs,
        utcMs(countyDate(m_county->nowMs).addYears(-1), countyTime(m_county->nowMs).time()));
    const std::unique_ptr<StepForm> again(makeUnitForm(CommandType::RecordSiteVisit, m_county->desk));
    again->setCase(view);
    again->setDraft(visit->draft());
    QCOMPARE(again->body(), visit->body());
}

QTEST_MAIN(TestCentreForms)
#include "tst_CentreForms.moc"

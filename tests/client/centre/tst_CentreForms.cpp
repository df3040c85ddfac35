#include "client/centre/CentreForms.h"

#include "client/centre/DispatchForm.h"
#include "tests/client/support/DemoCounty.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QListWidget>
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
    void decision_withoutChoice_lacksIt();
    void review_rework_givesReasonsAndNoPoints();

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

QTEST_MAIN(TestCentreForms)
#include "tst_CentreForms.moc"

#include "client/forms/MomentEdit.h"

#include "client/forms/UnitForms.h"
#include "tests/client/support/DemoCounty.h"

#include <QDateTimeEdit>
#include <QPushButton>
#include <QtTest>

using namespace chengban;

constexpr qint64 now = 1'700'000'000'123; // 2023-11-15 06:13 in the county

/// The one field for a moment: exact, in the county's time, required or possibly missing.
class TestMomentEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void setMoment_byProgram_staysExactAndSilent();
    void field_changed_isReadInTheCountysTime();
    void proposal_afterAPersonsTime_changesNothing();
    void optional_untouched_isMissing();
    void optional_firstDigit_beginsWithThePresent();
    void optional_takenAway_isMissingAgain();
    void stepDraft_withMomentAndMissingMoment_bringsThemBack();
};

void TestMomentEdit::setMoment_byProgram_staysExactAndSilent()
{
    MomentEdit edit(MomentEdit::Kind::Required, QStringLiteral("at"), [] { return now; });
    const QSignalSpy edited(&edit, &MomentEdit::edited);
    edit.setMoment(1'762'137'600'001); // 2025-11-03 10:40 in the county
    QCOMPARE(edit.moment(), std::optional<qint64>(1'762'137'600'001));
    QCOMPARE(edit.findChild<QDateTimeEdit *>()->text(), QStringLiteral("2025-11-03 10:40"));
    QCOMPARE(edited.size(), 0);
}

void TestMomentEdit::field_changed_isReadInTheCountysTime()
{
    MomentEdit edit(MomentEdit::Kind::Required, QStringLiteral("at"), [] { return now; });
    const QSignalSpy edited(&edit, &MomentEdit::edited);
    edit.findChild<QDateTimeEdit *>()->setDateTime(QDateTime(QDate(2025, 11, 3), QTime(9, 20), Qt::UTC));
    QCOMPARE(edit.moment(), std::optional<qint64>(1'762'132'800'000));
    QCOMPARE(edited.size(), 1);
}

void TestMomentEdit::proposal_afterAPersonsTime_changesNothing()
{
    MomentEdit edit(MomentEdit::Kind::Required, QStringLiteral("at"), [] { return now; });
    edit.propose(now);
    QCOMPARE(edit.moment(), std::optional<qint64>(now));
    QVERIFY(!edit.isTouched());
    edit.findChild<QDateTimeEdit *>()->setDateTime(QDateTime(QDate(2025, 11, 3), QTime(9, 20), Qt::UTC));
    edit.propose(now);
    QCOMPARE(edit.moment(), std::optional<qint64>(1'762'132'800'000));
}

void TestMomentEdit::optional_untouched_isMissing()
{
    MomentEdit edit(MomentEdit::Kind::Optional, QStringLiteral("at"), [] { return now; });
    edit.propose(now);
    QVERIFY(!edit.moment());
    QVERIFY(!edit.isTouched());
}

void TestMomentEdit::optional_firstDigit_beginsWithThePresent()
{
    MomentEdit edit(MomentEdit::Kind::Optional, QStringLiteral("at"), [] { return now; });
    edit.show();
    auto *field = edit.findChild<QDateTimeEdit *>(QStringLiteral("atField"));
    field->setFocus();
    QTest::keyClicks(field, QStringLiteral("2024"));
    QCOMPARE(
        field->dateTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")), QStringLiteral("2024-11-15 06:13"));
    QVERIFY(edit.moment());
}

void TestMomentEdit::optional_takenAway_isMissingAgain()
{
    MomentEdit edit(MomentEdit::Kind::Optional, QStringLiteral("at"), [] { return now; });
    edit.show();
    auto *none = edit.findChild<QPushButton *>(QStringLiteral("atNone"));
    QVERIFY(!none->isVisible());
    const QSignalSpy edited(&edit, &MomentEdit::edited);
    edit.findChild<QPushButton *>(QStringLiteral("atNow"))->click();
    QCOMPARE(edit.moment(), std::optional<qint64>(now));
    none->click();
    QVERIFY(!edit.moment());
    QVERIFY(!none->isVisible());
    QCOMPARE(edited.size(), 2);
}

void TestMomentEdit::stepDraft_withMomentAndMissingMoment_bringsThemBack()
{
    DemoCounty county;
    const Case one = *county.desk.caseOf(county.caseIn(Phase::Handling));
    const CaseView view{one, county.clerk, county.desk.rulesFor(one), county.desk.directory(), county.nowMs};
    const std::unique_ptr<StepForm> form(makeUnitForm(CommandType::RecordMeasures, county.desk));
    form->setCase(view);
    auto *at = form->findChild<MomentEdit *>(QStringLiteral("atMs"));
    at->findChild<QDateTimeEdit *>()->setDateTime(QDateTime(QDate(2025, 11, 3), QTime(9, 20), Qt::UTC));
    auto *finished = form->findChild<MomentEdit *>(QStringLiteral("finishedMs"));
    finished->findChild<QPushButton *>(QStringLiteral("finishedMsNow"))->click();
    const std::unique_ptr<StepForm> again(makeUnitForm(CommandType::RecordMeasures, county.desk));
    again->setCase(view);
    again->setDraft(form->draft());
    QCOMPARE(again->body(), form->body());
    finished->findChild<QPushButton *>(QStringLiteral("finishedMsNone"))->click();
    again->setDraft(form->draft());
    QVERIFY(!again->body().contains(QStringLiteral("finishedMs")));
}

QTEST_MAIN(TestMomentEdit)
#include "tst_MomentEdit.moc"

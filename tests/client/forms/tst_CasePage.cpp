#include "client/forms/CasePage.h"

#include "client/forms/GrowingEdit.h"

#include "client/forms/UnitForms.h"
#include "client/models/ProblemModel.h"
#include "shared/reply/Requirements.h"
#include "shared/rules/Citations.h"
#include "tests/client/support/DemoCounty.h"

#include <QClipboard>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QRadioButton>
#include <QTextBlock>
#include <QTextLayout>
#include <QtTest>

using namespace chengban;

/// The case page with a desk in memory: saving, the input method, links of what lacks, and taking the step.
class TestCasePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void draft_afterLastKeyPress_isSavedWithinASecond();
    void preEdit_whileDraftIsSavedAndSyncArrives_staysComposed();
    void saving_diskFull_keepsTheTextAndSaysSo();
    void problem_clicked_focusesItsField();
    void mainButton_partsMissing_doesNotTakeTheStep();
    void contactButton_clicked_recordsTheAttemptAfterItsGrace();
    void contactNote_recorded_isNotBroughtBackByTheDraft();
    void contactButton_undone_recordsNothing();
    void contact_waitingWhenTheAnswerIsComposed_standsInIt();
    void contactButton_otherOutcomeMeanwhile_correctsTheFirst();
    void contact_waitingWhenThePageIsLeft_isRecorded_data();
    void contact_waitingWhenThePageIsLeft_isRecorded();
    void text_ofEveryStep_isThereInANewWindow_data();
    void text_ofEveryStep_isThereInANewWindow();
    void text_ofTakenStep_isGone();
    void text_ofSideStep_isThereAfterAnotherCase();
    void reply_complete_isSubmittedForSignOff();
    void identity_withReason_isShownAndHiddenAgain();
    void dueTime_clicked_isExplainedByItsDays();
    void advice_aboutAPlace_selectsItAndCanBeRead();
    void signing_underWay_canBeCancelled();
    void bar_ofASideStep_hasItsVerbOnce();
    void dossier_fromTheFirstDay_namesWhatItLacks();

private:
    template <typename T> [[nodiscard]] T *find(const char *name)
    {
        return m_page->findChild<T *>(QLatin1StringView(name));
    }
    void chooseSolvable() { find<QRadioButton>("verdictSolvable")->click(); }

    std::unique_ptr<DemoCounty> m_county;
    std::unique_ptr<CasePage> m_page;
    CaseId m_case;
};

void TestCasePage::init()
{
    dressUp();
    m_page.reset();
    m_county = std::make_unique<DemoCounty>();
    m_page = std::make_unique<CasePage>(m_county->desk, &makeUnitForm);
    m_page->resize(1000, 700);
    m_page->show();
    m_case = m_county->caseIn(Phase::Handling);
    m_page->setCase(m_case);
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

void TestCasePage::draft_afterLastKeyPress_isSavedWithinASecond()
{
    chooseSolvable();
    find<GrowingEdit>("investigation")->setFocus();
    QTest::keyClicks(find<GrowingEdit>("investigation"), QStringLiteral("abc"));
    QVERIFY(!m_county->desk.draft(m_case) || m_county->desk.draft(m_case)->reply.investigation.isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(m_county->desk.draft(m_case)
            && m_county->desk.draft(m_case)->reply.investigation == QStringLiteral("abc"),
        1000);
    QVERIFY(find<QLabel>("saveState")->text().contains(QStringLiteral("草稿已保存")));
}

void TestCasePage::preEdit_whileDraftIsSavedAndSyncArrives_staysComposed()
{
    chooseSolvable();
    auto *edit = find<GrowingEdit>("investigation");
    edit->setFocus();
    QTest::keyClicks(edit, QStringLiteral("a"));
    QInputMethodEvent composing(QStringLiteral("diao cha"), {});
    QCoreApplication::sendEvent(edit, &composing);
    const int before = m_county->desk.saves();
    QTRY_VERIFY(m_county->desk.saves() > before);
    m_county->desk.play(
        m_county->centre, m_case, CommandType::Urge, toJson(NoteBody{QStringLiteral("请抓紧办理。")}));
    QCOMPARE(edit->textCursor().block().layout()->preeditAreaText(), QStringLiteral("diao cha"));
    QCOMPARE(edit->text(), QStringLiteral("a"));
    QInputMethodEvent commit;
    commit.setCommitString(QStringLiteral("调查"));
    QCoreApplication::sendEvent(edit, &commit);
    QCOMPARE(edit->text(), QStringLiteral("a调查"));
    QVERIFY(edit->hasFocus());
}

void TestCasePage::saving_diskFull_keepsTheTextAndSaysSo()
{
    m_county->desk.failSaves(ErrorCode::DiskFull);
    chooseSolvable();
    auto *edit = find<GrowingEdit>("investigation");
    QTest::keyClicks(edit, QStringLiteral("kept"));
    QTRY_VERIFY(find<QLabel>("saveState")->text().contains(errorText(ErrorCode::DiskFull)));
    QCOMPARE(edit->text(), QStringLiteral("kept"));
    m_county->desk.failSaves(std::nullopt);
    QTest::keyClicks(edit, QStringLiteral("!"));
    QTRY_VERIFY(find<QLabel>("saveState")->text().contains(QStringLiteral("草稿已保存")));
}

void TestCasePage::problem_clicked_focusesItsField()
{
    chooseSolvable();
    auto *list = find<QListView>("problems");
    const auto rowOf = [&] {
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            if (list->model()->index(row, 0).data(ProblemModel::FieldRole).toString()
                == QStringLiteral("handling"))
                return list->model()->index(row, 0);
        }
        return QModelIndex();
    };
    QTRY_VERIFY(rowOf().isValid());
    list->scrollTo(rowOf());
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(rowOf()).center());
    QVERIFY(find<GrowingEdit>("handling")->hasFocus());
    m_page->nextProblem();
    QVERIFY(!find<GrowingEdit>("handling")->hasFocus());
}

void TestCasePage::mainButton_partsMissing_doesNotTakeTheStep()
{
    find<QPushButton>("submitForSignOff")->click();
    QCOMPARE(m_county->desk.caseOf(m_case)->phase, Phase::Handling);
    QVERIFY(find<QLabel>("message")->isVisible());
}

void TestCasePage::contactButton_clicked_recordsTheAttemptAfterItsGrace()
{
    const qsizetype before = m_county->desk.caseOf(m_case)->contacts.size();
    find<QPushButton>("contactNoAnswer")->click();
    QCOMPARE(m_county->desk.caseOf(m_case)->contacts.size(), before);
    QVERIFY(find<QLabel>("contactGraceWords")->text().contains(QStringLiteral("5秒")));
    QVERIFY(find<QLineEdit>("contactNote")->hasFocus());
    m_county->desk.setNow(m_county->nowMs + 5'000);
    QTRY_COMPARE_WITH_TIMEOUT(m_county->desk.caseOf(m_case)->contacts.size(), before + 1, 7'000);
    QVERIFY(!find<QWidget>("contactGrace")->isVisible());
    const Case after = *m_county->desk.caseOf(m_case);
    QCOMPARE(after.contactAttempts().last().outcome, ContactOutcome::NoAnswer);
    QCOMPARE(after.contactAttempts().last().atMs, m_county->nowMs);
    QCOMPARE(after.contactAttempts().last().phoneUsed, QStringLiteral("0000-6100123"));
}

void TestCasePage::contactNote_recorded_isNotBroughtBackByTheDraft()
{
    QTest::keyClicks(find<QLineEdit>("contactNote"), QStringLiteral("said"));
    find<QPushButton>("contactReached")->click();
    find<QPushButton>("contactRecordNow")->click();
    QVERIFY(find<QLineEdit>("contactNote")->text().isEmpty());
    m_page->setCase(m_county->caseIn(Phase::Dispatched));
    m_page->setCase(m_case);
    QVERIFY(find<QLineEdit>("contactNote")->text().isEmpty());
}

void TestCasePage::contactButton_undone_recordsNothing()
{
    const qsizetype before = m_county->desk.caseOf(m_case)->contacts.size();
    find<QPushButton>("contactReached")->click();
    QTest::keyClick(m_page.get(), Qt::Key_0, Qt::AltModifier);
    QTRY_VERIFY(!find<QWidget>("contactGrace")->isVisible());
    m_page->flush();
    QCOMPARE(m_county->desk.caseOf(m_case)->contacts.size(), before);
}

void TestCasePage::contact_waitingWhenTheAnswerIsComposed_standsInIt()
{
    const qsizetype before = m_county->desk.caseOf(m_case)->contacts.size();
    find<QRadioButton>("verdictSolvable")->click();
    find<QPushButton>("contactReached")->click();
    find<QPushButton>("composeAnswer")->click();
    const Case after = *m_county->desk.caseOf(m_case);
    QCOMPARE(after.contacts.size(), before + 1);
    const QString sentence = contactSentence(after.contactAttempts(), *m_county->desk.rulesFor(after).pack);
    QVERIFY(!sentence.isEmpty());
    QVERIFY(find<GrowingEdit>("answer")->text().contains(sentence));
}

void TestCasePage::contactButton_otherOutcomeMeanwhile_correctsTheFirst()
{
    const qsizetype before = m_county->desk.caseOf(m_case)->contacts.size();
    find<QPushButton>("contactReached")->click();
    find<QPushButton>("contactDeclined")->click();
    QTest::keyClicks(find<QLineEdit>("contactNote"), QStringLiteral("later"));
    QTest::keyClick(find<QLineEdit>("contactNote"), Qt::Key_Return);
    const QList<ContactAttempt> attempts = m_county->desk.caseOf(m_case)->contactAttempts();
    QCOMPARE(attempts.size(), before + 1);
    QCOMPARE(attempts.last().outcome, ContactOutcome::Declined);
    QCOMPARE(attempts.last().note, QStringLiteral("later"));
    QVERIFY(find<QLineEdit>("contactNote")->text().isEmpty());
}

void TestCasePage::contact_waitingWhenThePageIsLeft_isRecorded_data()
{
    QTest::addColumn<int>("way");
    QTest::newRow("another case") << 0;
    QTest::newRow("another step") << 1;
    QTest::newRow("lock or log-out") << 2;
    QTest::newRow("window closed") << 3;
    QTest::newRow("main button") << 4;
}

void TestCasePage::contact_waitingWhenThePageIsLeft_isRecorded()
{
    QFETCH(int, way);
    const qsizetype before = m_county->desk.caseOf(m_case)->contacts.size();
    find<QPushButton>("contactReached")->click();
    switch (way) {
    case 0:
        m_page->setCase(m_county->caseIn(Phase::Dispatched));
        break;
    case 1:
        find<QPushButton>("requestExtension")->click();
        QVERIFY(find<GrowingEdit>("basis"));
        break;
    case 2:
        m_page->flush();
        break;
    case 3:
        m_page.reset();
        break;
    default:
        m_page->pressMain();
    }
    QCOMPARE(m_county->desk.caseOf(m_case)->contacts.size(), before + 1);
}

void TestCasePage::text_ofEveryStep_isThereInANewWindow_data()
{
    QTest::addColumn<QString>("step");
    QTest::addColumn<QString>("field");
    QTest::newRow("extension") << QStringLiteral("requestExtension") << QStringLiteral("basis");
    QTest::newRow("proposal") << QStringLiteral("proposeHandling") << QStringLiteral("note");
    QTest::newRow("reply") << QString() << QStringLiteral("note");
    QTest::newRow("what was said") << QString() << QStringLiteral("contactNote");
}

void TestCasePage::text_ofEveryStep_isThereInANewWindow()
{
    QFETCH(QString, step);
    QFETCH(QString, field);
    const auto open = [&] {
        if (!step.isEmpty())
            m_page->findChild<QPushButton *>(step)->click();
        return m_page->findChild<QWidget *>(field);
    };
    QTest::keyClicks(open(), QStringLiteral("kept"));
    m_page
        = std::make_unique<CasePage>(m_county->desk, &makeUnitForm); // The old one goes like a closed window.
    m_page->setCase(m_case);
    QWidget *again = open();
    QVERIFY(again);
    const char *text = again->inherits("QLineEdit") ? "text" : "plainText";
    QCOMPARE(again->property(text).toString(), QStringLiteral("kept"));
}

void TestCasePage::text_ofTakenStep_isGone()
{
    find<QPushButton>("proposeHandling")->click();
    QTest::keyClicks(find<GrowingEdit>("note"), QStringLiteral("visit first"));
    m_page->flush();
    QVERIFY(m_county->desk.stepDraft(m_case, CommandType::ProposeHandling));
    m_page->pressMain();
    QVERIFY(!m_county->desk.stepDraft(m_case, CommandType::ProposeHandling));
}

void TestCasePage::text_ofSideStep_isThereAfterAnotherCase()
{
    find<QPushButton>("requestExtension")->click();
    QTest::keyClicks(find<GrowingEdit>("basis"), QStringLiteral("parts are on order"));
    m_page->setCase(m_county->caseIn(Phase::Dispatched));
    m_page->setCase(m_case);
    find<QPushButton>("requestExtension")->click();
    QCOMPARE(find<GrowingEdit>("basis")->text(), QStringLiteral("parts are on order"));
}

void TestCasePage::reply_complete_isSubmittedForSignOff()
{
    chooseSolvable();
    const Reply solved = DemoCounty::solvedReply();
    find<GrowingEdit>("investigation")->insertPlainText(solved.investigation);
    find<GrowingEdit>("handling")->insertPlainText(solved.handling);
    find<GrowingEdit>("result")->insertPlainText(solved.result);
    find<QPushButton>("composeAnswer")->click();
    QVERIFY(find<GrowingEdit>("answer")->text().contains(solved.result));
    QSignalSpy taken(m_page.get(), &CasePage::stepTaken);
    m_page->pressMain();
    QCOMPARE(taken.size(), 1);
    QCOMPARE(m_county->desk.caseOf(m_case)->phase, Phase::AwaitingSignOff);
    QCOMPARE(m_county->desk.caseOf(m_case)->currentReply()->reply.result, solved.result);
    QVERIFY(!m_county->desk.draft(m_case));
}

void TestCasePage::identity_withReason_isShownAndHiddenAgain()
{
    find<QPushButton>("revealIdentity")->click();
    auto *text = find<QLabel>("revealedIdentity");
    find<QPushButton>("reveal")->click();
    QCOMPARE(text->text(), errorText(ErrorCode::ReasonMissing));
    find<QLineEdit>("revealReason")->setText(QStringLiteral("首次联系"));
    find<QPushButton>("reveal")->click();
    QVERIFY(text->text().contains(QStringLiteral("13800000000")));
    m_page->setCase(m_county->caseIn(Phase::Dispatched));
    QVERIFY(!text->text().contains(QStringLiteral("13800000000")));
}

void TestCasePage::dueTime_clicked_isExplainedByItsDays()
{
    const Case one = *m_county->desk.caseOf(m_case);
    const QList<Document> documents = m_county->desk.rulesFor(one).pack->documents;
    QTest::mouseClick(find<QLabel>("caseDue"), Qt::LeftButton);
    QVERIFY(find<QLabel>("explanation")->isVisible());
    QCOMPARE(find<QLabel>("explanation")->text(), explained(*one.runningDeadline(), documents));
    find<QPushButton>("copyExplanation")->click();
    QVERIFY(QApplication::clipboard()->text().contains(citedText(one.runningDeadline()->cite, documents)));
    m_page->closePanels();
    QVERIFY(!find<QLabel>("explanation")->isVisible());
    find<QPushButton>("date:accept")->click();
    QCOMPARE(
        find<QLabel>("explanation")->text(), explained(one.deadlines.value(LimitName::Accept), documents));
    QString title;
    m_page->setPrinter([&](const QString &words, const QString &) { title = words; });
    find<QPushButton>("printExplanation")->click();
    QVERIFY(!title.isEmpty());
}

void TestCasePage::advice_aboutAPlace_selectsItAndCanBeRead()
{
    chooseSolvable();
    auto *answer = find<GrowingEdit>("answer");
    answer->insertPlainText(QStringLiteral("请拨打 13911112222 联系。"));
    auto *list = find<QListView>("problems");
    Problem number;
    number.finding = QStringLiteral("phone-in-answer");
    const auto row = [&] {
        for (int i = 0; i < list->model()->rowCount(); ++i) {
            const QModelIndex index = list->model()->index(i, 0);
            if (index.data(Qt::DisplayRole) == problemText(number))
                return index;
        }
        return QModelIndex();
    };
    QTRY_VERIFY(row().isValid());
    list->setCurrentIndex(row());
    Q_EMIT list->activated(row());
    QCOMPARE(answer->textCursor().selectedText(), QStringLiteral("13911112222"));
    QVERIFY(!row().data(ProblemModel::ReadRole).toBool());
    QTest::keyClick(list, Qt::Key_Space);
    QVERIFY(row().data(ProblemModel::ReadRole).toBool());
    m_page->setCase(m_county->caseIn(Phase::Dispatched));
    m_page->setCase(m_case);
    QTRY_VERIFY(row().isValid());
    QVERIFY(row().data(ProblemModel::ReadRole).toBool());
}

void TestCasePage::signing_underWay_canBeCancelled()
{
    m_county->desk.actAs(m_county->leader);
    const CaseId id = m_county->caseIn(Phase::AwaitingSignOff);
    m_page->setCase(id);
    if (!m_county->desk.signingKey())
        m_county->desk.enrolKey(QStringLiteral("246810"), QStringLiteral("zhao"), QStringLiteral("x"));
    m_page->setCase({});
    m_page->setCase(id);
    QTest::keyClicks(find<QLineEdit>("pin"), QStringLiteral("246810"));
    m_county->desk.holdSignatures();
    m_page->pressMain();
    QVERIFY(find<QPushButton>("cancelStep")->isVisible());
    QVERIFY(!find<QPushButton>("sign")->isEnabled());
    find<QPushButton>("cancelStep")->click();
    QVERIFY(!find<QPushButton>("cancelStep")->isVisible());
    QVERIFY(find<QPushButton>("sign")->isEnabled());
    QCOMPARE(m_county->desk.caseOf(id)->phase, Phase::AwaitingSignOff);
}

void TestCasePage::bar_ofASideStep_hasItsVerbOnce()
{
    find<QPushButton>("requestExtension")->click();
    const QList<QPushButton *> buttons
        = m_page->findChildren<QPushButton *>(QStringLiteral("requestExtension"));
    QCOMPARE(buttons.size(), 1);
    find<QPushButton>("backToMainStep")->click();
    QCOMPARE(m_page->findChildren<QPushButton *>(QStringLiteral("requestExtension")).size(), 1);
    QVERIFY(!find<QPushButton>("backToMainStep")->isVisible());
}

void TestCasePage::dossier_fromTheFirstDay_namesWhatItLacks()
{
    const auto lacking = [this] {
        QStringList titles;
        for (const QLabel *line : find<QWidget>("dossierList")->findChildren<QLabel *>()) {
            if (line->property("role").toString() == QStringLiteral("overdue")) // red, and said in words
                titles.append(line->text());
        }
        return titles;
    };
    QVERIFY(lacking().contains(QStringLiteral("还缺：答复意见审签单")));
    const QString contacts = QStringLiteral("还缺：联系反映人记录");
    m_page->setCase(m_county->caseIn(Phase::Dispatched));
    QVERIFY(lacking().contains(contacts));
    m_page->setCase(m_case);
    ContactAttempt attempt;
    attempt.handler = QStringLiteral("林小禾");
    attempt.phoneUsed = QStringLiteral("0000-1234567");
    attempt.atMs = m_county->nowMs;
    m_county->desk.play(m_county->clerk, m_case, CommandType::RecordContact, toJson(ContactBody{attempt}));
    QVERIFY(!lacking().contains(contacts));
}

QTEST_MAIN(TestCasePage)
#include "tst_CasePage.moc"

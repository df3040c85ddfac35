#include "client/forms/ReplyForm.h"

#include "client/forms/AnswerForm.h"
#include "client/forms/AttachmentForm.h"
#include "client/forms/GrowingEdit.h"
#include "client/forms/TextChange.h"
#include "tests/client/support/DemoCounty.h"

#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QtTest>

using namespace chengban;

/// Forms as value in, value out; composing the answer; what is refused as an attachment.
class TestReplyForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void reply_setAndRead_isTheSame();
    void facts_areShown_whenThePackAsks();
    void setReply_byProgram_doesNotEmitEdited();
    void verdict_changed_keepsWordsInSight();
    void tab_fromField_goesOn();
    void answer_composedAgain_keepsTypedLines();
    void answer_composedAgainAfterReopening_dropsTheOldPart();
    void answer_composed_isUndoneAtOnce();
    void attachment_empty_isRefusedByName();
    void attachment_picture_isAddedWithItsKind();
    void change_inTheMiddle_isFound();

private:
    [[nodiscard]] CaseView view() const;
    std::unique_ptr<DemoCounty> m_county;
};

void TestReplyForm::initTestCase()
{
    dressUp();
    m_county = std::make_unique<DemoCounty>();
}

CaseView TestReplyForm::view() const
{
    const Case one = *m_county->desk.caseOf(m_county->caseIn(Phase::Handling));
    return {one, m_county->clerk, m_county->desk.rulesFor(one), m_county->desk.directory(), m_county->nowMs};
}

void TestReplyForm::reply_setAndRead_isTheSame()
{
    ReplyForm form(m_county->desk);
    form.setCase(view());
    Reply reply = DemoCounty::solvedReply();
    reply.progress = QStringLiteral("已开工。");
    reply.channel = QStringLiteral("petition");
    reply.channelTold = true;
    reply.answer = QStringLiteral("第一行\n第二行");
    reply.unitCallback = QStringLiteral("satisfied");
    reply.attachments
        = {*m_county->desk.addFile(m_county->picture(QStringLiteral("现场.png")), AttachmentKind::Photo)};
    form.setReply(reply);
    reply.summary = QStringLiteral("反映路灯不亮");
    reply.measures = QStringLiteral("抢修线路");
    reply.opinion = QStringLiteral("诉求属实");
    reply.citizenFeedback = QStringLiteral("认可");
    reply.outcome = QStringLiteral("solved");
    reply.suggestionOutcome = QStringLiteral("adopted");
    reply.siteVisits = {{QStringLiteral("李明"), 1'700'000'000'123, QStringLiteral("已亮")},
        {QStringLiteral("赵强"), 1'700'000'100'456, {}}};
    reply.noSite = true;
    reply.answeredVia = QStringLiteral("phone");
    reply.answeredAtMs = 1'700'000'000'789;
    reply.unit = QStringLiteral("城关镇人民政府");
    reply.signer = QStringLiteral("周正");
    reply.proofread = true;
    form.setReply(reply);
    QCOMPARE(form.reply(), reply);
}

void TestReplyForm::facts_areShown_whenThePackAsks()
{
    ReplyForm form(m_county->desk);
    form.setCase(view());
    form.setReply(DemoCounty::solvedReply());
    form.show();
    QVERIFY(!form.findChild<QWidget *>(QStringLiteral("unit"))->isVisible());
    CaseView other = view();
    QFile file(QStringLiteral(":/rulepacks/minhe-2018.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const RulePack pack = loadRulePack(file.readAll()).value();
    other.rules.pack = &pack;
    ReplyForm minhe(m_county->desk);
    minhe.setCase(other);
    minhe.setReply(DemoCounty::solvedReply());
    minhe.show();
    for (const char *name : {"unit", "signer", "proofread", "answeredAtMs"})
        QVERIFY2(minhe.findChild<QWidget *>(QString::fromLatin1(name))->isVisible(), name);
    QVERIFY(!minhe.findChild<QWidget *>(QStringLiteral("siteVisits"))->isVisible());
    QCOMPARE(minhe.reply().unit, other.theCase.leadUnitName); // M10: filled in.
    QVERIFY(minhe.focusField(QStringLiteral("answeredAtMs")));
}

void TestReplyForm::setReply_byProgram_doesNotEmitEdited()
{
    ReplyForm form(m_county->desk);
    form.setCase(view());
    QSignalSpy edited(&form, &StepForm::edited);
    form.setReply(DemoCounty::solvedReply());
    QCOMPARE(edited.size(), 0);
}

void TestReplyForm::verdict_changed_keepsWordsInSight()
{
    ReplyForm form(m_county->desk);
    form.setCase(view());
    Reply reply = DemoCounty::solvedReply();
    reply.verdict = Verdict::Unreasonable;
    form.setReply(reply);
    form.show();
    QVERIFY(form.findChild<GrowingEdit *>(QStringLiteral("handling"))->isVisible());
    QVERIFY(form.findChild<GrowingEdit *>(QStringLiteral("grounds"))->isVisible());
    QVERIFY(!form.findChild<GrowingEdit *>(QStringLiteral("plan"))->isVisible());
}

void TestReplyForm::tab_fromField_goesOn()
{
    ReplyForm form(m_county->desk);
    form.setCase(view());
    form.setReply(DemoCounty::solvedReply());
    form.show();
    QVERIFY(QTest::qWaitForWindowActive(&form));
    form.findChild<GrowingEdit *>(QStringLiteral("investigation"))->setFocus();
    QTest::keyClick(form.focusWidget(), Qt::Key_Tab);
    QCOMPARE(form.focusWidget()->objectName(), QStringLiteral("handling"));
    QTest::keyClick(form.focusWidget(), Qt::Key_Tab);
    QCOMPARE(form.focusWidget()->objectName(), QStringLiteral("result"));
}

void TestReplyForm::answer_composedAgain_keepsTypedLines()
{
    const QString old = QStringLiteral("旧一\n手写\n旧二");
    const QString now
        = recomposed(old, QStringLiteral("新一\n新二"), {QStringLiteral("旧一"), QStringLiteral("旧二")});
    QCOMPARE(now, QStringLiteral("新一\n新二\n手写"));
}

void TestReplyForm::answer_composedAgainAfterReopening_dropsTheOldPart()
{
    AnswerForm form;
    form.setAnswer(QStringLiteral("您好！\n建议：旧的建议。\n另请留意公告。"));
    form.setComposed(QStringLiteral("您好！\n建议：旧的建议。")); // The reply as it was loaded,
    form.setComposed(QStringLiteral("您好！\n建议：新的建议。")); // and after its part was corrected.
    form.findChild<QPushButton *>(QStringLiteral("composeAnswer"))->click();
    QCOMPARE(form.answer(), QStringLiteral("您好！\n建议：新的建议。\n另请留意公告。"));
}

void TestReplyForm::answer_composed_isUndoneAtOnce()
{
    AnswerForm form;
    form.setAnswer(QStringLiteral("手写"));
    form.setComposed(QStringLiteral("组成"));
    form.findChild<QPushButton *>(QStringLiteral("composeAnswer"))->click();
    QCOMPARE(form.answer(), QStringLiteral("组成\n手写"));
    form.findChild<GrowingEdit *>(QStringLiteral("answer"))->undo();
    QCOMPARE(form.answer(), QStringLiteral("手写"));
}

void TestReplyForm::attachment_empty_isRefusedByName()
{
    QFile file(QDir::temp().filePath(QStringLiteral("空.pdf")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    AttachmentForm form(m_county->desk);
    QSignalSpy edited(&form, &AttachmentForm::edited);
    form.addFiles({file.fileName()});
    const QString said = form.findChild<QLabel *>(QStringLiteral("attachmentError"))->text();
    QVERIFY(said.startsWith(QStringLiteral("空.pdf")));
    QVERIFY(said.contains(errorText(ErrorCode::FileEmpty)));
    QCOMPARE(edited.size(), 0);
}

void TestReplyForm::attachment_picture_isAddedWithItsKind()
{
    AttachmentForm form(m_county->desk);
    QSignalSpy edited(&form, &AttachmentForm::edited);
    form.addFiles({m_county->picture(QStringLiteral("照片.png"))});
    QCOMPARE(form.attachments().size(), 1);
    QCOMPARE(form.attachments().first().kind, AttachmentKind::Evidence);
    QCOMPARE(edited.size(), 1);
}

void TestReplyForm::change_inTheMiddle_isFound()
{
    const TextChange change = changeOf(QStringLiteral("供水已恢复。"), QStringLiteral("供水昨日恢复。"));
    QCOMPARE(change,
        (TextChange{
            QStringLiteral("供水"), QStringLiteral("已"), QStringLiteral("昨日"), QStringLiteral("恢复。")}));
    QVERIFY(changeHtml({{}, QStringLiteral("<b>"), {}, {}}).contains(QStringLiteral("&lt;b&gt;")));
}

QTEST_MAIN(TestReplyForm)
#include "tst_ReplyForm.moc"

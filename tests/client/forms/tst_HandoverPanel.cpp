#include "client/forms/CasePage.h"
#include "client/forms/GrowingEdit.h"
#include "client/forms/HandedBox.h"
#include "client/forms/HandoverPanel.h"
#include "client/forms/UnitForms.h"
#include "tests/client/support/DemoCounty.h"
#include "tests/client/support/MemoryColleagues.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace chengban;

/// The case page's strip about colleagues.
class TestHandoverPanel : public QObject
{
    Q_OBJECT

    std::unique_ptr<DemoCounty> m_county;
    std::unique_ptr<MemoryColleagues> m_colleagues;
    std::unique_ptr<CasePage> m_page;
    CaseId m_case;

    template <typename T> T *find(const char *name)
    {
        return m_page->findChild<T *>(QLatin1StringView(name));
    }
    HandedDraft handed(const QString &id, bool given, Handing state)
    {
        HandedDraft one;
        one.id = id;
        one.caseId = m_case;
        one.given = given;
        one.state = state;
        one.atMs = m_county->nowMs;
        one.other = {QStringLiteral("wang")};
        one.otherName = QStringLiteral("王小溪");
        if (!given)
            one.draft = ReplyDraft{};
        return one;
    }
    void writeDraft()
    {
        ReplyDraft draft = m_county->desk.openDraft(m_case);
        draft.reply.result = QStringLiteral("更换了阀门。");
        m_county->desk.setDraft(m_case, draft);
    }

private Q_SLOTS:
    void init()
    {
        m_county = std::make_unique<DemoCounty>();
        m_county->desk.actAs(m_county->clerk);
        m_case = m_county->caseIn(Phase::Handling);
        m_colleagues = std::make_unique<MemoryColleagues>();
        m_colleagues->people
            = {{{QStringLiteral("wang")}, QStringLiteral("王小溪"), m_county->clerk.unit, Role::Clerk, {}}};
        m_page = std::make_unique<CasePage>(m_county->desk, &makeUnitForm);
        m_page->setColleagues(m_colleagues.get());
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }
    void cleanup() { m_page.reset(); }

    void panel_withNothingToSay_isHidden()
    {
        m_page->setCase(m_case);
        QVERIFY(find<QWidget>("handoverPanel")->isHidden());
        m_page->setColleagues(nullptr);
        writeDraft();
        m_county->desk.announce(m_case);
        QVERIFY(find<QWidget>("handoverPanel")->isHidden());
    }

    void handOver_givesTheStoredDraftToTheChosenColleague()
    {
        writeDraft();
        m_page->setCase(m_case);
        QVERIFY(find<QPushButton>("beginHandover")->isVisible());
        QTest::keyClicks(find<GrowingEdit>("result"), QStringLiteral("OK"));
        find<QPushButton>("beginHandover")->click();
        QCOMPARE(find<QComboBox>("receiver")->currentText().left(3), QStringLiteral("王小溪"));
        find<QPushButton>("handOver")->click();
        QCOMPARE(m_colleagues->wanted, QStringList{QStringLiteral("give wang")});
        QVERIFY(m_county->desk.draft(m_case)->reply.result.contains(QStringLiteral("OK")));
        QVERIFY(!find<QPushButton>("handOver")->isVisible());
    }

    void handOver_refused_saysWhyAndStaysOpen()
    {
        writeDraft();
        m_colleagues->refusal = ErrorCode::HandoverReceiver;
        m_page->setCase(m_case);
        find<QPushButton>("beginHandover")->click();
        find<QPushButton>("handOver")->click();
        QVERIFY(!find<QLabel>("handoverError")->text().isEmpty());
        QVERIFY(find<QPushButton>("handOver")->isVisible());
    }

    void received_isAcceptedOrDeclinedInThePage()
    {
        m_colleagues->drafts = {handed(QStringLiteral("h1"), false, Handing::Offered)};
        m_page->setCase(m_case);
        QVERIFY(find<QLabel>("handover_h1")->text().contains(QStringLiteral("王小溪")));
        find<QPushButton>("acceptHandover")->click();
        find<QPushButton>("declineHandover")->click();
        QCOMPARE(
            m_colleagues->wanted, (QStringList{QStringLiteral("accept h1"), QStringLiteral("decline h1")}));
        m_colleagues->drafts = {handed(QStringLiteral("h1"), false, Handing::Declined)};
        m_colleagues->announce();
        QVERIFY(find<QWidget>("handoverPanel")->isHidden());
    }

    void given_showsItsStateAndCanBeTakenBackWhileOpen()
    {
        m_colleagues->drafts = {handed(QStringLiteral("h1"), true, Handing::Offered)};
        m_page->setCase(m_case);
        find<QPushButton>("withdrawHandover")->click();
        QCOMPARE(m_colleagues->wanted, QStringList{QStringLiteral("withdraw h1")});
        m_colleagues->drafts = {handed(QStringLiteral("h1"), true, Handing::Accepted)};
        m_colleagues->announce();
        QTRY_VERIFY(!find<QPushButton>("withdrawHandover"));
        QVERIFY(find<QLabel>("handover_h1"));
    }

    void writers_ofThisCaseAreNamed()
    {
        m_page->setCase(m_case);
        Q_EMIT m_colleagues->writersChanged(
            {QStringLiteral("another")}, {{{QStringLiteral("x")}, QStringLiteral("何某"), 1}});
        QVERIFY(find<QLabel>("writers")->isHidden());
        Q_EMIT m_colleagues->writersChanged(
            m_case, {{{QStringLiteral("wang")}, QStringLiteral("王小溪"), 1}});
        QVERIFY(find<QLabel>("writers")->isVisible());
        QVERIFY(find<QLabel>("writers")->text().contains(QStringLiteral("王小溪")));
        Q_EMIT m_colleagues->writersChanged(m_case, {});
        QVERIFY(find<QLabel>("writers")->isHidden());
    }

    void typing_isToldAndEndsWithTheCase()
    {
        m_page->setCase(m_case);
        QCOMPARE(m_colleagues->told.last(), std::pair(m_case, false)); // Asks who else is.
        QTest::keyClicks(find<GrowingEdit>("result"), QStringLiteral("a"));
        QCOMPARE(m_colleagues->told.last(), std::pair(m_case, true));
        m_page->setCase({});
        QCOMPARE(m_colleagues->told.last(), std::pair(m_case, false));
    }

    void handedBox_listsWhatWaitsAndOpensItsCase()
    {
        HandedBox box(m_county->desk, *m_colleagues);
        QVERIFY(box.isHidden());
        m_colleagues->drafts = {handed(QStringLiteral("h1"), false, Handing::Offered)};
        m_colleagues->announce();
        QVERIFY(!box.isHidden());
        QSignalSpy wanted(&box, &HandedBox::caseWanted);
        box.findChild<QPushButton *>(QStringLiteral("openHanded"))->click();
        QCOMPARE(wanted.size(), 1);
    }
};

QTEST_MAIN(TestHandoverPanel)
#include "tst_HandoverPanel.moc"

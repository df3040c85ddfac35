#include "client/forms/ConflictPage.h"
#include "client/forms/KeptPage.h"
#include "client/forms/TransferPage.h"
#include "tests/client/support/DemoCounty.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>

using namespace chengban;

namespace {

constexpr qint64 now = 1758502800000;

Actor me()
{
    Actor actor;
    actor.user = UserId{QStringLiteral("li")};
    actor.name = QStringLiteral("李承办");
    actor.device = DeviceId{QStringLiteral("pc-0001")};
    return actor;
}

DraftNews newsOf(const Reply &base, const Reply &mine, const Reply &theirs)
{
    DraftNews news;
    news.mine.reply = mine;
    news.mine.savedAtMs = now;
    news.merge = merged(base, mine, theirs);
    for (const FieldClash &clash : std::as_const(news.merge.clashes)) {
        news.writers.insert(clash.field,
            {UserId{QStringLiteral("wang")}, QStringLiteral("王同事"), DeviceId{QStringLiteral("pc-41f0")},
                now});
    }
    return news;
}

/// The result, the plan and the verdict were written on both sides.
DraftNews threeClashes()
{
    Reply mine, theirs;
    mine.result = QStringLiteral("已更换接口三处。");
    theirs.result = QStringLiteral("已更换接口两处。");
    mine.plan = QStringLiteral("下周");
    theirs.plan = QStringLiteral("月底");
    mine.verdict = Verdict::SolvableInLimit;
    theirs.verdict = Verdict::Unreasonable;
    return newsOf({}, mine, theirs);
}

} // namespace

class TestConflictPage : public QObject
{
    Q_OBJECT

    std::unique_ptr<ConflictPage> m_page;

    void show(const DraftNews &news)
    {
        m_page->setNews(news, me(), nullptr, now);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }

private Q_SLOTS:
    void init() { m_page = std::make_unique<ConflictPage>(); }
    void cleanup() { m_page.reset(); }

    void setNews_sameField_showsBothWithWhoWhenWhereAndWhatDiffers()
    {
        show(threeClashes());
        const auto *box = m_page->findChild<QWidget *>(QStringLiteral("clash:result"));
        QVERIFY(box);
        const auto *mine = box->findChild<QLabel *>(QStringLiteral("mine"));
        const auto *theirs = box->findChild<QLabel *>(QStringLiteral("theirs"));
        QCOMPARE(mine->text(), QStringLiteral("已更换接口<b><u>三</u></b>处。"));
        QCOMPARE(theirs->text(), QStringLiteral("已更换接口<b><u>两</u></b>处。"));
        QStringList captions;
        for (const QLabel *label : box->findChildren<QLabel *>())
            captions << label->text();
        const QString all = captions.join(QLatin1Char(' '));
        QVERIFY(all.contains(QStringLiteral("王同事")) && all.contains(QStringLiteral("41f0")));
        QVERIFY(all.contains(QStringLiteral("09:00")));
    }

    void keys_wholePageWithoutTheMouse_chooseAndTake()
    {
        show(threeClashes());
        QSignalSpy decided(m_page.get(), &ConflictPage::decided);
        QTest::keyClick(m_page.get(), Qt::Key_Return); // Nothing chosen yet: goes to the first field.
        QCOMPARE(decided.size(), 0);
        QTest::keyClick(m_page->focusWidget(), Qt::Key_2); // plan: the other
        QTest::keyClick(m_page->focusWidget(), Qt::Key_3); // result: both
        QTest::keyClick(m_page->focusWidget(), Qt::Key_3); // verdict: cannot be both
        QVERIFY(!m_page->isDecided());
        QTest::keyClick(m_page->focusWidget(), Qt::Key_1); // verdict: mine
        QVERIFY(m_page->isDecided());
        QTest::keyClick(m_page->focusWidget(), Qt::Key_Return);
        QCOMPARE(decided.size(), 1);
        const ReplyMerge merge = m_page->merge();
        QVERIFY(merge.clashes.isEmpty());
        QCOMPARE(merge.reply.plan, QStringLiteral("月底"));
        QCOMPARE(merge.reply.result, QStringLiteral("已更换接口三处。\n已更换接口两处。"));
        QCOMPARE(merge.reply.verdict, Verdict::SolvableInLimit);
    }

    void escape_decidesNothing()
    {
        show(threeClashes());
        QSignalSpy later(m_page.get(), &ConflictPage::later);
        QTest::keyClick(m_page.get(), Qt::Key_Escape);
        QCOMPARE(later.size(), 1);
        QCOMPARE(m_page->merge().clashes.size(), 3);
    }

    void setNews_again_keepsTheChoicesOfFieldsThatDidNotChange()
    {
        show(threeClashes());
        m_page->findChild<QWidget *>(QStringLiteral("clash:plan"))
            ->findChild<QRadioButton *>(QStringLiteral("keepTheirs"))
            ->setChecked(true);
        DraftNews news = threeClashes();
        news.merge.clashes.removeIf(
            [](const FieldClash &one) { return one.field == QStringLiteral("verdict"); });
        m_page->setNews(news, me(), nullptr, now);
        QCOMPARE(m_page->merge().reply.plan, QStringLiteral("月底"));
        QVERIFY(!m_page->isDecided());
    }

    void textOfTheOther_cannotBringMarkup()
    {
        Reply mine, theirs;
        mine.result = QStringLiteral("<b>a</b>");
        theirs.result = QStringLiteral("<img src=x>");
        show(newsOf({}, mine, theirs));
        const auto *text = m_page->findChild<QLabel *>(QStringLiteral("theirs"));
        QVERIFY(!text->text().contains(QStringLiteral("<img")));
    }

    void keptPage_textThatGaveWay_isReadAgainAndBroughtBack()
    {
        DemoCounty county;
        const CaseId id = county.caseIn(Phase::Handling);
        MemoryDesk &desk = county.desk;
        Reply mine;
        mine.result = QStringLiteral("我原来的结果");
        DraftNews news = newsOf({}, mine, {});
        Reply theirs;
        theirs.result = QStringLiteral("他的结果");
        news = newsOf({}, mine, theirs);
        QVERIFY(
            desk.takeNews(id, news, chengban::decided(news.merge, QStringLiteral("result"), Keep::Theirs)));
        QCOMPARE(desk.draft(id)->reply.result, QStringLiteral("他的结果"));
        KeptPage page(desk);
        page.setCase(id);
        auto *text = page.findChild<QTextBrowser *>(QStringLiteral("keptText"));
        QVERIFY(text->toPlainText().contains(QStringLiteral("我原来的结果")));
        QSignalSpy back(&page, &KeptPage::broughtBack);
        page.findChild<QPushButton *>(QStringLiteral("bringBack"))->click();
        QCOMPARE(back.size(), 1);
        QCOMPARE(desk.draft(id)->reply.result, QStringLiteral("我原来的结果"));
    }

    void transferPage_setAside_isShownAndDeletedOnlyWhenAskedTwice()
    {
        DemoCounty county;
        TransferPage page(county.desk);
        auto *list = page.findChild<QListWidget *>(QStringLiteral("setAside"));
        QVERIFY(list->parentWidget()->isHidden());
        const CaseId id{QStringLiteral("018f0000-0000-7000-8000-0000000000ab")};
        county.desk.setAside({{id, county.desk.nowMs(), true, 2}});
        QVERIFY(!list->parentWidget()->isHidden());
        QCOMPARE(list->count(), 1);
        auto *end = page.findChild<QPushButton *>(QStringLiteral("endAside"));
        end->click();
        QCOMPARE(county.desk.setAside().size(), 1);
        end->click();
        QVERIFY(county.desk.setAside().isEmpty());
        QVERIFY(list->parentWidget()->isHidden());
    }

    void transferPage_stepThatMayBeLate_warns()
    {
        DemoCounty county;
        const CaseId id = county.caseIn(Phase::Handling);
        const Case theCase = county.desk.caseOf(id).value();
        QVERIFY(theCase.replyDeadline());
        OutboxRow row;
        row.command.caseId = id;
        row.command.type = CommandType::SubmitReply;
        TransferPage page(county.desk);
        const auto *detail = page.findChild<QLabel *>(QStringLiteral("syncDetail"));
        county.desk.setOutbox({row});
        const QString before = detail->text();
        county.desk.setNow(theCase.replyDeadline()->dueMs - 3600'000);
        county.desk.setOutbox({row});
        QVERIFY(detail->text() != before);
        QVERIFY(!detail->text().isEmpty());
    }
};

QTEST_MAIN(TestConflictPage)
#include "tst_ConflictPage.moc"

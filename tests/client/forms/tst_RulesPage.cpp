#include "client/forms/RulesPage.h"

#include "client/forms/DemandPanel.h"
#include "client/forms/PostBar.h"
#include "tests/client/support/DemoCounty.h"

#include <QLabel>
#include <QLineEdit>
#include <QTextBrowser>
#include <QtTest>

using namespace chengban;
using namespace Qt::StringLiterals;

namespace {

/// A desk that found rules it cannot read.
class FaultyDesk : public MemoryDesk
{
public:
    using MemoryDesk::MemoryDesk;
    QList<Error> rulesSetAside() const override
    {
        return {{ErrorCode::PackInvalid, u"minhe-2018.json: limits[0].unit: \"moon-day\""_s}};
    }
};

} // namespace

/// What the window shows of the county's rules: the page, the case's notices and people, faulty rules.
class TestRulesPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_county = std::make_unique<DemoCounty>(); }

    void page_showsEveryRuleWithItsPlace_dutiesFirst()
    {
        RulesPage page(m_county->desk);
        page.show();
        const QString text = page.findChild<QTextBrowser *>(u"rules"_s)->toPlainText();
        QVERIFY2(text.trimmed().startsWith(u"Regular duties"_s), qPrintable(text.left(200)));
        QVERIFY(text.contains(u"登录平台查阅工单"_s)); // T2
        QVERIFY(text.contains(u"热线工作的通知》一(一)"_s));
        QVERIFY(text.contains(u"文件要求每天定时登录"_s)); // what the document leaves open
        QVERIFY(text.contains(u"答复被退回重办"_s)); // T27
    }

    void page_searched_showsWhatHoldsTheWords()
    {
        RulesPage page(m_county->desk);
        page.show();
        page.findChild<QLineEdit *>(u"rulesSearch"_s)->setText(u"知识库"_s);
        const QString text = page.findChild<QTextBrowser *>(u"rules"_s)->toPlainText();
        QVERIFY(text.contains(u"上报知识库"_s) && !text.contains(u"登录平台查阅工单"_s));
    }

    void demand_saysWhoAnswersForTheCaseAndWhatIsToBeToldNow()
    {
        const Case back = *m_county->desk.caseOf(m_county->caseIn(Phase::Rework));
        Actor principal = m_county->leader;
        principal.role = Role::PrincipalLeader;
        DemandPanel panel;
        panel.setCase({back, principal, m_county->desk.rulesFor(back), m_county->desk.directory(), 0});
        const QString people = panel.findChild<QLabel *>(u"responsible"_s)->text();
        QVERIFY2(people.contains(u"分管负责人"_s) && people.contains(m_county->clerk.name),
            qPrintable(people)); // T1
        const QString notices = panel.findChild<QLabel *>(u"notices"_s)->text();
        QVERIFY2(notices.contains(u"退回重办工单报主要领导"_s), qPrintable(notices)); // T25
    }

    void bar_withRulesThatCannotBeRead_saysWhichAndWhere()
    {
        FaultyDesk desk(m_county->nowMs);
        const PostBar bar(desk);
        const QString told = bar.findChild<QLabel *>(u"rulesSetAside"_s)->text();
        QVERIFY2(told.contains(u"minhe-2018.json: limits[0].unit"_s), qPrintable(told));
        QVERIFY(!bar.isHidden());
        MemoryDesk sound(m_county->nowMs);
        QVERIFY(PostBar(sound).findChild<QLabel *>(u"rulesSetAside"_s)->isHidden());
    }

private:
    std::unique_ptr<DemoCounty> m_county;
};

QTEST_MAIN(TestRulesPage)
#include "tst_RulesPage.moc"

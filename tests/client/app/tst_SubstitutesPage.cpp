// Standing in for somebody, in the window: the bar, the page, and what the log then says.
#include "client/app/MainWindow.h"
#include "client/forms/Rail.h"
#include "shared/base/CountyTime.h"
#include "tests/client/support/DemoCounty.h"

#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QPushButton>
#include <QtTest>

using namespace chengban;
using namespace Qt::StringLiterals;

class TestSubstitutesPage : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<DemoCounty> m_county;
    std::unique_ptr<MainWindow> m_window;
    Actor m_head;

    MemoryDesk &desk() { return m_county->desk; }

    void open(const Actor &person)
    {
        desk().actAs(person);
        m_window = std::make_unique<MainWindow>(false);
        m_window->openDesk(desk(), {});
        m_window->show();
    }

    template <typename Widget> Widget *named(const QString &name)
    {
        Widget *found = nullptr;
        for (Widget *one : m_window->findChildren<Widget *>(name)) {
            if (one->isVisible())
                found = one;
        }
        return found;
    }

    void click(const QString &name)
    {
        QTRY_VERIFY2(named<QAbstractButton>(name), qPrintable(name));
        QTest::mouseClick(named<QAbstractButton>(name), Qt::LeftButton);
    }

    void choose(const QString &name, const QString &data)
    {
        auto *box = named<QComboBox>(name);
        QVERIFY2(box && box->findData(data) >= 0, qPrintable(name));
        box->setCurrentIndex(box->findData(data));
    }

    QStringList texts()
    {
        QStringList all;
        for (const QLabel *one : m_window->findChildren<QLabel *>()) {
            if (one->isVisible())
                all << one->text();
        }
        return all;
    }

    /// The section head stands in for the deputy leader today.
    void arrange()
    {
        wire::Directory directory = desk().directory();
        const QDate today = countyDate(m_county->nowMs);
        directory.substitutions = {{u"s"_s, m_county->leader.user, m_head.user, today, today.addDays(2),
            u"开会"_s, m_county->leader.user, m_county->leader.name, m_county->nowMs, {}, {}}};
        desk().setDirectory(directory);
    }

private Q_SLOTS:
    void initTestCase() { dressUp(); }
    void init()
    {
        m_county = std::make_unique<DemoCounty>();
        m_head = m_county->clerk;
        m_head.user = {u"wu"_s};
        m_head.name = u"吴守成"_s;
        m_head.role = Role::SectionHead;
        wire::Directory directory = desk().directory();
        directory.people.append({m_head.user, m_head.name, m_head.unit, m_head.role, {}});
        desk().setDirectory(directory);
    }
    void cleanup()
    {
        m_window.reset();
        m_county.reset();
    }

    void bar_nothingToSay_isHidden()
    {
        open(m_head);
        QVERIFY(!named<QFrame>(u"postBar"_s));
    }

    void substitute_actsOnThePostAndGoesBack()
    {
        arrange();
        open(m_head);
        QTRY_VERIFY(named<QLabel>(u"postNotices"_s));
        QVERIFY(named<QLabel>(u"postNotices"_s)->text().contains(m_county->leader.name));
        click(u"actFor_qian"_s);
        QTRY_VERIFY(named<QLabel>(u"post"_s));
        QVERIFY(named<QLabel>(u"post"_s)->text().contains(m_county->leader.name));
        QVERIFY(!named<RailButton>(u"railRework"_s)); // The leader's places, not the section head's.
        const CaseId id = m_county->caseIn(Phase::AwaitingSignOff);
        QVERIFY(desk().take(id, CommandType::ReturnToClerk, toJson(NoteBody{u"请补充时间。"_s})));
        const Actor actor = desk().logOf(id)->last().actor;
        QCOMPARE(actor.name, m_head.name);
        QCOMPARE(actor.actingForName, m_county->leader.name);
        QCOMPARE(actor.role, Role::DeputyLeader);
        click(u"ownPost"_s);
        QTRY_VERIFY(named<RailButton>(u"railRework"_s));
        QVERIFY(desk().actor().actingFor.isEmpty());
    }

    void leader_isToldWhoStandsIn()
    {
        arrange();
        open(m_county->leader);
        QTRY_VERIFY(named<QLabel>(u"postNotices"_s));
        QVERIFY(named<QLabel>(u"postNotices"_s)->text().contains(m_head.name));
        QVERIFY(!named<QPushButton>(u"ownPost"_s));
    }

    void leader_arrangesAndTakesBack()
    {
        open(m_county->leader);
        click(u"railSubstitutes"_s);
        choose(u"holder"_s, u"qian"_s);
        choose(u"substitute"_s, u"wu"_s);
        named<QDateEdit>(u"toDay"_s)->setDate(countyDate(m_county->nowMs).addDays(3));
        click(u"appoint"_s);
        QTRY_COMPARE(desk().directory().substitutions.size(), 1);
        const Substitution made = desk().directory().substitutions.first();
        QCOMPARE(made.holder, m_county->leader.user);
        QCOMPARE(made.substitute, m_head.user);
        QCOMPARE(made.from.daysTo(made.to), 3);
        click(u"appoint"_s);
        QTRY_VERIFY(named<QLabel>(u"substituteError"_s));
        QCOMPARE(named<QLabel>(u"substituteError"_s)->text(), errorText(ErrorCode::SubstituteOverlaps));
        click(u"revoke_wu"_s);
        QTRY_VERIFY(desk().directory().substitutions.first().revokedAtMs);
        QTRY_VERIFY(!named<QPushButton>(u"revoke_wu"_s));
        QVERIFY(texts().join(u'\n').contains(u"收回"_s));
    }
};

QTEST_MAIN(TestSubstitutesPage)
#include "tst_SubstitutesPage.moc"

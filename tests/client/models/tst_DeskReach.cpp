#include "client/settings/MemoryKeyStore.h"
#include "tests/client/CaseSamples.h"
#include "tests/client/live/Workplace.h"

using namespace chengban;
using namespace Qt::StringLiterals;
using live::Caller;
using live::LiveCounty;
using live::Workplace;

namespace {

constexpr int patienceMs = 20'000;

} // namespace

/// What a clerk of a section sees, and what becomes of the words when the administrator changes that.
class TestDeskReach : public QObject
{
    Q_OBJECT

    std::unique_ptr<LiveCounty> m_county;
    std::unique_ptr<Caller> m_centre;
    std::unique_ptr<Caller> m_li; ///< The unit's clerk, who hands down.
    MemoryKeyStore m_keychain;
    std::unique_ptr<Workplace> m_wang; ///< Of the section.
    CaseId m_handed;
    CaseId m_other;

    void reach(const QStringList &how)
    {
        m_county->server().command(QStringList{u"user"_s, u"reach"_s, u"--id"_s, u"wang"_s} + how);
    }
    void handDown(const CaseId &id, HandDownTo to, const QString &target)
    {
        HandDownBody body;
        body.to = to;
        body.name = target;
        body.target = target;
        m_li->step(CommandType::HandDown, id, m_revision++, toJson(body));
    }
    bool sees(const CaseId &id, Access access)
    {
        return QTest::qWaitFor(
            [&] {
                m_wang->desk().retryNow();
                QTest::qWait(100);
                for (const CaseSummary &one : m_wang->desk().cases()) {
                    if (one.id == id)
                        return one.access == access;
                }
                return access == Access::None;
            },
            patienceMs);
    }
    bool isSetAside(const CaseId &id)
    {
        return QTest::qWaitFor(
            [&] {
                m_wang->desk().retryNow();
                QTest::qWait(100);
                const auto all = m_wang->desk().setAside();
                return std::ranges::any_of(all, [&](const SetAside &one) { return one.caseId == id; });
            },
            patienceMs);
    }
    void write(const CaseId &id, const QString &text)
    {
        ReplyDraft draft = m_wang->desk().openDraft(id);
        draft.reply.investigation = text;
        QVERIFY(m_wang->desk().saveDraft(id, draft));
    }
    QString draftOf(const CaseId &id)
    {
        const auto draft = m_wang->desk().draft(id);
        return draft ? draft->reply.investigation : QString();
    }
    qint64 m_revision = 0;

private Q_SLOTS:
    void initTestCase()
    {
        m_county = std::make_unique<LiveCounty>();
        for (const QString &id : {u"supply"_s, u"meters"_s})
            m_county->server().command(
                {u"section"_s, u"add"_s, u"--unit"_s, u"water"_s, u"--id"_s, id, u"--name"_s, id});
        reach({u"--section"_s, u"supply"_s});
        m_centre = std::make_unique<Caller>(*m_county, u"zhou"_s, u"centre-pc"_s);
        m_li = std::make_unique<Caller>(*m_county, u"li"_s);
        m_handed = m_centre->dispatchCase(u"DR-1"_s);
        m_other = m_centre->dispatchCase(u"DR-2"_s);
        m_revision = 2;
        m_li->step(CommandType::Accept, m_handed, m_revision++, toJson(NoteBody{u"收到"_s}));
        m_wang = std::make_unique<Workplace>(*m_county, m_keychain, u"wang"_s, u"wang-pc"_s);
        QVERIFY(!m_wang->logIn());
        QVERIFY(m_wang->comesOnline());
    }

    void sectionClerk_beforeAnythingIsHandedDown_seesNoCase() { QCOMPARE(m_wang->desk().cases().size(), 0); }

    void handedDown_comesToTheDesk_andNothingElseDoes()
    {
        handDown(m_handed, HandDownTo::Section, u"supply"_s);
        QVERIFY(sees(m_handed, Access::Working));
        QCOMPARE(m_wang->desk().cases().size(), 1);
        write(m_handed, u"泵房已查看"_s);
    }

    void handedOn_theDraftIsSetAside_andComesBackWithTheCase()
    {
        handDown(m_handed, HandDownTo::Section, u"meters"_s);
        QVERIFY(sees(m_handed, Access::Left));
        QVERIFY(isSetAside(m_handed));
        QCOMPARE(draftOf(m_handed), QString());
        handDown(m_handed, HandDownTo::Section, u"supply"_s);
        QVERIFY(sees(m_handed, Access::Working));
        QCOMPARE(draftOf(m_handed), u"泵房已查看"_s);
    }

    void reachChanged_theSessionEnds_andTheNextOneShowsTheOthersCases()
    {
        QSignalSpy over(&m_wang->session(), &DeskSession::logInNeeded);
        reach({u"--own"_s});
        QTRY_VERIFY_WITH_TIMEOUT((m_wang->desk().retryNow(), !over.isEmpty()), patienceMs);
        QCOMPARE(m_wang->renew(LiveCounty::passwordFor()), ErrorCode::ReachChanged);
        QVERIFY(!m_wang->logIn());
        QVERIFY(sees(m_handed, Access::None));
        QVERIFY(isSetAside(m_handed));
        handDown(m_handed, HandDownTo::Person, u"wang"_s);
        QVERIFY(sees(m_handed, Access::Working));
        QCOMPARE(draftOf(m_handed), u"泵房已查看"_s);
    }

    void reachOfTheWholeUnit_bringsTheUnitsCases()
    {
        reach({u"--whole-unit"_s});
        QVERIFY(!m_wang->logIn());
        QVERIFY(sees(m_other, Access::Working));
        QVERIFY(sees(m_handed, Access::Working));
        QCOMPARE(draftOf(m_handed), u"泵房已查看"_s);
    }

    void offline_theReachIsTheOneOfTheLastLogIn()
    {
        m_wang->leave();
        QVERIFY(!m_wang->openOffline());
        QCOMPARE(m_wang->desk().cases().size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestDeskReach)
#include "tst_DeskReach.moc"

#include "client/settings/MemoryKeyStore.h"
#include "client/store/Cards.h"
#include "client/store/DeviceIdentity.h"
#include "tests/client/CaseSamples.h"
#include "tests/client/live/Workplace.h"
#include "tests/client/support/Awaited.h"

#include <QDirIterator>

using namespace chengban;
using live::Caller;
using live::LiveCounty;
using live::Workplace;

namespace {

const UserId li{QStringLiteral("li")};
const UserId wang{QStringLiteral("wang")};
constexpr int patienceMs = 15'000;

} // namespace

/// Two clerks of one unit hand each other drafts through the real server.
class TestHandovers : public QObject
{
    Q_OBJECT

    std::unique_ptr<LiveCounty> m_county;
    std::unique_ptr<Caller> m_centre;
    MemoryKeyStore m_keychain;
    std::unique_ptr<Workplace> m_li;
    std::unique_ptr<Workplace> m_wang;
    CaseId m_case;
    int m_cases = 0;

    static LocalColleagues &colleagues(Workplace &pc) { return pc.session().colleagues(); }

    /// What was written into the field, on a draft begun from what the case holds.
    static void write(Workplace &pc, const CaseId &id, QString Reply::*field, const QString &text)
    {
        ReplyDraft draft = pc.desk().openDraft(id);
        draft.reply.*field = text;
        QVERIFY(pc.desk().saveDraft(id, draft));
    }
    static std::optional<HandedDraft> newest(Workplace &pc, const CaseId &id)
    {
        const auto all = colleagues(pc).handovers(id);
        return all.isEmpty() ? std::nullopt : std::optional(all.first());
    }
    static bool comesTo(Workplace &pc, const CaseId &id, Handing state)
    {
        return QTest::qWaitFor(
            [&] {
                pc.desk().retryNow();
                QTest::qWait(100);
                const auto one = newest(pc, id);
                return one && one->state == state && !one->unsent;
            },
            patienceMs);
    }
    bool handOver()
    {
        const QByteArray key = deviceIdentity(m_wang->desk().store()->values())->sealingPublic;
        return QTest::qWaitFor(
                   [&] {
                       m_li->desk().retryNow();
                       QTest::qWait(100);
                       const auto cards = knownCards(m_li->desk().store()->documents());
                       return std::ranges::find(cards, key, &DeviceCard::sealingKey) != cards.end();
                   },
                   patienceMs)
            && colleagues(*m_li).handOver(m_case, wang) && comesTo(*m_wang, m_case, Handing::Offered);
    }
    void restart(Workplace &pc)
    {
        pc.leave();
        QVERIFY(!pc.openOffline());
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_county = std::make_unique<LiveCounty>();
        m_centre = std::make_unique<Caller>(*m_county, QStringLiteral("zhou"));
    }
    void init()
    {
        m_li = std::make_unique<Workplace>(*m_county, m_keychain, li.value, QStringLiteral("pc-li"));
        m_wang = std::make_unique<Workplace>(*m_county, m_keychain, wang.value, QStringLiteral("pc-wang"));
        m_case = m_centre->dispatchCase(QStringLiteral("TB-%1").arg(++m_cases));
        for (Workplace *pc : {m_li.get(), m_wang.get()}) {
            QVERIFY(!pc->logIn());
            QVERIFY(pc->comesOnline());
            QVERIFY(QTest::qWaitFor([&] { return pc->desk().caseOf(m_case).has_value(); }, patienceMs));
        }
    }
    void cleanup()
    {
        m_li.reset();
        m_wang.reset();
    }

    void accept_withoutAnOwnDraft_isTheDraftAndTheGiverIsTold()
    {
        write(*m_li, m_case, &Reply::result, QStringLiteral("更换了阀门。"));
        QVERIFY(handOver());
        const auto offered = newest(*m_wang, m_case);
        QCOMPARE(offered->otherName, QStringLiteral("li"));
        QVERIFY(!m_wang->desk().draft(m_case));
        QVERIFY(colleagues(*m_wang).accept(offered->id));
        QCOMPARE(m_wang->desk().draft(m_case)->reply, m_li->desk().draft(m_case)->reply);
        QCOMPARE(m_wang->desk().keptTexts(m_case).first().why, QStringLiteral("handed-over"));
        QVERIFY(comesTo(*m_li, m_case, Handing::Accepted));
        QVERIFY(m_li->desk().draft(m_case)); // A copy: the giver's stays.
        QCOMPARE(colleagues(*m_wang).accept(offered->id).error().code, ErrorCode::HandoverAnswered);
    }

    void accept_otherFields_mergeIntoTheOwnDraftOnce()
    {
        write(*m_li, m_case, &Reply::result, QStringLiteral("更换了阀门。"));
        QVERIFY(handOver());
        write(*m_wang, m_case, &Reply::investigation, QStringLiteral("到场查看。"));
        QVERIFY(colleagues(*m_wang).accept(newest(*m_wang, m_case)->id));
        LocalDesk &desk = m_wang->desk();
        const auto news = desk.newsFor(m_case, *desk.draft(m_case));
        QVERIFY(news && news->merge.clashes.isEmpty());
        QCOMPARE(news->writers.value(QStringLiteral("result")).user, li);
        const ReplyDraft merged = desk.takeNews(m_case, *news, news->merge).value();
        QCOMPARE(merged.reply.result, QStringLiteral("更换了阀门。"));
        QCOMPARE(merged.reply.investigation, QStringLiteral("到场查看。"));
        QVERIFY(!desk.newsFor(m_case, merged));
        QVERIFY(comesTo(*m_li, m_case, Handing::Accepted));
    }

    void accept_sameField_isDecidedByThePersonAfterARestartToo()
    {
        write(*m_li, m_case, &Reply::result, QStringLiteral("更换了阀门。"));
        QVERIFY(handOver());
        write(*m_wang, m_case, &Reply::result, QStringLiteral("修好了水泵。"));
        QVERIFY(colleagues(*m_wang).accept(newest(*m_wang, m_case)->id));
        restart(*m_wang);
        LocalDesk &desk = m_wang->desk();
        const auto news = desk.newsFor(m_case, *desk.draft(m_case));
        QVERIFY(news);
        QCOMPARE(news->merge.clashes.size(), 1);
        QCOMPARE(desk.draft(m_case)->reply.result, QStringLiteral("修好了水泵。")); // Until then mine.
        const auto chosen = decided(news->merge, QStringLiteral("result"), Keep::Theirs);
        QCOMPARE(desk.takeNews(m_case, *news, chosen).value().reply.result, QStringLiteral("更换了阀门。"));
        QVERIFY(!desk.newsFor(m_case, *desk.draft(m_case)));
        const auto kept = desk.keptTexts(m_case);
        QVERIFY(std::ranges::any_of(kept, [](const KeptText &one) {
            return one.body.value(QStringLiteral("result")) == QStringLiteral("修好了水泵。");
        }));
    }

    void decline_orTakenBack_changesNoDraft()
    {
        write(*m_li, m_case, &Reply::result, QStringLiteral("更换了阀门。"));
        QVERIFY(handOver());
        QVERIFY(colleagues(*m_wang).decline(newest(*m_wang, m_case)->id));
        QVERIFY(!m_wang->desk().draft(m_case));
        QVERIFY(comesTo(*m_li, m_case, Handing::Declined));
        QVERIFY(handOver());
        QVERIFY(colleagues(*m_li).withdraw(newest(*m_li, m_case)->id));
        QVERIFY(comesTo(*m_wang, m_case, Handing::Withdrawn));
        QVERIFY(!newest(*m_wang, m_case)->draft);
        QCOMPARE(colleagues(*m_wang).accept(newest(*m_wang, m_case)->id).error().code,
            ErrorCode::HandoverAnswered);
    }

    void writing_isToldToTheColleagueWhoHasTheCaseOpen()
    {
        m_wang = std::make_unique<Workplace>(
            *m_county, m_keychain, QStringLiteral("chen"), QStringLiteral("pc-chen"));
        QVERIFY(!m_wang->logIn());
        QVERIFY(m_wang->comesOnline());
        QList<wire::Presence> seen;
        connect(&colleagues(*m_wang), &Colleagues::writersChanged, &colleagues(*m_wang),
            [&](const CaseId &id, const QList<wire::Presence> &writers) {
                if (id == m_case)
                    seen = writers;
            });
        colleagues(*m_li).tell(m_case, true);
        QVERIFY(QTest::qWaitFor(
            [&] {
                colleagues(*m_wang).tell(m_case, false);
                QTest::qWait(200);
                return !seen.isEmpty();
            },
            patienceMs));
        QCOMPARE(seen.first().user, li);
    }

    void rebuild_fetchesTheCasesAnewAndKeepsTheDraft()
    {
        write(*m_li, m_case, &Reply::result, QStringLiteral("更换了阀门。"));
        QSignalSpy needed(&m_li->session(), &DeskSession::unlockNeeded);
        m_li->session().rebuild();
        QVERIFY(!needed.isEmpty() || needed.wait(patienceMs));
        QVERIFY(m_li->desk().isLocked());
        QVERIFY(awaited(m_li->desk().unlock(LiveCounty::passwordFor())));
        QVERIFY(m_li->desk().store()->replicaWasRebuilt());
        QCOMPARE(m_li->desk().draft(m_case)->reply.result, QStringLiteral("更换了阀门。"));
        QVERIFY(QTest::qWaitFor([&] { return m_li->desk().caseOf(m_case).has_value(); }, patienceMs));
    }

    void revokedComputer_isNoReceiverAndOpensNothing()
    {
        write(*m_li, m_case, &Reply::result, QStringLiteral("更换了阀门。"));
        QVERIFY(handOver());
        Caller(*m_county, QStringLiteral("security"))
            .ask("DELETE", QStringLiteral("/v1/devices/pc-wang?user=wang"));
        QSignalSpy wiped(&m_wang->session(), &DeskSession::wiped);
        m_wang->desk().retryNow();
        QVERIFY(!wiped.isEmpty() || wiped.wait(patienceMs));
        QVERIFY(colleagues(*m_wang).handovers(m_case).isEmpty());
        QVERIFY(QTest::qWaitFor(
            [&] {
                m_li->desk().retryNow();
                QTest::qWait(100);
                const auto left = colleagues(*m_li).receivers();
                return std::ranges::find(left, wang, &wire::DirectoryPerson::id) == left.end();
            },
            patienceMs));
        QCOMPARE(colleagues(*m_li).handOver(m_case, wang).error().code, ErrorCode::HandoverReceiver);
    }
};

QTEST_GUILESS_MAIN(TestHandovers)
#include "tst_Handovers.moc"

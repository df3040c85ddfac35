#include "server/blobs/BlobFiles.h"
#include "server/services/CaseService.h"
#include "server/services/DemoCounty.h"
#include "server/services/DemoPeople.h"
#include "server/services/DemoPlan.h"
#include "server/services/DirectoryService.h"
#include "server/services/FeedService.h"
#include "server/services/FeedSignal.h"
#include "server/services/KeyService.h"
#include "server/services/RootService.h"
#include "server/services/RuleBook.h"
#include "server/services/ServerKeys.h"
#include "server/store/Database.h"
#include "server/store/Migrations.h"
#include "shared/base/CountyTime.h"
#include "tests/server/TestDatabase.h"

#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace chengban;
using namespace Qt::StringLiterals;

namespace {

const qint64 now = utcMs(QDate(2026, 3, 18), QTime(10, 20));

/// A server's data folder without a server.
struct Folder
{
    QTemporaryDir dir;
    Databases databases{DatabaseConfig{test::databaseIn(dir.path()), 5000, {}}};
    ServerKeys keys{*ServerKeys::create(dir.path(), systemRandom)};
    RuleBook rules{*RuleBook::fromResources()};
    BlobFiles files{dir.filePath(u"files"_s), keys.fileKey()};
    FeedSignal signal;
    Backend backend{databases, keys, rules, files, signal};

    Folder()
    {
        if (!files.prepare() || !migrate(**databases.here()))
            qFatal("no data folder");
    }
};

DemoOptions options()
{
    return {{u"yunxi"_s}, now, u"yunxi-demo-2026"_s, 12345};
}

} // namespace

class TestDemoCounty : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_folder = std::make_unique<Folder>();
        const auto county = buildDemoCounty(m_folder->backend, options());
        QVERIFY2(county.has_value(),
            county ? "" : qPrintable(errorName(county.error().code) + u' ' + county.error().detail));
        m_county = *county;
    }

    void county_hasCasesInEveryPhase()
    {
        QCOMPARE(m_county.caseCount(), 200);
        for (const Phase phase :
            {Phase::Registered, Phase::Dispatched, Phase::Handling, Phase::ReturnRequested,
                Phase::AwaitingSignOff, Phase::Signed, Phase::AwaitingReview, Phase::Rework,
                Phase::AwaitingCallback, Phase::AwaitingClose, Phase::Closed, Phase::Archived})
            QVERIFY2(m_county.phases.value(phase) >= 4, nameOf(phase).latin1());
    }

    void county_hasPeopleForEveryRole()
    {
        QSet<Role> roles;
        QSet<QString> names;
        for (const wire::DirectoryPerson &person : m_county.people) {
            roles.insert(person.role);
            names.insert(person.name);
        }
        QCOMPARE(roles.size(), 9);
        QCOMPARE(names.size(), m_county.people.size());
        QCOMPARE(m_county.units.size(), 15);
        const QByteArray list = demoUserList(m_county, options().password);
        QCOMPARE(list.count('\n'), m_county.people.size() + 1);
        QVERIFY(list.contains("zhujian-clerk1\t"));
    }

    void everyLog_verifies_andEverySignatureCounts()
    {
        const auto report = RootService(m_folder->backend).verifyTenant(options().tenant);
        QVERIFY(report.has_value());
        QCOMPARE(report->faults, QList<IntegrityFault>{});
        QCOMPARE(report->cases, 200);
        const auto keys = KeyService(m_folder->backend).keys(options().tenant);
        QVERIFY(keys.has_value());
        QCOMPARE(keys->size(), 28);
    }

    void everyReply_isFilledIn_withoutPlaceholders()
    {
        int replies = 0;
        for (const wire::FeedCase &found : allCases()) {
            const Case theCase = folded(found.events);
            QVERIFY(!theCase.demand.text.contains(u'{') && !theCase.demand.title.contains(u'{'));
            QVERIFY(theCase.demand.reportedAtMs.value() < now);
            for (const Event &event : found.events)
                QVERIFY(event.serverTimeMs <= now);
            for (const ReplyVersion &version : theCase.replies) {
                if (version.withheld)
                    continue; // Not submitted yet: the centre does not see it.
                ++replies;
                QVERIFY(version.reply.answer.size() > 40);
                QVERIFY2(!version.reply.answer.contains(u'{'), qPrintable(theCase.demand.sourceNumber));
            }
        }
        QVERIFY(replies > 100);
    }

    void openCases_areBothFreshAndOverdue()
    {
        int late = 0;
        int inTime = 0;
        for (const wire::FeedCase &found : allCases()) {
            const Case theCase = folded(found.events);
            if (const Deadline *due = theCase.runningDeadline())
                ++(due->dueMs < now ? late : inTime);
        }
        QVERIFY2(late >= 3, qPrintable(QString::number(late)));
        QVERIFY2(inTime >= 40, qPrintable(QString::number(inTime)));
    }

    void countyAtWork_isLeftAlone()
    {
        const auto again = buildDemoCounty(m_folder->backend, options());
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::BadInput);
    }

    void plan_isTheSameForTheSameSeed()
    {
        const auto data = DemoData::load();
        QVERIFY(data.has_value());
        const auto one = demoPlan(*data, m_folder->rules.calendar(), now, 7);
        const auto same = demoPlan(*data, m_folder->rules.calendar(), now, 7);
        const auto other = demoPlan(*data, m_folder->rules.calendar(), now, 8);
        QVERIFY(one && same && other);
        int differing = 0;
        for (qsizetype i = 0; i < one->size(); ++i) {
            QCOMPARE((*one)[i].registration, (*same)[i].registration);
            QCOMPARE((*one)[i].steps.last().atMs, (*same)[i].steps.last().atMs);
            differing += (*one)[i].registration != (*other)[i].registration;
        }
        QVERIFY(differing > 150);
        QCOMPARE(demoPeople(*data, 7), demoPeople(*data, 7));
    }

    void plan_worksAtAnyHour_data()
    {
        QTest::addColumn<qint64>("moment");
        QTest::newRow("at night") << utcMs(QDate(2026, 3, 18), QTime(3, 0));
        QTest::newRow("in the spring festival") << utcMs(QDate(2026, 2, 18), QTime(12, 0));
        QTest::newRow("years from now") << utcMs(QDate(2031, 6, 1), QTime(9, 0));
    }
    void plan_worksAtAnyHour()
    {
        QFETCH(qint64, moment);
        const auto plan = demoPlan(*DemoData::load(), m_folder->rules.calendar(), moment, 1);
        QVERIFY(plan.has_value());
        QSet<QString> numbers;
        for (const DemoCase &one : *plan) {
            numbers.insert(one.registration.demand.sourceNumber);
            QVERIFY(one.steps.last().atMs <= moment);
            QVERIFY(std::ranges::is_sorted(one.steps, {}, &DemoStep::atMs));
        }
        QCOMPARE(numbers.size(), plan->size());
    }

private:
    QList<wire::FeedCase> allCases()
    {
        const auto actor
            = DirectoryService(m_folder->backend).actorFor(options().tenant, {u"centre1"_s}, {u"test"_s});
        const auto page = FeedService(m_folder->backend)
                              .page(*actor, wire::centreScope(), {}, FeedService::maximumPage, now);
        return page ? page->cases : QList<wire::FeedCase>{};
    }

    std::unique_ptr<Folder> m_folder;
    DemoCounty m_county;
};

QTEST_GUILESS_MAIN(TestDemoCounty)
#include "tst_DemoCounty.moc"

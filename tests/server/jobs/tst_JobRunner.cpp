#include "tests/server/services/Desk.h"

#include "server/jobs/JobRunner.h"
#include "server/services/RootService.h"

using namespace chengban;
using namespace chengban::test;

class TestJobRunner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runDue_twoInstances_runAJobOnceInItsPeriod()
    {
        QTemporaryDir folder;
        Desk desk(folder.path());
        desk.found();
        int runs = 0;
        const QList<Job> jobs{{u"count"_s, 60 * minuteMs, [&](qint64) -> Result<void> {
                                   ++runs;
                                   return {};
                               }}};
        JobRunner first(desk.backend.databases, u"a"_s, jobs);
        JobRunner second(desk.backend.databases, u"b"_s, jobs);
        QCOMPARE(must(first.runDue(mondayMs)), QStringList{u"count"_s});
        QCOMPARE(must(second.runDue(mondayMs)), QStringList());
        QCOMPARE(must(second.runDue(mondayMs + 59 * minuteMs)), QStringList());
        QCOMPARE(must(second.runDue(mondayMs + 60 * minuteMs)), QStringList{u"count"_s});
        QCOMPARE(runs, 2);
    }

    void runDue_failingJob_isTriedAgainAfterItsLeaseAndStopsNoOther()
    {
        QTemporaryDir folder;
        Desk desk(folder.path());
        desk.found();
        int others = 0;
        const QList<Job> jobs{
            {u"fails"_s, 60 * minuteMs,
                [](qint64) -> Result<void> { return fail(ErrorCode::StoreUnavailable); }},
            {u"other"_s, minuteMs,
                [&](qint64) -> Result<void> {
                    ++others;
                    return {};
                }},
        };
        JobRunner runner(desk.backend.databases, u"a"_s, jobs);
        must(runner.runDue(mondayMs));
        QCOMPARE(must(runner.runDue(mondayMs + minuteMs)), QStringList{u"other"_s});
        QVERIFY(must(runner.runDue(mondayMs + JobRunner::leaseMs)).contains(u"fails"_s));
        QCOMPARE(others, 3);
    }

    void serverJobs_signARootForEachTenant()
    {
        QTemporaryDir folder;
        Desk desk(folder.path());
        desk.found();
        desk.registered(u"1"_s);
        JobRunner runner(desk.backend.databases, u"a"_s, serverJobs(desk.backend));
        QCOMPARE(must(runner.runDue(mondayMs)),
            (QStringList{u"signed-roots"_s, u"expired-files"_s, u"expired-handovers"_s, u"deadlines"_s}));
        QVERIFY(must(RootService(desk.backend).latest({u"demo"_s})).has_value());
    }
};

QTEST_GUILESS_MAIN(TestJobRunner)
#include "tst_JobRunner.moc"

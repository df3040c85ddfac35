#include "tests/server/services/Desk.h"

#include "server/services/FeedService.h"
#include "server/services/ImportService.h"
#include "server/services/RootService.h"

using namespace chengban;
using namespace chengban::test;

class TestImportService : public QObject
{
    Q_OBJECT

    static QList<ImportRow> rows(int count)
    {
        QList<ImportRow> rows;
        for (int i = 1; i <= count; ++i) {
            rows.append({i + 1, Desk::registration(u"N%1"_s.arg(i))});
            rows.last().body.earlierReplies = {{u"已派人查看。"_s, u"县water"_s, mondayMs - 1000}};
        }
        return rows;
    }
    static int count(const QList<ImportOutcome> &outcomes, ImportState state)
    {
        return static_cast<int>(std::ranges::count(outcomes, state, &ImportOutcome::state));
    }

private Q_SLOTS:
    void import_sameFileTwice_importsNothingTwice()
    {
        QTemporaryDir folder;
        Desk desk(folder.path());
        desk.found();
        ImportService imports(desk.backend);
        const auto first = must(imports.import(centre(), rows(600), mondayMs));
        QCOMPARE(count(first, ImportState::Imported), 600);
        QCOMPARE(first.at(3).line, 5);
        const auto again = must(imports.import(centre(), rows(601), mondayMs));
        QCOMPARE(count(again, ImportState::Duplicate), 600);
        QCOMPARE(count(again, ImportState::Imported), 1);
        QCOMPARE(again.first().caseId, first.first().caseId);
        const auto page
            = must(FeedService(desk.backend).page(centre(), wire::centreScope(), {}, 500, mondayMs));
        QCOMPARE(page.cases.size(), 500);
        QVERIFY(page.more);
        QCOMPARE(chengban::folded(page.cases.first().events).earlierReplies.size(), 1);
        const auto report = must(RootService(desk.backend).verifyTenant({u"demo"_s}));
        QVERIFY(report.faults.isEmpty());
        QCOMPARE(report.cases, 601);
    }

    void import_numberTwiceInOneFile_isADuplicate()
    {
        QTemporaryDir folder;
        Desk desk(folder.path());
        desk.found();
        QList<ImportRow> twice = rows(1) + rows(1);
        twice.last().line = 9;
        const auto outcomes = must(ImportService(desk.backend).import(centre(), twice, mondayMs));
        QCOMPARE(outcomes.last().state, ImportState::Duplicate);
        QCOMPARE(outcomes.last().line, 9);
    }

    void import_badRow_isRefusedAndTheOthersGoIn()
    {
        QTemporaryDir folder;
        Desk desk(folder.path());
        desk.found();
        QList<ImportRow> some = rows(3);
        some[1].body.demand.title.clear();
        some[1].body.demand.text.clear();
        const auto outcomes = must(ImportService(desk.backend).import(centre(), some, mondayMs));
        QCOMPARE(outcomes.at(1).state, ImportState::Refused);
        QVERIFY(!outcomes.at(1).problems.isEmpty());
        QCOMPARE(count(outcomes, ImportState::Imported), 2);
    }

    void import_byAClerk_isRefused()
    {
        QTemporaryDir folder;
        Desk desk(folder.path());
        desk.found();
        const auto outcomes = must(ImportService(desk.backend).import(clerk(), rows(1), mondayMs));
        QCOMPARE(outcomes.first().state, ImportState::Refused);
        QCOMPARE(outcomes.first().problems.first().code, ErrorCode::RoleNotAllowed);
    }

    void import_storeFailsInTheMiddle_goesOnWhereItStopped()
    {
        QTemporaryDir folder;
        int allowed = -1;
        Desk desk(folder.path(), [&allowed] { return allowed < 0 || allowed-- > 0; });
        desk.found();
        ImportService imports(desk.backend);
        allowed = 5000;
        QVERIFY(!imports.import(centre(), rows(600), mondayMs));
        allowed = -1;
        const auto again = must(imports.import(centre(), rows(600), mondayMs));
        QCOMPARE(count(again, ImportState::Duplicate) % ImportService::batch, 0);
        QVERIFY(count(again, ImportState::Duplicate) > 0);
        QCOMPARE(count(again, ImportState::Duplicate) + count(again, ImportState::Imported), 600);
        QCOMPARE(must(RootService(desk.backend).verifyTenant({u"demo"_s})).cases, 600);
    }
};

QTEST_GUILESS_MAIN(TestImportService)
#include "tst_ImportService.moc"

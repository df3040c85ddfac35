#include "tests/server/services/Desk.h"

#include "server/services/RootService.h"

using namespace chengban;
using namespace chengban::test;

/// Fails the n-th call of the database, for every n, and asks what is left.
class TestFailingStore : public QObject
{
    Q_OBJECT

    /// Admits the first `m_allowed` statements; negative: all.
    int m_allowed = -1;
    bool m_hasFailed = false;
    std::function<bool()> gate()
    {
        return [this] {
            if (m_allowed < 0)
                return true;
            if (m_allowed == 0) {
                m_hasFailed = true;
                return false;
            }
            --m_allowed;
            return true;
        };
    }

private Q_SLOTS:
    void submit_failedAtAnyCall_leavesNothingHalfDoneAndCanBeRepeated_data()
    {
        QTest::addColumn<CommandType>("type");
        QTest::newRow("register") << CommandType::Register;
        QTest::newRow("dispatch") << CommandType::Dispatch;
        QTest::newRow("submit for sign-off") << CommandType::SubmitForSignOff;
    }
    void submit_failedAtAnyCall_leavesNothingHalfDoneAndCanBeRepeated()
    {
        QFETCH(CommandType, type);
        QTemporaryDir folder;
        Desk desk(folder.path(), gate());
        desk.found();
        int calls = 0;
        for (int n = 0;; ++n) {
            const QString number = u"n%1"_s.arg(n);
            CaseId caseId{u"case-"_s + number};
            Actor actor = centre();
            QJsonObject body = toJson(Desk::registration(number));
            if (type == CommandType::Dispatch) {
                caseId = desk.registered(number);
                DispatchBody dispatch;
                dispatch.leadUnit = {u"water"_s};
                body = toJson(dispatch);
            } else if (type == CommandType::SubmitForSignOff) {
                caseId = desk.instructed(number);
                actor = clerk();
                body = toJson(SubmitBody{Desk::reply(), {}});
            }
            const qint64 before = desk.revision(caseId);
            const QStringList tablesBefore = counts(desk);
            const Command command = desk.command(type, caseId, body, before);
            m_hasFailed = false;
            m_allowed = n;
            const auto answers = CaseService(desk.backend).submit(actor, {command}, mondayMs);
            m_allowed = -1;
            if (!m_hasFailed) {
                QCOMPARE(answers->first().state, wire::CommandState::Accepted);
                calls = n;
                break;
            }
            if (answers) { // after the commit: only the waking of other instances' polls can fail there
                QVERIFY(isPostgresRun());
                QCOMPARE(answers->first().state, wire::CommandState::Accepted);
                QCOMPARE(desk.revision(caseId), before + 1);
                continue;
            }
            QCOMPARE(counts(desk), tablesBefore);
            QCOMPARE(desk.revision(caseId), before);
            const auto again = desk.send(actor, command);
            QCOMPARE(again.state, wire::CommandState::Accepted);
            QCOMPARE(desk.revision(caseId), before + 1);
        }
        QVERIFY2(calls > 10, "the command should have needed many calls");
        QVERIFY(must(RootService(desk.backend).verifyTenant({u"demo"_s})).faults.isEmpty());
    }

private:
    static QStringList counts(Desk &desk)
    {
        QStringList found;
        for (const char *table : {"events", "parts", "identity_parts", "case_heads", "commands", "feed",
                 "import_keys", "blob_references", "audit"}) {
            found.append(
                must(desk.database().row(u"SELECT COUNT(*) FROM "_s + QLatin1String(table)))[0].toString());
        }
        // Heads and feed positions, too: a row can be half moved without a new one.
        found.append(
            must(desk.database().row(u"SELECT COALESCE(SUM(revision), 0) FROM case_heads"_s))[0].toString());
        found.append(
            must(desk.database().row(u"SELECT COALESCE(SUM(position), 0) FROM feed"_s))[0].toString());
        return found;
    }
};

QTEST_GUILESS_MAIN(TestFailingStore)
#include "tst_FailingStore.moc"

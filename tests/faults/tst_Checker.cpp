#include "tests/client/CaseSamples.h"
#include "tests/faults/Checker.h"

#include <QTest>

using namespace chengban;
using namespace chengban::faults;

/// The checker is what other tests believe: it notices each thing that it is there for.
class TestChecker : public QObject
{
    Q_OBJECT

    ServerTruth m_truth;
    Testimony m_person;
    CaseId m_case;

    Tally tally() const
    {
        Checker checker(m_truth);
        checker.hear(m_person);
        return checker.tally();
    }

private Q_SLOTS:
    /// One clerk noted a call, typed a draft and added a file; the server has the call and the file.
    void init()
    {
        samples::Log log = samples::dispatchedCase();
        const QList<Event> noted = log.step(CommandType::RecordContact,
            toJson(samples::contact(samples::monday + 2 * samples::hour)), samples::actor(Role::Clerk),
            samples::monday + 3 * samples::hour);
        m_case = log.id();
        m_truth = {};
        m_truth.logs.insert(m_case, log.events);
        m_truth.files = {QStringLiteral("f")};
        m_person = {QStringLiteral("li"), {}, {}, {}, {}};
        m_person.record.acts
            = {{1, QStringLiteral("record-contact"), m_case, true, noted.first().command, {}},
                {2, QStringLiteral("draft"), m_case, true, {}, {}},
                {3, QStringLiteral("file"), m_case, true, {}, QStringLiteral("f")}};
        m_person.holdings.rows = {{noted.first().command, OutboxState::Accepted}};
        m_person.holdings.drafts = {{m_case, 2}};
        m_person.revisions = {{m_case, log.events.size()}};
    }

    void everythingInItsPlace_isClean()
    {
        const Tally found = tally();
        QVERIFY2(found.isClean(), qPrintable(found.line()));
        QCOMPARE(found.typed, 3);
        QCOMPARE(found.acknowledged, 3);
        QCOMPARE(found.accepted, 1);
    }
    void acceptedStepNotInTheLog_isLost()
    {
        m_truth.logs[m_case].removeLast();
        m_person.revisions[m_case] -= 1;
        QCOMPARE(tally().lost, 1);
    }
    void rowGone_isLost()
    {
        m_person.holdings.rows.clear();
        QCOMPARE(tally().lost, 1);
    }
    void rowStillWaiting_isLost()
    {
        m_truth.logs[m_case].removeLast();
        m_person.revisions[m_case] -= 1;
        m_person.holdings.rows = {{m_person.record.acts.first().command, OutboxState::Sent}};
        QCOMPARE(tally().lost, 1);
    }
    void stepTwiceInTheLog_isDoubled()
    {
        m_truth.logs[m_case] << m_truth.logs[m_case].last();
        m_person.revisions[m_case] += 1;
        QCOMPARE(tally().doubled, 1);
    }
    void refusedButInTheLog_isDoneInSecret()
    {
        m_person.holdings.rows = {{m_person.record.acts.first().command, OutboxState::Refused}};
        QCOMPARE(tally().secret, 1);
    }
    void draftGone_isLost()
    {
        m_person.holdings.drafts.clear();
        QCOMPARE(tally().lost, 1);
    }
    void draftOlderThanWhatWasSaid_isOverwritten()
    {
        m_person.holdings.drafts[m_case] = 1;
        QCOMPARE(tally().overwritten, 1);
    }
    void draftKeptElsewhere_isNotLost()
    {
        m_person.holdings.drafts.clear();
        m_person.holdings.others[m_case] = {2};
        QVERIFY(tally().isClean());
    }
    void draftThatWasNotAcknowledged_mayBeGone()
    {
        m_person.record.acts << Act{4, QStringLiteral("draft"), m_case, false, {}, {}};
        QVERIFY(tally().isClean());
        m_person.holdings.drafts[m_case] = 4;
        QVERIFY(tally().isClean());
    }
    void missingAtAStart_isLostEvenIfItCameBack()
    {
        m_person.record.lost = {2};
        QCOMPARE(tally().lost, 1);
    }
    void fileTheServerDoesNotHave_isLost()
    {
        m_truth.files.clear();
        QCOMPARE(tally().lost, 1);
    }
    void replicaBehindTheLog_isMissed()
    {
        m_person.revisions[m_case] -= 1;
        QCOMPARE(tally().missed, 1);
    }
    void receiptThatIsNotThere_fails()
    {
        Event submitted = m_truth.logs[m_case].last();
        submitted.type = QString(nameOf(EventType::ReplySubmitted));
        m_truth.logs[m_case].last() = submitted;
        const Tally found = tally();
        QCOMPARE(found.receipts, 1);
        QCOMPARE(found.receiptsFail, 1);
    }
};

QTEST_GUILESS_MAIN(TestChecker)
#include "tst_Checker.moc"

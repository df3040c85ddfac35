#include "tests/server/services/Desk.h"
#include "tests/shared/rules/Dates.h"

#include "server/jobs/DeadlineJob.h"
#include "shared/rules/LinkedRules.h"

using namespace chengban;
using namespace chengban::test;

namespace {

constexpr qint64 hourMs = 60 * minuteMs;
constexpr qint64 dayMs = 24 * hourMs;

/// What the system did: "mark-overdue accept 2025-09-23 18:00", oldest first.
QStringList done(Desk &desk, const CaseId &caseId)
{
    EventStore store(desk.database(), desk.keys().data);
    QStringList lines;
    const QList<Event> events = must(store.log({u"demo"_s}, caseId));
    for (const Event &event : events) {
        if (event.actor.role != Role::System)
            continue;
        const Part *clock = event.part(QString(part::clock));
        const Part *note = event.part(QString(part::note));
        const QJsonObject body = clock ? clock->body : note->body;
        lines += QStringList{event.type, body[u"limit"].toString(),
            shownTime(body[u"legalMs"].toInteger()), body[u"rule"].toString().section(u' ', 0, 0)}
                     .join(u' ');
    }
    return lines;
}

RuleBook ruleBook(const WorkingCalendar &calendar, const QString &profile = u"tongbai"_s)
{
    return RuleBook(calendar, must(linkedRules()).packs, profile);
}

} // namespace

class TestDeadlineJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void run_warnsAndMarksWhatIsOverdue_once()
    {
        QTemporaryDir folder;
        Desk desk(folder.path());
        desk.found();
        const CaseId caseId = desk.dispatched(u"1"_s);
        DeadlineJob job(desk.backend);
        must(job.run(mondayMs + minuteMs));
        QCOMPARE(done(desk, caseId), QStringList());
        must(job.run(mondayMs + 14 * dayMs));
        const QStringList expected = done(desk, caseId);
        const QDate monday = countyDate(mondayMs);
        const auto shown
            = [&](int days, int hour) { return shownTime(utcMs(monday.addDays(days), QTime(hour, 0))); };
        QCOMPARE(expected,
            (QStringList{u"overdue-marked accept "_s + shown(1, 18) + u" T3"_s,
                u"warned handle "_s + shown(4, 8) + u" T20"_s,
                u"overdue-marked handle "_s + shown(7, 18) + u" T20"_s}));
        must(job.run(mondayMs + 15 * dayMs));
        must(DeadlineJob(desk.backend).run(mondayMs + 15 * dayMs)); // a restarted server
        QCOMPARE(done(desk, caseId), expected);
    }

    void run_daysLate_givesTheSameLog()
    {
        QTemporaryDir folder;
        Desk desk(folder.path());
        desk.found();
        const CaseId prompt = desk.dispatched(u"1"_s);
        DeadlineJob job(desk.backend);
        for (qint64 at = mondayMs; at < mondayMs + 10 * dayMs; at += hourMs)
            must(job.run(at));
        QTemporaryDir other;
        Desk lateDesk(other.path());
        lateDesk.found();
        const CaseId late = lateDesk.dispatched(u"1"_s);
        must(DeadlineJob(lateDesk.backend).run(mondayMs + 10 * dayMs));
        QCOMPARE(done(lateDesk, late), done(desk, prompt));
        QVERIFY(!done(desk, prompt).isEmpty());
    }

    void run_afterARestart_readsOnlyWhatIsDueOrHasMoved()
    {
        QTemporaryDir folder;
        Desk desk(folder.path());
        desk.found();
        for (int i = 0; i < 5; ++i)
            desk.dispatched(QString::number(i));
        DeadlineJob before(desk.backend);
        must(before.run(mondayMs + minuteMs));
        QCOMPARE(before.lastReads(), 5);
        must(before.run(mondayMs + 2 * minuteMs));
        QCOMPARE(before.lastReads(), 0);
        DeadlineJob restarted(desk.backend);
        must(restarted.run(mondayMs + 3 * minuteMs));
        QCOMPARE(restarted.lastReads(), 0);
        Desk::expectAccepted(
            desk.take(clerk(), CommandType::Accept, CaseId{u"case-3"_s}, toJson(NoteBody{u"收到"_s})));
        must(DeadlineJob(desk.backend).run(mondayMs + 4 * minuteMs));
        must(restarted.run(mondayMs + 2 * dayMs)); // the others were to be accepted by then
        QCOMPARE(restarted.lastReads(), 4);
        QCOMPARE(done(desk, CaseId{u"case-1"_s}).size(), 1);
        QCOMPARE(done(desk, CaseId{u"case-3"_s}).size(), 0);
    }

    void run_caseThatCannotBeRead_stopsNoOtherAndWaitsForItsLog()
    {
        QTemporaryDir folder;
        Desk desk(folder.path());
        desk.found();
        const CaseId broken = desk.dispatched(u"0"_s);
        const CaseId sound = desk.dispatched(u"1"_s);
        must(desk.database().run(u"UPDATE events SET digest = 'x' WHERE case_id = ?"_s, {broken.value}));
        Desk restarted(folder.path()); // this one remembers the case as it was
        DeadlineJob job(restarted.backend);
        must(job.run(mondayMs + 2 * dayMs));
        QVERIFY(!done(desk, sound).isEmpty());
        must(job.run(mondayMs + 2 * dayMs + minuteMs));
        QCOMPARE(job.lastReads(), 0);
    }

    void run_onTwoServers_doesItOnce()
    {
        QTemporaryDir folder;
        Desk first(folder.path());
        first.found();
        Desk second(folder.path());
        const CaseId caseId = first.dispatched(u"1"_s);
        DeadlineJob one(first.backend);
        DeadlineJob two(second.backend);
        for (qint64 at = mondayMs; at < mondayMs + 10 * dayMs; at += 6 * hourMs) {
            must(one.run(at));
            must(two.run(at));
        }
        const QStringList lines = done(first, caseId);
        QCOMPARE(lines.size(), QSet<QString>(lines.begin(), lines.end()).size());
        QCOMPARE(lines.size(), 3);
    }

    void run_acceptsByRule_atTheLegalTime()
    {
        QTemporaryDir folder;
        Desk desk(folder.path(), {}, ruleBook(dates::china(), u"hualong"_s));
        desk.found();
        const CaseId caseId = desk.dispatched(u"1"_s);
        must(DeadlineJob(desk.backend).run(mondayMs + 3 * dayMs));
        const QStringList lines = done(desk, caseId);
        QVERIFY(!lines.isEmpty());
        QCOMPARE(lines.first(), u"accepted  "_s + shownTime(mondayMs + dayMs) + u" HB7.2a"_s);
        const Case theCase = desk.folded(caseId);
        QCOMPARE(theCase.phase, Phase::Handling);
        for (const QString &line : lines)
            QVERIFY2(!line.startsWith(u"overdue-marked accept"_s), qPrintable(line));
    }

    void run_afterTheNotice_recalculates()
    {
        QTemporaryDir folder;
        const qint64 start = dates::at(u"2026-12-31 11:00"_s);
        CaseId caseId{u"case-1"_s};
        {
            Desk desk(folder.path());
            desk.found();
            Desk::expectAccepted(desk.send(centre(),
                desk.command(CommandType::Register, caseId, toJson(Desk::registration(u"1"_s)), 0), start));
            DispatchBody body;
            body.leadUnit = {u"water"_s};
            Desk::expectAccepted(
                desk.send(centre(), desk.command(CommandType::Dispatch, caseId, toJson(body), 1), start));
            must(DeadlineJob(desk.backend).run(start + minuteMs));
            QCOMPARE(done(desk, caseId), QStringList());
        }
        Desk desk(folder.path(), {}, ruleBook(dates::chinaWith2027()));
        const qint64 before = desk.folded(caseId).deadlines[LimitName::Accept].dueMs;
        QCOMPARE(shownTime(before), u"2027-01-04 18:00"_s);
        must(DeadlineJob(desk.backend).run(start + hourMs));
        const Case theCase = desk.folded(caseId);
        QCOMPARE(shownTime(theCase.deadlines[LimitName::Accept].dueMs), u"2027-01-05 18:00"_s);
        QVERIFY(!theCase.deadlines[LimitName::Accept].provisional);
        QVERIFY(theCase.recalculations.first().body.note.contains(u"2027-01-04"_s));
        const qsizetype events = done(desk, caseId).size();
        must(DeadlineJob(desk.backend).run(start + 2 * hourMs));
        QCOMPARE(done(desk, caseId).size(), events);
    }
};

QTEST_GUILESS_MAIN(TestDeadlineJob)
#include "tst_DeadlineJob.moc"

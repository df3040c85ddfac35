// Who is told of a case when: every notice of every pack in its occasion, and only there.
#include "shared/cases/Notices.h"

#include "tests/shared/cases/RandomLife.h"

#include <QTest>

using namespace chengban;
using namespace chengban::samples;

namespace {

using C = CommandType;

QStringList codes(const QList<Notice> &notices)
{
    QStringList list;
    for (const Notice &notice : notices)
        list.append(notice.code);
    return list;
}

Entry<ClockBody> noted(const Deadline &deadline, qint64 revision)
{
    return {{deadline.limit, 0, {}, deadline.dueMs, deadline.cite, {}}, {}, deadline.dueMs, revision};
}

Phase phaseOf(const QString &occasion)
{
    if (occasion == u"dispatched" || occasion == u"not-accepted")
        return Phase::Dispatched;
    if (occasion == u"returned")
        return Phase::AwaitingReview;
    return occasion == u"unsatisfied" ? Phase::AwaitingCallback : Phase::Handling;
}

CallbackBody upset(const Story &story)
{
    CallbackBody body = satisfied(story.nowMs, *story.pack);
    body.processSatisfaction = body.resultSatisfaction = body.overallSatisfaction
        = story.pack->satisfaction.last().code;
    return body;
}

/// A case in that occasion, as its log would have brought it there.
Case caseIn(const QString &occasion, const RulePack &pack)
{
    Story story;
    story.pack = &pack;
    story.until(phaseOf(occasion));
    Case &theCase = story.theCase;
    const Deadline handle = theCase.deadlines.value(LimitName::Handle);
    if (occasion == u"not-accepted")
        theCase.overdueMarks.append(
            noted(theCase.deadlines.value(
                      pack.limit(LimitName::Start, theCase.caseClass) ? LimitName::Start : LimitName::Accept),
                theCase.revision));
    if (occasion == u"near-due")
        theCase.warnings.append(noted(handle, theCase.revision));
    if (occasion == u"urge-ignored")
        story.take(C::Urge, ReminderBody{u"请尽快办理"_s, firstCode(pack.urgeChannels), {}, {}}, centre());
    if (occasion == u"overdue" || occasion == u"urge-ignored")
        theCase.overdueMarks.append(noted(handle, theCase.revision));
    if (occasion == u"returned")
        story.take(C::ReturnForRework, ReviewBody{1, {firstCode(pack.reworkReasons)}, {}, {}}, centre());
    if (occasion == u"unsatisfied")
        story.take(C::RecordCentreCallback, upset(story), centre());
    if (occasion == u"difficult")
        theCase.caseClass = CaseClass::Difficult;
    return theCase;
}

} // namespace

class TestNotices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyNotice_isGivenInItsOccasionAlone_data()
    {
        QTest::addColumn<int>("pack");
        QTest::addColumn<int>("index");
        for (int pack = 0; pack < allPacks().size(); ++pack) {
            for (int i = 0; i < allPacks()[pack].notices.size(); ++i) {
                const QString name = allPacks()[pack].id + u' ' + allPacks()[pack].notices[i].code;
                QTest::newRow(qPrintable(name)) << pack << i;
            }
        }
    }
    void everyNotice_isGivenInItsOccasionAlone()
    {
        QFETCH(int, pack);
        QFETCH(int, index);
        const RulePack &rules = allPacks()[pack];
        const Notice &notice = rules.notices[index];
        Case theCase = caseIn(notice.when, rules);
        if (!notice.classes.isEmpty())
            theCase.caseClass = notice.classes.first();
        QVERIFY2(codes(noticesNow(theCase, rules)).contains(notice.code),
            qPrintable(QString(nameOf(theCase.phase))));
        Case quiet = caseIn(u"quiet"_s, rules);
        QVERIFY(!codes(noticesNow(quiet, rules)).contains(notice.code));
        theCase.phase = Phase::Closed;
        QVERIFY(noticesNow(theCase, rules).isEmpty());
    }

    void noticeForSomeClasses_isNotGivenForOthers()
    {
        const RulePack &nanzheng = *std::ranges::find(allPacks(), u"nanzheng-2024"_s, &RulePack::id); // N4
        Case theCase = caseIn(u"dispatched"_s, nanzheng);
        QVERIFY(!codes(noticesNow(theCase, nanzheng)).contains(u"head-notice"_s));
        theCase.caseClass = CaseClass::Emergency;
        QVERIFY(codes(noticesNow(theCase, nanzheng)).contains(u"head-notice"_s));
    }

    void notice_isShownToItsReceiversAndToTheCentreThatPassesItOn()
    {
        const Case late = caseIn(u"overdue"_s, tongbai()); // T29 to the clerk, T30 by telephone
        QCOMPARE(codes(noticesFor(late, tongbai(), clerk())), QStringList{u"overdue"_s});
        QCOMPARE(codes(noticesFor(late, tongbai(), centre())), QStringList{u"overdue-supervision"_s});
        QCOMPARE(codes(noticesFor(late, tongbai(), principal())), QStringList());
        QCOMPARE(codes(noticesFor(late, tongbai(), roadClerk())), QStringList()); // of another unit
        const Case back = caseIn(u"returned"_s, tongbai()); // T25
        QCOMPARE(codes(noticesFor(back, tongbai(), principal())), QStringList{u"rework-to-leader"_s});
    }

    void urge_isIgnoredUntilTheUnitDoesSomething()
    {
        const RulePack &minhe = *std::ranges::find(allPacks(), u"minhe-2018"_s, &RulePack::id); // M20
        Case theCase = caseIn(u"urge-ignored"_s, minhe);
        QVERIFY(codes(noticesNow(theCase, minhe)).contains(u"urge-ignored"_s));
        theCase.contacts.append({call(mondayMs), clerk(), mondayMs, theCase.revision + 1});
        QVERIFY(!codes(noticesNow(theCase, minhe)).contains(u"urge-ignored"_s));
    }

    void overdueMark_ofADateThatWasMoved_isPast()
    {
        Case theCase = caseIn(u"overdue"_s, tongbai());
        theCase.deadlines[LimitName::Handle].dueMs += dayMs; // extended
        QVERIFY(!codes(noticesNow(theCase, tongbai())).contains(u"overdue"_s));
    }
};

QTEST_GUILESS_MAIN(TestNotices)
#include "tst_Notices.moc"

#include "tests/shared/rules/Dates.h"

#include <QRandomGenerator>
#include <QTest>

using namespace chengban;
using namespace chengban::dates;
using namespace Qt::StringLiterals;

namespace {

// June 2025 has no holiday between the 3rd and the 30th; Monday is the 9th.
const QString monday = QStringLiteral("2025-06-09 09:00");

Deadline started(const Limit &limit, const QString &start = monday)
{
    return dueTime(limit, at(start), china()).value();
}

QString shown(const Result<Deadline> &deadline)
{
    return deadline ? shownTime(deadline->dueMs) : QString(errorName(deadline.error().code));
}

OverridePolicy policyOf(bool shorter, bool longer)
{
    return {shorter, longer, u"HA9a 第九条"_s, {}};
}

ExtensionPolicy extensionOf(int addMax, int totalCap, int askBefore = 0)
{
    ExtensionPolicy policy;
    policy.addMax = addMax;
    policy.totalCap = totalCap;
    policy.askBefore = askBefore;
    return policy;
}

WorkingCalendar countyWith(const QByteArray &json)
{
    JsonReader reader(parseJsonObject(json).value());
    const CountyDays days = readCountyDays(reader);
    Q_ASSERT(reader.finish());
    return china().inCounty(days);
}

QString whyOn(const Deadline &deadline, const QDate &date)
{
    for (const CountedDay &day : deadline.counted) {
        if (day.date == date)
            return day.why + u' ' + day.name;
    }
    return {};
}

} // namespace

class TestDeadlineChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dueByOrder_countsWhatTheOrderSays()
    {
        Limit limit = limitOf(5);
        limit.setByOrder = true;
        const auto deadline = dueByOrder(limit, 3, at(monday), china());
        QCOMPARE(shown(deadline), u"2025-06-12 18:00"_s); // 10, 11, 12
        QCOMPARE(deadline->source, LimitSource::Order);
        QVERIFY(explained(*deadline, {}).contains(u"The order set this limit."_s));
        QCOMPARE(shown(dueByOrder(limit, 0, at(monday), china())), u"input.bad-input"_s);
        QCOMPARE(shown(dueByOrder(limitOf(5), 3, at(monday), china())), u"input.bad-input"_s);
    }

    void prevailing_takesTheOneThePolicyLetsPrevail_data()
    {
        QTest::addColumn<OtherLimit>("other");
        QTest::addColumn<OverridePolicy>("policy");
        QTest::addColumn<QString>("expected");
        const auto wd = LimitUnit::WorkingDay;
        const QString law = u"行政处罚法 第六十条"_s;
        // 5 working days from Monday the 9th: Monday the 16th.
        QTest::newRow("the unit's shorter one (HA9a)")
            << OtherLimit{3, wd, LimitSource::Unit, {}} << policyOf(true, false) << u"2025-06-12 18:00"_s;
        QTest::newRow("shorter in another unit of time")
            << OtherLimit{2, LimitUnit::NaturalDay, LimitSource::Unit, {}} << policyOf(true, false)
            << u"2025-06-11 18:00"_s;
        QTest::newRow("the unit's longer one")
            << OtherLimit{7, wd, LimitSource::Unit, law} << policyOf(true, false) << u"2025-06-16 18:00"_s;
        QTest::newRow("shorter, but the pack is silent")
            << OtherLimit{3, wd, LimitSource::Unit, {}} << policyOf(false, false) << u"2025-06-16 18:00"_s;
        // 10-13 four, 16-20 nine, 23-27 fourteen, 30 June to 4 July nineteen, 7 July twenty.
        QTest::newRow("a law's longer one (HB7.3c)")
            << OtherLimit{20, wd, LimitSource::Statute, law} << policyOf(true, true) << u"2025-07-07 18:00"_s;
        QTest::newRow("longer without a basis") << OtherLimit{20, wd, LimitSource::Statute, u" "_s}
                                                << policyOf(true, true) << u"2025-06-16 18:00"_s;
        QTest::newRow("of no day") << OtherLimit{0, wd, LimitSource::Unit, {}} << policyOf(true, true)
                                   << u"input.bad-input"_s;
    }
    void prevailing_takesTheOneThePolicyLetsPrevail()
    {
        QFETCH(OtherLimit, other);
        QFETCH(OverridePolicy, policy);
        QFETCH(QString, expected);
        QCOMPARE(shown(prevailing(started(limitOf(5)), other, policy, china())), expected);
    }

    void prevailing_saysWhatItReplacedAndWhy()
    {
        const OtherLimit law{20, LimitUnit::WorkingDay, LimitSource::Statute, u"行政处罚法 第六十条"_s};
        const Deadline deadline
            = prevailing(started(limitOf(5)), law, policyOf(false, true), china()).value();
        QCOMPARE(shownTime(*deadline.replacedDueMs), u"2025-06-16 18:00"_s);
        QCOMPARE(deadline.cite, u"T20 二(二); HA9a 第九条"_s);
        QVERIFY(explained(deadline, {}).contains(law.basis));
        QVERIFY(
            explained(deadline, {}).contains(u"By the document alone it would be due 2025-06-16 18:00."_s));
    }

    void extensionRoom_isWhatBothCapsLeave_data()
    {
        QTest::addColumn<Deadline>("deadline");
        QTest::addColumn<ExtensionPolicy>("policy");
        QTest::addColumn<int>("room"); // -1: as many as one likes
        const Deadline five = started(limitOf(5));
        QTest::newRow("no cap") << five << extensionOf(0, 0) << -1;
        QTest::newRow("cap of one step (HB7.3b)") << five << extensionOf(5, 0) << 5;
        QTest::newRow("cap of the whole (HA9e)") << five << extensionOf(0, 15) << 10;
        QTest::newRow("the smaller one") << five << extensionOf(5, 15) << 5;
        QTest::newRow("ten days' limit") << started(limitOf(10)) << extensionOf(0, 15) << 5;
        QTest::newRow("after an extension") << extended(five, 8, china()).value() << extensionOf(5, 15) << 2;
        QTest::newRow("used up") << extended(five, 10, china()).value() << extensionOf(5, 15) << 0;
        // Monday + 5 natural days is Saturday; 10, 11, 12 and 13 were working days.
        QTest::newRow("natural days, capped in working days")
            << started(limitOf(5, LimitUnit::NaturalDay)) << extensionOf(0, 6) << 2;
    }
    void extensionRoom_isWhatBothCapsLeave()
    {
        QFETCH(Deadline, deadline);
        QFETCH(ExtensionPolicy, policy);
        QFETCH(int, room);
        QCOMPARE(extensionRoom(deadline, policy, china()).value().value_or(-1), room);
    }

    void askWindow_endsOrBeginsBeforeTheDueDay()
    {
        const Deadline deadline = started(limitOf(5)); // due Monday 16; two days before: Friday and Monday
        ExtensionPolicy policy = extensionOf(5, 0, 2);
        QCOMPARE(askWindow(deadline, policy, china()).value(),
            (AskWindow{at(monday), at(u"2025-06-13 00:00"_s) - 1}));
        policy.askWithin = true;
        QCOMPARE(askWindow(deadline, policy, china()).value(),
            (AskWindow{at(u"2025-06-13 00:00"_s), deadline.dueMs}));
        QCOMPARE(
            askWindow(deadline, extensionOf(5, 0), china()).value(), (AskWindow{at(monday), deadline.dueMs}));
    }

    void resumed_doesNotCountThePause_data()
    {
        QTest::addColumn<Deadline>("deadline");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("expected");
        const Deadline five = started(limitOf(5));
        const auto natural = LimitUnit::NaturalHour;
        // 10 and 11 count, 12 and 13 are paused, 16, 17, 18.
        QTest::newRow("Wednesday to Friday")
            << five << u"2025-06-11 10:00"_s << u"2025-06-13 15:00"_s << u"2025-06-18 18:00"_s;
        QTest::newRow("inside a day")
            << five << u"2025-06-11 10:00"_s << u"2025-06-11 15:00"_s << u"2025-06-16 18:00"_s;
        QTest::newRow("over the weekend only")
            << five << u"2025-06-13 17:00"_s << u"2025-06-15 15:00"_s << u"2025-06-16 18:00"_s;
        QTest::newRow("then extended by one") << extended(five, 1, china()).value() << u"2025-06-11 10:00"_s
                                              << u"2025-06-13 15:00"_s << u"2025-06-19 18:00"_s;
        QTest::newRow("natural days") << started(limitOf(3, LimitUnit::NaturalDay)) << u"2025-06-10 10:00"_s
                                      << u"2025-06-11 10:00"_s << u"2025-06-13 18:00"_s;
        QTest::newRow("natural hours")
            << started(limitOf(3, natural), u"2025-10-01 23:00"_s) << u"2025-10-01 23:30"_s
            << u"2025-10-02 00:30"_s << u"2025-10-02 03:00"_s;
        // 09:00-10:00, 11:00-12:00: full.
        QTest::newRow("working hours") << started(limitOf(2, LimitUnit::WorkingHour)) << u"2025-06-09 10:00"_s
                                       << u"2025-06-09 11:00"_s << u"2025-06-09 12:00"_s;
        // 09:00-10:00, 11:30-12:00, 14:30-15:00.
        QTest::newRow("working hours into the afternoon")
            << started(limitOf(2, LimitUnit::WorkingHour)) << u"2025-06-09 10:00"_s << u"2025-06-09 11:30"_s
            << u"2025-06-09 15:00"_s;
        QTest::newRow("after the due time")
            << five << u"2025-06-16 18:01"_s << u"2025-06-17 10:00"_s << u"input.bad-input"_s;
        QTest::newRow("backwards") << five << u"2025-06-11 10:00"_s << u"2025-06-11 09:00"_s
                                   << u"input.bad-input"_s;
    }
    void resumed_doesNotCountThePause()
    {
        QFETCH(Deadline, deadline);
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, expected);
        QCOMPARE(shown(resumed(deadline, {at(from), at(to)}, china())), expected);
    }

    void resumed_explainsThePause()
    {
        const Pause pause{at(u"2025-06-11 10:00"_s), at(u"2025-06-13 15:00"_s)};
        const Deadline deadline = resumed(started(limitOf(5)), pause, china()).value();
        QCOMPARE(whyOn(deadline, QDate(2025, 6, 12)), u"paused "_s);
        QVERIFY(explained(deadline, {}).contains(u"Stood still from 2025-06-11 10:00 to 2025-06-13 15:00"_s));
    }

    void warningTimes_lieBetweenStartAndDue_data()
    {
        QTest::addColumn<Deadline>("deadline");
        QTest::addColumn<QList<int>>("before");
        QTest::addColumn<QStringList>("expected");
        const auto hour = LimitUnit::WorkingHour;
        QTest::newRow("two and one working day") << started(limitOf(5)) << QList{2, 1}
                                                 << QStringList{u"2025-06-12 08:00"_s, u"2025-06-13 08:00"_s};
        QTest::newRow("over National Day")
            << started(limitOf(5), u"2025-09-26 16:40"_s) << QList{2} << QStringList{u"2025-09-30 08:00"_s};
        QTest::newRow("before the start") << started(limitOf(1)) << QList{1} << QStringList{};
        QTest::newRow("natural days") << started(limitOf(5, LimitUnit::NaturalDay), u"2025-10-01 10:00"_s)
                                      << QList{1} << QStringList{u"2025-10-05 08:00"_s};
        QTest::newRow("natural hours") << started(limitOf(24, LimitUnit::NaturalHour), u"2025-10-01 10:00"_s)
                                       << QList{2} << QStringList{u"2025-10-02 08:00"_s};
        // 16:00-18:00 and 08:00-10:00; three hours before: 17:00.
        QTest::newRow("working hours over night") << started(limitOf(4, hour), u"2025-06-09 16:00"_s)
                                                  << QList{3} << QStringList{u"2025-06-09 17:00"_s};
        QTest::newRow("the whole limit before") << started(limitOf(1, hour)) << QList{1} << QStringList{};
    }
    void warningTimes_lieBetweenStartAndDue()
    {
        QFETCH(Deadline, deadline);
        QFETCH(QList<int>, before);
        QFETCH(QStringList, expected);
        deadline.warnBefore = before;
        QStringList times;
        const QList<qint64> moments = warningTimes(deadline, china()).value();
        for (const qint64 ms : moments)
            times.append(shownTime(ms));
        QCOMPARE(times, expected);
    }

    void recalculated_afterTheNotice_movesAndTells()
    {
        const Deadline old = started(limitOf(1), u"2026-12-31 11:00"_s);
        QCOMPARE(shownTime(old.dueMs), u"2027-01-04 18:00"_s);
        QVERIFY(old.provisional);
        const Recalculation change = recalculated(old, chinaWith2027()).value();
        QVERIFY(change.isChanged());
        QCOMPARE(shownTime(change.deadline.dueMs), u"2027-01-05 18:00"_s);
        QVERIFY(!change.deadline.provisional);
        QCOMPARE(change.moved.size(), 2);
        QCOMPARE(change.moved[0].date, QDate(2027, 1, 4));
        QCOMPARE(change.moved[0].was->why, u"workday"_s);
        QCOMPARE(change.moved[0].is->why, u"holiday"_s);
        QVERIFY(!change.moved[1].was && change.moved[1].is);
        QCOMPARE(explained(change),
            u"Handling: due 2027-01-05 18:00 instead of 2027-01-04 18:00\n"
            "2027-01-04: working day became holiday, 元旦\n2027-01-05: outside the count became working day"_s);
        QVERIFY(!recalculated(change.deadline, chinaWith2027())->isChanged());
    }

    void recalculated_naturalTime_staysWhereItIs()
    {
        const Deadline old = started(limitOf(5, LimitUnit::NaturalDay), u"2026-12-31 11:00"_s);
        QVERIFY(!recalculated(old, chinaWith2027())->isChanged());
    }

    /// A deadline follows from its members and the calendar alone, whatever happened to it.
    void recalculated_byTheSameCalendar_isTheSame()
    {
        QRandomGenerator random(20250609);
        const auto units = namesOf(LimitUnit{});
        for (int i = 0; i < 3000; ++i) {
            const LimitUnit unit = units[size_t(random.bounded(int(units.size())))].value;
            Limit limit = limitOf(random.bounded(1, 20), unit,
                random.bounded(2) == 0 ? DayCount::NextDay : DayCount::SameMoment);
            const qint64 start = at(u"2018-01-01 00:00"_s) + random.bounded(8 * 365 * 24 * 60) * 60'000LL;
            Deadline deadline = dueTime(limit, start, china()).value();
            if (random.bounded(2) == 0)
                deadline = extended(deadline, random.bounded(1, 9), china()).value();
            if (random.bounded(2) == 0) {
                const Pause pause{start + (deadline.dueMs - start) / 2, deadline.dueMs + 86'400'000LL};
                const Deadline later = resumed(deadline, pause, china()).value();
                QVERIFY(later.dueMs >= deadline.dueMs);
                deadline = later;
            }
            QCOMPARE(recalculated(deadline, china())->deadline, deadline);
            QVERIFY(deadline.dueMs > start);
        }
    }

    void county_addsItsDaysAndHours()
    {
        const WorkingCalendar county = countyWith(R"({"knownUntil": "2025-12-31",
            "off": [{"date": "2025-06-10", "name": "丰收节"}], "on": [{"date": "2025-06-14", "name": "丰收节"}],
            "officeHours": [
              {"from": "01-01", "morningFrom": "08:30", "morningTo": "12:00", "afternoonFrom": "14:00", "afternoonTo": "17:30"},
              {"from": "06-01", "morningFrom": "08:00", "morningTo": "12:00", "afternoonFrom": "15:00", "afternoonTo": "18:30"}]})");
        const Deadline deadline = dueTime(limitOf(5), at(monday), county).value();
        // 10 is off, 11, 12, 13, Saturday 14 is worked, 16.
        QCOMPARE(shownTime(deadline.dueMs), u"2025-06-16 18:30"_s);
        QCOMPARE(whyOn(deadline, QDate(2025, 6, 10)), u"local-holiday 丰收节"_s);
        QCOMPARE(whyOn(deadline, QDate(2025, 6, 14)), u"made-up-workday 丰收节"_s);
        QVERIFY(explained(deadline, {}).contains(u"holiday of the county, 丰收节"_s));
        QVERIFY(!deadline.provisional);
        const Deadline winter = dueTime(limitOf(1), at(u"2025-03-10 09:00"_s), county).value();
        QCOMPARE(shownTime(winter.dueMs), u"2025-03-11 17:30"_s);
        const Deadline later = dueTime(limitOf(1), at(u"2026-03-10 09:00"_s), county).value();
        QVERIFY2(later.provisional, "the county has not named its days off of 2026");
        QCOMPARE(county.workingDays(QDate(2025, 6, 9), QDate(2025, 6, 16)).value(), 5);
    }

    void county_withFaults_isRefusedWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("place");
        const char *day = R"({"date": "2025-06-14", "name": "节"})";
        const auto row = [](const char *name, const QByteArray &json, const char *place) {
            QTest::newRow(name) << json << QString::fromLatin1(place);
        };
        row("off and on", QByteArray("{\"off\": [") + day + "], \"on\": [" + day + "]}", "on[0].date");
        row("twice", QByteArray("{\"off\": [") + day + "," + day + "]}", "off[1].date");
        row("a Monday worked", R"({"on": [{"date": "2025-06-09", "name": "节"}]})", "on[0].date");
        row("without a name", R"({"off": [{"date": "2025-06-09", "name": ""}]})", "off[0].name");
        row("no date", R"({"off": [{"date": "2025-6-9", "name": "节"}]})", "off[0].date");
        row("later than known",
            R"({"knownUntil": "2025-06-08", "off": [{"date": "2025-06-09", "name": "节"}]})", "off[0].date");
        row("seasons from May only",
            R"({"officeHours": [{"from": "05-01", "morningFrom": "08:00", "morningTo": "12:00", "afternoonFrom": "15:00", "afternoonTo": "18:30"}]})",
            "officeHours[0].from");
        row("hours backwards",
            R"({"officeHours": [{"from": "01-01", "morningFrom": "13:00", "morningTo": "12:00", "afternoonFrom": "15:00", "afternoonTo": "18:30"}]})",
            "officeHours[0]");
        row("unknown member", R"({"nights": 1})", "nights");
    }
    void county_withFaults_isRefusedWithItsPlace()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, place);
        JsonReader reader(parseJsonObject(json).value());
        std::ignore = readCountyDays(reader);
        const auto done = reader.finish();
        QVERIFY(!done);
        QCOMPARE(done.error().detail, place);
    }
};

QTEST_GUILESS_MAIN(TestDeadlineChanges)
#include "tst_DeadlineChanges.moc"

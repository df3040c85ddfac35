#include "tests/shared/rules/Dates.h"

#include <QTest>

using namespace chengban;
using namespace chengban::dates;

namespace {

QString due(const QString &start, const Limit &limit)
{
    const auto deadline = dueTime(limit, at(start), china());
    return deadline ? shownTime(deadline->dueMs) : QString(errorName(deadline.error().code));
}

QStringList walked(const Deadline &deadline)
{
    QStringList days;
    for (const CountedDay &day : deadline.counted)
        days += QStringLiteral("%1 %2 %3")
                    .arg(day.date.toString(QStringLiteral("MM-dd")), day.why)
                    .arg(day.ordinal);
    return days;
}

} // namespace

class TestDeadlines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dueTime_ofWorkingDays_data()
    {
        QTest::addColumn<QString>("start");
        QTest::addColumn<int>("days");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *start, int days, const char *expected) {
            QTest::newRow(name) << QString::fromLatin1(start) << days << QString::fromLatin1(expected);
        };
        row("plain week", "2025-06-09 09:00", 4, "2025-06-13 18:00");
        row("over a weekend", "2025-06-13 09:00", 1, "2025-06-16 18:00");
        row("National Day 2025", "2025-09-26 16:40", 5, "2025-10-10 18:00");
        row("received in the holiday", "2025-10-03 10:00", 1, "2025-10-09 18:00");
        row("received on a Saturday", "2025-06-14 10:00", 1, "2025-06-16 18:00");
        row("received a minute before midnight", "2025-06-09 23:59", 1, "2025-06-10 18:00");
        row("received at midnight", "2025-06-10 00:00", 1, "2025-06-11 18:00");
        row("spring festival 2025", "2025-01-24 11:00", 5, "2025-02-07 18:00");
        row("spring festival 2024 with a made-up Sunday", "2024-02-09 11:00", 1, "2024-02-18 18:00");
        row("spring festival 2021 with a made-up Saturday", "2021-02-10 11:00", 3, "2021-02-20 18:00");
        row("2020: the epidemic's longer holiday", "2020-01-23 11:00", 1, "2020-02-03 18:00");
        row("2018: Saturday by the next year's notice", "2018-12-28 11:00", 1, "2018-12-29 18:00");
        row("2018 to 2019", "2018-12-28 11:00", 2, "2019-01-02 18:00");
        row("2026: made-up Saturday after the holiday", "2026-09-30 11:00", 3, "2026-10-10 18:00");
        row("into the year without a notice", "2026-12-31 11:00", 1, "2027-01-04 18:00");
        row("the same day", "2025-09-26 16:40", 0, "2025-09-26 18:00");
        row("the same day, after hours", "2025-09-26 18:00", 0, "2025-09-28 18:00");
        row("the same day, on a holiday", "2025-10-01 09:00", 0, "2025-10-09 18:00");
        row("before the calendar", "2017-12-31 11:00", 1, "rules.not-computable");
    }
    void dueTime_ofWorkingDays()
    {
        QFETCH(QString, start);
        QFETCH(int, days);
        QFETCH(QString, expected);
        QCOMPARE(due(start, limitOf(days)), expected);
    }

    void dueTime_ofOtherUnits_data()
    {
        QTest::addColumn<QString>("start");
        QTest::addColumn<Limit>("limit");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *start, const Limit &limit, const char *expected) {
            QTest::newRow(name) << QString::fromLatin1(start) << limit << QString::fromLatin1(expected);
        };
        const auto hours = LimitUnit::WorkingHour;
        const auto same = DayCount::SameMoment;
        row("working days to the same moment", "2025-09-26 16:40", limitOf(5, LimitUnit::WorkingDay, same),
            "2025-10-10 16:40");
        row("natural days through the holiday", "2025-09-30 16:40", limitOf(5, LimitUnit::NaturalDay),
            "2025-10-05 18:00");
        row("natural days to the same moment", "2025-09-30 16:40", limitOf(5, LimitUnit::NaturalDay, same),
            "2025-10-05 16:40");
        row("natural hours over midnight", "2025-10-01 23:00", limitOf(3, LimitUnit::NaturalHour),
            "2025-10-02 02:00");
        row("working hours in one morning", "2025-09-26 09:10", limitOf(1, hours), "2025-09-26 10:10");
        row("working hours up to noon", "2025-09-26 11:00", limitOf(1, hours), "2025-09-26 12:00");
        row("working hours over noon", "2025-09-26 11:30", limitOf(1, hours), "2025-09-26 15:00");
        row("working hours from noon", "2025-09-26 12:30", limitOf(1, hours), "2025-09-26 15:30");
        row("working hours over night and Saturday", "2025-09-26 17:00", limitOf(2, hours),
            "2025-09-28 09:00");
        row("working hours from early morning", "2025-09-26 03:00", limitOf(1, hours), "2025-09-26 09:00");
        row("working hours from the holiday", "2025-10-02 03:00", limitOf(8, hours), "2025-10-10 08:30");
        row("natural hours before the calendar", "2017-12-31 11:00", limitOf(3, LimitUnit::NaturalHour),
            "rules.not-computable");
    }
    void dueTime_ofOtherUnits()
    {
        QFETCH(QString, start);
        QFETCH(Limit, limit);
        QFETCH(QString, expected);
        QCOMPARE(due(start, limit), expected);
    }

    void dueTime_explainsEveryDay()
    {
        const auto deadline = dueTime(limitOf(5), at(QStringLiteral("2025-09-26 16:40")), china());
        const QStringList expected{QStringLiteral("09-26 day-of-receipt 0"),
            QStringLiteral("09-27 weekend 0"), QStringLiteral("09-28 made-up-workday 1"),
            QStringLiteral("09-29 workday 2"), QStringLiteral("09-30 workday 3"),
            QStringLiteral("10-01 holiday 0"), QStringLiteral("10-02 holiday 0"),
            QStringLiteral("10-03 holiday 0"), QStringLiteral("10-04 holiday 0"),
            QStringLiteral("10-05 holiday 0"), QStringLiteral("10-06 holiday 0"),
            QStringLiteral("10-07 holiday 0"), QStringLiteral("10-08 holiday 0"),
            QStringLiteral("10-09 workday 4"), QStringLiteral("10-10 workday 5")};
        QCOMPARE(walked(*deadline), expected);
        QVERIFY(!deadline->provisional);
    }

    void dueTime_ofHours_saysTheMinutesOfEachDay()
    {
        const auto deadline
            = dueTime(limitOf(2, LimitUnit::WorkingHour), at(QStringLiteral("2025-09-26 16:40")), china());
        QCOMPARE(deadline->counted.size(), 3);
        QCOMPARE(deadline->counted[0].minutes, 80);
        QCOMPARE(deadline->counted[1].why, QStringLiteral("weekend"));
        QCOMPARE(deadline->counted[2].minutes, 40);
    }

    void dueTime_isProvisional_whenADayOfItIs()
    {
        const Limit limit = limitOf(5);
        QVERIFY(dueTime(limit, at(QStringLiteral("2026-12-21 10:00")), china())->provisional);
        QVERIFY(!dueTime(limit, at(QStringLiteral("2026-12-18 10:00")), china())->provisional);
        const Limit natural = limitOf(30, LimitUnit::NaturalDay);
        QVERIFY(!dueTime(natural, at(QStringLiteral("2026-12-21 10:00")), china())->provisional);
    }

    void extended_countsOnFromTheDueDay()
    {
        const auto first = dueTime(limitOf(5), at(QStringLiteral("2025-09-26 16:40")), china());
        const auto later = extended(*first, 2, china());
        QCOMPARE(shownTime(later->dueMs), QStringLiteral("2025-10-13 18:00"));
        QCOMPARE(later->extendedBy, 2);
        QCOMPARE(later->counted.mid(0, first->counted.size()), first->counted);
        QCOMPARE(walked(*later).mid(first->counted.size()),
            (QStringList{QStringLiteral("10-11 made-up-workday 6"), QStringLiteral("10-12 weekend 0"),
                QStringLiteral("10-13 workday 7")}));
    }

    void extended_byNoDay_isRefused()
    {
        const auto first = dueTime(limitOf(5), at(QStringLiteral("2025-09-26 16:40")), china());
        QCOMPARE(extended(*first, 0, china()).error().code, ErrorCode::BadInput);
        QCOMPARE(extended(*first, -3, china()).error().code, ErrorCode::BadInput);
    }

    void workingDaysBetween_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<int>("days");
        const auto row = [](const char *name, const char *from, const char *to, int days) {
            QTest::newRow(name) << QString::fromLatin1(from) << QString::fromLatin1(to) << days;
        };
        row("the same day", "2025-09-26 08:00", "2025-09-26 18:00", 0);
        row("over National Day", "2025-09-26 16:40", "2025-10-10 18:00", 5);
        row("five over", "2025-10-10 09:00", "2025-09-26 18:00", -5);
        row("in a weekend", "2025-06-14 09:00", "2025-06-15 09:00", 0);
        row("beyond the listed years", "2030-12-31 09:00", "2031-01-02 09:00", 1);
    }
    void workingDaysBetween()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(int, days);
        QCOMPARE(chengban::workingDaysBetween(at(from), at(to), china()).value(), days);
    }

    void everyStartDay_agreesWithACountOfItsOwn()
    {
        const QByteArray bytes = bytesOf(QStringLiteral(CHENGBAN_SOURCE_DIR "/../shared/calendar-cn.json"));
        if (bytes.isEmpty())
            QSKIP("The list of the notices, made independently of cn.json, is not on this machine");
        const QList<QDate> working
            = workingDaysOf(parseJsonObject(bytes)->value(QStringLiteral("years")).toObject());
        int checked = 0;
        for (const int amount : {1, 5, 10}) {
            qsizetype next = 0; // The first working day after `start`.
            for (QDate start(2018, 1, 1); start < QDate(2026, 12, 1); start = start.addDays(1), ++checked) {
                while (working[next] <= start)
                    ++next;
                const auto deadline = dueTime(limitOf(amount), utcMs(start, QTime(10, 0)), china());
                const qint64 expected = utcMs(working[next + amount - 1], QTime(18, 0));
                QVERIFY2(deadline->dueMs == expected, qPrintable(start.toString(Qt::ISODate)));
                QCOMPARE(chengban::workingDaysBetween(deadline->startMs, expected, china()).value(), amount);
            }
        }
        QVERIFY(checked > 9000);
    }

    void explained_saysEveryDayAndTheSource()
    {
        Limit limit = limitOf(1);
        limit.note = QStringLiteral("暂定");
        const auto deadline = dueTime(limit, at(QStringLiteral("2026-12-31 16:40")), china());
        const QList<Document> documents{{QStringLiteral("T"), QStringLiteral("某县的通知")}};
        QCOMPARE(explained(*deadline, documents).split(QLatin1Char('\n')),
            (QStringList{QStringLiteral("Handling: 1 working day(s)"),
                QStringLiteral("By 《某县的通知》二(二)"), QStringLiteral("Starts: 2026-12-31 16:40"),
                QStringLiteral("2026-12-31 (Thu): not counted, day of receipt"),
                QStringLiteral("2027-01-01 (Fri): not counted, holiday, 元旦"),
                QStringLiteral("2027-01-02 (Sat): not counted, weekend"),
                QStringLiteral("2027-01-03 (Sun): not counted, weekend"),
                QStringLiteral("2027-01-04 (Mon): day 1, working day"),
                QStringLiteral("Due: 2027-01-04 18:00"),
                QStringLiteral("Provisional: the holiday notice for these days is not published yet."),
                QStringLiteral("Note: 暂定")}));
    }

private:
    static QList<QDate> workingDaysOf(const QJsonObject &years)
    {
        QList<QDate> working;
        for (QDate day(2018, 1, 1); day.year() <= 2026; day = day.addDays(1)) {
            const QJsonObject year = years.value(QString::number(day.year())).toObject();
            const auto lists = [&](const char *list) {
                for (const QJsonValue &entry : year.value(QString::fromLatin1(list)).toArray()) {
                    if (entry[QStringLiteral("date")].toString() == day.toString(Qt::ISODate))
                        return true;
                }
                return false;
            };
            if (lists("workdays") || (day.dayOfWeek() < Qt::Saturday && !lists("holidays")))
                working.append(day);
        }
        return working;
    }
};

QTEST_GUILESS_MAIN(TestDeadlines)
#include "tst_Deadlines.moc"

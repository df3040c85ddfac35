#include "shared/rules/Scores.h"

#include <QTest>

using namespace chengban;
using namespace Qt::StringLiterals;

namespace {

Assessment assessment()
{
    Assessment a;
    a.metrics = {{u"in-time"_s, u"按时办结率"_s, Counter::ClosedInTime, Counter::Closed, u"HA29c"_s, {}},
        {u"satisfied"_s, u"满意率"_s, Counter::SatisfiedOverall, Counter::RatedOverall, u"HA29e"_s, {}},
        {u"unsolved"_s, u"未解决率"_s, Counter::Unsolved, Counter::OutcomeStated, u"HA29d"_s, {}}};
    a.score = {{u"in-time"_s, 60, u"HA29"_s, {}}, {u"satisfied"_s, 40, u"HA29"_s, {}},
        {u"unsolved"_s, -10, u"HA29"_s, {}}};
    a.volumes = {{0, -5, u"HA29a"_s, {}}, {11, 0, u"HA29a"_s, {}}, {31, 10, u"HA29a"_s, {}}};
    a.thresholds = {{u"rework"_s, u"退回重办"_s, Counter::ReturnedForRework, 3, true, Period::Month,
                        u"bulletin"_s, u"T27"_s, {}},
        {u"overdue"_s, u"超期"_s, Counter::Overdue, 2, false, Period::Month, u"bulletin"_s, u"T27"_s, {}},
        {u"overdue-year"_s, u"超期"_s, Counter::Overdue, 5, true, Period::Year, u"talk"_s, u"T27"_s, {}}};
    a.grades = {{u"excellent"_s, u"优秀"_s, 30, u"HA30"_s, {}}, {u"good"_s, u"良好"_s, 50, u"HA30"_s, {}},
        {u"qualified"_s, u"合格"_s, 20, u"HA30"_s, {}}};
    return a;
}

Counts countsOf(std::initializer_list<std::pair<Counter, int>> pairs)
{
    Counts counts;
    for (const auto &[counter, times] : pairs)
        counts.add(counter, times);
    return counts;
}

QString gradesOf(const QList<qint64> &scores)
{
    QList<Entrant> entrants;
    for (qsizetype i = 0; i < scores.size(); ++i)
        entrants.append({QStringLiteral("u%1").arg(i, 2, 10, QLatin1Char('0')), scores[i], false});
    QStringList grades;
    const QList<Ranked> list = ranked(assessment(), entrants);
    for (const Ranked &unit : list)
        grades.append(unit.grade.left(1) + QString::number(unit.rank));
    return grades.join(u' ');
}

} // namespace

class TestScores : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void metricValues_areThousandths_roundedHalfUp()
    {
        const auto values = metricValues(assessment(),
            countsOf({{Counter::ClosedInTime, 2}, {Counter::Closed, 3}, {Counter::RatedOverall, 2000},
                {Counter::SatisfiedOverall, 1}}));
        QCOMPARE(values[0].share, std::optional(667)); // 2/3
        QCOMPARE(values[1].share, std::optional(1)); // 1/2000: half of a thousandth
        QCOMPARE(values[2].share, std::nullopt); // nothing to count
        QCOMPARE(values[0].counted, 2);
    }

    void thresholds_byFlagAndPeriod_data()
    {
        QTest::addColumn<int>("rework");
        QTest::addColumn<int>("overdue");
        QTest::addColumn<QString>("month");
        QTest::newRow("below") << 2 << 1 << u""_s;
        QTest::newRow("the number itself is reached") << 3 << 1 << u"rework"_s;
        QTest::newRow("the number itself is not above it") << 0 << 2 << u""_s;
        QTest::newRow("both above") << 4 << 3 << u"rework overdue"_s;
    }
    void thresholds_byFlagAndPeriod()
    {
        QFETCH(int, rework);
        QFETCH(int, overdue);
        const Counts counts = countsOf({{Counter::ReturnedForRework, rework}, {Counter::Overdue, overdue}});
        QStringList codes;
        const QList<Threshold> hits = reached(assessment(), Period::Month, counts);
        for (const Threshold &hit : hits)
            codes.append(hit.code);
        QTEST(codes.join(u' '), "month");
        QVERIFY(reached(assessment(), Period::Year, counts).isEmpty());
    }

    void volume_isTheMeanOfTheMonths_data()
    {
        QTest::addColumn<int>("volume");
        QTest::addColumn<int>("months");
        QTest::addColumn<int>("tenths");
        QTest::newRow("none") << 0 << 1 << -5;
        QTest::newRow("below an edge") << 10 << 1 << -5;
        QTest::newRow("on an edge") << 11 << 1 << 0;
        QTest::newRow("mean of 10.9") << 131 << 12 << -5;
        QTest::newRow("mean of 11") << 132 << 12 << 0;
        QTest::newRow("above all") << 1000 << 1 << 10;
        QTest::newRow("no month") << 1000 << 0 << 0;
    }
    void volume_isTheMeanOfTheMonths()
    {
        QFETCH(int, volume);
        QFETCH(int, months);
        QTEST(volumeTenths(assessment(), volume, months), "tenths");
    }

    void composite_addsPartsVolumeAndBonus()
    {
        // 60 x 0.9 + 40 x 0.75 - 10 x 0.2 + 0 (volume 20) + 1.5 = 83.5
        const auto score = compositeScore(assessment(),
            countsOf({{Counter::Closed, 10}, {Counter::ClosedInTime, 9}, {Counter::RatedOverall, 4},
                {Counter::SatisfiedOverall, 3}, {Counter::OutcomeStated, 5}, {Counter::Unsolved, 1},
                {Counter::Dispatched, 20}}),
            15);
        QVERIFY(score);
        QCOMPARE(score->thousandths, 83'500);
        QVERIFY(score->uncounted.isEmpty());
    }

    void composite_spreadsThePointsOfWhatDidNotHappen()
    {
        // Nobody was called back: 60 points by 0.9 stand for all 100; the volume of none takes half a point.
        const auto score
            = compositeScore(assessment(), countsOf({{Counter::Closed, 10}, {Counter::ClosedInTime, 9}}));
        QVERIFY(score);
        QCOMPARE(score->thousandths, 90'000 - 500);
        QCOMPARE(score->uncounted, (QStringList{u"satisfied"_s, u"unsolved"_s}));
        QVERIFY(!compositeScore(assessment(), {}));
        QVERIFY(!compositeScore({}, countsOf({{Counter::Closed, 1}})));
    }

    void yearScore_isTheMeanOfTheMonths()
    {
        QCOMPARE(yearScore({90'000, 80'001}), std::optional<qint64>(85'001)); // 85000.5 rounded up
        QCOMPARE(yearScore({-1, -2}), std::optional<qint64>(-1)); // -1.5
        QCOMPARE(yearScore({}), std::nullopt);
    }

    void grades_goByShare_data()
    {
        QTest::addColumn<QList<qint64>>("scores");
        QTest::addColumn<QString>("grades");
        QTest::newRow("ten units: 3, 5, 2")
            << QList<qint64>{10, 9, 8, 7, 6, 5, 4, 3, 2, 1} << u"e1 e2 e3 g4 g5 g6 g7 g8 q9 q10"_s;
        // 30 % of 7 is 2.1, 80 % is 5.6
        QTest::newRow("seven units: 2, 4, 1")
            << QList<qint64>{7, 6, 5, 4, 3, 2, 1} << u"e1 e2 g3 g4 g5 g6 q7"_s;
        // 30 % of 5 is 1.5: two; 80 % is 4
        QTest::newRow("half upwards") << QList<qint64>{5, 4, 3, 2, 1} << u"e1 e2 g3 g4 q5"_s;
        QTest::newRow("a tie over the border shares the better grade")
            << QList<qint64>{10, 9, 8, 8, 8, 5, 4, 3, 2, 1} << u"e1 e2 e3 e3 e3 g6 g7 g8 q9 q10"_s;
        QTest::newRow("all equal") << QList<qint64>{5, 5, 5} << u"e1 e1 e1"_s;
        QTest::newRow("one unit") << QList<qint64>{5} << u"g1"_s; // 30 % of one is none, 80 % is one
        QTest::newRow("nobody") << QList<qint64>{} << u""_s;
    }
    void grades_goByShare()
    {
        QFETCH(QList<qint64>, scores);
        QTEST(gradesOf(scores), "grades");
    }

    void failedUnits_standBehindAllAndTakeNoShare()
    {
        const auto list = ranked(assessment(), {{u"a"_s, 99, true}, {u"b"_s, 1, false}, {u"c"_s, 2, false}});
        QCOMPARE(list[0], (Ranked{u"c"_s, 2, 1, u"excellent"_s})); // 30 % of two is 0.6: one
        QCOMPARE(list[1].grade, u"good"_s);
        QCOMPARE(list[2], (Ranked{u"a"_s, 99, 0, {}}));
    }
};

QTEST_GUILESS_MAIN(TestScores)
#include "tst_Scores.moc"

#include "shared/base/CountyTime.h"

#include <QTest>

using namespace chengban;

namespace {
constexpr qint64 newYear = 1'735'660'800'000; // 2025-01-01 00:00 at +08:00
}

class TestCountyTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countyTime_isThePlacesWhateverTheZoneOfThePc_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::newRow("China") << QByteArray("Asia/Shanghai");
        QTest::newRow("New York") << QByteArray("America/New_York");
        QTest::newRow("UTC") << QByteArray("UTC");
    }
    void countyTime_isThePlacesWhateverTheZoneOfThePc()
    {
        QFETCH(QByteArray, zone);
        const QByteArray before = qgetenv("TZ");
        qputenv("TZ", zone);
        tzset();
        const QString shown = shownTime(newYear);
        const QDate date = countyDate(newYear);
        qputenv("TZ", before);
        tzset();
        QCOMPARE(shown, QStringLiteral("2025-01-01 00:00"));
        QCOMPARE(date, QDate(2025, 1, 1));
    }

    void utcMs_andCountyTime_areInverse()
    {
        QCOMPARE(utcMs(QDate(2025, 1, 1), QTime(0, 0)), newYear);
        QCOMPARE(countyDate(newYear - 1), QDate(2024, 12, 31));
        QCOMPARE(countyTime(newYear + 61'000).time(), QTime(0, 1, 1));
    }

    void parseZonedTime_wantsAZone_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<std::optional<qint64>>("expected");
        const std::optional<qint64> none;
        QTest::newRow("county's offset")
            << QStringLiteral("2025-01-01T00:00:00+08:00") << std::optional(newYear);
        QTest::newRow("UTC") << QStringLiteral("2024-12-31T16:00:00Z") << std::optional(newYear);
        QTest::newRow("milliseconds")
            << QStringLiteral("2024-12-31T16:00:00.250Z") << std::optional(newYear + 250);
        QTest::newRow("no zone") << QStringLiteral("2025-01-01T00:00:00") << none;
        QTest::newRow("no time") << QStringLiteral("2025-01-01") << none;
        QTest::newRow("no date of this world") << QStringLiteral("2025-02-30T00:00:00Z") << none;
        QTest::newRow("empty") << QString() << none;
        QTest::newRow("words") << QStringLiteral("tomorrow") << none;
    }
    void parseZonedTime_wantsAZone()
    {
        QFETCH(QString, text);
        QFETCH(std::optional<qint64>, expected);
        QCOMPARE(parseZonedTime(text), expected);
    }
};

QTEST_GUILESS_MAIN(TestCountyTime)
#include "tst_CountyTime.moc"

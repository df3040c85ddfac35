#include "shared/calendar/WorkingCalendar.h"
#include "shared/canonical/JsonReader.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace chengban;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

WorkingCalendar china()
{
    return WorkingCalendar::load(bytesOf(QStringLiteral(":/calendars/cn.json"))).value();
}

QDate date(const char *text)
{
    return QDate::fromString(QString::fromLatin1(text), Qt::ISODate);
}

/// A calendar of two years; `marks` in the text are what the rows below replace.
constexpr char small[] = R"({
 "format": 1, "id": "cn", "title": "t",
 "officeHours": {"morningFrom": "09:00", "morningTo": "12:00", "afternoonFrom": "13:00", "afternoonTo": "17:30"},
 "fixedDays": [{"month": 5, "day": 1, "name": "May"}],
 "years": [
  {"year": 2030, "complete": true, "notices": [{"number": "n", "date": "2029-11-01"}], "sources": [],
   "off": [{"date": "2030-01-01", "name": "New", "statutory": true}],
   "on": [{"date": "2030-01-05", "name": "New"}]},
  {"year": 2031, "complete": false, "notices": [], "sources": [], "off": [], "on": []}
 ]})";

QByteArray smallWith(const char *from, const char *to)
{
    QByteArray bytes(small);
    const qsizetype at = bytes.indexOf(from);
    return at < 0 ? QByteArray() : bytes.replace(at, qstrlen(from), to);
}

} // namespace

class TestWorkingCalendar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void day_knowsItsKind_data()
    {
        QTest::addColumn<QDate>("when");
        QTest::addColumn<DayKind>("kind");
        QTest::addColumn<QString>("name");
        const QString none;
        QTest::newRow("first day of all") << date("2018-01-01") << DayKind::Holiday << QStringLiteral("元旦");
        QTest::newRow("plain Friday") << date("2025-09-26") << DayKind::Workday << none;
        QTest::newRow("plain Saturday") << date("2025-09-27") << DayKind::Weekend << none;
        QTest::newRow("made-up Sunday")
            << date("2025-09-28") << DayKind::MadeUpWorkday << QStringLiteral("国庆节、中秋节");
        QTest::newRow("National Day")
            << date("2025-10-01") << DayKind::Holiday << QStringLiteral("国庆节、中秋节");
        QTest::newRow("made up by next year's notice")
            << date("2018-12-29") << DayKind::MadeUpWorkday << QStringLiteral("元旦");
        QTest::newRow("off by next year's notice")
            << date("2018-12-31") << DayKind::Holiday << QStringLiteral("元旦");
        QTest::newRow("2020, added by the second notice")
            << date("2020-01-31") << DayKind::Holiday << QStringLiteral("春节");
        QTest::newRow("2020, first day back") << date("2020-02-03") << DayKind::Workday << none;
        QTest::newRow("2019, labour day by the second notice")
            << date("2019-05-03") << DayKind::Holiday << QStringLiteral("劳动节");
        QTest::newRow("2027, lunar statutory day")
            << date("2027-02-08") << DayKind::Holiday << QStringLiteral("春节");
        QTest::newRow("2027, plain Monday") << date("2027-03-01") << DayKind::Workday << none;
        QTest::newRow("2031, fixed statutory day")
            << date("2031-10-02") << DayKind::Holiday << QStringLiteral("国庆节");
        QTest::newRow("2031, plain Saturday") << date("2031-03-01") << DayKind::Weekend << none;
    }
    void day_knowsItsKind()
    {
        QFETCH(QDate, when);
        QFETCH(DayKind, kind);
        QFETCH(QString, name);
        const auto day = china().day(when);
        QVERIFY(day);
        QCOMPARE(day->kind, kind);
        QCOMPARE(day->name, name);
    }

    void day_isProvisional_whileANoticeMayChangeIt_data()
    {
        QTest::addColumn<QDate>("when");
        QTest::addColumn<bool>("provisional");
        QTest::newRow("middle of a complete year") << date("2026-06-01") << false;
        QTest::newRow("Christmas day before an open year") << date("2026-12-25") << false;
        QTest::newRow("26 December before an open year") << date("2026-12-26") << true;
        QTest::newRow("26 December before a complete year") << date("2025-12-26") << false;
        QTest::newRow("open year that is listed") << date("2027-06-01") << true;
        QTest::newRow("year that is not listed") << date("2040-06-01") << true;
    }
    void day_isProvisional_whileANoticeMayChangeIt()
    {
        QFETCH(QDate, when);
        QFETCH(bool, provisional);
        QCOMPARE(china().day(when)->provisional, provisional);
    }

    void day_beforeTheFirstYear_isNotComputable()
    {
        const WorkingCalendar calendar = china();
        QCOMPARE(calendar.firstDay(), date("2018-01-01"));
        QCOMPARE(calendar.day(date("2017-12-31")).error().code, ErrorCode::NotComputable);
        QCOMPARE(calendar.day(QDate()).error().code, ErrorCode::NotComputable);
        QCOMPARE(calendar.workingDays(date("2017-12-31"), date("2018-01-05")).error().code,
            ErrorCode::NotComputable);
    }

    void workingDays_ofAYear_areWhatTheNoticesLeave_data()
    {
        QTest::addColumn<int>("year");
        QTest::addColumn<int>("expected");
        const QList<int> counts{250, 250, 249, 250, 249, 249, 251, 248, 248}; // 2018 to 2026
        for (int i = 0; i < counts.size(); ++i)
            QTest::addRow("%d", 2018 + i) << 2018 + i << counts[i];
        QTest::newRow("2031, beyond the list") << 2031 << 255; // 261 weekdays less the six fixed days
    }
    void workingDays_ofAYear_areWhatTheNoticesLeave()
    {
        QFETCH(int, year);
        QFETCH(int, expected);
        const WorkingCalendar calendar = china();
        QCOMPARE(calendar.workingDays(QDate(year, 1, 1), QDate(year + 1, 1, 1)).value(), expected);
        QCOMPARE(calendar.workingDays(QDate(year + 1, 1, 1), QDate(year, 1, 1)).value(), -expected);
    }

    void everyDay_agreesWithTheListOfNotices()
    {
        const QByteArray bytes = bytesOf(QStringLiteral(CHENGBAN_SOURCE_DIR "/../shared/calendar-cn.json"));
        if (bytes.isEmpty())
            QSKIP("The list of the notices, made independently of cn.json, is not on this machine");
        const QJsonObject years = parseJsonObject(bytes)->value(QStringLiteral("years")).toObject();
        const WorkingCalendar calendar = china();
        int days = 0;
        for (int year = 2018; year <= 2026; ++year) {
            const QJsonObject notice = years.value(QString::number(year)).toObject();
            QHash<QString, bool> listed;
            for (const QJsonValue &day : notice.value(QStringLiteral("holidays")).toArray())
                listed.insert(day[QStringLiteral("date")].toString(), false);
            for (const QJsonValue &day : notice.value(QStringLiteral("workdays")).toArray())
                listed.insert(day[QStringLiteral("date")].toString(), true);
            for (QDate when(year, 1, 1); when.year() == year; when = when.addDays(1), ++days) {
                const bool working
                    = listed.value(when.toString(Qt::ISODate), when.dayOfWeek() < Qt::Saturday);
                QVERIFY2(calendar.day(when)->isWorking() == working, qPrintable(when.toString(Qt::ISODate)));
            }
        }
        QCOMPARE(days, 3287);
    }

    void hours_areTheFiles_orTheDefault()
    {
        const auto calendar = WorkingCalendar::load(small);
        QVERIFY(calendar);
        QCOMPARE(calendar->hours(QDate(2025, 6, 9)).afternoonTo, QTime(17, 30));
        QByteArray without(small);
        const qsizetype from = without.indexOf("\"officeHours\"");
        without.remove(from, without.indexOf("\"fixedDays\"") - from);
        QCOMPARE(WorkingCalendar::load(without)->hours(QDate(2025, 6, 9)), OfficeHours());
    }

    void load_namesThePlaceOfAFault_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("place");
        const auto row = [](const char *name, const char *from, const char *to, const char *place) {
            QTest::newRow(name) << smallWith(from, to) << QString::fromLatin1(place);
        };
        row("a day both off and on", "2030-01-05", "2030-01-01", "years[0].on[0].date");
        row("the same day twice", R"("statutory": true}])",
            R"("statutory": true}, {"date": "2030-01-01", "name": "x", "statutory": true}])",
            "years[0].off[1].date");
        row("a gap between years", "\"year\": 2031", "\"year\": 2032", "years[1].year");
        row("the same year twice", "\"year\": 2031", "\"year\": 2030", "years[1].year");
        row("a date of another year", "\"2030-01-01\", \"name\"", "\"2031-01-01\", \"name\"",
            "years[0].off[0].date");
        row("a date that is none", "\"2030-01-01\", \"name\"", "\"2030-02-30\", \"name\"",
            "years[0].off[0].date");
        row("a date in another form", "\"2030-01-01\", \"name\"", "\"2030-1-1\", \"name\"",
            "years[0].off[0].date");
        row("a weekday made up", "2030-01-05", "2030-01-07", "years[0].on[0].date");
        row("an unknown member", "\"title\"", "\"colour\": 1, \"title\"", "colour");
        row("an unknown inner member", "\"number\": \"n\"", "\"number\": \"n\", \"x\": 1",
            "years[0].notices[0].x");
        row("a complete year without a notice", R"([{"number": "n", "date": "2029-11-01"}])", "[]",
            "years[0].notices");
        row("a day without a name", "\"name\": \"New\", ", "\"name\": \"\", ", "years[0].off[0].name");
        row("a day without the flag", ", \"statutory\": true", "", "years[0].off[0].statutory");
        row("a fixed day that is none", "\"month\": 5, \"day\": 1", "\"month\": 2, \"day\": 30",
            "fixedDays[0].day");
        row("hours that run backwards", "\"09:00\"", "\"12:30\"", "officeHours");
        row("an hour that is none", "\"09:00\"", "\"9\"", "officeHours.morningFrom");
        row("another format", "\"format\": 1", "\"format\": 3", "format");
        QTest::newRow("no years") << QByteArray(R"({"format": 1, "id": "x", "title": "t", "years": []})")
                                  << QStringLiteral("years");
        QTest::newRow("not JSON") << QByteArray("{") << QString();
    }
    void load_namesThePlaceOfAFault()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, place);
        QVERIFY2(!bytes.isEmpty(), "the row changes text that the calendar does not have");
        const auto calendar = WorkingCalendar::load(bytes);
        QVERIFY(!calendar);
        QCOMPARE(calendar.error().code, ErrorCode::CalendarInvalid);
        QVERIFY2(calendar.error().detail.startsWith(place + QLatin1Char(':')) || place.isEmpty(),
            qPrintable(calendar.error().detail));
    }
};

QTEST_GUILESS_MAIN(TestWorkingCalendar)
#include "tst_WorkingCalendar.moc"

#include "shared/calendar/CalendarReading.h"

#include <QRegularExpression>

#include <tuple>

namespace chengban {

namespace calendar_reading {

namespace {

/// An invalid date for everything else.
QDate strictDate(const QString &text)
{
    const QDate date = QDate::fromString(text, Qt::ISODate);
    return date.toString(Qt::ISODate) == text ? date : QDate();
}

QTime readTime(JsonReader &reader, const QString &key)
{
    const QString text = reader.string(key);
    const QTime time = QTime::fromString(text, QStringLiteral("HH:mm"));
    if (!time.isValid() || time.toString(QStringLiteral("HH:mm")) != text)
        reader.note(ErrorCode::BadInput, key);
    return time;
}

} // namespace

QDate readDate(JsonReader &reader, const QString &key)
{
    const QDate date = strictDate(reader.string(key));
    if (!date.isValid())
        reader.note(ErrorCode::BadInput, key);
    return date;
}

QString readName(JsonReader &reader)
{
    const QString key = QStringLiteral("name");
    QString name = reader.string(key);
    if (name.isEmpty())
        reader.note(ErrorCode::BadInput, key);
    return name;
}

OfficeHours readHours(JsonReader &reader)
{
    OfficeHours hours;
    hours.morningFrom = readTime(reader, QStringLiteral("morningFrom"));
    hours.morningTo = readTime(reader, QStringLiteral("morningTo"));
    hours.afternoonFrom = readTime(reader, QStringLiteral("afternoonFrom"));
    hours.afternoonTo = readTime(reader, QStringLiteral("afternoonTo"));
    if (!(hours.morningFrom < hours.morningTo && hours.morningTo <= hours.afternoonFrom
            && hours.afternoonFrom < hours.afternoonTo))
        reader.note(ErrorCode::BadInput, QString());
    return hours;
}

OfficeHours finishedHours(JsonReader reader)
{
    const OfficeHours hours = readHours(reader);
    std::ignore = reader.finish();
    return hours;
}

bool isWeekend(const QDate &date)
{
    return date.dayOfWeek() >= Qt::Saturday;
}

} // namespace calendar_reading

namespace {

using namespace calendar_reading;

void readDays(JsonReader &reader, CountyDays &county, const QString &list)
{
    const bool on = list == QStringLiteral("on");
    const QString dateKey = QStringLiteral("date");
    for (JsonReader &entry : reader.objects(list)) {
        const QDate date = readDate(entry, dateKey);
        const bool known = county.off.contains(date) || county.on.contains(date);
        const bool late = county.knownUntil.isValid() && date > county.knownUntil;
        if (known || late || (on && !isWeekend(date)))
            entry.note(ErrorCode::BadInput, dateKey);
        (on ? county.on : county.off).insert(date, readName(entry));
        std::ignore = entry.finish();
    }
}

SeasonHours readSeason(JsonReader &reader)
{
    static const QRegularExpression form(QStringLiteral("\\A(\\d\\d)-(\\d\\d)\\z"));
    constexpr int anyPlainYear = 2001; // 29 February does not come every year.
    const QString key = QStringLiteral("from");
    const auto match = form.match(reader.string(key));
    SeasonHours season{match.captured(1).toInt(), match.captured(2).toInt(), {}};
    if (!QDate(anyPlainYear, season.month, season.day).isValid())
        reader.note(ErrorCode::BadInput, key);
    season.hours = readHours(reader);
    return season;
}

} // namespace

CountyDays readCountyDays(JsonReader &reader)
{
    CountyDays county;
    const QString known = QStringLiteral("knownUntil");
    if (reader.has(known))
        county.knownUntil = readDate(reader, known);
    readDays(reader, county, QStringLiteral("off"));
    readDays(reader, county, QStringLiteral("on"));
    std::pair last(0, 0);
    for (JsonReader &entry : reader.objects(QStringLiteral("officeHours"))) {
        const SeasonHours season = readSeason(entry);
        const std::pair from(season.month, season.day);
        if (from <= last || (county.seasons.isEmpty() && from != std::pair(1, 1)))
            entry.note(ErrorCode::BadInput, QStringLiteral("from"));
        last = from;
        county.seasons.append(season);
        std::ignore = entry.finish();
    }
    return county;
}

} // namespace chengban

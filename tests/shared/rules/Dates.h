#pragma once

#include "shared/base/CountyTime.h"
#include "shared/canonical/JsonReader.h"
#include "shared/rules/Deadlines.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace chengban::dates {

inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline const WorkingCalendar &china()
{
    static const WorkingCalendar calendar
        = WorkingCalendar::load(bytesOf(QStringLiteral(":/calendars/cn.json"))).value();
    return calendar;
}

/// The national calendar after a notice for 2027 has come: 4 January is off, Sunday 10 January is worked.
inline WorkingCalendar chinaWith2027()
{
    QJsonObject json = parseJsonObject(bytesOf(QStringLiteral(":/calendars/cn.json"))).value();
    QJsonArray years = json[u"years"].toArray();
    QJsonObject year = years.last().toObject();
    year[u"complete"] = true;
    year[u"notices"]
        = QJsonArray{QJsonObject{{QStringLiteral("number"), QStringLiteral("国办发明电〔2026〕0号")},
            {QStringLiteral("date"), QStringLiteral("2026-11-04")}}};
    QJsonArray off = year[u"off"].toArray();
    off.append(QJsonObject{{QStringLiteral("date"), QStringLiteral("2027-01-04")},
        {QStringLiteral("name"), QStringLiteral("元旦")}, {QStringLiteral("statutory"), false}});
    year[u"off"] = off;
    year[u"on"] = QJsonArray{QJsonObject{{QStringLiteral("date"), QStringLiteral("2027-01-10")},
        {QStringLiteral("name"), QStringLiteral("元旦")}}};
    years.replace(years.size() - 1, year);
    json[u"years"] = years;
    return WorkingCalendar::load(QJsonDocument(json).toJson()).value();
}

/// "2025-09-26 16:40" in the county's time.
inline qint64 at(const QString &text)
{
    const QDateTime time = QDateTime::fromString(text, QStringLiteral("yyyy-MM-dd HH:mm"));
    return utcMs(time.date(), time.time());
}

inline Limit limitOf(int amount, LimitUnit unit = LimitUnit::WorkingDay, DayCount count = DayCount::NextDay)
{
    Limit limit;
    limit.amount = amount;
    limit.unit = unit;
    limit.count = count;
    limit.cite = QStringLiteral("T20 二(二)");
    return limit;
}

} // namespace chengban::dates

#include "shared/base/CountyTime.h"

#include <QRegularExpression>
#include <QTimeZone>

namespace chengban {

QDateTime countyTime(qint64 utcMs)
{
    return QDateTime::fromMSecsSinceEpoch(utcMs, Qt::OffsetFromUTC, countyOffsetSeconds);
}

QDate countyDate(qint64 utcMs)
{
    return countyTime(utcMs).date();
}

qint64 utcMs(const QDate &day, const QTime &time)
{
    return QDateTime(day, time, Qt::OffsetFromUTC, countyOffsetSeconds).toMSecsSinceEpoch();
}

QString shownTime(qint64 utcMs)
{
    return countyTime(utcMs).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

std::optional<qint64> parseZonedTime(const QString &text)
{
    static const QRegularExpression zoned(QStringLiteral("T\\d{2}:\\d{2}.*(Z|[+-]\\d{2}:\\d{2})\\z"));
    if (!zoned.match(text).hasMatch())
        return std::nullopt;
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid())
        return std::nullopt;
    return time.toMSecsSinceEpoch();
}

} // namespace chengban

#include "client/models/Due.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengban {

namespace {

constexpr qint64 minuteMs = 60'000;
constexpr qint64 hourMs = 60 * minuteMs;
constexpr qint64 dayMs = 24 * hourMs;

QString spanText(qint64 spanMs)
{
    const auto days = int(spanMs / dayMs);
    const auto hours = int(spanMs % dayMs / hourMs);
    const auto minutes = int(spanMs % hourMs / minuteMs);
    if (days > 0 && hours > 0)
        return QCoreApplication::translate("Due", "%1 d %2 h").arg(days).arg(hours);
    if (days > 0)
        return QCoreApplication::translate("Due", "%1 d").arg(days);
    if (hours > 0)
        return QCoreApplication::translate("Due", "%1 h").arg(hours);
    return QCoreApplication::translate("Due", "%1 min").arg(minutes);
}

} // namespace

Urgency urgencyOf(std::optional<qint64> dueMs, qint64 nowMs)
{
    if (!dueMs)
        return Urgency::None;
    if (*dueMs < nowMs)
        return Urgency::Overdue;
    return *dueMs - nowMs < dayMs ? Urgency::Soon : Urgency::Calm;
}

QString timeLeftText(std::optional<qint64> dueMs, qint64 nowMs)
{
    switch (urgencyOf(dueMs, nowMs)) {
    case Urgency::None:
        return {};
    case Urgency::Overdue:
        //: %1 is a span of time, for instance "5 h"
        return QCoreApplication::translate("Due", "%1 overdue").arg(spanText(nowMs - *dueMs));
    case Urgency::Calm:
    case Urgency::Soon:
        break;
    }
    //: %1 is a span of time, for instance "2 d 3 h"
    return QCoreApplication::translate("Due", "%1 left").arg(spanText(*dueMs - nowMs));
}

double usedShare(std::optional<qint64> dueMs, qint64 nowMs)
{
    if (!dueMs)
        return 0;
    const double left = double(*dueMs - nowMs) / double(7 * dayMs);
    return std::clamp(1 - left, 0.0, 1.0);
}

} // namespace chengban

#pragma once

#include "shared/base/CountyTime.h"
#include "shared/calendar/WorkingCalendar.h"

namespace chengban {

/// Counts working time backwards. Ten minutes a stride is fine enough for a demonstration.
class WorkClock
{
public:
    explicit WorkClock(const WorkingCalendar &calendar)
        : m_calendar(calendar)
    {
    }

    /// The moment in office hours that lies `minutes` of working time before `ms`.
    [[nodiscard]] Result<qint64> before(qint64 ms, int minutes) const
    {
        constexpr int stride = 10;
        for (int left = minutes; left >= 0;) {
            ms -= stride * 60'000;
            const auto open = isOpen(ms);
            if (!open)
                return fail(open.error());
            if (*open)
                left -= stride;
        }
        return ms;
    }

private:
    [[nodiscard]] Result<bool> isOpen(qint64 ms) const
    {
        const auto day = m_calendar.day(countyDate(ms));
        if (!day)
            return fail(day.error());
        const QTime time = countyTime(ms).time();
        const OfficeHours &hours = m_calendar.hours(countyDate(ms));
        const bool morning = time >= hours.morningFrom && time < hours.morningTo;
        const bool afternoon = time >= hours.afternoonFrom && time < hours.afternoonTo;
        return day->isWorking() && (morning || afternoon);
    }

    const WorkingCalendar &m_calendar;
};

} // namespace chengban

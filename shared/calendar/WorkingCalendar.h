#pragma once

#include "shared/base/Result.h"

#include <QDate>
#include <QHash>
#include <QSet>
#include <QString>
#include <QTime>

namespace chengban {

enum class DayKind { Workday, MadeUpWorkday, Weekend, Holiday };

struct Day {
    QDate date;
    DayKind kind = DayKind::Workday;
    QString name; ///< Of the holiday, or what the made-up workday belongs to.
    bool provisional = false; ///< Its year has no published notice yet.

    [[nodiscard]] bool isWorking() const { return kind == DayKind::Workday || kind == DayKind::MadeUpWorkday; }
    bool operator==(const Day &) const = default;
};

/// Office hours of the county; hours count only inside them.
struct OfficeHours {
    QTime morningFrom{8, 0};
    QTime morningTo{12, 0};
    QTime afternoonFrom{14, 30};
    QTime afternoonTo{18, 0};
};

/// The national working calendar by year. Years without a notice are computed from weekdays and the statutory
/// days and marked provisional; days before the first year are not computable.
class WorkingCalendar {
public:
    /// `bytes` is one file of resources/calendars. Errors: CalendarInvalid with the place (a day both off and on, a
    /// gap between years, a duplicate).
    [[nodiscard]] static Result<WorkingCalendar> load(const QByteArray &bytes);

    [[nodiscard]] Result<Day> day(const QDate &date) const; ///< Errors: NotComputable.
    [[nodiscard]] QDate firstDay() const;
    [[nodiscard]] const OfficeHours &hours() const { return m_hours; }

private:
    QHash<QDate, QString> m_off;
    QHash<QDate, QString> m_on;
    QSet<int> m_completeYears;
    int m_firstYear = 0;
    OfficeHours m_hours;
};

} // namespace chengban

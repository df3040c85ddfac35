#pragma once

#include "shared/base/Result.h"

#include <QDate>
#include <QHash>
#include <QSet>
#include <QString>
#include <QTime>

#include <vector>

namespace chengban {

class JsonReader;

enum class DayKind {
    Workday,
    MadeUpWorkday,
    Weekend,
    Holiday,
    LocalHoliday, ///< A day off in this county only.
};

struct Day
{
    QDate date;
    DayKind kind = DayKind::Workday;
    QString name; ///< Of the holiday, or what the made-up workday belongs to.
    bool provisional = false; ///< A notice that is still to come may change this day.

    [[nodiscard]] bool isWorking() const
    {
        return kind == DayKind::Workday || kind == DayKind::MadeUpWorkday;
    }
    bool operator==(const Day &) const = default;
};

/// Office hours of the county; hours count only inside them.
struct OfficeHours
{
    QTime morningFrom{8, 0};
    QTime morningTo{12, 0};
    QTime afternoonFrom{14, 30};
    QTime afternoonTo{18, 0};

    bool operator==(const OfficeHours &) const = default;
};

/// Office hours that hold from a day of the year on, until the next ones do: many counties have summer hours.
struct SeasonHours
{
    int month = 1;
    int day = 1;
    OfficeHours hours;

    bool operator==(const SeasonHours &) const = default;
};

/// What one county adds to the national calendar: its own days off (of an ethnic group, for instance) with
/// the weekend days that are worked for them, and its office hours.
struct CountyDays
{
    QHash<QDate, QString> off; ///< With its name; it wins over the national calendar.
    QHash<QDate, QString> on;
    QDate knownUntil; ///< Later days are provisional, because the county has not named its days off. Invalid:
                      ///< the county has none.
    QList<SeasonHours> seasons; ///< Rising from 1 January; empty: the hours of the national calendar.

    bool operator==(const CountyDays &) const = default;
};

/// Reads a county's days strictly: members `off` and `on` (date, name), `knownUntil`, `officeHours` (from
/// "05-01", morningFrom, morningTo, afternoonFrom, afternoonTo). Faults are noted in the reader: a day both
/// off and on or named twice, a worked day that is no weekend, a day after `knownUntil`, seasons that do not
/// rise from 1 January.
[[nodiscard]] CountyDays readCountyDays(JsonReader &reader);

/// The national working calendar by year. Years without a notice are computed from weekdays and the statutory
/// days and marked provisional; days before the first year are not computable.
class WorkingCalendar
{
public:
    /// `bytes` is one file of resources/calendars. Errors: CalendarInvalid with the place (a day both off and
    /// on, a gap between years, a duplicate, a date of another year, an unknown field).
    [[nodiscard]] static Result<WorkingCalendar> load(const QByteArray &bytes);

    [[nodiscard]] Result<Day> day(const QDate &date) const; ///< Errors: NotComputable.
    /// This calendar with a county's days and hours over it.
    [[nodiscard]] WorkingCalendar inCounty(const CountyDays &days) const;
    /// Working days in [from, to); negative when `to` is before `from`. Errors: NotComputable.
    [[nodiscard]] Result<int> workingDays(const QDate &from, const QDate &to) const;
    [[nodiscard]] QDate firstDay() const;
    /// SM3 of the file: what was computed with another one may have changed. A county's days are not in it.
    [[nodiscard]] QByteArray digest() const { return m_digest; }
    /// The office hours of that day of the year, whether it is a working day or not.
    [[nodiscard]] const OfficeHours &hours(const QDate &date) const;

private:
    void read(JsonReader &reader);
    void readFixedDays(JsonReader &reader);
    void readYear(JsonReader &reader);
    void readDays(JsonReader &year, const QString &key, QHash<QDate, QString> &days);
    void countWorkingDays();
    [[nodiscard]] DayKind kindOf(const QDate &date) const;
    [[nodiscard]] bool isProvisional(const QDate &date) const;
    [[nodiscard]] Result<int> workingDaysBefore(const QDate &date) const;

    QByteArray m_digest;
    QHash<QDate, QString> m_off;
    QHash<QDate, QString> m_on;
    QHash<int, QString> m_fixed; ///< Statutory days of every year, by month * 100 + day.
    QSet<int> m_completeYears;
    int m_firstYear = 0;
    int m_lastYear = 0; ///< The last year that the file lists.
    OfficeHours m_hours;
    CountyDays m_county;
    std::vector<int> m_workingDaysBefore; ///< For each day from firstDay() to the last year's end.
};

} // namespace chengban

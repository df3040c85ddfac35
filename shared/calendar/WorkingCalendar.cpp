#include "shared/calendar/WorkingCalendar.h"

#include "shared/calendar/CalendarReading.h"
#include "shared/canonical/Digest.h"

#include <tuple>

namespace chengban {

using calendar_reading::isWeekend;
using calendar_reading::readDate;
using calendar_reading::readName;

namespace {

/// A later notice has ordered days back to 29 December; a few more are taken to be open.
constexpr int firstOpenDayOfDecember = 26;

/// Checks the notices of a year; the programs use their dates and numbers for people only.
void readNotices(JsonReader &year, bool complete)
{
    const QString key = QStringLiteral("notices");
    auto notices = year.objects(key);
    if (complete == notices.isEmpty())
        year.note(ErrorCode::BadInput, key);
    for (JsonReader &notice : notices) {
        if (notice.string(QStringLiteral("number")).isEmpty())
            notice.note(ErrorCode::BadInput, QStringLiteral("number"));
        std::ignore = readDate(notice, QStringLiteral("date"));
        std::ignore = notice.finish();
    }
    std::ignore = year.strings(QStringLiteral("sources"));
}

} // namespace

Result<WorkingCalendar> WorkingCalendar::load(const QByteArray &bytes)
{
    const auto json = parseJsonObject(bytes);
    if (!json) {
        return fail(ErrorCode::CalendarInvalid,
            QStringLiteral("%1: %2").arg(json.error().detail, errorName(json.error().code)));
    }
    WorkingCalendar calendar;
    JsonReader reader(*json);
    calendar.read(reader);
    if (const auto done = reader.finish(); !done) {
        const QLatin1StringView fault = errorName(done.error().code);
        return fail(ErrorCode::CalendarInvalid, QStringLiteral("%1: %2").arg(done.error().detail, fault));
    }
    calendar.countWorkingDays();
    calendar.m_digest = sm3(bytes);
    return calendar;
}

void WorkingCalendar::read(JsonReader &reader)
{
    if (reader.integer(QStringLiteral("format")) != 1)
        reader.note(ErrorCode::BadInput, QStringLiteral("format"));
    std::ignore = reader.string(QStringLiteral("id"));
    std::ignore = reader.string(QStringLiteral("title"));
    if (reader.has(QStringLiteral("officeHours")))
        m_hours = calendar_reading::finishedHours(reader.object(QStringLiteral("officeHours")));
    readFixedDays(reader);
    auto years = reader.objects(QStringLiteral("years"));
    if (years.isEmpty())
        reader.note(ErrorCode::MissingField, QStringLiteral("years"));
    for (JsonReader &year : years) {
        readYear(year);
        std::ignore = year.finish();
    }
}

void WorkingCalendar::readFixedDays(JsonReader &reader)
{
    for (JsonReader &fixed : reader.objects(QStringLiteral("fixedDays"))) {
        const qint64 month = fixed.integer(QStringLiteral("month"));
        const qint64 day = fixed.integer(QStringLiteral("day"));
        constexpr int anyPlainYear = 2001; // Not a leap year: 29 February does not come every year.
        const bool exists = month >= 1 && month <= 12 && day >= 1 && day <= 31
            && QDate(anyPlainYear, static_cast<int>(month), static_cast<int>(day)).isValid();
        const int key = exists ? static_cast<int>(month * 100 + day) : 0;
        if (!exists || m_fixed.contains(key))
            fixed.note(ErrorCode::BadInput, QStringLiteral("day"));
        m_fixed.insert(key, readName(fixed));
        std::ignore = fixed.finish();
    }
}

void WorkingCalendar::readYear(JsonReader &reader)
{
    const QString key = QStringLiteral("year");
    const qint64 year = reader.integer(key);
    const bool follows = m_lastYear == 0 || year == m_lastYear + 1;
    if (year < 1949 || year > 9000 || !follows) {
        reader.note(ErrorCode::BadInput, key);
        return;
    }
    m_lastYear = static_cast<int>(year);
    if (m_firstYear == 0)
        m_firstYear = m_lastYear;
    const bool complete = reader.boolean(QStringLiteral("complete"));
    if (complete)
        m_completeYears.insert(m_lastYear);
    readNotices(reader, complete);
    readDays(reader, QStringLiteral("off"), m_off);
    readDays(reader, QStringLiteral("on"), m_on);
}

void WorkingCalendar::readDays(JsonReader &year, const QString &key, QHash<QDate, QString> &days)
{
    const bool on = &days == &m_on;
    const QString dateKey = QStringLiteral("date");
    for (JsonReader &entry : year.objects(key)) {
        const QDate date = readDate(entry, dateKey);
        const bool known = m_off.contains(date) || m_on.contains(date);
        // Only a weekend can be made a working day; on another day the entry must be a mistake.
        if (date.year() != m_lastYear || known || (on && !isWeekend(date)))
            entry.note(ErrorCode::BadInput, dateKey);
        days.insert(date, readName(entry));
        if (!on)
            std::ignore = entry.boolean(QStringLiteral("statutory"));
        std::ignore = entry.finish();
    }
}

WorkingCalendar WorkingCalendar::inCounty(const CountyDays &days) const
{
    WorkingCalendar calendar = *this;
    calendar.m_county = days;
    calendar.m_workingDaysBefore.clear();
    calendar.countWorkingDays();
    return calendar;
}

const OfficeHours &WorkingCalendar::hours(const QDate &date) const
{
    const SeasonHours *season = nullptr;
    for (const SeasonHours &next : m_county.seasons) {
        if (std::pair(next.month, next.day) <= std::pair(date.month(), date.day()))
            season = &next;
    }
    return season ? season->hours : m_hours;
}

DayKind WorkingCalendar::kindOf(const QDate &date) const
{
    if (m_county.off.contains(date))
        return DayKind::LocalHoliday;
    if (m_county.on.contains(date))
        return DayKind::MadeUpWorkday;
    if (m_on.contains(date))
        return DayKind::MadeUpWorkday;
    if (m_off.contains(date))
        return DayKind::Holiday;
    if (!m_completeYears.contains(date.year()) && m_fixed.contains(date.month() * 100 + date.day()))
        return DayKind::Holiday;
    return isWeekend(date) ? DayKind::Weekend : DayKind::Workday;
}

bool WorkingCalendar::isProvisional(const QDate &date) const
{
    if (!m_completeYears.contains(date.year()))
        return true;
    if (m_county.knownUntil.isValid() && date > m_county.knownUntil)
        return true;
    const bool open = date.month() == 12 && date.day() >= firstOpenDayOfDecember;
    return open && !m_completeYears.contains(date.year() + 1);
}

Result<Day> WorkingCalendar::day(const QDate &date) const
{
    if (!date.isValid() || date < firstDay())
        return fail(ErrorCode::NotComputable, date.toString(Qt::ISODate));
    Day day{date, kindOf(date), {}, isProvisional(date)};
    if (day.kind == DayKind::LocalHoliday)
        day.name = m_county.off.value(date);
    else if (day.kind == DayKind::MadeUpWorkday)
        day.name = m_county.on.value(date, m_on.value(date));
    else if (day.kind == DayKind::Holiday)
        day.name = m_off.value(date, m_fixed.value(date.month() * 100 + date.day()));
    return day;
}

QDate WorkingCalendar::firstDay() const
{
    return QDate(m_firstYear, 1, 1);
}

void WorkingCalendar::countWorkingDays()
{
    const QDate end(m_lastYear + 1, 1, 1);
    m_workingDaysBefore.reserve(static_cast<size_t>(firstDay().daysTo(end)));
    int count = 0;
    for (QDate date = firstDay(); date < end; date = date.addDays(1)) {
        m_workingDaysBefore.push_back(count);
        const DayKind kind = kindOf(date);
        count += kind == DayKind::Workday || kind == DayKind::MadeUpWorkday;
    }
}

Result<int> WorkingCalendar::workingDaysBefore(const QDate &date) const
{
    if (!date.isValid() || date < firstDay())
        return fail(ErrorCode::NotComputable, date.toString(Qt::ISODate));
    const auto index = static_cast<size_t>(firstDay().daysTo(date));
    if (index < m_workingDaysBefore.size())
        return m_workingDaysBefore[index];
    int count = m_workingDaysBefore.back();
    for (QDate day(m_lastYear, 12, 31); day < date; day = day.addDays(1))
        count += kindOf(day) == DayKind::Workday || kindOf(day) == DayKind::MadeUpWorkday;
    return count;
}

Result<int> WorkingCalendar::workingDays(const QDate &from, const QDate &to) const
{
    const auto before = workingDaysBefore(from);
    if (!before)
        return before;
    const auto until = workingDaysBefore(to);
    if (!until)
        return until;
    return *until - *before;
}

} // namespace chengban

#include "cli/Arguments.h"
#include "cli/RuleFiles.h"
#include "cli/Subcommands.h"

#include <QCoreApplication>

namespace chengban::cli {

namespace {

/// The n-th working day after `from` (n > 0) or before it (n < 0); for 0 the day itself or the next working
/// one.
Result<Day> workdayAfter(const WorkingCalendar &calendar, QDate date, int n)
{
    const int step = n < 0 ? -1 : 1;
    int left = n;
    if (n != 0)
        date = date.addDays(step);
    for (;; date = date.addDays(step)) {
        const auto day = calendar.day(date);
        if (!day)
            return fail(day.error());
        if (!day->isWorking())
            continue;
        left -= step;
        if (n == 0 || left == 0)
            return *day;
    }
}

} // namespace

Exit runWorkdays(const QStringList &arguments, Console &console)
{
    Arguments given({{"from", true}, {"add", true}, {"json", false, true}}, 0);
    if (!given.parse(arguments, console))
        return Exit::BadInput;
    constexpr int most = 3660; // Ten years of days: a slip of the keyboard, not a limit in any rule.
    bool isNumber = false;
    const int add = given.value("add").toInt(&isNumber);
    if (!isNumber || qAbs(add) > most)
        return console.refuse({ErrorCode::BadInput, given.value("add")});
    const auto from = dayNamed(given.value("from"));
    if (!from)
        return console.refuse(from.error());
    const auto calendar = countyCalendar();
    if (!calendar)
        return console.refuse(calendar.error());
    const auto day = workdayAfter(*calendar, *from, add);
    if (!day)
        return console.refuse(day.error());
    if (given.has("json")) {
        console.print({{QStringLiteral("day"), day->date.toString(Qt::ISODate)},
            {QStringLiteral("provisional"), day->provisional}});
        return Exit::Fine;
    }
    console.out << day->date.toString(Qt::ISODate);
    if (day->provisional) {
        console.out << QLatin1Char(' ')
                    << QCoreApplication::translate(
                           "Cli", "(provisional: the notice for this year is not out yet)");
    }
    console.out << Qt::endl;
    return Exit::Fine;
}

} // namespace chengban::cli

#include "cli/Arguments.h"
#include "cli/CountyRules.h"
#include "cli/Subcommands.h"

#include <QJsonArray>

namespace chengban::cli {

namespace {

QJsonObject json(const Deadline &deadline)
{
    QJsonArray days;
    for (const CountedDay &day : deadline.counted) {
        days.append(QJsonObject{{QStringLiteral("day"), day.date.toString(Qt::ISODate)},
            {QStringLiteral("counts"), day.counts}, {QStringLiteral("why"), day.why},
            {QStringLiteral("name"), day.name}});
    }
    return {{QStringLiteral("due"), isoTime(deadline.dueMs)},
        {QStringLiteral("provisional"), deadline.provisional}, {QStringLiteral("counted"), days},
        {QStringLiteral("cite"), deadline.cite}};
}

Result<Deadline> deadlineOf(const Arguments &given, const CountyRules &rules)
{
    const auto limit
        = limitNamed(rules.pack, given.value("limit"), given.value("class", nameOf(CaseClass::General)));
    if (!limit)
        return fail(limit.error());
    const auto from = zonedMoment(given.value("from"));
    return from ? dueTime(*limit, *from, rules.calendar) : Result<Deadline>(fail(from.error()));
}

} // namespace

Exit runDue(const QStringList &arguments, Console &console)
{
    Arguments given({{"pack", true}, {"limit", true}, {"class"}, {"from", true}, {"json", false, true}}, 0);
    if (!given.parse(arguments, console))
        return Exit::BadInput;
    const auto rules = rulesNamed(given.value("pack"));
    if (!rules)
        return console.refuse(rules.error());
    const auto deadline = deadlineOf(given, *rules);
    if (!deadline)
        return console.refuse(deadline.error());
    if (given.has("json"))
        console.print(json(*deadline));
    else
        console.out << explained(*deadline, rules->pack.documents) << Qt::endl;
    return Exit::Fine;
}

} // namespace chengban::cli

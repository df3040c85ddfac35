#include "cli/Arguments.h"
#include "cli/RuleFiles.h"
#include "cli/Subcommands.h"
#include "shared/base/CountyTime.h"
#include "shared/rules/Deadlines.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace chengban::cli {

namespace {

QJsonObject json(const Deadline &deadline)
{
    QJsonArray days;
    for (const CountedDay &day : deadline.counted) {
        days.append(QJsonObject{{QStringLiteral("date"), day.date.toString(Qt::ISODate)},
            {QStringLiteral("counts"), day.counts}, {QStringLiteral("why"), day.why},
            {QStringLiteral("name"), day.name}, {QStringLiteral("ordinal"), day.ordinal},
            {QStringLiteral("minutes"), day.minutes}});
    }
    return {{QStringLiteral("limit"), nameOf(deadline.limit)}, {QStringLiteral("startMs"), deadline.startMs},
        {QStringLiteral("dueMs"), deadline.dueMs}, {QStringLiteral("due"), shownTime(deadline.dueMs)},
        {QStringLiteral("amount"), deadline.amount}, {QStringLiteral("unit"), nameOf(deadline.unit)},
        {QStringLiteral("provisional"), deadline.provisional}, {QStringLiteral("cite"), deadline.cite},
        {QStringLiteral("note"), deadline.note}, {QStringLiteral("counted"), days}};
}

Result<Limit> limitNamed(const RulePack &pack, const QString &limitName, const QString &className)
{
    const auto name = valueNamed<LimitName>(limitName);
    const auto caseClass = valueNamed<CaseClass>(className);
    if (!name || !caseClass)
        return fail(ErrorCode::BadInput, name ? className : limitName);
    const Limit *limit = pack.limit(*name, *caseClass);
    return limit ? Result<Limit>(*limit) : Result<Limit>(fail(ErrorCode::BadInput, limitName));
}

Result<Deadline> deadlineOf(const Arguments &given)
{
    const auto pack = packNamed(given.value("pack"));
    if (!pack)
        return fail(pack.error());
    const auto limit
        = limitNamed(*pack, given.value("limit"), given.value("class", nameOf(CaseClass::General)));
    if (!limit)
        return fail(limit.error());
    const auto from = momentNamed(given.value("from"));
    if (!from)
        return fail(from.error());
    const auto calendar = countyCalendar();
    return calendar ? dueTime(*limit, *from, *calendar) : Result<Deadline>(fail(calendar.error()));
}

} // namespace

Exit runDue(const QStringList &arguments, Console &console)
{
    Arguments given({{"pack", true}, {"limit", true}, {"class"}, {"from", true}, {"json", false, true}}, 0);
    if (!given.parse(arguments, console))
        return Exit::BadInput;
    const auto deadline = deadlineOf(given);
    if (!deadline)
        return console.refuse(deadline.error());
    if (given.has("json"))
        console.print(json(*deadline));
    else
        console.out << explained(*deadline) << Qt::endl;
    return Exit::Fine;
}

} // namespace chengban::cli

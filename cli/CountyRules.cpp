#include "cli/CountyRules.h"

#include "cli/RuleFiles.h"
#include "shared/base/CountyTime.h"
#include "shared/rules/LinkedRules.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengban::cli {

namespace {

/// "handle (consult, urgent), accept": what a pack has.
QString limitsOf(const RulePack &pack)
{
    QStringList limits;
    for (const auto &[name, text] : namesOf(LimitName{})) {
        QStringList classes;
        bool known = false;
        for (const Limit &limit : pack.limits) {
            known = known || limit.name == name;
            if (limit.name == name && limit.caseClass && limit.purpose == LimitPurpose::Handling)
                classes.append(nameOf(*limit.caseClass));
        }
        classes.removeDuplicates();
        if (known)
            limits.append(QString::fromLatin1(text)
                + (classes.isEmpty() ? QString()
                                     : QStringLiteral(" (%1)").arg(classes.join(QStringLiteral(", ")))));
    }
    return limits.join(QStringLiteral(", "));
}

bool knowsClass(const RulePack &pack, CaseClass caseClass)
{
    return caseClass == CaseClass::General
        || std::ranges::any_of(pack.limits, [&](const Limit &limit) { return limit.caseClass == caseClass; });
}

} // namespace

Result<CountyRules> rulesNamed(const QString &id)
{
    const auto pack = linkedPack(id);
    if (!pack)
        return fail(pack.error());
    const auto calendar = linkedCalendar();
    if (!calendar)
        return fail(calendar.error());
    return CountyRules{*pack, calendar->inCounty(pack->countyDays)};
}

Result<CountyRules> rulesNamedOrFrom(const QString &name)
{
    if (!isPath(name))
        return rulesNamed(name);
    auto pack = packNamedOrFrom(name);
    auto calendar = countyCalendar();
    if (!pack || !calendar)
        return fail(pack ? calendar.error() : pack.error());
    return CountyRules{*std::move(pack), *std::move(calendar)};
}

Result<Limit> limitNamed(const RulePack &pack, const QString &limitName, const QString &className)
{
    const auto name = valueNamed<LimitName>(limitName);
    const auto caseClass = valueNamed<CaseClass>(className);
    const Limit *limit
        = name && caseClass && knowsClass(pack, *caseClass) ? pack.limit(*name, *caseClass) : nullptr;
    if (limit)
        return *limit;
    //: %1 id of a rule pack, %2 a limit, %3 a class of cases, %4 list of limits and classes
    return fail(ErrorCode::BadInput,
        QCoreApplication::translate("Cli", "%1 has no limit %2 for class %3. It has: %4")
            .arg(pack.id, limitName, className, limitsOf(pack)));
}

Result<qint64> zonedMoment(const QString &text)
{
    const auto moment = parseZonedTime(text);
    if (moment)
        return *moment;
    //: %1 what was typed
    return fail(ErrorCode::BadInput,
        QCoreApplication::translate("Cli", "%1 is no moment with its zone, as in 2025-09-26T16:40:00+08:00")
            .arg(text));
}

QString isoTime(qint64 ms)
{
    return countyTime(ms).toString(Qt::ISODate);
}

} // namespace chengban::cli

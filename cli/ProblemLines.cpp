#include "cli/ProblemLines.h"

#include "shared/reply/Requirements.h"
#include "shared/rules/Citations.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengban::cli {

namespace {

QJsonValue placeJson(const Problem &problem)
{
    if (problem.start < 0)
        return QJsonValue::Null;
    return QJsonObject{{QStringLiteral("start"), problem.start}, {QStringLiteral("length"), problem.length}};
}

} // namespace

QJsonObject problemJson(const Problem &problem)
{
    return {{QStringLiteral("code"), errorName(problem.code)}, {QStringLiteral("finding"), problem.finding},
        {QStringLiteral("field"), problem.field}, {QStringLiteral("severity"), nameOf(problem.severity)},
        {QStringLiteral("cite"), problem.cite}, {QStringLiteral("message"), problemText(problem)},
        {QStringLiteral("place"), placeJson(problem)}};
}

void printProblem(const Problem &problem, const RulePack &pack, QTextStream &out)
{
    const bool must = problem.severity == Severity::Must;
    out << (must ? QCoreApplication::translate("Cli", "must") : QCoreApplication::translate("Cli", "should"))
        << QLatin1Char('\t') << problem.field << QLatin1Char('\t') << problemText(problem)
        << QLatin1Char('\t') << citedText(problem.cite, pack.documents) << '\n';
}

bool anyMust(const Problems &problems)
{
    return std::ranges::any_of(problems, [](const Problem &one) { return one.severity == Severity::Must; });
}

} // namespace chengban::cli

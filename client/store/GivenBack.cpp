#include "client/store/GivenBack.h"

#include "shared/wire/Wire.h"

#include <QJsonArray>

namespace chengban {

QJsonObject toJson(const Problems &problems)
{
    QJsonArray array;
    for (const Problem &problem : problems)
        array << wire::toJson(problem);
    return {{QStringLiteral("problems"), array}};
}

Result<Problems> problemsFromJson(const QJsonObject &json)
{
    Problems problems;
    for (const QJsonValue &value : json.value(QStringLiteral("problems")).toArray()) {
        const auto problem = wire::problemFromJson(value.toObject());
        if (!problem)
            return fail(problem.error());
        problems << *problem;
    }
    return problems;
}

QJsonObject toJson(const GivenBack &given)
{
    QJsonObject json = toJson(given.problems);
    json.insert(QStringLiteral("reason"), QString(errorName(given.reason)));
    json.insert(QStringLiteral("atMs"), given.atMs);
    return json;
}

Result<GivenBack> givenBackFromJson(const QJsonObject &json)
{
    const auto problems = problemsFromJson(json);
    if (!problems)
        return fail(problems.error());
    // A reason that only a newer program knows still says that it was given back.
    const auto reason = errorCode(json.value(QStringLiteral("reason")).toString());
    return GivenBack{reason.value_or(ErrorCode::StepNotAllowed),
        json.value(QStringLiteral("atMs")).toInteger(), *problems};
}

} // namespace chengban

#include "shared/wire/Imports.h"

#include "shared/canonical/JsonReader.h"
#include "shared/wire/Wire.h"

#include <QJsonArray>

namespace chengban::wire {

using namespace Qt::StringLiterals;

QJsonObject toJson(const ImportRow &row)
{
    return {{u"line"_s, row.line}, {u"body"_s, chengban::toJson(row.body)}};
}

Result<ImportRow> importRowFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const ImportRow row{
        .line = static_cast<int>(in.integer(u"line"_s)), .body = in.member(u"body"_s, registerFromJson)};
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return row;
}

QJsonObject toJson(const ImportOutcome &outcome)
{
    QJsonArray problems;
    for (const Problem &problem : outcome.problems)
        problems.append(toJson(problem));
    return {{u"line"_s, outcome.line}, {u"state"_s, nameOf(outcome.state)},
        {u"caseId"_s, outcome.caseId.value}, {u"problems"_s, problems}};
}

Result<ImportOutcome> importOutcomeFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const ImportOutcome outcome{.line = static_cast<int>(in.integer(u"line"_s)),
        .state = in.named<ImportState>(u"state"_s),
        .caseId = {in.string(u"caseId"_s)},
        .problems = in.members(u"problems"_s, problemFromJson)};
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return outcome;
}

} // namespace chengban::wire

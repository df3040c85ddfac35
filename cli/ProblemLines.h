#pragma once

#include "shared/base/Problem.h"
#include "shared/rules/RulePack.h"

#include <QJsonObject>
#include <QTextStream>

namespace chengban::cli {

/// {"code","finding","field","severity","cite","message","place"}; `place` is {"start","length"} in UTF-16
/// units of the field's text, or null when the whole field is meant.
[[nodiscard]] QJsonObject problemJson(const Problem &problem);

/// A problem as a line for people: severity, field, sentence, source.
void printProblem(const Problem &problem, const RulePack &pack, QTextStream &out);

/// Whether one of them stands in the way.
[[nodiscard]] bool anyMust(const Problems &problems);

} // namespace chengban::cli

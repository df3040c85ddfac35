#pragma once

#include "shared/base/ErrorCode.h"
#include "shared/base/Names.h"

#include <QList>
#include <QString>

#include <array>

namespace chengban {

enum class Severity {
    Must, ///< The step is refused while it stands.
    Should, ///< Shown, and left to the person.
};

constexpr auto namesOf(Severity)
{
    return std::array{Named{Severity::Must, "must"}, Named{Severity::Should, "should"}};
}

/// One thing that stands in the way of a step, with the field it is about and the rule behind it.
struct Problem {
    ErrorCode code = ErrorCode::BadInput;
    QString finding; ///< Stable name, e.g. "investigation-missing"; problemText() makes the sentence.
    QString field; ///< Path of the field, e.g. "investigation" or "attachments"; empty for the whole case.
    Severity severity = Severity::Must;
    QString cite; ///< Row id and place of the rule, e.g. "T9 一(二)".
    qsizetype start = -1; ///< Place in the field's text, in UTF-16 units; -1 when the whole field is meant.
    qsizetype length = 0;

    bool operator==(const Problem &) const = default;
};

using Problems = QList<Problem>;

} // namespace chengban

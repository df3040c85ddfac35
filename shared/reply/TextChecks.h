#pragma once

#include "shared/reply/Requirements.h"

namespace chengban {

/// Whether two phone numbers are the same, however they are grouped; false when one is too short to tell.
[[nodiscard]] bool isSameNumber(const QString &one, const QString &other);

/// Placeholders that were left in a field of the reply (T4).
void addPlaceholders(Problems &problems, const QString &field, const QString &text, const RulePack &pack);

/// What only the answer is checked for: personal data, empty phrases, the demand said again.
void addAnswerFaults(Problems &problems, const Reply &reply, const QList<ContactAttempt> &contacts,
    const ReplyContext &context, const RulePack &pack);

} // namespace chengban

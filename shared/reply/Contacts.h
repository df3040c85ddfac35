#pragma once

#include "shared/reply/Requirements.h"

#include <optional>

namespace chengban {

/// Somebody answered the call, whether or not they wanted to speak.
[[nodiscard]] bool spoke(const ContactAttempt &contact);

/// What is wrong with the contacts of a case as a whole (T5, T7); nothing when they are enough.
[[nodiscard]] std::optional<Problem> missingContact(
    const QList<ContactAttempt> &contacts, const ReplyContext &context, const RulePack &pack);

/// What the document wants a citizen who was reached to be told and no contact tells (HA8).
[[nodiscard]] std::optional<Problem> notTold(const QList<ContactAttempt> &contacts, const RulePack &pack);

/// Whether the answer says what T6 or T7 want: the prescribed sentence, or in other words its facts.
[[nodiscard]] bool showsContact(
    const QString &answer, const QList<ContactAttempt> &contacts, const RulePack &pack);

} // namespace chengban

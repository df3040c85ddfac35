#pragma once

#include "shared/cases/Decide.h"
#include "shared/wire/Wire.h"

namespace chengban {

/// Who answers for a case in its lead unit (T1, HA6, HB6, M24): a line for each post of the county's roster
/// with the people who stand on it, first of all who accepted the case. Of a vacant post it says so.
/// Translated.
[[nodiscard]] QStringList responsibleLines(
    const Case &theCase, const Rules &rules, const wire::Directory &directory);

/// What this person is to be told of the case now, or at the centre is to tell others: a line for each notice
/// with its receivers, its ways and its place in the document. Translated.
[[nodiscard]] QStringList noticeLines(const Case &theCase, const Rules &rules, const Actor &actor);

} // namespace chengban

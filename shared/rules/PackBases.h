#pragma once

#include "shared/base/Result.h"

#include <QJsonObject>

namespace chengban {

/// The whole pack: what it does not say itself stands in the file that its member `extends` names, a pack or
/// a wording that is linked into the program. Objects are laid over each other member by member; a list
/// replaces the list of the base; format, id, version, title, number and days are its own. The member
/// `extends` is gone afterwards, so that the whole pack is understood without its base and its digest holds
/// for both. Errors: PackInvalid "extends" for a name that is not linked, or more than four files in a row.
[[nodiscard]] Result<QJsonObject> withBases(QJsonObject pack);

} // namespace chengban

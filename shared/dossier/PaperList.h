#pragma once

#include "shared/dossier/Manifest.h"

namespace chengban {

/// The papers of manifestOf(), in the template's order.
[[nodiscard]] QList<Paper> papersOf(const Case &theCase, const DossierTemplate &form, Needed needed);

} // namespace chengban

#pragma once

#include "client/printing/DossierWriter.h"

namespace chengban {

class GlyphLedger;

/// The fonts that were drawn with, by name.
[[nodiscard]] QList<EmbeddedFont> embeddedFonts(const GlyphLedger &ledger);

} // namespace chengban

#pragma once

#include "client/printing/DossierWriter.h"
#include "shared/dossier/Bulletin.h"

namespace chengban {

/// Writes a bulletin: 22 lines of 28 characters, the red head on the first page, the record of copies and
/// printing (版记) on the last, an even one. The place of the seal is left free. Errors: FontMissing,
/// DiskFull, FileUnreadable.
[[nodiscard]] Result<DossierInfo> writeBulletin(const Bulletin &bulletin, const QString &path);

} // namespace chengban

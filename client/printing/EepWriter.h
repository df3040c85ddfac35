#pragma once

#include "client/printing/DossierPackage.h"

namespace chengban {

/// Writes a finished package once more as one file after DA/T 48-2009 (基于XML的电子文件封装规范): metadata,
/// the dossier's volumes as main documents, originals, log, signatures and keys as subordinate ones, all
/// bytes in base64. It is an original package (原始型) and bears no locking signature of its own: that is the
/// archive's to make. `package` is the folder. The file is there when all of it was written and not
/// otherwise; the same package gives the same bytes. Errors: FileUnreadable, DiskFull.
[[nodiscard]] Result<void> writeEep(const PackageMaterial &material, const WrittenPackage &written,
    const QString &package, const QString &path);

} // namespace chengban

#pragma once

#include "shared/dossier/PackageFacts.h"
#include "shared/signing/CaseLog.h"

namespace chengban {

/// A package as it was found sound by itself.
struct CheckedPackage
{
    PackageFacts facts;
    CaseLog log;
    Case theCase; ///< The log, folded.
};

/// Unpacks the archive below `scratch` and checks all that needs no database: the bag with both lists of
/// digests, the manifest, the log's chain, every signature and receipt. What was unpacked stays.
/// Errors: PackageInvalid with the place, TooLarge, DiskFull, FileUnreadable.
[[nodiscard]] Result<CheckedPackage> checkedPackage(const QString &archive, const QString &scratch);

} // namespace chengban

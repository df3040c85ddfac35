#pragma once

#include "shared/base/Result.h"

#include <QString>

namespace chengban {

/// What a package says of itself (data/manifest.json): a line of a register. All volumes say the same.
struct PackageFacts
{
    QString archiveNumber;
    int year = 0; ///< Of closing.
    QString retention;
    QString title;
    QString fondsName;
    QString caseNumber;
    QString caseHead; ///< Hex.
    int volumes = 0;
    int pages = 0; ///< Numbered ones, of all volumes.
    int transferAfterYears = 10; ///< Of the template it was made by.
    bool operator==(const PackageFacts &) const = default;
};

/// Of the package in that folder. Errors: PackageInvalid.
[[nodiscard]] Result<PackageFacts> packageFacts(const QString &folder);

} // namespace chengban

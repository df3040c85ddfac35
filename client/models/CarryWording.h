#pragma once

#include "client/store/Carriage.h"
#include "client/sync/CarryReport.h"

namespace chengban {

/// Why a package was not taken or not written, as a sentence about sticks.
[[nodiscard]] QString carryRefusalText(ErrorCode reason);
/// What became of writing or reading one.
[[nodiscard]] QString carryReportText(const CarryReport &report);
/// One line about a package that is known here.
[[nodiscard]] QString carryPackageText(const CarryPackage &package, qint64 nowMs);

} // namespace chengban

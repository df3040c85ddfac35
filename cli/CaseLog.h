#pragma once

#include "shared/signing/CaseLog.h"

namespace chengban::cli {

/// Errors: FileUnreadable, BadJson, and those of caseLogFromJson().
[[nodiscard]] Result<CaseLog> caseLogFrom(const QString &path);

} // namespace chengban::cli

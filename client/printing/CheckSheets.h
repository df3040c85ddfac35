#pragma once

#include "client/printing/DossierWriter.h"
#include "client/printing/SelfTest.h"
#include "shared/signing/CaseLog.h"

namespace chengban {

/// 电子签名核验单: the log's chain, every signature and every receipt as they were found, and how a third
/// party checks a signature without this program. Errors: FontMissing, DiskFull, FileUnreadable.
[[nodiscard]] Result<DossierInfo> writeSignatureCheck(
    const Manifest &manifest, const CaseLog &log, const QString &path);

/// 四性检测报告 (DA/T 70): every item with its result, those not checked by name. Errors: as above.
[[nodiscard]] Result<DossierInfo> writeSelfTest(
    const Manifest &manifest, const QList<TestItem> &items, const QString &path);

} // namespace chengban

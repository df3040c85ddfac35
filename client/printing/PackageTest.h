#pragma once

#include "client/printing/DossierPackage.h"
#include "shared/dossier/Bag.h"

namespace chengban {

/// The items of DA/T 70-2018, stage 归档, for a package whose payload is closed. `report` is of its payload.
[[nodiscard]] QList<TestItem> packageTest(const PackageMaterial &material,
    const QList<DossierVolume> &volumes, const QList<PackagedFile> &files, const BagReport &report,
    const QString &folder);

} // namespace chengban

#pragma once

#include "client/printing/ArchiveMetadata.h"
#include "client/printing/SelfTest.h"

namespace chengban {

/// What a dossier's package is made of.
struct PackageMaterial
{
    Manifest manifest;
    Case theCase;
    CaseLog log;
    FileSource files;
    const RulePack *pack = nullptr;
};

struct WrittenPackage
{
    QList<DossierVolume> volumes; ///< With their paths in the finished bag.
    QList<TestItem> selfTest;
};

/// Writes the package into a new folder, a BagIt 1.0 bag: the dossier's PDF (one or several volumes), the
/// originals untouched, the event log with keys and receipts, each signature with the text it signs, the
/// public keys as PEM, metadata as XML and JSON, the manifest with pages and fonts; beside the payload the
/// self-test along DA/T 70. The folder is there when all of it was written and not otherwise.
///
/// The same material gives the same bytes. Errors: those of writeDossier(), BadInput when the folder exists.
[[nodiscard]] Result<WrittenPackage> writePackage(const PackageMaterial &material, const QString &folder);

/// The name of an original in the package: its number among them and its own name without what a file name
/// may not hold.
[[nodiscard]] QString originalName(qsizetype number, const QString &name);

} // namespace chengban

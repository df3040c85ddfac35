#pragma once

#include "client/printing/SelfTest.h"
#include "shared/base/Result.h"

namespace chengban {

/// One thing that was verified of a dossier, without any server.
struct DossierFinding
{
    enum class Kind {
        Package, ///< Every digest of the bag; one finding per fault.
        Chain,
        Signature,
        Receipt,
        LogFits, ///< The log is that of the dossier.
        Original,
        Pdf, ///< The file of a volume is the one that was written.
        PdfA,
    };
    Kind kind = Kind::Package;
    TestState state = TestState::NotChecked;
    QString who; ///< Signer, or file.
    qint64 atMs = 0;
    QString note; ///< The error's name, the fault; for a report.
    bool operator==(const DossierFinding &) const = default;
};

/// Verifies a package (a folder, or one file as it is filed) or a single PDF. Of a PDF alone it is only known
/// whether it is whole and PDF/A: what it stands on is not in it and is listed as not checked. Errors:
/// FileUnreadable when there is nothing, PdfInvalid for a file that is no PDF; those of unpackBagArchive().
[[nodiscard]] Result<QList<DossierFinding>> checkedDossier(const QString &path);

} // namespace chengban

#pragma once

#include "client/models/RegisterDesk.h"

#include <QStringList>

namespace chengban {

/// What the archive room needs from the rest of the program.
struct ArchiveTools
{
    RegisterDesk ask;
    /// Writes a case's package, as one file; runs beside the window.
    std::function<QFuture<Result<void>>(const CaseId &id, const QString &path)> makePackage;
    /// Shows packages (files here) before they are printed.
    std::function<void(const QStringList &packages)> print;
    std::function<void()> verify; ///< Opens the page that verifies a file.
};

} // namespace chengban

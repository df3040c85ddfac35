#pragma once

#include "shared/dossier/Bulletin.h"

#include <QFuture>

#include <functional>

namespace chengban {

/// What the page of the bulletin needs from the rest of the program.
struct BulletinTools
{
    std::function<BulletinDraft()> kept; ///< What was being written.
    std::function<Result<void>(const BulletinDraft &draft)> keep; ///< Durably.
    /// As a PDF; runs beside the window.
    std::function<QFuture<Result<void>>(const Bulletin &bulletin, const QString &path)> write;
    std::function<void(const Bulletin &bulletin)> print; ///< Shows the pages for printing.
};

} // namespace chengban

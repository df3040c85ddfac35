#pragma once

#include "client/store/CarryFile.h"

#include <QMetaType>

#include <optional>

namespace chengban {

/// What became of writing or reading a package of the stick; a value that crosses threads.
struct CarryReport
{
    QString file;
    bool written = false; ///< Otherwise read.
    CarryKind kind = CarryKind::Work;
    bool wasHere = false; ///< Read before: nothing was changed.
    int steps = 0;
    int drafts = 0;
    int files = 0;
    std::optional<ErrorCode> refusal = {};
    bool operator==(const CarryReport &) const = default;
};

} // namespace chengban

Q_DECLARE_METATYPE(chengban::CarryReport)

#pragma once

#include "shared/dossier/SheetCode.h"

#include <QImage>
#include <QPolygonF>

namespace chengban {

/// A sheet's code on a scanned page.
struct FoundCode
{
    SheetCode code;
    QPolygonF corners; ///< Top left, top right, bottom right, bottom left of the code, in the page's dots.

    /// By how many quarters the page stands turned clockwise: 0..3.
    [[nodiscard]] int quarters() const;
};

/// All codes of sheets on a page, each text once, from top to bottom. Other codes, and whatever does not
/// parse to its last digit, are no codes. The page may stand on any side, be skewed, one bit, grey or
/// coloured; the harder readings are tried only when the easier ones found none.
[[nodiscard]] QList<FoundCode> codesOn(const QImage &page);

} // namespace chengban

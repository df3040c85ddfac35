#pragma once

#include <QImage>

namespace chengban {

/// By how many degrees the lines of a page are turned clockwise, within -8..8; 0 when the page has none that
/// tell, such as a blank one or a photograph. Looks at edges alone, so paper, ink and depth do not matter.
[[nodiscard]] double skewOf(const QImage &page);

/// The page turned clockwise by so many degrees. Quarters keep every dot; between them the middle of the page
/// stays where it is and the size is kept, what comes in at the corners is white. One bit stays one bit, grey
/// stays grey, and the density is kept.
[[nodiscard]] QImage turned(const QImage &page, double degrees);

struct Straightened
{
    QImage page;
    double angle = 0; ///< By how many degrees it was turned; clockwise.
};

/// The page with its lines level. Less than a tenth of a degree is left alone.
[[nodiscard]] Straightened straightened(const QImage &page);

} // namespace chengban

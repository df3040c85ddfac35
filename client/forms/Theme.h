#pragma once

#include "client/models/Due.h"

#include <QColor>

class QApplication;

namespace chengban {

/// The colours of the window. `soon` and `overdue` speak of time and of nothing else.
struct Colours
{
    QColor window; ///< Behind everything.
    QColor rail;
    QColor base; ///< Paper: lists, fields, the page.
    QColor text;
    QColor quiet; ///< Secondary text, at least 4.5 to 1 on `base`.
    QColor line;
    QColor accent;
    QColor onAccent;
    QColor soft; ///< Selected rows, hovered buttons.
    QColor soon;
    QColor overdue;
};

[[nodiscard]] const Colours &colours();
[[nodiscard]] QColor urgencyColour(Urgency urgency);

/// Sets Fusion, palette, font and the style sheet. `percent` is the text size, 100 to 200.
void applyTheme(QApplication &app, bool dark, int percent);
/// Whether the system's own palette is dark; asked before applyTheme.
[[nodiscard]] bool systemIsDark();

} // namespace chengban

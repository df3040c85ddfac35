#pragma once

#include "shared/dossier/SheetCode.h"

namespace chengban {

class SheetPainter;

/// The code in a square of 26 mm at the left, `words` beside it; both stay on one page. It closes the sheet
/// that was begun last, which may have several pages: its page and their number are set here, and each page
/// before it bears a code of its own in the upper margin, so that no page of a pile is without.
class SheetCodeMarks
{
public:
    /// From the sheet's beginning on, before SheetPainter::beginSheet().
    SheetCodeMarks(SheetPainter &painter, const SheetCode &code);
    ~SheetCodeMarks();
    Q_DISABLE_COPY_MOVE(SheetCodeMarks)

    void close(const QString &words);

private:
    SheetPainter &m_painter;
    SheetCode m_code;
    int m_before; ///< Pages painted before the sheet.
};

} // namespace chengban

#include "client/printing/SheetCodePaint.h"

#include "client/printing/SheetPainter.h"

namespace chengban {

namespace {
constexpr qreal sideMm = 26;
constexpr qreal quietMm = 3.4; ///< Four modules: readers ask for as much white around a code.
constexpr qreal smallSideMm = 17; ///< Fits into the upper margin of 24 mm.
constexpr qreal smallTopMm = 4;
} // namespace

SheetCodeMarks::SheetCodeMarks(SheetPainter &painter, const SheetCode &code)
    : m_painter(painter)
    , m_code(code)
    , m_before(painter.pageCount())
{
    m_code.pages = 0;
    painter.setPageEnd([this] {
        m_code.page = m_painter.pageCount() - m_before;
        if (m_code.page == 0)
            return; // The page before the sheet.
        const QRectF body = m_painter.body();
        m_painter.qrCode(textOf(m_code).toUtf8(),
            {body.center().x() - mm(smallSideMm / 2), mm(smallTopMm), mm(smallSideMm), mm(smallSideMm)});
    });
}

SheetCodeMarks::~SheetCodeMarks()
{
    m_painter.setPageEnd({});
}

void SheetCodeMarks::close(const QString &words)
{
    m_painter.keepTogether(sideMm + 2 * quietMm);
    m_painter.setPageEnd({});
    m_code.page = m_code.pages = m_painter.pageCount() - m_before;
    m_painter.space(quietMm);
    const QRectF place(m_painter.body().left(), m_painter.y(), mm(sideMm), mm(sideMm));
    m_painter.qrCode(textOf(m_code).toUtf8(), place);
    m_painter.textAt(words, {.points = 9, .leading = 1.55},
        QRectF(place.right() + mm(5), place.top() + mm(2), m_painter.body().width() - place.width() - mm(5),
            mm(sideMm)));
    m_painter.setY(place.bottom() + mm(quietMm));
}

} // namespace chengban

#include "client/printing/SheetPainter.h"

#include <QPageLayout>

#include <qrencode.h>

#include <algorithm>
#include <cmath>

namespace chengban {
namespace {

constexpr qreal paddingMm = 1.8;
constexpr qreal widestMm = 840; ///< To measure a line's natural width.

const TextStyle smallPrint{
    .face = Face::Song, .points = 8, .leading = 1.25, .color = QColor(0x59, 0x59, 0x59)};

} // namespace

Cell label(const QString &text)
{
    return {text, {.face = Face::Hei, .align = Qt::AlignHCenter, .leading = 1.35}};
}

Cell value(const QString &text, int span)
{
    return {text, {}, span};
}

Cell prose(const QString &text, int span)
{
    return {text, {.points = 11, .leading = 1.6}, span, true};
}

struct SheetPainter::LaidRow
{
    std::vector<TextBlock> blocks;
    QList<bool> tops;
    QList<qreal> lefts; ///< Of the cells, and the right edge of the last.
    qreal height = 0;
};

SheetPainter::SheetPainter(PrintFonts fonts)
    : m_fonts(std::move(fonts))
    , m_writer(&m_buffer)
{
    m_buffer.open(QIODevice::WriteOnly);
    m_writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
    m_writer.setResolution(sheetDpi);
    m_writer.setPageLayout(
        QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, {}, QPageLayout::Millimeter));
}

SheetPainter::~SheetPainter() = default;

void SheetPainter::beginSheet(const QMarginsF &marginsMm, const QSizeF &pageMm)
{
    if (pageMm != m_pageMm)
        m_writer.setPageSize(QPageSize(pageMm, QPageSize::Millimeter, {}, QPageSize::ExactMatch));
    m_pageMm = pageMm;
    m_body = QRectF(mm(marginsMm.left()), mm(marginsMm.top()),
        mm(pageMm.width() - marginsMm.left() - marginsMm.right()),
        mm(pageMm.height() - marginsMm.top() - marginsMm.bottom()));
    newPage();
}

void SheetPainter::blankSheet()
{
    const QString footer = std::exchange(m_footer, {});
    const int number = std::exchange(m_nextNumber, 0);
    beginSheet();
    m_footer = footer;
    m_nextNumber = number;
}

void SheetPainter::stampSheet(const QString &caption)
{
    const QString footer = std::exchange(m_footer, {});
    beginSheet({27, 24, 20, 20});
    textAt(caption, smallPrint, QRectF(mm(20), mm(9), mm(150), mm(9)));
    m_footer = footer;
}

void SheetPainter::beginLetter(const QMarginsF &marginsMm)
{
    m_keptFooter = std::exchange(m_footer, {});
    m_letterPage = 0;
    beginSheet(marginsMm);
    m_letterPage = 1;
}

void SheetPainter::endLetter()
{
    m_letterPage = 0;
    m_footer = m_keptFooter;
}

void SheetPainter::numberFirstPage()
{
    drawLetterNumber(m_letterPage);
}

void SheetPainter::newPage()
{
    if (m_pages > 0 && m_pageEnd)
        m_pageEnd();
    if (m_pages == 0)
        m_painter.begin(&m_writer);
    else
        m_writer.newPage();
    ++m_pages;
    m_y = m_body.top();
    drawFurniture();
}

/// Archive numbers stand at the top right of a front and the top left of a back (standards A1).
void SheetPainter::drawFurniture()
{
    if (m_nextNumber > 0) {
        const bool back = m_bothSides && m_nextNumber % 2 == 0;
        const TextStyle number{
            .face = Face::Hei, .points = 12, .align = back ? Qt::AlignLeft : Qt::AlignRight};
        const qreal leftMm = back ? 14 : m_pageMm.width() - 40;
        textAt(QString::number(m_nextNumber++), number, QRectF(mm(leftMm), mm(8), mm(26), mm(8)));
    }
    if (m_letterPage > 0)
        drawLetterNumber(++m_letterPage);
    if (!m_footer.isEmpty())
        textAt(
            m_footer, smallPrint, QRectF(m_body.left(), mm(m_pageMm.height() - 13), m_body.width(), mm(5)));
}

/// 4号 digits between two dashes of one character, the dashes 7 mm below the text's area of 225 mm; on odd
/// pages one character from its right, on even pages one from its left.
void SheetPainter::drawLetterNumber(int number)
{
    constexpr qreal points = 14;
    constexpr qreal dashMm = 37 + 225 + 7;
    const bool odd = number % 2 == 1;
    const TextStyle style{.points = points, .align = odd ? Qt::AlignRight : Qt::AlignLeft, .leading = 1};
    // The dash stands in the middle of the character's square.
    const QRectF place(m_body.left() + pt(points), mm(dashMm) - pt(points) / 2,
        m_body.width() - 2 * pt(points), pt(points) * 1.01);
    textAt(QStringLiteral("— %1 —").arg(number), style, place);
}

void SheetPainter::title(const QString &text, qreal points)
{
    const TextStyle style{
        .face = Face::Song, .points = points, .bold = true, .align = Qt::AlignHCenter, .leading = 1.4};
    this->text(text, style);
    space(5);
}

void SheetPainter::heading(const QString &text)
{
    const TextStyle style{.face = Face::Hei, .points = 12, .leading = 1.6};
    keepTogether(22);
    this->text(text, style);
    space(1);
}

void SheetPainter::text(const QString &text, const TextStyle &style, qsizetype following)
{
    const TextBlock block(text, style, m_body.width(), m_fonts);
    for (qsizetype done = 0; done < block.lineCount();) {
        const auto room = static_cast<qsizetype>(std::floor(left() / block.linePitch() + 1e-6));
        const qsizetype open = block.lineCount() - done;
        qsizetype count = std::min(open, room);
        if (following > 0 && count == open && room - count < following)
            count = std::max<qsizetype>(0, open - 2); // what follows goes to the next page: two lines with it
        if (count <= 0) {
            newPage();
            continue;
        }
        block.draw(m_painter, QPointF(m_body.left(), m_y), done, count, m_ledger);
        m_y += block.linePitch() * qreal(count);
        done += count;
    }
}

qreal SheetPainter::textWidth(const QString &text, const TextStyle &style)
{
    return TextBlock(text, style, mm(widestMm), m_fonts).naturalWidth();
}

void SheetPainter::space(qreal millimetres)
{
    m_y += mm(millimetres);
}

void SheetPainter::keepTogether(qreal millimetres)
{
    if (left() < mm(millimetres))
        newPage();
}

void SheetPainter::textAt(const QString &text, const TextStyle &style, const QRectF &place)
{
    const TextBlock block(text, style, place.width(), m_fonts);
    const auto room
        = std::max<qsizetype>(1, qsizetype(std::floor(place.height() / block.linePitch() + 1e-6)));
    block.draw(m_painter, place.topLeft(), 0, std::min(room, block.lineCount()), m_ledger);
}

void SheetPainter::line(const QPointF &from, const QPointF &to, qreal widthMm, const QColor &color)
{
    m_painter.setPen(QPen(color, mm(widthMm), Qt::SolidLine, Qt::FlatCap));
    m_painter.drawLine(from, to);
}

void SheetPainter::table(const SheetTable &table)
{
    std::vector<LaidRow> headings;
    for (qsizetype i = 0; i < table.rows.size(); ++i) {
        LaidRow row = laidOut(table.rows[i], table.widthsMm);
        const bool fitsThePage = row.height <= m_body.height() - mm(20);
        if (row.height <= left()) {
            drawWholeRow(row);
        } else if (fitsThePage && (left() < mm(45) || row.height < mm(45))) {
            newPage();
            drawHeadings(headings);
            drawWholeRow(row);
        } else {
            drawSplitRow(row, headings);
        }
        if (i < table.headings)
            headings.push_back(std::move(row));
    }
}

SheetPainter::LaidRow SheetPainter::laidOut(const SheetRow &row, const QList<qreal> &widthsMm)
{
    LaidRow laid;
    laid.height = mm(row.leastMm);
    qreal x = m_body.left();
    qsizetype column = 0;
    for (const Cell &cell : row.cells) {
        qreal width = 0;
        for (int i = 0; i < cell.span; ++i)
            width += mm(widthsMm.at(column++));
        laid.lefts.append(x);
        laid.tops.append(cell.top);
        laid.blocks.emplace_back(cell.text, cell.style, width - 2 * mm(paddingMm), m_fonts);
        laid.height = std::max(laid.height, laid.blocks.back().height() + 2 * mm(paddingMm));
        x += width;
    }
    laid.lefts.append(x);
    return laid;
}

void SheetPainter::drawRow(
    const LaidRow &row, qreal height, const QList<qsizetype> &from, const QList<qsizetype> &counts)
{
    for (size_t i = 0; i < row.blocks.size(); ++i) {
        const auto index = static_cast<qsizetype>(i);
        const TextBlock &block = row.blocks[i];
        const qreal slack
            = row.tops[index] ? 2 * mm(paddingMm) : height - block.linePitch() * qreal(counts[index]);
        block.draw(m_painter, QPointF(row.lefts[index] + mm(paddingMm), m_y + slack / 2), from[index],
            counts[index], m_ledger);
    }
    const qreal bottom = m_y + height;
    for (const qreal x : row.lefts)
        line({x, m_y}, {x, bottom}, 0.18);
    line({row.lefts.first(), m_y}, {row.lefts.last(), m_y}, 0.18);
    line({row.lefts.first(), bottom}, {row.lefts.last(), bottom}, 0.18);
    m_y = bottom;
}

void SheetPainter::drawWholeRow(const LaidRow &row)
{
    QList<qsizetype> counts;
    for (const TextBlock &block : row.blocks)
        counts.append(block.lineCount());
    drawRow(row, row.height, QList<qsizetype>(counts.size(), 0), counts);
}

void SheetPainter::drawSplitRow(const LaidRow &row, const std::vector<LaidRow> &headings)
{
    QList<qsizetype> done(qsizetype(row.blocks.size()), 0);
    for (bool more = true; more;) {
        QList<qsizetype> counts;
        qreal height = 0;
        more = false;
        for (size_t i = 0; i < row.blocks.size(); ++i) {
            const TextBlock &block = row.blocks[i];
            const qsizetype open = block.lineCount() - done[qsizetype(i)];
            const auto room
                = std::max<qsizetype>(0, qsizetype((left() - 2 * mm(paddingMm)) / block.linePitch()));
            counts.append(std::min(open, room));
            height = std::max(height, block.linePitch() * qreal(counts.last()) + 2 * mm(paddingMm));
            more = more || open > room;
        }
        if (std::ranges::any_of(counts, [](qsizetype count) { return count > 0; })) {
            drawRow(row, more ? left() : height, done, counts);
            for (qsizetype i = 0; i < counts.size(); ++i)
                done[i] += counts[i];
        }
        if (more) {
            newPage();
            drawHeadings(headings);
        }
    }
}

void SheetPainter::drawHeadings(const std::vector<LaidRow> &headings)
{
    for (const LaidRow &heading : headings)
        drawWholeRow(heading);
}

void SheetPainter::qrCode(const QByteArray &content, const QRectF &place)
{
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString(content.constData(), 0, QR_ECLEVEL_Q, QR_MODE_8, 1), &QRcode_free);
    if (!code)
        return;
    const qreal module = place.width() / code->width;
    for (int y = 0; y < code->width; ++y) {
        for (int x = 0, end = 0; x < code->width; x = end + 1) {
            for (end = x; end < code->width && (code->data[y * code->width + end] & 1) != 0; ++end) { }
            if (end > x)
                m_painter.fillRect(
                    QRectF(place.left() + x * module, place.top() + y * module, (end - x) * module, module),
                    Qt::black);
        }
    }
}

QByteArray SheetPainter::finished()
{
    m_painter.end();
    return m_buffer.data();
}

} // namespace chengban

#pragma once

#include "client/printing/GlyphLedger.h"
#include "client/printing/PrintFonts.h"
#include "client/printing/TextBlock.h"

#include <QBuffer>
#include <QMarginsF>
#include <QPainter>
#include <QPdfWriter>
#include <QRectF>

#include <functional>
#include <vector>

namespace chengban {

/// A cell of a sheet's table.
struct Cell
{
    QString text;
    TextStyle style;
    int span = 1; ///< Columns.
    bool top = false; ///< Stands at the top of its row, not in the middle.
};

struct SheetRow
{
    QList<Cell> cells;
    qreal leastMm = 9;
};

struct SheetTable
{
    QList<qreal> widthsMm;
    QList<SheetRow> rows;
    int headings = 0; ///< Rows at the beginning that are repeated on the next page.
};

[[nodiscard]] Cell label(const QString &text);
[[nodiscard]] Cell value(const QString &text, int span = 1);
/// Running text: larger, wider spaced, at the top of its row.
[[nodiscard]] Cell prose(const QString &text, int span = 1);

/// Paints A4 sheets one after the other into one PDF in memory; all sheets share their fonts.
///
/// Texts and tables begin where the one before ended and flow to a next page when the page is full.
class SheetPainter
{
public:
    explicit SheetPainter(PrintFonts fonts);
    ~SheetPainter();
    Q_DISABLE_COPY_MOVE(SheetPainter)

    /// Printed small at the foot of each page, so that a stray page finds home.
    void setFooter(const QString &text) { m_footer = text; }
    /// The next page gets this archive number at its top right, the following ones count on; 0 for none.
    void setNextNumber(int number) { m_nextNumber = number; }
    [[nodiscard]] int nextNumber() const { return m_nextNumber; }
    /// Pages are fronts and backs in turn: a back bears its number at the top left (standards A1).
    void setBothSides(bool both) { m_bothSides = both; }
    /// Called before a page is left for the next one: what belongs on each page but the last. Empty: nothing.
    void setPageEnd(std::function<void()> paint) { m_pageEnd = std::move(paint); }

    /// Begins a paper on a page of its own.
    void beginSheet(const QMarginsF &marginsMm = {27, 24, 20, 20}, const QSizeF &pageMm = {210, 297});
    /// A page with nothing on it, not even a number.
    void blankSheet();
    /// The same for an official letter: no footer, and page numbers after GB/T 9704 7.5 from the second page
    /// on, until endLetter().
    void beginLetter(const QMarginsF &marginsMm);
    void endLetter();
    /// The first page of a document bears its number too, as letters' do not.
    void numberFirstPage();
    /// From here on pages of it bear none.
    void endNumbers() { m_letterPage = 0; }
    /// A page that holds nothing but number and caption, to lie over a scan.
    void stampSheet(const QString &caption);
    void newPage();

    void title(const QString &text, qreal points = 18);
    void heading(const QString &text);
    /// Of the last page's lines at least so many go to the next page that `following` more lines fit below.
    void text(const QString &text, const TextStyle &style, qsizetype following = 0);
    [[nodiscard]] qreal textWidth(const QString &text, const TextStyle &style);
    void table(const SheetTable &table);
    void space(qreal millimetres);
    /// Moves to a new page unless so much is left.
    void keepTogether(qreal millimetres);
    /// A QR code that is still read when a quarter of it is damaged (level Q): seals and pens go over it.
    void qrCode(const QByteArray &content, const QRectF &place);

    /// One line or block at a fixed place; does not move the pen.
    void textAt(const QString &text, const TextStyle &style, const QRectF &place);
    void line(const QPointF &from, const QPointF &to, qreal widthMm, const QColor &color = Qt::black);

    [[nodiscard]] qreal y() const { return m_y; }
    void setY(qreal y) { m_y = y; }
    [[nodiscard]] QRectF body() const { return m_body; }
    [[nodiscard]] int pageCount() const { return m_pages; }
    [[nodiscard]] PrintFonts &fonts() { return m_fonts; }
    [[nodiscard]] const GlyphLedger &ledger() const { return m_ledger; }

    /// Ends painting; the file of all pages in the order they were painted.
    [[nodiscard]] QByteArray finished();

private:
    struct LaidRow;
    [[nodiscard]] LaidRow laidOut(const SheetRow &row, const QList<qreal> &widthsMm);
    void drawRow(
        const LaidRow &row, qreal height, const QList<qsizetype> &from, const QList<qsizetype> &counts);
    void drawWholeRow(const LaidRow &row);
    void drawSplitRow(const LaidRow &row, const std::vector<LaidRow> &headings);
    void drawHeadings(const std::vector<LaidRow> &headings);
    void drawFurniture();
    void drawLetterNumber(int number);
    [[nodiscard]] qreal left() const { return m_body.bottom() - m_y; }

    PrintFonts m_fonts;
    GlyphLedger m_ledger;
    QBuffer m_buffer;
    QPdfWriter m_writer;
    QPainter m_painter;
    QRectF m_body;
    QSizeF m_pageMm{210, 297};
    bool m_bothSides = false;
    std::function<void()> m_pageEnd;
    QString m_footer;
    qreal m_y = 0;
    int m_pages = 0;
    int m_nextNumber = 0;
    int m_letterPage = 0; ///< 0 outside letters.
    QString m_keptFooter;
};

} // namespace chengban

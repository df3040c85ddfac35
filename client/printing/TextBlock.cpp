#include "client/printing/TextBlock.h"

#include "client/printing/GlyphLedger.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace chengban {

TextBlock::TextBlock(const QString &text, const TextStyle &style, qreal width, PrintFonts &fonts)
    : m_style(style)
{
    const QFont font = fonts.font(style);
    // Chinese glyphs stand in the em square from -0.12 to 0.88: that square is centred in the pitch.
    m_baseline = (style.linePitch() - pt(style.points)) / 2 + pt(style.points) * 0.88;
    const QStringList paragraphs = fonts.printable(text).split(u'\n');
    for (const QString &paragraph : paragraphs)
        addParagraph(paragraph, font, width);
}

namespace {

/// A line is full by the widths of its characters. Qt also leaves room for what the outline of the last one
/// reaches beyond its width, which the systems' engines round to different dots: a line of 28 characters
/// would hold 27 on one of them.
void fill(QTextLine &line, qreal width, qreal reach)
{
    line.setLineWidth(width);
    const int held = line.textLength();
    line.setLineWidth(width + reach);
    const bool isFull = line.textLength() > held && line.horizontalAdvance() <= width;
    line.setLineWidth(isFull ? line.naturalTextWidth() : width); // A full one is not stretched.
}

} // namespace

void TextBlock::addParagraph(const QString &text, const QFont &font, qreal width)
{
    auto layout = std::make_unique<QTextLayout>(text, font);
    QTextOption option(m_style.align);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setUseDesignMetrics(true);
    layout->setTextOption(option);
    const qreal indent = m_style.indent * (font.pixelSize() + m_style.spacing);
    const qreal reach = font.pixelSize() / 8.0; // No outline reaches further, no character is as narrow.
    layout->beginLayout();
    for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
        const qreal left = line.lineNumber() == 0 ? indent : 0;
        fill(line, width - left, reach);
        line.setPosition(QPointF(left, 0));
        m_naturalWidth = std::max(m_naturalWidth, left + line.naturalTextWidth());
        m_lines.push_back({layout.get(), line.lineNumber()});
    }
    layout->endLayout();
    m_layouts.push_back(std::move(layout));
}

void TextBlock::draw(
    QPainter &painter, const QPointF &topLeft, qsizetype first, qsizetype count, GlyphLedger &ledger) const
{
    painter.setPen(m_style.color);
    for (qsizetype i = 0; i < count; ++i) {
        const Line &entry = m_lines.at(static_cast<size_t>(first + i));
        const QTextLine line = entry.layout->lineAt(entry.number);
        const qreal top = topLeft.y() + linePitch() * qreal(i) + m_baseline - line.ascent();
        line.draw(&painter, QPointF(topLeft.x(), top));
        ledger.note(line, entry.layout->text());
    }
}

} // namespace chengban

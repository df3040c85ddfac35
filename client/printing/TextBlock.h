#pragma once

#include "client/printing/PrintFonts.h"

#include <QTextLayout>

#include <memory>
#include <vector>

class QPainter;

namespace chengban {

class GlyphLedger;

/// A text broken into lines of one width; lines are drawn in any portions, so it flows over pages.
class TextBlock
{
public:
    TextBlock(const QString &text, const TextStyle &style, qreal width, PrintFonts &fonts);

    [[nodiscard]] qsizetype lineCount() const { return static_cast<qsizetype>(m_lines.size()); }
    [[nodiscard]] qreal linePitch() const { return m_style.linePitch(); }
    [[nodiscard]] qreal height() const { return linePitch() * qreal(lineCount()); }

    [[nodiscard]] qreal naturalWidth() const { return m_naturalWidth; } ///< Of the longest line.

    /// Draws `count` lines from line `first` with the first one's top at `topLeft`.
    void draw(QPainter &painter, const QPointF &topLeft, qsizetype first, qsizetype count,
        GlyphLedger &ledger) const;

private:
    struct Line
    {
        const QTextLayout *layout;
        int number;
    };
    void addParagraph(const QString &text, const QFont &font, qreal width);

    TextStyle m_style;
    qreal m_naturalWidth = 0;
    qreal m_baseline = 0; ///< From a line's top.
    std::vector<std::unique_ptr<QTextLayout>> m_layouts;
    std::vector<Line> m_lines;
};

} // namespace chengban

#include "client/printing/OfficialText.h"

#include "client/printing/Wording.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace chengban {
namespace official {

using namespace grid;

TextStyle bodyStyle(Face face)
{
    // Qt counts 64ths of a dot and gives fonts a whole size: the rest is made up between the characters.
    const qreal dots = std::round(pt(bodyPoints));
    const qreal spacing = std::floor((mm(characterMm) - dots) * 64) / 64;
    return {.face = face,
        .points = bodyPoints,
        .align = Qt::AlignJustify,
        .leading = pitch / pt(bodyPoints),
        .spacing = spacing};
}

/// The next line of the grid at or below `millimetres`.
qreal onGrid(qreal millimetres)
{
    return mm(topMm + std::ceil((millimetres - topMm) / pitchMm - 0.01) * pitchMm);
}

namespace {

bool beginsBadly(QChar c)
{
    return QStringLiteral("”’》〉）】、，。；：？！的了等").contains(c);
}

bool endsBadly(QChar c)
{
    return QStringLiteral("“‘《〈（【").contains(c);
}

/// How bad it is to break before `at` when `ideal` would be even.
qreal breakCost(const QString &title, qsizetype at, qreal ideal)
{
    const QChar before = title[at - 1];
    const QChar after = title[at];
    const bool word = before.unicode() < 0x250 && after.unicode() < 0x250; // digits and Latin letters
    const bool half = after.isLowSurrogate();
    const qreal bad = beginsBadly(after) || endsBadly(before) || word || half ? 100 : 0;
    return bad + std::abs(qreal(at) - ideal);
}

Face faceOf(const QString &paragraph)
{
    static const QRegularExpression first(QStringLiteral("^[一二三四五六七八九十]+、"));
    static const QRegularExpression second(QStringLiteral("^（[一二三四五六七八九十]+）"));
    const bool heading = paragraph.size() <= characters && !paragraph.endsWith(u'。');
    if (heading && first.match(paragraph).hasMatch())
        return Face::Hei;
    return heading && second.match(paragraph).hasMatch() ? Face::Kai : Face::FangSong;
}

} // namespace

void paintTitle(SheetPainter &painter, const QString &title)
{
    const qreal points = title.size() <= 80 ? 22 : 16;
    const int most = int(mm(widthMm) / pt(points));
    const TextStyle style{.face = Face::BiaoSong,
        .points = points,
        .bold = painter.fonts().isSubstitute(Face::BiaoSong),
        .align = Qt::AlignHCenter,
        .leading = pitch / pt(points)};
    for (const QString &line : titleLines(title, most))
        painter.text(line, style);
}

void paintParagraphs(SheetPainter &painter, const QStringList &paragraphs, qsizetype endLines)
{
    for (qsizetype i = 0; i < paragraphs.size(); ++i) {
        TextStyle style = bodyStyle(faceOf(paragraphs[i]));
        style.indent = 2;
        // Unit and date never stand alone on a page: the last lines of the text come along.
        const bool last = i + 1 == paragraphs.size();
        painter.text(paragraphs[i], style, last ? endLines : 0);
    }
    painter.keepTogether(qreal(endLines) * pitchMm);
}

/// Two empty lines, so that the seal's upper edge is within one line of the text; the date four characters
/// from the right, the unit over its middle (7.3.5.1).
void paintEnd(SheetPainter &painter, const QString &issuer, qint64 atMs)
{
    TextStyle style = bodyStyle();
    style.align = Qt::AlignLeft;
    const QString day = atMs > 0 ? dayWord(atMs) : QStringLiteral("　　　　年　　月　　日");
    const qreal dayWidth = painter.textWidth(day, style);
    const qreal unitWidth = std::min(painter.textWidth(issuer, style), painter.body().width());
    const qreal right = painter.body().right();
    const qreal dayLeft
        = std::min(right - 4 * mm(characterMm), right - std::max(0.0, unitWidth - dayWidth) / 2) - dayWidth;
    painter.setY(painter.y() + 2 * pitch);
    const qreal unitLeft = dayLeft + (dayWidth - unitWidth) / 2;
    painter.textAt(issuer, style, QRectF(unitLeft, painter.y(), unitWidth + 1, pitch * 1.01));
    painter.textAt(day, style, QRectF(dayLeft, painter.y() + pitch, dayWidth + 1, pitch * 1.01));
    painter.setY(painter.y() + 2 * pitch);
}

} // namespace official

QStringList titleLines(const QString &title, int mostCharacters)
{
    const auto count = qsizetype(std::ceil(qreal(title.size()) / mostCharacters));
    QStringList lines;
    qsizetype from = 0;
    for (qsizetype line = 0; line + 1 < count; ++line) {
        const qreal ideal = qreal(from) + qreal(title.size() - from) / qreal(count - line);
        qsizetype best = std::min<qsizetype>(from + mostCharacters, title.size() - 1);
        for (qsizetype at = std::max<qsizetype>(from + 1, qsizetype(ideal) - 4);
             at <= std::min<qsizetype>(from + mostCharacters, qsizetype(ideal) + 4) && at < title.size();
             ++at) {
            if (official::breakCost(title, at, ideal) < official::breakCost(title, best, ideal))
                best = at;
        }
        lines.append(title.mid(from, best - from));
        from = best;
    }
    lines.append(title.mid(from));
    return lines;
}

} // namespace chengban

#include "client/printing/OfficialLetter.h"

#include "client/printing/Wording.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace chengban {
namespace {

using namespace grid;

const QColor letterRed(0xC8, 0x10, 0x1E);
constexpr qreal widthMm = 210 - leftMm - rightMm;
constexpr qreal pitch = mm(pitchMm);
/// From one character to the next: 28 of them fill the line, a little closer than 16 points.
constexpr qreal characterMm = widthMm / characters;
constexpr qreal headTopMm = 30; ///< 上边缘至上页边
constexpr qreal firstRuleGapMm = 4;
constexpr qreal lastRuleMm = 297 - 20; ///< 距下页边
constexpr qreal ruleWidthMm = 170;

TextStyle bodyStyle(Face face = Face::FangSong)
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

/// Thick over thin at the head, thin over thick at the foot.
void paintDoubleRule(SheetPainter &painter, qreal yMm, bool thickAbove)
{
    const auto rule = [&](qreal atMm, qreal thickMm) {
        painter.line({mm((210 - ruleWidthMm) / 2), mm(atMm + thickMm / 2)},
            {mm((210 + ruleWidthMm) / 2), mm(atMm + thickMm / 2)}, thickMm, letterRed);
    };
    constexpr qreal thick = 0.9;
    constexpr qreal thin = 0.3;
    constexpr qreal gap = 0.7;
    rule(yMm, thickAbove ? thick : thin);
    rule(yMm + (thickAbove ? thick : thin) + gap, thickAbove ? thin : thick);
}

/// Gives the lower edge of the first rule in millimetres.
qreal paintHead(SheetPainter &painter, const OfficialLetter &letter)
{
    const qreal fitting = ruleWidthMm / 25.4 * 72 / qreal(std::max<qsizetype>(letter.issuer.size(), 1));
    const qreal points = std::clamp(fitting, 14.0, 32.0);
    const TextStyle mark{.face = Face::BiaoSong,
        .points = points,
        .bold = painter.fonts().isSubstitute(Face::BiaoSong),
        .align = Qt::AlignHCenter,
        .leading = 1,
        .color = letterRed};
    const qreal heightMm = points / 72 * 25.4;
    painter.textAt(letter.issuer, mark, QRectF(mm(20), mm(headTopMm), mm(ruleWidthMm), pt(points) * 1.01));
    const qreal ruleMm = headTopMm + heightMm + firstRuleGapMm;
    paintDoubleRule(painter, ruleMm, true);
    paintDoubleRule(painter, lastRuleMm - 1.9, false);
    TextStyle reference = bodyStyle();
    reference.align = Qt::AlignRight;
    // 7/8 of a character below the rule; the text stands in the middle of its line's space.
    const qreal characterHeight = 25.4 * bodyPoints / 72;
    const qreal below = characterHeight * 7 / 8 - (pitchMm - characterHeight) / 2;
    painter.textAt(
        letter.reference, reference, QRectF(mm(leftMm), mm(ruleMm + 1.9 + below), mm(widthMm), pitch * 1.01));
    return ruleMm + 1.9 + below + pitchMm;
}

/// The next line of the grid at or below `millimetres`.
qreal onGrid(qreal millimetres)
{
    return mm(topMm + std::ceil((millimetres - topMm) / pitchMm - 0.01) * pitchMm);
}

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

Face faceOf(const QString &paragraph)
{
    static const QRegularExpression first(QStringLiteral("^[一二三四五六七八九十]+、"));
    static const QRegularExpression second(QStringLiteral("^（[一二三四五六七八九十]+）"));
    const bool heading = paragraph.size() <= characters && !paragraph.endsWith(u'。');
    if (heading && first.match(paragraph).hasMatch())
        return Face::Hei;
    return heading && second.match(paragraph).hasMatch() ? Face::Kai : Face::FangSong;
}

/// Two empty lines, so that the seal's upper edge is within one line of the text; the date four characters
/// from the right, the unit over its middle (7.3.5.1).
void paintEnd(SheetPainter &painter, const OfficialLetter &letter)
{
    TextStyle style = bodyStyle();
    style.align = Qt::AlignLeft;
    const QString day = letter.atMs > 0 ? dayWord(letter.atMs) : QStringLiteral("　　　　年　　月　　日");
    const qreal dayWidth = painter.textWidth(day, style);
    const qreal unitWidth = std::min(painter.textWidth(letter.issuer, style), painter.body().width());
    const qreal right = painter.body().right();
    const qreal dayLeft
        = std::min(right - 4 * mm(characterMm), right - std::max(0.0, unitWidth - dayWidth) / 2) - dayWidth;
    painter.setY(painter.y() + 2 * pitch);
    const qreal unitLeft = dayLeft + (dayWidth - unitWidth) / 2;
    painter.textAt(letter.issuer, style, QRectF(unitLeft, painter.y(), unitWidth + 1, pitch * 1.01));
    painter.textAt(day, style, QRectF(dayLeft, painter.y() + pitch, dayWidth + 1, pitch * 1.01));
    painter.setY(painter.y() + 2 * pitch);
}

} // namespace

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
            if (breakCost(title, at, ideal) < breakCost(title, best, ideal))
                best = at;
        }
        lines.append(title.mid(from, best - from));
        from = best;
    }
    lines.append(title.mid(from));
    return lines;
}

void paintOfficialLetter(SheetPainter &painter, const OfficialLetter &letter)
{
    painter.beginLetter({leftMm, topMm, rightMm, 297 - topMm - lines * pitchMm - 0.2});
    painter.setY(onGrid(paintHead(painter, letter) + pitchMm));
    paintTitle(painter, letter.title);
    painter.setY(painter.y() + pitch);
    painter.text(letter.recipient + u'：', bodyStyle());
    const qsizetype endLines = letter.note.isEmpty() ? 4 : 5;
    for (qsizetype i = 0; i < letter.paragraphs.size(); ++i) {
        TextStyle style = bodyStyle(faceOf(letter.paragraphs[i]));
        style.indent = 2;
        // Unit and date never stand alone on a page: the last lines of the text come along.
        const bool last = i + 1 == letter.paragraphs.size();
        painter.text(letter.paragraphs[i], style, last ? endLines : 0);
    }
    painter.keepTogether(qreal(endLines) * pitchMm);
    paintEnd(painter, letter);
    if (!letter.note.isEmpty()) {
        TextStyle style = bodyStyle();
        style.indent = 2;
        painter.text(QStringLiteral("（%1）").arg(letter.note), style);
    }
    painter.endLetter();
}

} // namespace chengban

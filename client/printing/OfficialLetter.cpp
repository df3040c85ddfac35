#include "client/printing/OfficialLetter.h"

#include "client/printing/OfficialText.h"

#include <algorithm>
#include <cmath>

namespace chengban {
namespace {

using namespace grid;
using namespace official;

constexpr qreal headTopMm = 30; ///< 上边缘至上页边
constexpr qreal firstRuleGapMm = 4;
constexpr qreal lastRuleMm = 297 - 20; ///< 距下页边
constexpr qreal ruleWidthMm = 170;

/// Thick over thin at the head, thin over thick at the foot.
void paintDoubleRule(SheetPainter &painter, qreal yMm, bool thickAbove)
{
    const auto rule = [&](qreal atMm, qreal thickMm) {
        painter.line({mm((210 - ruleWidthMm) / 2), mm(atMm + thickMm / 2)},
            {mm((210 + ruleWidthMm) / 2), mm(atMm + thickMm / 2)}, thickMm, red);
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
        .color = red};
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

} // namespace

void paintOfficialLetter(SheetPainter &painter, const OfficialLetter &letter)
{
    painter.beginLetter({leftMm, topMm, rightMm, 297 - topMm - lines * pitchMm - 0.2});
    painter.setY(onGrid(paintHead(painter, letter) + pitchMm));
    paintTitle(painter, letter.title);
    painter.setY(painter.y() + pitch);
    painter.text(letter.recipient + u'：', bodyStyle());
    paintParagraphs(painter, letter.paragraphs, letter.note.isEmpty() ? 4 : 5);
    paintEnd(painter, letter.issuer, letter.atMs);
    if (!letter.note.isEmpty()) {
        TextStyle style = bodyStyle();
        style.indent = 2;
        painter.text(QStringLiteral("（%1）").arg(letter.note), style);
    }
    painter.endLetter();
}

} // namespace chengban

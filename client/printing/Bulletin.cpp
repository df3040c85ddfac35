#include "client/printing/Bulletin.h"

#include "client/printing/LooseSheet.h"
#include "client/printing/OfficialText.h"
#include "client/printing/Wording.h"

#include <algorithm>

namespace chengban {
namespace {

using namespace grid;
using namespace official;

constexpr qreal textTopMm = 37; ///< 天头: to the characters of the first line.
constexpr qreal textBottomMm = 37 + 225;
constexpr qreal markTopMm = textTopMm + 35; ///< 上边缘至版心上边缘 35 mm
constexpr qreal redRuleGapMm = 4;
constexpr qreal smallPoints = 14; ///< 4号
constexpr qreal recordPitchMm = 7.6;
constexpr qreal thickMm = 0.35;
constexpr qreal thinMm = 0.25;

constexpr qreal heightOf(qreal points)
{
    return points / 72 * 25.4;
}

void paintRule(SheetPainter &painter, qreal middleMm, qreal thick, const QColor &color = Qt::black)
{
    painter.line({mm(leftMm), mm(middleMm)}, {mm(leftMm + widthMm), mm(middleMm)}, thick, color);
}

/// Red mark, number two lines below it, red rule 4 mm below that. Gives the rule's place in millimetres.
qreal paintHead(SheetPainter &painter, const Bulletin &bulletin)
{
    const qreal fitting = widthMm / 25.4 * 72 / qreal(std::max<qsizetype>(bulletin.mark.size(), 1));
    const qreal points = std::clamp(fitting, 16.0, 48.0);
    const TextStyle mark{.face = Face::BiaoSong,
        .points = points,
        .bold = painter.fonts().isSubstitute(Face::BiaoSong),
        .align = Qt::AlignHCenter,
        .leading = 1,
        .color = official::red};
    painter.textAt(bulletin.mark, mark, QRectF(mm(leftMm), mm(markTopMm), mm(widthMm), pt(points) * 1.01));
    TextStyle reference = bodyStyle();
    reference.align = Qt::AlignHCenter;
    // 下空二行: the characters stand in the middle of the third line's space.
    const qreal numberMm = markTopMm + heightOf(points) + 2 * pitchMm;
    painter.textAt(
        bulletin.reference, reference, QRectF(mm(leftMm), mm(numberMm), mm(widthMm), pitch * 1.01));
    const qreal ruleMm = numberMm + (pitchMm + heightOf(bodyPoints)) / 2 + redRuleGapMm;
    paintRule(painter, ruleMm, 0.7, official::red);
    return ruleMm;
}

void paintAnnexNames(SheetPainter &painter, const QList<BulletinAnnex> &annexes)
{
    if (annexes.isEmpty())
        return;
    painter.setY(painter.y() + pitch);
    TextStyle style = bodyStyle();
    style.align = Qt::AlignLeft;
    style.indent = 2;
    for (qsizetype i = 0; i < annexes.size(); ++i) {
        const QString number = annexes.size() > 1 ? QStringLiteral("%1.").arg(i + 1) : QString();
        const QString word = i == 0 ? QStringLiteral("附件：") : QStringLiteral("　　　");
        painter.text(word + number + annexes[i].title, style);
    }
}

SheetTable tableOf(const BulletinAnnex &annex)
{
    SheetTable table{annex.widthsMm, {}, 1};
    SheetRow heads;
    for (const QString &head : annex.heads)
        heads.cells.append(label(head));
    table.rows.append(heads);
    for (const QStringList &cells : annex.rows) {
        SheetRow row;
        for (qsizetype i = 0; i < annex.heads.size(); ++i) {
            Cell cell = value(cells.value(i));
            cell.style.align = i == 0 ? Qt::AlignLeft : Qt::AlignHCenter;
            row.cells.append(cell);
        }
        table.rows.append(row);
    }
    return table;
}

/// "附件1" in the first line, its title on the third, the table below.
void paintAnnex(SheetPainter &painter, const BulletinAnnex &annex, const QString &word)
{
    painter.newPage();
    TextStyle heading = bodyStyle(Face::Hei);
    heading.align = Qt::AlignLeft;
    painter.text(word, heading);
    painter.setY(painter.y() + pitch);
    paintTitle(painter, annex.title);
    painter.setY(painter.y() + pitch / 2);
    painter.table(tableOf(annex));
}

/// Copies and printing, the last line on the lower edge of the text's area.
class Record
{
public:
    Record(SheetPainter &painter, const Bulletin &bulletin)
        : m_painter(painter)
        , m_bulletin(bulletin)
    {
        m_style.face = Face::FangSong;
        m_style.points = smallPoints;
        m_style.leading = mm(recordPitchMm) / pt(smallPoints);
        m_style.align = Qt::AlignLeft;
    }

    [[nodiscard]] qreal heightMm() { return qreal(copyLines() + 1) * recordPitchMm + 2; }
    void paint();

private:
    [[nodiscard]] qreal hangMm() { return m_painter.textWidth(copyWord, m_style) / mm(1); }
    [[nodiscard]] qreal copyRoomMm() { return widthMm - 2 * heightOf(smallPoints) - hangMm(); }
    [[nodiscard]] int copyLines()
    {
        if (m_bulletin.copies.isEmpty())
            return 0;
        const qreal width = m_painter.textWidth(copies(), m_style) / mm(1);
        return int(width / copyRoomMm() * 1.05) + 1;
    }
    [[nodiscard]] QString copies() const { return m_bulletin.copies + u'。'; }

    inline static const QString copyWord = QStringLiteral("抄送：");
    SheetPainter &m_painter;
    const Bulletin &m_bulletin;
    TextStyle m_style;
};

void Record::paint()
{
    const qreal insideMm = leftMm + heightOf(smallPoints);
    const qreal insideWidthMm = widthMm - 2 * heightOf(smallPoints);
    const qreal printedMm = textBottomMm - recordPitchMm;
    const qreal topMm = printedMm - copyLines() * recordPitchMm;
    paintRule(m_painter, topMm, thickMm);
    if (copyLines() > 0) {
        m_painter.textAt(
            copyWord, m_style, QRectF(mm(insideMm), mm(topMm), mm(hangMm()) + 2, mm(recordPitchMm) * 1.01));
        m_painter.textAt(copies(), m_style,
            QRectF(mm(insideMm + hangMm()), mm(topMm), mm(copyRoomMm()),
                mm(copyLines() * recordPitchMm) * 1.01));
        paintRule(m_painter, printedMm, thinMm);
    }
    const QRectF place(mm(insideMm), mm(printedMm), mm(insideWidthMm), mm(recordPitchMm) * 1.01);
    m_painter.textAt(m_bulletin.printedBy, m_style, place);
    if (m_bulletin.printedAtMs > 0) {
        TextStyle right = m_style;
        right.align = Qt::AlignRight;
        m_painter.textAt(dayWord(m_bulletin.printedAtMs) + QStringLiteral("印发"), right, place);
    }
    paintRule(m_painter, textBottomMm - thickMm / 2, thickMm);
}

/// On the last page, an even one; pages that are added for it bear no number.
void paintRecord(SheetPainter &painter, const Bulletin &bulletin)
{
    Record record(painter, bulletin);
    const bool fits = painter.y() / mm(1) + record.heightMm() + pitchMm <= textBottomMm;
    const bool even = painter.pageCount() % 2 == 0;
    if (!fits || !even) {
        painter.endNumbers();
        painter.newPage();
        if (painter.pageCount() % 2 != 0)
            painter.newPage();
    }
    record.paint();
}

void paintBulletin(SheetPainter &painter, const Bulletin &bulletin)
{
    painter.beginLetter({leftMm, topMm, rightMm, 297 - topMm - lines * pitchMm - 0.2});
    painter.numberFirstPage();
    painter.setY(onGrid(paintHead(painter, bulletin) + 2 * pitchMm));
    paintTitle(painter, bulletin.title);
    painter.setY(painter.y() + pitch);
    painter.text(bulletin.recipient + u'：', bodyStyle());
    paintParagraphs(painter, bulletin.paragraphs, bulletin.annexes.isEmpty() ? 4 : 0);
    paintAnnexNames(painter, bulletin.annexes);
    painter.keepTogether(4 * pitchMm);
    paintEnd(painter, bulletin.issuer, bulletin.atMs);
    for (qsizetype i = 0; i < bulletin.annexes.size(); ++i) {
        const QString number = bulletin.annexes.size() > 1 ? QString::number(i + 1) : QString();
        paintAnnex(painter, bulletin.annexes[i], QStringLiteral("附件") + number);
    }
    paintRecord(painter, bulletin);
    painter.endLetter();
}

} // namespace

Result<DossierInfo> writeBulletin(const Bulletin &bulletin, const QString &path)
{
    const SheetFacts facts{bulletin.title, bulletin.issuer, QStringLiteral("通报"), bulletin.atMs};
    return writeLoose(facts, path, [&](SheetPainter &painter) { paintBulletin(painter, bulletin); });
}

} // namespace chengban

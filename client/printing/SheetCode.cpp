#include "client/printing/SheetCode.h"

#include "client/printing/SheetPainter.h"

#include <QRegularExpression>

namespace chengban {

namespace {
constexpr qsizetype printedDigits = 16;
constexpr qreal sideMm = 26;
} // namespace

QString textOf(const SheetCode &code)
{
    return QStringLiteral("chengban:1:%1:%2:%3:%4")
        .arg(code.id.value)
        .arg(code.version)
        .arg(nameOf(code.step), code.digest.left(printedDigits));
}

Result<SheetCode> sheetCodeFrom(const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral("^chengban:1:([0-9a-zA-Z-]{1,64}):([1-9][0-9]{0,5}):([a-z-]+):([0-9a-f]{16})$"));
    const QRegularExpressionMatch match = form.match(text);
    const auto step = valueNamed<SheetStep>(match.captured(3));
    if (!match.hasMatch() || !step)
        return fail(ErrorCode::BadInput, QStringLiteral("sheet code"));
    return SheetCode{{match.captured(1)}, match.captured(2).toInt(), *step, match.captured(4)};
}

void paintSheetCode(SheetPainter &painter, const SheetCode &code, const QString &words)
{
    painter.keepTogether(sideMm + 6);
    painter.space(3);
    const QRectF place(painter.body().left(), painter.y(), mm(sideMm), mm(sideMm));
    painter.qrCode(textOf(code).toUtf8(), place);
    painter.textAt(words, {.points = 9, .leading = 1.55},
        QRectF(place.right() + mm(5), place.top() + mm(2), painter.body().width() - place.width() - mm(5),
            mm(sideMm)));
    painter.setY(place.bottom() + mm(4));
}

} // namespace chengban

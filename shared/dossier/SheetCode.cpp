#include "shared/dossier/SheetCode.h"

#include "shared/canonical/Digest.h"

#include <QRegularExpression>

namespace chengban {

namespace {

constexpr qsizetype printedDigits = 16;
constexpr qsizetype checkDigits = 4;

QString checkOf(const QString &text)
{
    return hex(sha256(text.toUtf8())).left(checkDigits);
}

Result<SheetCode> codeIn(const QRegularExpressionMatch &match)
{
    const auto step = valueNamed<SheetStep>(match.capturedView(u"step"));
    if (!match.hasMatch() || !step)
        return fail(ErrorCode::BadInput, QStringLiteral("sheet code"));
    return SheetCode{{match.captured(u"case")}, match.captured(u"version").toInt(), *step,
        match.captured(u"digest"), 1, 1};
}

Result<SheetCode> firstForm(const QString &text)
{
    static const QRegularExpression form(QStringLiteral(
        "\\Achengban:1:(?<case>[0-9a-zA-Z-]{1,64}):(?<version>[1-9][0-9]{0,5}):(?<step>[a-z-]+):"
        "(?<digest>[0-9a-f]{16})\\z"));
    return codeIn(form.match(text));
}

Result<SheetCode> secondForm(const QString &text)
{
    static const QRegularExpression form(QStringLiteral(
        "\\Achengban:2:(?<case>[0-9a-zA-Z-]{1,64}):(?<version>[1-9][0-9]{0,5}):(?<step>[a-z-]+):"
        "(?<digest>[0-9a-f]{16}):(?<page>[1-9][0-9]?)/(?<pages>0|[1-9][0-9]?):(?<check>[0-9a-f]{4})\\z"));
    const QRegularExpressionMatch match = form.match(text);
    Result<SheetCode> code = codeIn(match);
    if (!code)
        return code;
    code->page = match.captured(u"page").toInt();
    code->pages = match.captured(u"pages").toInt();
    const bool pageIsThere = code->pages == 0 || code->page <= code->pages;
    if (!pageIsThere || match.capturedView(u"check") != checkOf(text.chopped(checkDigits + 1)))
        return fail(ErrorCode::BadInput, QStringLiteral("sheet code"));
    return code;
}

} // namespace

QString textOf(const SheetCode &code)
{
    const QString text = QStringLiteral("chengban:2:%1:%2:%3:%4:%5/%6")
                             .arg(code.id.value)
                             .arg(code.version)
                             .arg(nameOf(code.step), code.digest.left(printedDigits))
                             .arg(code.page)
                             .arg(code.pages);
    const QString whole = text + QLatin1Char(':') + checkOf(text);
    return code.id.value == code.id.value.toLower() ? whole.toUpper() : whole;
}

Result<SheetCode> sheetCodeFrom(const QString &text)
{
    if (text.startsWith(QStringLiteral("chengban:1:")))
        return firstForm(text);
    return secondForm(text == text.toUpper() ? text.toLower() : text);
}

bool isSameSheet(const SheetCode &one, const SheetCode &other)
{
    return one.id == other.id && one.version == other.version && one.step == other.step
        && one.digest == other.digest;
}

} // namespace chengban

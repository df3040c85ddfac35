#include "shared/intake/Cells.h"

#include "shared/base/CountyTime.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>

namespace chengban {

namespace {

QString withoutExcelArmour(const QString &cell)
{
    static const QRegularExpression formula(
        QStringLiteral("^=\"(.*)\"$"), QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression apostrophe(QStringLiteral("^'(?=[=+\\-@]|\\d+$)"));
    if (const auto match = formula.match(cell); match.hasMatch())
        return match.captured(1).replace(QLatin1String("\"\""), QLatin1String("\""));
    return QString(cell).remove(apostrophe);
}

bool isOneOf(const QString &text, const QString &words)
{
    return words.split(QLatin1Char(' ')).contains(text, Qt::CaseInsensitive);
}

std::optional<qint64> countyMoment(int year, int month, int day, int hour, int minute, int second)
{
    const QDate date(year, month, day);
    const QTime time(hour, minute, second);
    if (!date.isValid() || !time.isValid() || year < 1990 || year > 2100)
        return std::nullopt;
    return utcMs(date, time);
}

std::optional<qint64> writtenTime(const QString &text)
{
    static const QRegularExpression form(QStringLiteral(
        "^(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?"
        "(?:[T\\s]*(\\d{1,2})[:：时](?:(\\d{1,2})(?:[:：分](\\d{1,2})?)?秒?)?(?:\\.\\d+)?)?$"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const auto number = [&](int group) { return match.captured(group).toInt(); };
    return countyMoment(number(1), number(2), number(3), number(4), number(5), number(6));
}

std::optional<qint64> compactTime(const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral("^(\\d{4})(\\d{2})(\\d{2})(?:(\\d{2})(\\d{2})(\\d{2})?)?$"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const auto number = [&](int group) { return match.captured(group).toInt(); };
    return countyMoment(number(1), number(2), number(3), number(4), number(5), number(6));
}

/// A date cell that lost its format shows as days since 1899-12-30.
std::optional<qint64> dayNumberTime(const QString &text)
{
    constexpr double from1990 = 32'874;
    constexpr double to2100 = 73'415;
    bool ok = false;
    const double days = text.toDouble(&ok);
    if (!ok || days < from1990 || days >= to2100)
        return std::nullopt;
    const auto seconds = static_cast<qint64>(std::llround(days * 86'400.0));
    return utcMs(QDate(1899, 12, 30), QTime(0, 0)) + seconds * 1000;
}

std::optional<qint64> zonedTime(const QString &text)
{
    const auto time = parseZonedTime(text);
    const int year = time ? countyDate(*time).year() : 0;
    return year >= 1990 && year <= 2100 ? time : std::nullopt;
}

} // namespace

QString cleanCell(QString cell)
{
    cell.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    for (QChar &c : cell) {
        if (c == u'\r' || c == u'\v' || c == u'\f' || c == QChar::LineSeparator
            || c == QChar::ParagraphSeparator)
            c = u'\n';
        else if (c.unicode() < 0x20 && c != u'\n' && c != u'\t')
            c = u' ';
    }
    return withoutExcelArmour(cell.trimmed()).trimmed();
}

QString optionalText(const QString &cleaned)
{
    static const QString nothing
        = QStringLiteral("无 暂无 不详 空 - -- / \\ N/A NA NULL none 无。 (null) (无) （无）");
    return isOneOf(cleaned, nothing) ? QString() : cleaned;
}

std::optional<qint64> timeOf(const QString &cleaned)
{
    constexpr std::array forms{&zonedTime, &writtenTime, &compactTime, &dayNumberTime};
    for (const auto form : forms) {
        if (const auto time = form(cleaned))
            return time;
    }
    return std::nullopt;
}

std::optional<QString> phoneOf(const QString &cleaned)
{
    static const QRegularExpression form(QStringLiteral("^\\+?[\\d\\s()（）\\-—转,，;；/、*]+$"));
    const auto digits = std::ranges::count_if(cleaned, [](QChar c) { return c.isDigit(); });
    if (digits < 5 || !form.match(cleaned).hasMatch())
        return std::nullopt;
    return cleaned;
}

std::optional<bool> yesNoOf(const QString &cleaned)
{
    if (isOneOf(cleaned, QStringLiteral("1 是 匿名 true yes y √ 匿名件")))
        return true;
    if (cleaned.isEmpty() || isOneOf(cleaned, QStringLiteral("0 否 不匿名 实名 非匿名 false no n ×")))
        return false;
    return std::nullopt;
}

bool isDamagedNumber(const QString &cleaned)
{
    static const QRegularExpression form(QStringLiteral("^\\d(?:\\.\\d+)?[Ee]\\+?\\d+$"));
    return form.match(cleaned).hasMatch();
}

} // namespace chengban

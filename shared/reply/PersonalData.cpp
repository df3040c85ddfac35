#include "shared/reply/TextChecks.h"
#include "shared/reply/Wording.h"

#include <algorithm>

namespace chengban {

namespace {

QString onlyDigits(const QString &text)
{
    QString digits;
    std::ranges::copy_if(text, std::back_inserter(digits), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return digits;
}

/// GB 11643: birthday in digits 7 to 14, check character by ISO 7064 MOD 11-2.
bool isIdentityNumber(const QString &text)
{
    QString number = text;
    number.removeIf([](QChar c) { return c.isSpace(); });
    if (number.size() != 18 || !QDate::fromString(number.mid(6, 8), QStringLiteral("yyyyMMdd")).isValid())
        return false;
    int rest = 0;
    for (const QChar c : number.left(17))
        rest = ((rest + c.digitValue()) * 2) % 11;
    const int check = (12 - rest) % 11;
    return number.back().toUpper() == (check == 10 ? QChar(u'X') : QChar(u'0' + check));
}

/// ISO/IEC 7812: the last digit checks the others (Luhn).
bool isCardNumber(const QString &text)
{
    const QString digits = onlyDigits(text);
    if (digits.size() < 16 || digits.size() > 19)
        return false;
    int sum = 0;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        const int digit = digits[digits.size() - 1 - i].digitValue();
        const int doubled = i % 2 == 0 ? digit : digit * 2;
        sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
}

/// A name that may not stand in the answer. "张先生" is an address, not a name; one character alone is a
/// surname.
bool isFullName(const QString &name, const QStringList &salutations)
{
    const bool addressed
        = std::ranges::any_of(salutations, [&](const QString &word) { return name.endsWith(word); });
    return letterCount(name) >= 2 && !addressed;
}

/// The citizen's own name, unless somebody of the unit has the same.
void addCitizenName(TextFinder &answer, const AnswerText &about)
{
    const QString name = about.context.citizenName.trimmed();
    const bool namesake = name == about.reply.handler || name == about.reply.signer
        || std::ranges::any_of(
            about.contacts, [&](const ContactAttempt &contact) { return contact.handler == name; });
    if (isFullName(name, answer.words("salutations")) && !namesake)
        answer.noteWords("citizen-name-in-answer", {name});
}

/// The citizen's number, and mobile numbers that are neither the unit's nor the citizen's.
void addPhones(TextFinder &answer, const AnswerText &about)
{
    const auto isCitizens
        = [&](const QString &number) { return isSameNumber(about.context.citizenPhone, number); };
    static const QRegularExpression anyNumber(QStringLiteral(
        "(?<![0-9])(?:\\+?86[\\s-]?)?[0-9](?:[\\s\\x{2010}-\\x{2015}-]?[0-9]){6,14}(?![0-9])"));
    answer.noteMatches("citizen-phone-in-answer", anyNumber,
        [&](const QRegularExpressionMatch &match) { return isCitizens(match.captured()); });
    static const QRegularExpression mobile(
        QStringLiteral("(?<![0-9])1[3-9][0-9](?:[\\s\\x{2010}-\\x{2015}-]?[0-9]{4}){2}(?![0-9])"));
    answer.noteMatches("phone-in-answer", mobile, [&](const QRegularExpressionMatch &match) {
        return !isUnitsNumber(match.captured(), about) && !isCitizens(match.captured());
    });
}

void addNumbers(TextFinder &answer)
{
    static const QRegularExpression identity(
        QStringLiteral("(?<![0-9A-Za-z])[1-8][0-9]{5}\\s?[0-9]{8}\\s?[0-9]{3}[0-9Xx](?![0-9A-Za-z])"));
    answer.noteMatches("identity-number-in-answer", identity,
        [](const QRegularExpressionMatch &match) { return isIdentityNumber(match.captured()); });
    static const QRegularExpression card(
        QStringLiteral("(?<![0-9A-Za-z])(?:62|4[0-9]|5[1-5])[0-9]{2}(?:[\\s-]?[0-9]{4}){3}(?:[\\s-]?[0-9]{1,"
                       "3})?(?![0-9A-Za-z])"));
    answer.noteMatches("bank-card-in-answer", card, [](const QRegularExpressionMatch &match) {
        return isCardNumber(match.captured()) && !isIdentityNumber(match.captured());
    });
    static const QRegularExpression plate(
        QStringLiteral("[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][\\s·•.]?"
                       "(?=[A-Z0-9]*[0-9])[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学](?![A-Za-z0-9])"));
    answer.noteMatches("plate-in-answer", plate, [](const QRegularExpressionMatch &) { return true; });
}

/// The words beside the place in its sentence, as far as they can say whose room it is.
QString wordsBeside(const QString &text, qsizetype start, qsizetype end)
{
    constexpr qsizetype farthest = 16;
    const QString before = text.mid(std::max<qsizetype>(0, start - farthest), std::min(start, farthest))
                               .section(QChar(u'。'), -1)
                               .section(QChar(u'；'), -1);
    return before + text.mid(end, farthest).section(QChar(u'。'), 0, 0);
}

/// A room of a building is somebody's home, unless the words beside it say that it is an office.
void addAddresses(TextFinder &answer)
{
    static const QRegularExpression address(
        QStringLiteral("[0-9A-Z一二三四五六七八九十]{1,4}\\s?(?:栋|幢|号楼|座|#)\\s?"
                       "(?:[0-9A-Z一二三四五六七八九十]{1,3}\\s?(?:单元|门)\\s?)?(?:[0-9一二三四五六七八九十]"
                       "{1,3}\\s?[楼层]\\s?)?"
                       "[0-9]{2,4}\\s?(?:室|号房|房(?![屋间产源]))"));
    answer.noteMatches("address-in-answer", address, [&](const QRegularExpressionMatch &match) {
        const QString around = wordsBeside(answer.text(), match.capturedStart(), match.capturedEnd());
        const QStringList &office = answer.words("office");
        return std::ranges::none_of(office, [&around](const QString &word) { return around.contains(word); });
    });
}

} // namespace

void addPersonalData(TextFinder &answer, const AnswerText &about)
{
    addPhones(answer, about);
    addCitizenName(answer, about);
    addNumbers(answer);
    addAddresses(answer);
}

} // namespace chengban

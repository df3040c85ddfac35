#include "shared/reply/TextChecks.h"

#include "shared/reply/Wording.h"

#include <QRegularExpression>

#include <algorithm>

namespace chengban {

namespace {

constexpr char writingCite[] = "T4 一(二)";
constexpr char privacyCite[] = "国办函〔2025〕66号"; // Personal data are protected from intake to archive.

/// Numbers are compared by their digits, without the country's code.
QString digitsOf(const QString &number)
{
    QString digits;
    for (const QChar c : number) {
        if (c >= u'0' && c <= u'9')
            digits += c;
    }
    return digits.size() == 13 && digits.startsWith(QStringLiteral("861")) ? digits.mid(2) : digits;
}

constexpr qsizetype shortestNumber = 7;

QRegularExpression anyOf(const QStringList &words)
{
    QStringList escaped;
    for (const QString &word : words)
        escaped += QRegularExpression::escape(word);
    return QRegularExpression(escaped.join(QLatin1Char('|')));
}

/// The digits in a row, however they are grouped, and no part of a longer number.
QRegularExpression groupedNumber(const QString &digits)
{
    QStringList parts;
    for (const QChar digit : digits)
        parts += digit;
    return QRegularExpression(QStringLiteral("(?<![0-9])(?:\\+?86[\\s-]?)?%1(?![0-9])")
                                  .arg(parts.join(QStringLiteral("[\\s\\x{2010}-\\x{2015}-]?"))));
}

/// Collects the places of one kind of fault in one field.
class Finder
{
public:
    Finder(Problems &problems, const QString &field, const QString &text)
        : m_problems(problems)
        , m_field(field)
        , m_text(text)
    {
    }

    template <typename Accept> void find(const QRegularExpression &what, Problem fault, Accept accept)
    {
        fault.field = m_field;
        for (auto matches = what.globalMatch(m_text); matches.hasNext();) {
            const auto match = matches.next();
            if (match.capturedLength() == 0 || !accept(match.captured()))
                continue;
            fault.start = match.capturedStart();
            fault.length = match.capturedLength();
            m_problems += fault;
        }
    }

    void find(const QRegularExpression &what, const Problem &fault)
    {
        find(what, fault, [](const QString &) { return true; });
    }

private:
    Problems &m_problems;
    QString m_field;
    QString m_text;
};

Problem fault(ErrorCode code, const char *finding, Severity severity, const char *cite)
{
    return {code, QString::fromLatin1(finding), {}, severity, QString::fromUtf8(cite)};
}

/// An identity card number names its bearer's birthday in digits 7 to 14.
bool isIdentityNumber(const QString &text)
{
    return QDate::fromString(text.mid(6, 8), QStringLiteral("yyyyMMdd")).isValid();
}

/// A name that may not stand in the answer. "张先生" is an address, not a name; one character alone is a
/// surname.
bool isFullName(const QString &name, const RulePack &pack)
{
    const QStringList salutations = pack.words.value(QStringLiteral("salutations"));
    const bool addressed
        = std::ranges::any_of(salutations, [&](const QString &word) { return name.endsWith(word); });
    return letterCount(name) >= 2 && !addressed;
}

void addPersonalData(Finder &answer, const Reply &reply, const QList<ContactAttempt> &contacts,
    const ReplyContext &context, const RulePack &pack)
{
    const auto must = [](const char *finding) {
        return fault(ErrorCode::PartContradicts, finding, Severity::Must, privacyCite);
    };
    const QString phone = digitsOf(context.citizenPhone);
    if (phone.size() >= shortestNumber)
        answer.find(groupedNumber(phone), must("citizen-phone-in-answer"));
    const QString name = context.citizenName.trimmed();
    const bool namesake = name == reply.handler
        || std::ranges::any_of(
            contacts, [&](const ContactAttempt &contact) { return contact.handler == name; });
    if (isFullName(name, pack) && !namesake)
        answer.find(anyOf({name}), must("citizen-name-in-answer"));
    static const QRegularExpression identity(QStringLiteral("(?<![0-9])[0-9]{17}[0-9Xx](?![0-9])"));
    answer.find(identity, must("identity-number-in-answer"), &isIdentityNumber);
}

/// A mobile number that is neither the unit's nor the citizen's belongs to somebody else.
void addOtherPhones(
    Finder &answer, const Reply &reply, const QList<ContactAttempt> &contacts, const ReplyContext &context)
{
    const auto isOther = [&](const QString &number) {
        const bool own = std::ranges::any_of(
            contacts, [&](const ContactAttempt &contact) { return isSameNumber(contact.phoneUsed, number); });
        return !own && !isSameNumber(reply.handlerPhone, number)
            && !isSameNumber(context.citizenPhone, number);
    };
    static const QRegularExpression mobile(QStringLiteral("(?<![0-9])1[3-9][0-9]{9}(?![0-9])"));
    answer.find(
        mobile, fault(ErrorCode::PartContradicts, "phone-in-answer", Severity::Should, privacyCite), isOther);
}

/// An answer that says the demand again and little more does not answer it (T4).
bool repeatsDemand(const QString &answer, const QString &demand)
{
    constexpr qsizetype longEnough = 20;
    constexpr qsizetype littleMore = 30;
    const QString said = withoutSpaces(answer);
    const QString asked = withoutSpaces(demand);
    return asked.size() >= longEnough && said.contains(asked) && said.size() - asked.size() < littleMore;
}

} // namespace

bool isSameNumber(const QString &one, const QString &other)
{
    const QString digits = digitsOf(one);
    return digits.size() >= shortestNumber && digits == digitsOf(other);
}

void addPlaceholders(Problems &problems, const QString &field, const QString &text, const RulePack &pack)
{
    const QStringList words = pack.words.value(QStringLiteral("placeholders"));
    if (words.isEmpty() || text.isEmpty())
        return;
    Finder(problems, field, text)
        .find(anyOf(words), fault(ErrorCode::BadInput, "placeholder-left", Severity::Must, writingCite));
}

void addAnswerFaults(Problems &problems, const Reply &reply, const QList<ContactAttempt> &contacts,
    const ReplyContext &context, const RulePack &pack)
{
    const QString field = QStringLiteral("answer");
    Finder answer(problems, field, reply.answer);
    addPersonalData(answer, reply, contacts, context, pack);
    addOtherPhones(answer, reply, contacts, context);
    const QStringList vague = pack.words.value(QStringLiteral("vague"));
    if (!vague.isEmpty())
        answer.find(anyOf(vague), fault(ErrorCode::BadInput, "vague-words", Severity::Should, writingCite));
    if (repeatsDemand(reply.answer, context.demandText)) {
        problems += fault(ErrorCode::BadInput, "answer-repeats-demand", Severity::Should, writingCite);
        problems.last().field = field;
    }
}

} // namespace chengban

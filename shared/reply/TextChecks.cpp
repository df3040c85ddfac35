#include "shared/reply/TextChecks.h"

#include "shared/base/CountyTime.h"
#include "shared/reply/Wording.h"

#include <algorithm>
#include <array>

namespace chengban {

namespace {

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

} // namespace

bool isSameNumber(const QString &one, const QString &other)
{
    constexpr qsizetype shortestNumber = 7;
    const QString digits = digitsOf(one);
    return digits.size() >= shortestNumber && digits == digitsOf(other);
}

bool isUnitsNumber(const QString &number, const AnswerText &about)
{
    return isSameNumber(about.reply.handlerPhone, number)
        || std::ranges::any_of(about.contacts,
            [&](const ContactAttempt &contact) { return isSameNumber(contact.phoneUsed, number); });
}

QDate replyDay(const Reply &reply, const ReplyContext &context)
{
    for (const qint64 ms : {context.signedAtMs, context.answeredAtMs, reply.answeredAtMs, context.nowMs}) {
        if (ms > 0)
            return countyDate(ms);
    }
    return {};
}

void addPlaceholders(Problems &problems, const QString &field, const QString &text, const RulePack &pack)
{
    TextFinder finder(problems, pack, field, text);
    finder.noteWords("placeholder-left", finder.words("placeholders"));
    static const QRegularExpression ofTemplate(QStringLiteral("\\{[a-z-]+\\}?")); // PackParts.h
    finder.noteMatches("placeholder-left", ofTemplate, [](const QRegularExpressionMatch &) { return true; });
}

void addAnswerFaults(Problems &problems, const AnswerText &about)
{
    TextFinder answer(problems, about.pack, QStringLiteral("answer"), about.reply.answer);
    addContactFaults(answer, about);
    addWordingFaults(answer, about);
    addSubjectFaults(answer, about);
    addCitationFaults(answer, about);
    addPersonalData(answer, about);
}

} // namespace chengban

#include "shared/base/CountyTime.h"
#include "shared/reply/Contacts.h"
#include "shared/reply/TextChecks.h"

#include <algorithm>

namespace chengban {

namespace {

/// The part of the sentence before a place, as far as it can say "not" or "later".
QString wordsBefore(const QString &text, qsizetype start)
{
    constexpr qsizetype farthest = 40;
    const qsizetype from = std::max<qsizetype>(0, start - farthest);
    return text.mid(from, start - from).section(QChar(u'。'), -1).section(QChar(u'；'), -1);
}

/// Where the answer says that the citizen was called: not that nobody was reached, nor that somebody will
/// call.
QList<TextPlace> calls(const TextFinder &answer)
{
    const QStringList &notCalled = answer.words("notCalled");
    QList<TextPlace> places = answer.places(answer.words("calledCitizen"));
    places.removeIf([&](const TextPlace &place) {
        const QString before = wordsBefore(answer.text(), place.start);
        return std::ranges::any_of(notCalled, [&](const QString &word) { return before.contains(word); });
    });
    return places;
}

/// Nobody can be called whose name and number nobody knows.
void addAnonymousCalled(TextFinder &answer, const AnswerText &about)
{
    if (!about.context.anonymous || !answer.wants("anonymous-yet-called"))
        return;
    for (const TextPlace &call : calls(answer))
        answer.note("anonymous-yet-called", call.start, call.length);
    if (std::ranges::any_of(about.contacts, &spoke))
        answer.note("anonymous-yet-called");
}

/// The contact that the reply tells of was made before the reply was signed.
void addRecordsAfterSigning(TextFinder &answer, const AnswerText &about)
{
    const auto isLater
        = [&](const ContactAttempt &contact) { return contact.atMs > about.context.signedAtMs; };
    if (about.context.signedAtMs > 0 && !about.contacts.isEmpty()
        && std::ranges::all_of(about.contacts, isLater))
        answer.note("contact-after-signing");
}

/// The day that "于11月3日9时" means: with its year, else the one nearest to the reply.
QDate dayMeant(const QRegularExpressionMatch &match, const QDate &replyDay)
{
    const int month = match.captured(QStringLiteral("month")).toInt();
    const int day = match.captured(QStringLiteral("day")).toInt();
    const QString year = match.captured(QStringLiteral("year"));
    if (!year.isEmpty())
        return QDate(year.toInt(), month, day);
    const QDate same(replyDay.year(), month, day);
    constexpr int halfYear = 183;
    const auto away = replyDay.daysTo(same);
    return away > halfYear ? same.addYears(-1) : away < -halfYear ? same.addYears(1) : same;
}

/// A sentence that dates the call to the citizen after the day of the reply.
void addCallsAfterReply(TextFinder &answer, const AnswerText &about)
{
    const QDate replied = replyDay(about.reply, about.context);
    if (!replied.isValid() || !answer.wants("contact-after-signing"))
        return;
    static const QRegularExpression date(
        QStringLiteral("(?:(?<year>20[0-9]{2})年)?(?<month>[0-9]{1,2})月(?<day>[0-9]{1,2})日"));
    for (const TextPlace &call : calls(answer)) {
        const QString before = wordsBefore(answer.text(), call.start);
        QRegularExpressionMatch last;
        for (auto matches = date.globalMatch(before); matches.hasNext();)
            last = matches.next();
        if (last.hasMatch() && dayMeant(last, replied) > replied)
            answer.note("contact-after-signing", call.start - before.size() + last.capturedStart(),
                last.capturedLength());
    }
}

/// "反映人电话" followed by one of the unit's own numbers.
void addUnitsNumber(TextFinder &answer, const AnswerText &about)
{
    static const QRegularExpression citizens(
        QStringLiteral("(?:反映人|诉求人|来电人|当事人|市民|您)(?:的|本人|预留|联系)*(?:电话|手机)(?:号码|号)"
                       "?(?:是|为|：|:|（|\\()?\\s?"
                       "(\\+?[0-9](?:[\\s\\x{2010}-\\x{2015}-]?[0-9]){6,14})"));
    answer.noteMatches("unit-number-as-citizens", citizens,
        [&](const QRegularExpressionMatch &match) { return isUnitsNumber(match.captured(1), about); });
}

} // namespace

void addContactFaults(TextFinder &answer, const AnswerText &about)
{
    addAnonymousCalled(answer, about);
    addRecordsAfterSigning(answer, about);
    addCallsAfterReply(answer, about);
    addUnitsNumber(answer, about);
}

} // namespace chengban

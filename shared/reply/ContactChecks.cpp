#include "shared/base/CountyTime.h"
#include "shared/reply/TextChecks.h"

#include <algorithm>

namespace chengban {

namespace {

bool spoke(const ContactAttempt &contact)
{
    return contact.outcome == ContactOutcome::Reached || contact.outcome == ContactOutcome::Declined;
}

/// Nobody can be called whose name and number nobody knows.
void addAnonymousCalled(TextFinder &answer, const AnswerText &about)
{
    if (!about.context.anonymous)
        return;
    answer.noteWords("anonymous-yet-called", answer.words("calledCitizen"));
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
    return replyDay.daysTo(same) > halfYear ? same.addYears(-1) : same;
}

/// A sentence that dates the call to the citizen after the day of the reply.
void addCallsAfterReply(TextFinder &answer, const AnswerText &about)
{
    const QDate replied = replyDay(about.reply, about.context);
    if (!replied.isValid() || !answer.wants("contact-after-signing") || !answer.holdsOneOf("calledCitizen"))
        return;
    static const QRegularExpression date(
        QStringLiteral("(?:(?<year>20[0-9]{2})年)?(?<month>[0-9]{1,2})月(?<day>[0-9]{1,2})日"));
    constexpr qsizetype sameSentence = 40;
    const QStringList &called = answer.words("calledCitizen");
    for (auto matches = date.globalMatch(answer.text()); matches.hasNext();) {
        const auto match = matches.next();
        QStringView behind = QStringView(answer.text()).mid(match.capturedEnd(), sameSentence);
        behind = behind.left(
            std::max<qsizetype>(behind.indexOf(u'。'), behind.contains(u'。') ? 0 : behind.size()));
        const bool isCall
            = std::ranges::any_of(called, [behind](const QString &word) { return behind.contains(word); });
        if (isCall && dayMeant(match, replied) > replied)
            answer.note("contact-after-signing", match.capturedStart(), match.capturedLength());
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

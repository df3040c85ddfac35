#include "shared/reply/Contacts.h"

#include "shared/base/CountyTime.h"
#include "shared/reply/TextChecks.h"
#include "shared/reply/Wording.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace chengban {

namespace {

/// What the first contact can tell (HA8).
struct Told
{
    const char *content; ///< In the pack's `tells`.
    bool ContactAttempt::*flag;
    const char *finding;
};
constexpr std::array contents{
    Told{"acceptance", &ContactAttempt::toldAcceptance, "contact-acceptance-not-told"},
    Told{"procedure", &ContactAttempt::toldProcedure, "contact-procedure-not-told"},
    Told{"limit", &ContactAttempt::toldLimit, "contact-limit-not-told"},
};

bool toldAnything(const ContactAttempt &contact)
{
    return contact.toldReason || contact.toldProgress || contact.toldPlan
        || std::ranges::any_of(contents, [&](const Told &told) { return contact.*told.flag; });
}

bool isCall(const ContactAttempt &contact)
{
    return contact.outcome != ContactOutcome::NoNumber;
}

bool isFailedCall(const ContactAttempt &contact)
{
    return isCall(contact) && !spoke(contact);
}

/// The latest conversation; null when there was none.
const ContactAttempt *conversation(const QList<ContactAttempt> &contacts)
{
    const ContactAttempt *latest = nullptr;
    for (const ContactAttempt &contact : contacts) {
        if (spoke(contact) && (!latest || contact.atMs >= latest->atMs))
            latest = &contact;
    }
    return latest;
}

/// Calls that found nobody; two records of the same minute are one call.
QList<ContactAttempt> failedCalls(const QList<ContactAttempt> &contacts)
{
    QList<ContactAttempt> calls;
    QSet<qint64> minutes;
    for (const ContactAttempt &contact : contacts) {
        const qint64 minute = contact.atMs / 60'000;
        if (!isFailedCall(contact) || minutes.contains(minute))
            continue;
        minutes.insert(minute);
        calls.append(contact);
    }
    std::ranges::stable_sort(calls, {}, &ContactAttempt::atMs);
    return calls;
}

QList<ContactAttempt> sound(
    const QList<ContactAttempt> &contacts, const ReplyContext &context, const RulePack &pack)
{
    QList<ContactAttempt> list;
    std::ranges::copy_if(contacts, std::back_inserter(list),
        [&](const ContactAttempt &contact) { return contactProblems(contact, context, pack).isEmpty(); });
    return list;
}

QString phrase(const RulePack &pack, const char *name)
{
    return pack.templates.value(QString::fromLatin1(name));
}

QString spokenSentence(const ContactAttempt &contact, const RulePack &pack)
{
    const QDateTime time = countyTime(contact.atMs);
    const bool reached = contact.outcome == ContactOutcome::Reached;
    return filled(phrase(pack, reached ? "contact-reached" : "contact-declined"),
        {{"handler", contact.handler}, {"phone", contact.phoneUsed},
            {"month", QString::number(time.date().month())}, {"day", QString::number(time.date().day())},
            {"hour", QString::number(time.time().hour())}});
}

QString callText(const ContactAttempt &contact, const RulePack &pack)
{
    const QDateTime time = countyTime(contact.atMs);
    return filled(phrase(pack, "contact-time"),
        {{"month", QString::number(time.date().month())}, {"day", QString::number(time.date().day())},
            {"hour", QString::number(time.time().hour())},
            {"outcome", pack.templates.value(QStringLiteral("outcome-") + nameOf(contact.outcome))}});
}

/// The calls of each handler and number together, so that the sentence names both once.
QString unreachableSentence(const QList<ContactAttempt> &calls, const RulePack &pack)
{
    QStringList groups;
    for (qsizetype i = 0; i < calls.size();) {
        const ContactAttempt &first = calls[i];
        QStringList times;
        for (; i < calls.size() && calls[i].handler == first.handler && calls[i].phoneUsed == first.phoneUsed;
             ++i)
            times += callText(calls[i], pack);
        groups += filled(phrase(pack, "contact-calls"),
            {{"handler", first.handler}, {"phone", first.phoneUsed},
                {"times", times.join(QStringLiteral("、"))}});
    }
    return filled(phrase(pack, "contact-unreachable"),
        {{"calls", groups.join(QStringLiteral("；"))}, {"count", QString::number(calls.size())}});
}

Problem problem(ErrorCode code, const char *finding, const char *field, const QString &cite)
{
    return {code, QString::fromLatin1(finding), QString::fromLatin1(field), Severity::Must, cite};
}

QString citeOfPart(const RulePack &pack, const QString &part)
{
    const auto row = std::ranges::find(pack.requiredParts, part, &RequiredPart::part);
    return row == pack.requiredParts.end() ? pack.contact.cite : row->cite;
}

QString contactCite(const RulePack &pack)
{
    return citeOfPart(pack, QStringLiteral("contact"));
}

/// What a record must hold, it holds for the sentence (T6).
QString formCite(const RulePack &pack)
{
    return citeOfPart(pack, QStringLiteral("contactSentence"));
}

} // namespace

bool spoke(const ContactAttempt &contact)
{
    return contact.outcome == ContactOutcome::Reached || contact.outcome == ContactOutcome::Declined;
}

Problems contactProblems(const ContactAttempt &contact, const ReplyContext &context, const RulePack &pack)
{
    const QString form = formCite(pack);
    Problems problems;
    if (contact.handler.trimmed().isEmpty())
        problems += problem(ErrorCode::PartMissing, "contact-handler-missing", "handler", form);
    if (isCall(contact) && contact.phoneUsed.trimmed().isEmpty())
        problems += problem(ErrorCode::PartMissing, "contact-phone-missing", "phoneUsed", form);
    if (isCall(contact) && isSameNumber(contact.phoneUsed, context.citizenPhone))
        problems += problem(ErrorCode::PartContradicts, "contact-phone-is-the-citizens", "phoneUsed", form);
    if (!isCall(contact) && (context.hasPhone || !context.citizenPhone.isEmpty()))
        problems += problem(ErrorCode::PartContradicts, "contact-number-known", "outcome", pack.contact.cite);
    if (contact.outcome != ContactOutcome::Reached && toldAnything(contact))
        problems += problem(ErrorCode::PartContradicts, "contact-told-nobody", "outcome", form);
    return problems;
}

std::optional<Problem> notTold(const QList<ContactAttempt> &contacts, const RulePack &pack)
{
    QList<ContactAttempt> reached = contacts;
    reached.removeIf([](const ContactAttempt &one) { return one.outcome != ContactOutcome::Reached; });
    for (const Told &told : contents) {
        const bool owed = pack.contact.tells.contains(QLatin1StringView(told.content)) && !reached.isEmpty();
        if (owed && std::ranges::none_of(reached, told.flag))
            return problem(ErrorCode::PartMissing, told.finding, "contact", pack.contact.cite);
    }
    return std::nullopt;
}

std::optional<Problem> missingContact(
    const QList<ContactAttempt> &contacts, const ReplyContext &context, const RulePack &pack)
{
    const QList<ContactAttempt> good = sound(contacts, context, pack);
    const auto calls = failedCalls(good).size();
    const bool noNumber = std::ranges::any_of(good, std::not_fn(isCall));
    if (conversation(good) || noNumber || calls >= pack.contact.attemptsWhenUnreachable)
        return std::nullopt;
    if (calls > 0)
        return problem(ErrorCode::PartMissing, "contact-attempts-too-few", "contact", pack.contact.cite);
    if (!contacts.isEmpty())
        return problem(ErrorCode::PartContradicts, "contact-contradicts", "contact", contactCite(pack));
    return problem(ErrorCode::PartMissing, "contact-missing", "contact", contactCite(pack));
}

QString contactSentence(const QList<ContactAttempt> &contacts, const RulePack &pack)
{
    if (contacts.isEmpty())
        return {};
    if (const ContactAttempt *spoken = conversation(contacts))
        return spokenSentence(*spoken, pack);
    const QList<ContactAttempt> calls = failedCalls(contacts);
    if (!calls.isEmpty())
        return unreachableSentence(calls, pack);
    return filled(phrase(pack, "contact-no-number"), {{"handler", contacts.last().handler}});
}

bool showsContact(const QString &answer, const QList<ContactAttempt> &contacts, const RulePack &pack)
{
    const QString text = withoutSpaces(answer);
    QString sentence = withoutSpaces(contactSentence(contacts, pack));
    if (sentence.endsWith(QChar(u'。')))
        sentence.chop(1);
    if (text.contains(sentence))
        return true;
    const ContactAttempt *spoken = conversation(contacts);
    if (!spoken) {
        const QStringList &words = wordList(pack, "unreachable");
        return std::ranges::any_of(words, [&](const QString &word) { return text.contains(word); });
    }
    const QDate day = countyDate(spoken->atMs);
    const QString date = QStringLiteral("%1月%2日").arg(day.month()).arg(day.day());
    return text.contains(withoutSpaces(spoken->handler)) && text.contains(withoutSpaces(spoken->phoneUsed))
        && text.contains(date);
}

} // namespace chengban

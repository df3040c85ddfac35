#include "shared/reply/Requirements.h"

#include "shared/reply/Contacts.h"
#include "shared/reply/ReplyParts.h"
#include "shared/reply/TextChecks.h"
#include "shared/reply/Wording.h"

#include <QSet>

#include <algorithm>

namespace chengban {

namespace {

/// Where the pack asks for the part with that field; its id when it does not ask for it at all.
QString citeOfPart(const RulePack &pack, const char *field)
{
    const auto part = std::ranges::find_if(
        replyParts(), [&](const ReplyPart &one) { return QByteArrayView(one.field) == field; });
    const auto row = std::ranges::find_if(pack.requiredParts,
        [&](const RequiredPart &one) { return one.part == QLatin1StringView(part->part); });
    return row == pack.requiredParts.end() ? pack.id : row->cite;
}

/// Goes through the form from top to bottom and notes what is missing or wrong.
class Check
{
public:
    Check(const Reply &reply, const QList<ContactAttempt> &contacts, const ReplyContext &context,
        const RulePack &pack)
        : m_reply(reply)
        , m_contacts(contacts)
        , m_context(context)
        , m_pack(pack)
    {
    }

    Problems run();

private:
    void verdict();
    void part(const ReplyPart &part);
    void lack(const ReplyPart &part, const RequiredPart &required);
    void contactLack();
    void contactSentenceLack(const RequiredPart &required);
    void code(const QString &code, const QList<CodedReason> &known, const char *field, const char *finding);
    void outcome(const QString &code, const QString &group, const char *field);
    void codes();
    void record();
    void unitCallback();
    void files();
    void add(ErrorCode code, const QString &finding, const QString &field, const QString &cite,
        Severity severity = Severity::Must)
    {
        m_problems += Problem{code, finding, field, severity, cite};
    }
    [[nodiscard]] bool answeredAtOnce() const;
    [[nodiscard]] bool applies(const RequiredPart &required) const;
    [[nodiscard]] QString citeOf(const RequiredPart &required) const;

    const Reply &m_reply;
    const QList<ContactAttempt> &m_contacts;
    const ReplyContext &m_context;
    const RulePack &m_pack;
    Problems m_problems;
};

bool Check::applies(const RequiredPart &required) const
{
    const auto fits
        = [](const QString &wanted, const QString &is) { return wanted.isEmpty() || wanted == is; };
    const bool verdictFits
        = required.verdict == QStringLiteral("any") || required.verdict == nameOf(m_reply.verdict);
    const bool caseFits = fits(required.outcome, m_reply.outcome)
        && fits(required.caseType, m_context.caseType) && fits(required.order, m_context.order)
        && (!required.caseClass || required.caseClass == m_context.caseClass);
    const bool waived = (required.unlessAnonymous && m_context.anonymous)
        || (required.unlessNoAnswer && m_context.noAnswer) || (required.unlessNoSite && m_reply.noSite);
    return verdictFits && caseFits && !waived;
}

/// Channels and bodies stand in different sentences of a document (T12, T13).
QString Check::citeOf(const RequiredPart &required) const
{
    if (required.part != QStringLiteral("channelTold"))
        return required.cite;
    const CodedReason *channel = reasonCoded(m_pack.channels, m_reply.channel);
    return channel ? channel->cite : required.cite;
}

void Check::verdict()
{
    if (m_reply.verdict == Verdict::Undecided) {
        const auto row = std::ranges::find_if(m_pack.requiredParts,
            [](const RequiredPart &part) { return part.verdict != QStringLiteral("any"); });
        add(ErrorCode::PartMissing, QStringLiteral("verdict-missing"), QStringLiteral("verdict"),
            row == m_pack.requiredParts.end() ? m_pack.id : row->cite);
    }
}

/// HA8: nobody has to be told beforehand who has the answer within the time for it.
bool Check::answeredAtOnce() const
{
    const qint64 answeredMs = m_reply.answeredAtMs > 0 ? m_reply.answeredAtMs : m_context.answeredAtMs;
    return m_pack.contact.waivedWhenAnsweredInLimit && answeredMs > 0
        && answeredMs <= m_context.firstContactDueMs;
}

void Check::contactLack()
{
    if (answeredAtOnce())
        return;
    if (const auto problem = missingContact(m_contacts, m_context, m_pack))
        m_problems += *problem;
    else if (const auto untold = notTold(m_contacts, m_pack))
        m_problems += *untold;
}

void Check::contactSentenceLack(const RequiredPart &required)
{
    // Without enough contact the sentence would be wrong in any case, and the lack of contact is said
    // already.
    if (m_reply.answer.isEmpty() || missingContact(m_contacts, m_context, m_pack))
        return;
    if (!showsContact(m_reply.answer, m_contacts, m_pack)) {
        add(ErrorCode::PartMissing, QStringLiteral("contact-sentence-missing"), QStringLiteral("answer"),
            required.cite);
    }
}

void Check::lack(const ReplyPart &part, const RequiredPart &required)
{
    if (required.part == QStringLiteral("contact")) {
        contactLack();
        return;
    }
    if (required.part == QStringLiteral("contactSentence")) {
        contactSentenceLack(required);
        return;
    }
    const int amount = amountOf(part, m_reply, m_context);
    if (amount >= required.least)
        return;
    const QString finding = QString::fromLatin1(part.stem)
        + (amount == 0 ? QStringLiteral("-missing") : QStringLiteral("-too-short"));
    add(ErrorCode::PartMissing, finding, QString::fromLatin1(part.field), citeOf(required));
}

void Check::part(const ReplyPart &part)
{
    const auto before = m_problems.size();
    for (const RequiredPart &required : m_pack.requiredParts) {
        const bool isIt = required.part == QLatin1StringView(part.part) && applies(required);
        if (isIt && m_problems.size() == before)
            lack(part, required);
    }
    if (part.text)
        addPlaceholders(m_problems, QString::fromLatin1(part.field), m_reply.*part.text, m_pack);
    if (part.text == &Reply::answer)
        addAnswerFaults(m_problems, {m_reply, m_contacts, m_context, m_pack});
}

/// Codes that the pack of the case does not know: the reply was written under another pack.
void Check::code(const QString &code, const QList<CodedReason> &known, const char *field, const char *finding)
{
    if (!code.isEmpty() && !reasonCoded(known, code))
        add(ErrorCode::BadInput, QString::fromLatin1(finding), QString::fromLatin1(field), m_pack.id);
}

/// Outcomes with a group are for cases of that type, those without for every case (HA10c, HA29d).
void Check::outcome(const QString &code, const QString &group, const char *field)
{
    const CodedReason *known = reasonCoded(m_pack.outcomes, code);
    if (!code.isEmpty() && (!known || known->group != group))
        add(ErrorCode::BadInput, QStringLiteral("outcome-unknown"), QString::fromLatin1(field),
            known ? known->cite : m_pack.id);
}

void Check::codes()
{
    code(m_reply.channel, m_pack.channels, "channel", "channel-unknown");
    outcome(m_reply.outcome, {}, "outcome");
    outcome(m_reply.suggestionOutcome, m_context.caseType, "suggestionOutcome");
    code(m_reply.answeredVia, m_pack.answerChannels, "answeredVia", "answered-via-unknown");
    code(m_reply.unitCallback, m_pack.satisfaction, "unitCallback", "unit-callback-unknown");
}

/// What the reply says of itself (M9) and against what the case knows (M10, M12).
void Check::record()
{
    const auto differs = [](const QString &said, const QString &is) {
        return !said.isEmpty() && !is.isEmpty() && withoutSpaces(said) != withoutSpaces(is);
    };
    const auto contradiction = [this](const char *finding, const char *field) {
        add(ErrorCode::PartContradicts, QString::fromLatin1(finding), QString::fromLatin1(field),
            citeOfPart(m_pack, field));
    };
    if (m_pack.answering.proofreadNeeded && !m_reply.proofread) {
        add(ErrorCode::PartMissing, QStringLiteral("proofread-missing"), QStringLiteral("proofread"),
            m_pack.answering.cite);
    }
    if (m_context.nowMs > 0 && m_reply.answeredAtMs > m_context.nowMs)
        contradiction("answered-in-future", "answeredAtMs");
    if (differs(m_reply.unit, m_context.unitName))
        contradiction("unit-differs", "unit");
    if (differs(m_reply.signer, m_context.signerName))
        contradiction("signer-differs", "signer");
    if (differs(m_reply.unitCallback, m_context.unitCallback))
        contradiction("unit-callback-differs", "unitCallback");
}

/// T17: who is not satisfied when the unit calls is handled again before the unit reports. A word about such
/// a call without one on record is no better.
void Check::unitCallback()
{
    const QString &said = m_reply.unitCallback.isEmpty() ? m_context.unitCallback : m_reply.unitCallback;
    const bool unsatisfied = !said.isEmpty() && said == worstSatisfaction(m_pack);
    if (m_pack.callback.unitFirst && unsatisfied && !m_context.unitCallbackActedOn) {
        add(ErrorCode::StepNotAllowed, QStringLiteral("unit-callback-unsatisfied"),
            QStringLiteral("unitCallback"), m_pack.callback.cite);
    }
}

void Check::files()
{
    const QString field = QStringLiteral("attachments");
    QSet<QString> seen;
    for (const Attachment &attachment : m_reply.attachments) {
        if (attachment.size == 0)
            add(ErrorCode::FileEmpty, QStringLiteral("attachment-empty"), field, m_pack.id);
        if (seen.contains(attachment.sha256)) {
            add(ErrorCode::PartContradicts, QStringLiteral("attachment-twice"), field, m_pack.id,
                Severity::Should);
        }
        seen.insert(attachment.sha256);
    }
}

Problems Check::run()
{
    verdict();
    for (const ReplyPart &one : replyParts())
        part(one);
    codes();
    record();
    unitCallback();
    files();
    return m_problems;
}

} // namespace

QString worstSatisfaction(const RulePack &pack)
{
    return pack.satisfaction.isEmpty() ? QString() : pack.satisfaction.last().code;
}

Problems replyProblems(const Reply &reply, const QList<ContactAttempt> &contacts, const ReplyContext &context,
    const RulePack &pack)
{
    return Check(reply, contacts, context, pack).run();
}

} // namespace chengban

#include "shared/reply/Requirements.h"

#include "shared/reply/Contacts.h"
#include "shared/reply/ReplyParts.h"
#include "shared/reply/TextChecks.h"

#include <QSet>

#include <algorithm>

namespace chengban {

namespace {

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
    void contactSentenceLack(const RequiredPart &required);
    void codes();
    void files();
    void add(ErrorCode code, const QString &finding, const QString &field, const QString &cite,
        Severity severity = Severity::Must)
    {
        m_problems += Problem{code, finding, field, severity, cite};
    }
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
    const bool verdictFits
        = required.verdict == QStringLiteral("any") || required.verdict == nameOf(m_reply.verdict);
    return verdictFits && !(required.unlessAnonymous && m_context.anonymous);
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
        add(ErrorCode::PartMissing, QStringLiteral("verdict-missing"), QStringLiteral("verdict"),
            QStringLiteral("T9-T14 一(二)"));
    }
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
        if (const auto problem = missingContact(m_contacts, m_context, m_pack))
            m_problems += *problem;
        return;
    }
    if (required.part == QStringLiteral("contactSentence")) {
        contactSentenceLack(required);
        return;
    }
    const int amount = amountOf(part, m_reply);
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
        addAnswerFaults(m_problems, m_reply, m_contacts, m_context, m_pack);
}

/// Codes that the pack of the case does not know: the reply was written under another pack.
void Check::codes()
{
    if (!m_reply.channel.isEmpty() && !reasonCoded(m_pack.channels, m_reply.channel))
        add(ErrorCode::BadInput, QStringLiteral("channel-unknown"), QStringLiteral("channel"), m_pack.id);
    if (!m_reply.unitCallback.isEmpty() && !reasonCoded(m_pack.satisfaction, m_reply.unitCallback))
        add(ErrorCode::BadInput, QStringLiteral("unit-callback-unknown"), QStringLiteral("unitCallback"),
            m_pack.id);
}

void Check::files()
{
    const QString field = QStringLiteral("attachments");
    QSet<QString> seen;
    for (const Attachment &attachment : m_reply.attachments) {
        if (attachment.size == 0)
            add(ErrorCode::FileEmpty, QStringLiteral("attachment-empty"), field,
                QStringLiteral("T15 一(二)"));
        if (seen.contains(attachment.sha256)) {
            add(ErrorCode::PartContradicts, QStringLiteral("attachment-twice"), field,
                QStringLiteral("T4 一(二)"), Severity::Should);
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
    files();
    return m_problems;
}

} // namespace

Problems replyProblems(const Reply &reply, const QList<ContactAttempt> &contacts, const ReplyContext &context,
    const RulePack &pack)
{
    return Check(reply, contacts, context, pack).run();
}

} // namespace chengban

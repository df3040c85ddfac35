#include "shared/reply/ReplyParts.h"

#include "shared/reply/Requirements.h"
#include "shared/reply/Wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace chengban {

namespace {

constexpr ReplyPart text(const char *name, const char *stem, const char *label, QString Reply::*member)
{
    return {name, name, stem, label, member, AttachmentKind::Other};
}

constexpr ReplyPart other(const char *part, const char *field, const char *stem, const char *label)
{
    return {part, field, stem, label, nullptr, AttachmentKind::Other};
}

constexpr ReplyPart file(const char *part, const char *stem, const char *label, AttachmentKind kind)
{
    return {part, "attachments", stem, label, nullptr, kind};
}

constexpr std::array parts{
    other("contact", "contact", "contact", QT_TRANSLATE_NOOP("ReplyPart", "Contact with the citizen")),
    text("outcome", "outcome", QT_TRANSLATE_NOOP("ReplyPart", "Outcome"), &Reply::outcome),
    text("suggestionOutcome", "suggestion-outcome",
        QT_TRANSLATE_NOOP("ReplyPart", "Outcome of the suggestion"), &Reply::suggestionOutcome),
    text("summary", "summary", QT_TRANSLATE_NOOP("ReplyPart", "Summary of the demand"), &Reply::summary),
    text("investigation", "investigation", QT_TRANSLATE_NOOP("ReplyPart", "Investigation"),
        &Reply::investigation),
    text("handling", "handling", QT_TRANSLATE_NOOP("ReplyPart", "Handling"), &Reply::handling),
    text("measures", "measures", QT_TRANSLATE_NOOP("ReplyPart", "Measures taken"), &Reply::measures),
    text("result", "result", QT_TRANSLATE_NOOP("ReplyPart", "Result"), &Reply::result),
    text("opinion", "opinion", QT_TRANSLATE_NOOP("ReplyPart", "Opinion of the unit"), &Reply::opinion),
    text("progress", "progress", QT_TRANSLATE_NOOP("ReplyPart", "Present progress"), &Reply::progress),
    text("plan", "plan", QT_TRANSLATE_NOOP("ReplyPart", "Work plan"), &Reply::plan),
    text("expectedEffect", "expected-effect", QT_TRANSLATE_NOOP("ReplyPart", "Expected effect"),
        &Reply::expectedEffect),
    text("grounds", "grounds", QT_TRANSLATE_NOOP("ReplyPart", "Grounds"), &Reply::grounds),
    other("legalBasis", "legalBasis", "legal-basis", QT_TRANSLATE_NOOP("ReplyPart", "Legal basis")),
    text("advice", "advice", QT_TRANSLATE_NOOP("ReplyPart", "Advice or another way"), &Reply::advice),
    text("channel", "channel", QT_TRANSLATE_NOOP("ReplyPart", "Legal channel or body"), &Reply::channel),
    other("channelTold", "channelTold", "channel-told",
        QT_TRANSLATE_NOOP("ReplyPart", "Citizen told of the channel")),
    text("statement", "statement", QT_TRANSLATE_NOOP("ReplyPart", "Statement"), &Reply::statement),
    other("siteVisit", "siteVisits", "site-visit", QT_TRANSLATE_NOOP("ReplyPart", "Visit on the spot")),
    file("attachment:evidence", "evidence", QT_TRANSLATE_NOOP("ReplyPart", "evidence"),
        AttachmentKind::Evidence),
    file("attachment:procedure-paper", "procedure-paper",
        QT_TRANSLATE_NOOP("ReplyPart", "papers of the procedure"), AttachmentKind::ProcedurePaper),
    file("attachment:photo", "photo", QT_TRANSLATE_NOOP("ReplyPart", "photo"), AttachmentKind::Photo),
    file("attachment:investigation-record", "investigation-record",
        QT_TRANSLATE_NOOP("ReplyPart", "record of the investigation"), AttachmentKind::InvestigationRecord),
    file("attachment:signed-sheet", "signed-sheet", QT_TRANSLATE_NOOP("ReplyPart", "signed sheet"),
        AttachmentKind::SignedSheet),
    file("attachment:other", "other-paper", QT_TRANSLATE_NOOP("ReplyPart", "other paper"),
        AttachmentKind::Other),
    text("answer", "answer", QT_TRANSLATE_NOOP("ReplyPart", "Answer"), &Reply::answer),
    other("contactSentence", "answer", "contact-sentence",
        QT_TRANSLATE_NOOP("ReplyPart", "Sentence about the contact")),
    text("answeredVia", "answered-via", QT_TRANSLATE_NOOP("ReplyPart", "How the citizen was answered"),
        &Reply::answeredVia),
    other("answeredAt", "answeredAtMs", "answered-at",
        QT_TRANSLATE_NOOP("ReplyPart", "When the citizen was answered")),
    text("citizenFeedback", "citizen-feedback", QT_TRANSLATE_NOOP("ReplyPart", "Citizen's response"),
        &Reply::citizenFeedback),
    text("unitCallback", "unit-callback", QT_TRANSLATE_NOOP("ReplyPart", "Callback by the unit"),
        &Reply::unitCallback),
    text("handler", "handler", QT_TRANSLATE_NOOP("ReplyPart", "Handler"), &Reply::handler),
    text("handlerPhone", "handler-phone", QT_TRANSLATE_NOOP("ReplyPart", "Handler's telephone"),
        &Reply::handlerPhone),
    text("unit", "unit", QT_TRANSLATE_NOOP("ReplyPart", "Unit that answers"), &Reply::unit),
    text("signer", "signer", QT_TRANSLATE_NOOP("ReplyPart", "Signer"), &Reply::signer),
};

/// A visit that says who came when (HA20c).
bool isSound(const SiteVisit &visit)
{
    return letterCount(visit.handler) > 0 && visit.arrivedAtMs > 0;
}

/// What is no text of the reply.
int amountOfOther(QByteArrayView part, const Reply &reply, const ReplyContext &context)
{
    if (part == "channelTold")
        return reply.channelTold ? 1 : 0;
    if (part == "legalBasis")
        return static_cast<int>(reply.legalBasis.size());
    if (part == "answeredAt")
        return reply.answeredAtMs > 0 || context.answeredAtMs > 0 ? 1 : 0;
    return static_cast<int>(std::ranges::count_if(reply.siteVisits, &isSound)
        + std::ranges::count_if(context.siteVisits, &isSound));
}

} // namespace

std::span<const ReplyPart> replyParts()
{
    return parts;
}

int amountOf(const ReplyPart &part, const Reply &reply, const ReplyContext &context)
{
    if (part.text == &Reply::answeredVia)
        return letterCount(reply.answeredVia) + letterCount(context.answeredVia);
    if (part.text == &Reply::unitCallback)
        return letterCount(reply.unitCallback) + letterCount(context.unitCallback);
    if (part.text)
        return letterCount(reply.*part.text);
    const QByteArrayView name(part.part);
    if (!name.startsWith("attachment:"))
        return amountOfOther(name, reply, context);
    return static_cast<int>(std::ranges::count(reply.attachments, part.kind, &Attachment::kind));
}

} // namespace chengban

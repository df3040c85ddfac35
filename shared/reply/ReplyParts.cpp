#include "shared/reply/ReplyParts.h"

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
    text("investigation", "investigation", QT_TRANSLATE_NOOP("ReplyPart", "Investigation"),
        &Reply::investigation),
    text("handling", "handling", QT_TRANSLATE_NOOP("ReplyPart", "Handling"), &Reply::handling),
    text("result", "result", QT_TRANSLATE_NOOP("ReplyPart", "Result"), &Reply::result),
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
    text("unitCallback", "unit-callback", QT_TRANSLATE_NOOP("ReplyPart", "Callback by the unit"),
        &Reply::unitCallback),
    text("handler", "handler", QT_TRANSLATE_NOOP("ReplyPart", "Handler"), &Reply::handler),
    text("handlerPhone", "handler-phone", QT_TRANSLATE_NOOP("ReplyPart", "Handler's telephone"),
        &Reply::handlerPhone),
};

} // namespace

std::span<const ReplyPart> replyParts()
{
    return parts;
}

int amountOf(const ReplyPart &part, const Reply &reply)
{
    if (part.text)
        return letterCount(reply.*part.text);
    const auto name = QByteArrayView(part.part);
    if (name == "channelTold")
        return reply.channelTold ? 1 : 0;
    if (name == "legalBasis")
        return static_cast<int>(reply.legalBasis.size());
    return static_cast<int>(std::ranges::count(reply.attachments, part.kind, &Attachment::kind));
}

} // namespace chengban

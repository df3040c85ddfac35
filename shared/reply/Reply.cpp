#include "shared/reply/Reply.h"

#include "shared/canonical/Canonical.h"
#include "shared/canonical/Digest.h"
#include "shared/canonical/JsonReader.h"

#include <QJsonArray>

#include <tuple>

namespace chengban {

namespace {

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

/// The free texts and codes of a reply under their names in JSON. Absent means empty.
struct TextMember
{
    const char *name;
    QString Reply::*text;
};
constexpr std::array textMembers{TextMember{"investigation", &Reply::investigation},
    TextMember{"handling", &Reply::handling}, TextMember{"result", &Reply::result},
    TextMember{"progress", &Reply::progress}, TextMember{"plan", &Reply::plan},
    TextMember{"expectedEffect", &Reply::expectedEffect}, TextMember{"grounds", &Reply::grounds},
    TextMember{"advice", &Reply::advice}, TextMember{"channel", &Reply::channel},
    TextMember{"statement", &Reply::statement}, TextMember{"answer", &Reply::answer},
    TextMember{"unitCallback", &Reply::unitCallback}, TextMember{"handler", &Reply::handler},
    TextMember{"handlerPhone", &Reply::handlerPhone}, TextMember{"outcome", &Reply::outcome},
    TextMember{"suggestionOutcome", &Reply::suggestionOutcome}, TextMember{"summary", &Reply::summary},
    TextMember{"measures", &Reply::measures}, TextMember{"opinion", &Reply::opinion},
    TextMember{"answeredVia", &Reply::answeredVia}, TextMember{"citizenFeedback", &Reply::citizenFeedback},
    TextMember{"unit", &Reply::unit}, TextMember{"signer", &Reply::signer}};

struct FlagMember
{
    const char *name;
    bool Reply::*flag;
};
constexpr std::array flagMembers{FlagMember{"channelTold", &Reply::channelTold},
    FlagMember{"noSite", &Reply::noSite}, FlagMember{"proofread", &Reply::proofread}};

void putText(QJsonObject &json, const char *name, const QString &text)
{
    if (!text.isEmpty())
        json.insert(key(name), text);
}

void putTrue(QJsonObject &json, const char *name, bool value)
{
    if (value)
        json.insert(key(name), true);
}

void putTime(QJsonObject &json, const char *name, qint64 ms)
{
    if (ms != 0)
        json.insert(key(name), ms);
}

template <typename T> void putList(QJsonObject &json, const char *name, const QList<T> &values)
{
    if (values.isEmpty())
        return;
    QJsonArray array;
    for (const T &value : values)
        array.append(toJson(value));
    json.insert(key(name), array);
}

/// A required digest in hex; anything else is noted as BadInput.
QString digestText(JsonReader &reader, const char *name)
{
    QString text = reader.string(key(name));
    if (fromHex(text).isEmpty())
        reader.note(ErrorCode::BadInput, key(name));
    return text;
}

Attachment readAttachment(JsonReader &reader)
{
    Attachment attachment;
    attachment.name = reader.string(key("name"));
    attachment.kind = reader.named<AttachmentKind>(key("kind"));
    attachment.mime = reader.string(key("mime"));
    attachment.size = reader.integer(key("size"));
    if (attachment.size < 0)
        reader.note(ErrorCode::BadInput, key("size"));
    attachment.sha256 = digestText(reader, "sha256");
    attachment.sm3 = digestText(reader, "sm3");
    return attachment;
}

ContactAttempt readContact(JsonReader &reader)
{
    ContactAttempt contact;
    contact.handler = reader.string(key("handler"));
    contact.phoneUsed = reader.string(key("phoneUsed"), QString());
    contact.atMs = reader.integer(key("atMs"));
    contact.outcome = reader.named<ContactOutcome>(key("outcome"));
    contact.toldReason = reader.boolean(key("toldReason"), false);
    contact.toldProgress = reader.boolean(key("toldProgress"), false);
    contact.toldPlan = reader.boolean(key("toldPlan"), false);
    contact.toldAcceptance = reader.boolean(key("toldAcceptance"), false);
    contact.toldProcedure = reader.boolean(key("toldProcedure"), false);
    contact.toldLimit = reader.boolean(key("toldLimit"), false);
    contact.note = reader.string(key("note"), QString());
    return contact;
}

LegalBasis readLegalBasis(JsonReader &reader)
{
    LegalBasis basis;
    basis.title = reader.string(key("title"));
    basis.documentNumber = reader.string(key("documentNumber"), QString());
    basis.article = reader.string(key("article"), QString());
    basis.content = reader.string(key("content"), QString());
    return basis;
}

SiteVisit readSiteVisit(JsonReader &reader)
{
    SiteVisit visit;
    visit.handler = reader.string(key("handler"), QString());
    visit.arrivedAtMs = reader.integer(key("arrivedAtMs"), 0);
    visit.found = reader.string(key("found"), QString());
    return visit;
}

template <typename T> QList<T> readList(JsonReader &outer, const char *name, T (*read)(JsonReader &))
{
    QList<T> values;
    for (JsonReader &inner : outer.objects(key(name))) {
        values.append(read(inner));
        std::ignore = inner.finish(); // Its fault is the outer one's too.
    }
    return values;
}

template <typename T> Result<T> readWhole(const QJsonObject &json, T (*read)(JsonReader &))
{
    JsonReader reader(json);
    T value = read(reader);
    if (const auto done = reader.finish(); !done)
        return fail(done.error());
    return value;
}

Reply readReply(JsonReader &reader)
{
    Reply reply;
    reply.verdict = reader.named<Verdict>(key("verdict"));
    for (const TextMember &member : textMembers)
        reply.*member.text = reader.string(key(member.name), QString());
    for (const FlagMember &member : flagMembers)
        reply.*member.flag = reader.boolean(key(member.name), false);
    reply.answeredAtMs = reader.integer(key("answeredAtMs"), 0);
    reply.siteVisits = readList(reader, "siteVisits", &readSiteVisit);
    reply.legalBasis = readList(reader, "legalBasis", &readLegalBasis);
    reply.attachments = readList(reader, "attachments", &readAttachment);
    return reply;
}

} // namespace

QJsonObject toJson(const Attachment &attachment)
{
    return {{key("name"), attachment.name}, {key("kind"), QString(nameOf(attachment.kind))},
        {key("mime"), attachment.mime}, {key("size"), attachment.size}, {key("sha256"), attachment.sha256},
        {key("sm3"), attachment.sm3}};
}

QJsonObject toJson(const ContactAttempt &contact)
{
    QJsonObject json{{key("handler"), contact.handler}, {key("atMs"), contact.atMs},
        {key("outcome"), QString(nameOf(contact.outcome))}};
    putText(json, "phoneUsed", contact.phoneUsed);
    putTrue(json, "toldReason", contact.toldReason);
    putTrue(json, "toldProgress", contact.toldProgress);
    putTrue(json, "toldPlan", contact.toldPlan);
    putTrue(json, "toldAcceptance", contact.toldAcceptance);
    putTrue(json, "toldProcedure", contact.toldProcedure);
    putTrue(json, "toldLimit", contact.toldLimit);
    putText(json, "note", contact.note);
    return json;
}

QJsonObject toJson(const LegalBasis &basis)
{
    QJsonObject json{{key("title"), basis.title}};
    putText(json, "documentNumber", basis.documentNumber);
    putText(json, "article", basis.article);
    putText(json, "content", basis.content);
    return json;
}

QJsonObject toJson(const SiteVisit &visit)
{
    QJsonObject json;
    putText(json, "handler", visit.handler);
    putTime(json, "arrivedAtMs", visit.arrivedAtMs);
    putText(json, "found", visit.found);
    return json;
}

QJsonObject toJson(const Reply &reply)
{
    QJsonObject json{{key("verdict"), QString(nameOf(reply.verdict))}};
    for (const TextMember &member : textMembers)
        putText(json, member.name, reply.*member.text);
    for (const FlagMember &member : flagMembers)
        putTrue(json, member.name, reply.*member.flag);
    putTime(json, "answeredAtMs", reply.answeredAtMs);
    putList(json, "siteVisits", reply.siteVisits);
    putList(json, "legalBasis", reply.legalBasis);
    putList(json, "attachments", reply.attachments);
    return json;
}

Result<Attachment> attachmentFromJson(const QJsonObject &json)
{
    return readWhole(json, &readAttachment);
}

Result<ContactAttempt> contactFromJson(const QJsonObject &json)
{
    return readWhole(json, &readContact);
}

Result<LegalBasis> legalBasisFromJson(const QJsonObject &json)
{
    return readWhole(json, &readLegalBasis);
}

Result<SiteVisit> siteVisitFromJson(const QJsonObject &json)
{
    return readWhole(json, &readSiteVisit);
}

Result<Reply> replyFromJson(const QJsonObject &json)
{
    return readWhole(json, &readReply);
}

Result<QByteArray> replyDigest(const Reply &reply)
{
    const auto form = canonicalForm(toJson(reply));
    if (!form)
        return fail(form.error());
    return sm3(*form);
}

} // namespace chengban

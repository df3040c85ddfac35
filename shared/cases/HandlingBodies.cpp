// Bodies of handling, reply, review and callback. One writer and one strict reader per struct of Command.h.
#include "shared/canonical/Canonical.h"
#include "shared/canonical/JsonReader.h"
#include "shared/cases/Command.h"

namespace chengban {

using namespace Qt::StringLiterals;

QJsonObject toJson(const NoteBody &body)
{
    return {{u"note"_s, body.note}};
}

Result<NoteBody> noteFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const NoteBody body{.note = in.string(u"note"_s, {})};
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return body;
}

QJsonObject toJson(const ContactBody &body)
{
    return {{u"contact"_s, toJson(body.contact)}};
}

Result<ContactBody> contactBodyFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const ContactBody body{.contact = in.member(u"contact"_s, contactFromJson)};
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return body;
}

namespace {

QJsonObject toJson(const StatutoryLimit &limit)
{
    return {
        {u"amount"_s, limit.amount}, {u"unit"_s, nameOf(limit.unit)}, {u"source"_s, nameOf(limit.source)}};
}

Result<StatutoryLimit> statutoryFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const qint64 amount = in.integer(u"amount"_s);
    if (amount < 1 || amount > 3650)
        in.note(ErrorCode::BadInput, u"amount"_s);
    const StatutoryLimit limit{static_cast<int>(amount), in.named<LimitUnit>(u"unit"_s),
        in.named<LimitSource>(u"source"_s, LimitSource::Statute)};
    if (limit.source != LimitSource::Statute && limit.source != LimitSource::Unit)
        in.note(ErrorCode::BadInput, u"source"_s);
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return limit;
}

} // namespace

QJsonObject toJson(const ExtensionBody &body)
{
    QJsonObject json{
        {u"reason"_s, body.reason}, {u"basis"_s, body.basis}, {u"workingDays"_s, body.workingDays}};
    if (body.limit != LimitName::Handle)
        json.insert(u"limit"_s, nameOf(body.limit));
    if (body.order != 0)
        json.insert(u"order"_s, body.order);
    if (body.promisedMs)
        json.insert(u"promisedMs"_s, *body.promisedMs);
    if (body.statutory)
        json.insert(u"statutory"_s, toJson(*body.statutory));
    if (!body.attachments.isEmpty())
        json.insert(u"attachments"_s, jsonArray(body.attachments));
    return json;
}

Result<ExtensionBody> extensionFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const qint64 days = in.integer(u"workingDays"_s);
    if (days < 0 || days > 3650)
        in.note(ErrorCode::BadInput, u"workingDays"_s);
    ExtensionBody body{.reason = in.string(u"reason"_s),
        .basis = in.string(u"basis"_s),
        .workingDays = static_cast<int>(days),
        .limit = in.named<LimitName>(u"limit"_s, LimitName::Handle),
        .order = in.integer(u"order"_s, 0),
        .promisedMs = in.optionalInteger(u"promisedMs"_s),
        .attachments = in.members(u"attachments"_s, attachmentFromJson)};
    if (in.has(u"statutory"_s))
        body.statutory = in.member(u"statutory"_s, statutoryFromJson);
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return body;
}

QJsonObject toJson(const SubmitBody &body)
{
    return {{u"reply"_s, toJson(body.reply)}, {u"note"_s, body.note}};
}

Result<SubmitBody> submitFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const SubmitBody body{.reply = in.member(u"reply"_s, replyFromJson), .note = in.string(u"note"_s, {})};
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return body;
}

namespace {

/// Versions count from 1; a larger number than a case can ever hold is a fault of the sender.
int replyVersion(JsonReader &in)
{
    const qint64 version = in.integer(u"replyVersion"_s);
    if (version < 1 || version > 100'000)
        in.note(ErrorCode::BadInput, u"replyVersion"_s);
    return static_cast<int>(version);
}

} // namespace

namespace {

QJsonObject toJson(const PaperSignature &paper)
{
    QJsonObject json{{u"signer"_s, paper.signer.value}, {u"signerName"_s, paper.signerName},
        {u"signedAtMs"_s, paper.signedAtMs}, {u"seal"_s, paper.seal}, {u"scan"_s, toJson(paper.scan)}};
    if (!paper.actingFor.isEmpty()) {
        json.insert(u"actingFor"_s, paper.actingFor.value);
        json.insert(u"actingForName"_s, paper.actingForName);
    }
    return json;
}

Result<PaperSignature> paperFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    PaperSignature paper{.signer = {in.string(u"signer"_s)},
        .signerName = in.string(u"signerName"_s, {}),
        .signedAtMs = in.integer(u"signedAtMs"_s),
        .seal = in.boolean(u"seal"_s, false),
        .scan = in.member(u"scan"_s, attachmentFromJson),
        .actingFor = {in.string(u"actingFor"_s, {})},
        .actingForName = in.string(u"actingForName"_s, {})};
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return paper;
}

} // namespace

QJsonObject toJson(const SignatureBody &body)
{
    QJsonObject json{{u"replyVersion"_s, body.replyVersion}, {u"replyDigest"_s, body.replyDigest},
        {u"level"_s, nameOf(body.level)}, {u"key"_s, body.key.value}, {u"signedText"_s, body.signedText},
        {u"signature"_s, body.signature}, {u"opinion"_s, body.opinion}};
    if (body.action != SignedAction::Reply)
        json.insert(u"action"_s, nameOf(body.action));
    if (body.paper)
        json.insert(u"paper"_s, toJson(*body.paper));
    return json;
}

Result<SignatureBody> signatureFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    SignatureBody body{.replyVersion = replyVersion(in),
        .replyDigest = in.string(u"replyDigest"_s),
        .level = in.named<SignerLevel>(u"level"_s),
        .key = {in.string(u"key"_s, {})},
        .signedText = in.string(u"signedText"_s, {}),
        .signature = in.string(u"signature"_s, {}),
        .opinion = in.string(u"opinion"_s, {}),
        .action = in.named<SignedAction>(u"action"_s, SignedAction::Reply)};
    if (in.has(u"paper"_s))
        body.paper = in.member(u"paper"_s, paperFromJson);
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return body;
}

QJsonObject toJson(const ReplyVersionBody &body)
{
    return {{u"replyVersion"_s, body.replyVersion}};
}

Result<ReplyVersionBody> replyVersionFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const ReplyVersionBody body{.replyVersion = replyVersion(in)};
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return body;
}

QJsonObject toJson(const ReviewBody &body)
{
    return {{u"replyVersion"_s, body.replyVersion}, {u"reasons"_s, QJsonArray::fromStringList(body.reasons)},
        {u"points"_s, QJsonArray::fromStringList(body.points)}, {u"note"_s, body.note}};
}

Result<ReviewBody> reviewFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const ReviewBody body{.replyVersion = replyVersion(in),
        .reasons = in.strings(u"reasons"_s),
        .points = in.strings(u"points"_s),
        .note = in.string(u"note"_s, {})};
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return body;
}

QJsonObject toJson(const CallbackBody &body)
{
    return {{u"atMs"_s, body.atMs}, {u"reached"_s, body.reached},
        {u"unitHadContacted"_s, body.unitHadContacted}, {u"processSatisfaction"_s, body.processSatisfaction},
        {u"resultSatisfaction"_s, body.resultSatisfaction},
        {u"overallSatisfaction"_s, body.overallSatisfaction}, {u"note"_s, body.note}};
}

Result<CallbackBody> callbackFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const CallbackBody body{.atMs = in.integer(u"atMs"_s),
        .reached = in.boolean(u"reached"_s),
        .unitHadContacted = in.boolean(u"unitHadContacted"_s, false),
        .processSatisfaction = in.string(u"processSatisfaction"_s, {}),
        .resultSatisfaction = in.string(u"resultSatisfaction"_s, {}),
        .overallSatisfaction = in.string(u"overallSatisfaction"_s, {}),
        .note = in.string(u"note"_s, {})};
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return body;
}

} // namespace chengban

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

QJsonObject toJson(const ExtensionBody &body)
{
    return {{u"reason"_s, body.reason}, {u"basis"_s, body.basis}, {u"workingDays"_s, body.workingDays}};
}

Result<ExtensionBody> extensionFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const qint64 days = in.integer(u"workingDays"_s);
    if (days < 0 || days > 3650)
        in.note(ErrorCode::BadInput, u"workingDays"_s);
    const ExtensionBody body{.reason = in.string(u"reason"_s),
        .basis = in.string(u"basis"_s),
        .workingDays = static_cast<int>(days)};
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

QJsonObject toJson(const SignatureBody &body)
{
    return {{u"replyVersion"_s, body.replyVersion}, {u"replyDigest"_s, body.replyDigest},
        {u"level"_s, nameOf(body.level)}, {u"key"_s, body.key.value}, {u"signedText"_s, body.signedText},
        {u"signature"_s, body.signature}, {u"opinion"_s, body.opinion}};
}

Result<SignatureBody> signatureFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const SignatureBody body{.replyVersion = replyVersion(in),
        .replyDigest = in.string(u"replyDigest"_s),
        .level = in.named<SignerLevel>(u"level"_s),
        .key = {in.string(u"key"_s)},
        .signedText = in.string(u"signedText"_s),
        .signature = in.string(u"signature"_s),
        .opinion = in.string(u"opinion"_s, {})};
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

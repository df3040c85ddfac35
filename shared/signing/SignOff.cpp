#include "shared/canonical/Canonical.h"
#include "shared/canonical/Digest.h"
#include "shared/canonical/JsonReader.h"
#include "shared/signing/Signing.h"

#include <algorithm>

namespace chengban {

using namespace Qt::StringLiterals;

namespace {

std::optional<QByteArray> fromBase64(const QString &text)
{
    const auto decoded
        = QByteArray::fromBase64Encoding(text.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? std::optional(decoded.decoded) : std::nullopt;
}

Result<void> checkKey(
    const SignatureBody &body, const Actor &actor, const EnrolledKey &key, qint64 receivedMs)
{
    if (key.id != body.key || key.user != actor.user || key.device != actor.device)
        return fail(ErrorCode::KeyUnknown, u"another key than the signer's"_s);
    const auto id = keyIdOf(key.publicKeyPem);
    if (!id || *id != key.id)
        return fail(ErrorCode::KeyUnknown, u"the key does not have this id"_s);
    if (receivedMs < key.validFromMs || (key.revokedAtMs && receivedMs >= *key.revokedAtMs))
        return fail(ErrorCode::KeyRevoked);
    return {};
}

/// M itself, if its signature holds and its bytes are the canonical ones: M has one form only.
Result<SignedText> verifiedText(const SignatureBody &body, const EnrolledKey &key)
{
    const auto bytes = fromBase64(body.signedText);
    const auto signature = fromBase64(body.signature);
    if (!bytes || !signature)
        return fail(ErrorCode::SignatureInvalid, u"not base64"_s);
    if (auto verified = verifySm2(key.publicKeyPem, *bytes, *signature); !verified)
        return fail(verified.error());
    const auto text = parseJsonObject(*bytes).and_then(signedTextFromJson);
    if (!text || canonicalForm(*text) != *bytes)
        return fail(ErrorCode::SignatureInvalid, u"not the form of M"_s);
    return *text;
}

/// What a signature is to be on.
struct Target
{
    const Case &theCase;
    int round = 1;
    const ReplyVersion *version = nullptr;
};

/// What M must say, from what the command and the case say; head and time are its own.
SignedText expectedText(
    const SignatureBody &body, const Target &target, const Actor &actor, const SignedText &signedText)
{
    return {.tenant = target.theCase.tenant,
        .caseId = target.theCase.id,
        .round = target.round,
        .replyVersion = body.replyVersion,
        .replyDigest = body.replyDigest,
        .caseHead = signedText.caseHead,
        .level = body.level,
        .signer = actor.user,
        .actingFor = actor.actingFor,
        .key = body.key,
        .claimedTimeMs = signedText.claimedTimeMs};
}

bool isHeadSince(const QString &head, qint64 revision, const QList<Event> &log)
{
    return std::ranges::any_of(
        log, [&](const Event &event) { return event.revision >= revision && hex(event.digest) == head; });
}

Result<void> checkOn(const Target &target, const SignatureBody &body, const QList<Event> &log,
    const Actor &actor, const EnrolledKey &key, qint64 receivedMs)
{
    if (auto checked = checkKey(body, actor, key, receivedMs); !checked)
        return checked;
    const auto text = verifiedText(body, key);
    if (!text)
        return fail(text.error());
    if (*text != expectedText(body, target, actor, *text))
        return fail(ErrorCode::SignatureInvalid, u"signed for something else"_s);

    const ReplyVersion *version = target.version;
    if (!version || version->number != body.replyVersion || version->digest != body.replyDigest)
        return fail(ErrorCode::ReplyChanged);
    const auto digest = replyDigest(version->reply);
    if (!digest || hex(*digest) != body.replyDigest)
        return fail(ErrorCode::ReplyChanged, u"the text is not the digest's"_s);
    if (!isHeadSince(text->caseHead, version->revision, log))
        return fail(ErrorCode::SignatureInvalid, u"the head is not this case's"_s);
    return {};
}

} // namespace

Result<QByteArray> canonicalForm(const SignedText &text)
{
    QJsonObject json{{u"purpose"_s, text.purpose}, {u"tenant"_s, text.tenant.value},
        {u"caseId"_s, text.caseId.value}, {u"round"_s, text.round}, {u"replyVersion"_s, text.replyVersion},
        {u"replyDigest"_s, text.replyDigest}, {u"caseHead"_s, text.caseHead}, {u"action"_s, text.action},
        {u"level"_s, nameOf(text.level)}, {u"signer"_s, text.signer.value}, {u"key"_s, text.key.value},
        {u"claimedTimeMs"_s, text.claimedTimeMs}};
    if (!text.actingFor.isEmpty())
        json.insert(u"actingFor"_s, text.actingFor.value);
    return canonicalForm(json);
}

Result<SignedText> signedTextFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const SignedText text{.purpose = in.string(u"purpose"_s),
        .tenant = {in.string(u"tenant"_s)},
        .caseId = {in.string(u"caseId"_s)},
        .round = static_cast<int>(in.integer(u"round"_s)),
        .replyVersion = static_cast<int>(in.integer(u"replyVersion"_s)),
        .replyDigest = in.string(u"replyDigest"_s),
        .caseHead = in.string(u"caseHead"_s),
        .action = in.string(u"action"_s),
        .level = in.named<SignerLevel>(u"level"_s),
        .signer = {in.string(u"signer"_s)},
        .actingFor = {in.string(u"actingFor"_s, {})},
        .key = {in.string(u"key"_s)},
        .claimedTimeMs = in.integer(u"claimedTimeMs"_s)};
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return text;
}

Result<SignedText> textToSign(
    const Case &theCase, const Actor &actor, SignerLevel level, const KeyId &key, qint64 claimedTimeMs)
{
    const ReplyVersion *reply = theCase.currentReply();
    if (!reply || reply->withheld)
        return fail(ErrorCode::ReplyChanged, u"no reply to sign"_s);
    return SignedText{.tenant = theCase.tenant,
        .caseId = theCase.id,
        .round = theCase.round,
        .replyVersion = reply->number,
        .replyDigest = reply->digest,
        .caseHead = hex(theCase.head),
        .level = level,
        .signer = actor.user,
        .actingFor = actor.actingFor,
        .key = key,
        .claimedTimeMs = claimedTimeMs};
}

Result<SignatureBody> signReply(const SignedText &text, const Sm2Key &key, const QString &opinion)
{
    const auto bytes = canonicalForm(text);
    if (!bytes)
        return fail(bytes.error());
    const auto signature = key.sign(*bytes);
    if (!signature)
        return fail(signature.error());
    return SignatureBody{.replyVersion = text.replyVersion,
        .replyDigest = text.replyDigest,
        .level = text.level,
        .key = text.key,
        .signedText = QString::fromLatin1(bytes->toBase64()),
        .signature = QString::fromLatin1(signature->toBase64()),
        .opinion = opinion};
}

Result<void> checkSignature(const SignatureBody &body, const Case &theCase, const QList<Event> &log,
    const Actor &actor, const EnrolledKey &key, qint64 receivedMs)
{
    return checkOn({theCase, theCase.round, theCase.currentReply()}, body, log, actor, key, receivedMs);
}

Result<void> checkStoredSignature(const Entry<SignatureBody> &signature, const Case &theCase,
    const QList<Event> &log, const EnrolledKey &key)
{
    const auto reworks = std::ranges::count_if(theCase.reviews, [&](const Entry<Review> &review) {
        return review.body.outcome == ReviewOutcome::Rework && review.revision < signature.revision;
    });
    const auto version
        = std::ranges::find(theCase.replies, signature.body.replyVersion, &ReplyVersion::number);
    const Target target{
        theCase, 1 + static_cast<int>(reworks), version == theCase.replies.end() ? nullptr : &*version};
    if (target.version && target.version->withheld)
        return fail(ErrorCode::OnlyServerKnows);
    return checkOn(target, signature.body, log, signature.actor, key, signature.atMs);
}

QJsonObject toJson(const EnrolledKey &key)
{
    QJsonObject json{{u"id"_s, key.id.value}, {u"user"_s, key.user.value}, {u"device"_s, key.device.value},
        {u"publicKeyPem"_s, QString::fromLatin1(key.publicKeyPem)}, {u"witnessName"_s, key.witnessName},
        {u"validFromMs"_s, key.validFromMs}};
    if (key.revokedAtMs)
        json.insert(u"revokedAtMs"_s, *key.revokedAtMs);
    return json;
}

Result<EnrolledKey> enrolledKeyFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const EnrolledKey key{.id = {in.string(u"id"_s)},
        .user = {in.string(u"user"_s)},
        .device = {in.string(u"device"_s)},
        .publicKeyPem = in.string(u"publicKeyPem"_s).toLatin1(),
        .witnessName = in.string(u"witnessName"_s),
        .validFromMs = in.integer(u"validFromMs"_s),
        .revokedAtMs = in.optionalInteger(u"revokedAtMs"_s)};
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return key;
}

} // namespace chengban

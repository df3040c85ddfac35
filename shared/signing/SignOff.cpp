#include "shared/canonical/Canonical.h"
#include "shared/canonical/Digest.h"
#include "shared/canonical/JsonReader.h"
#include "shared/cases/Events.h"
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

/// What a signature is to be on: a version of the reply, or a request.
struct Target
{
    const Case &theCase;
    int round = 1;
    int number = 0; ///< 0: there is nothing to sign.
    QString digest = {};
    qint64 since = 0; ///< Revision from which on a head knows it.
    Result<QByteArray> contentDigest = fail(ErrorCode::ReplyChanged);
};

Target targetOf(const Case &theCase, int round, const ReplyVersion *version)
{
    if (!version)
        return {theCase, round};
    return {theCase, round, version->number, version->digest, version->revision, replyDigest(version->reply)};
}

Target targetOf(const Case &theCase, int round, const UnitRequest *request)
{
    if (!request)
        return {theCase, round};
    return {theCase, round, request->number, request->digest, request->revision,
        requestDigest(request->action, request->body)};
}

QString actionName(SignedAction action)
{
    return action == SignedAction::Reply ? SignedText().action : QString(nameOf(action));
}

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
        .action = actionName(body.action),
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
    if (body.paper)
        return fail(ErrorCode::KeyUnknown, u"signed on paper"_s);
    if (auto checked = checkKey(body, actor, key, receivedMs); !checked)
        return checked;
    const auto text = verifiedText(body, key);
    if (!text)
        return fail(text.error());
    if (*text != expectedText(body, target, actor, *text))
        return fail(ErrorCode::SignatureInvalid, u"signed for something else"_s);

    if (target.number == 0 || target.number != body.replyVersion || target.digest != body.replyDigest)
        return fail(ErrorCode::ReplyChanged);
    if (!target.contentDigest || hex(*target.contentDigest) != body.replyDigest)
        return fail(ErrorCode::ReplyChanged, u"the text is not the digest's"_s);
    if (!isHeadSince(text->caseHead, target.since, log))
        return fail(ErrorCode::SignatureInvalid, u"the head is not this case's"_s);
    return {};
}

template <typename Body>
std::optional<QJsonObject> sentWith(const QList<Asked<Body>> &sent, const Entry<SignatureBody> &signature)
{
    const auto it = std::ranges::find_if(
        sent, [&](const Asked<Body> &asked) { return asked.signatures.contains(signature); });
    return it == sent.end() ? std::nullopt : std::optional(toJson(it->request.body));
}

/// The request that left the unit with that signature, as everybody reads it.
std::optional<QJsonObject> requestWith(const Case &theCase, const Entry<SignatureBody> &signature)
{
    switch (signature.body.action) {
    case SignedAction::Return:
        return sentWith(theCase.returns, signature);
    case SignedAction::Extension:
        return sentWith(theCase.extensions, signature);
    case SignedAction::Termination:
        return sentWith(theCase.terminations, signature);
    case SignedAction::ReReviewAnswer:
    case SignedAction::SupervisionAnswer:
        for (const Order &order : theCase.orders) {
            if (auto found = sentWith(order.answers, signature))
                return found;
        }
        return std::nullopt;
    case SignedAction::Reply:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

/// Which round it was when the event of that revision came in.
int roundAt(const Case &theCase, qint64 revision)
{
    const auto reworks = std::ranges::count_if(theCase.reviews, [&](const Entry<Review> &review) {
        return review.body.outcome == ReviewOutcome::Rework && review.revision < revision;
    });
    return 1 + static_cast<int>(reworks);
}

Result<void> checkStoredRequest(const Entry<SignatureBody> &signature, const Case &theCase,
    const QList<Event> &log, const EnrolledKey &key)
{
    const auto body = requestWith(theCase, signature);
    if (!body)
        return fail(ErrorCode::OnlyServerKnows);
    // Outside the unit nobody reads the draft, so its number and digest are those of the signature; the
    // digest is held against what was sent, and the head must be older than the signature.
    QList<Event> before = log;
    before.removeIf([&](const Event &event) { return event.revision >= signature.revision; });
    const Target target{theCase, roundAt(theCase, signature.revision), signature.body.replyVersion,
        signature.body.replyDigest, 1, requestDigest(signature.body.action, *body)};
    return checkOn(target, signature.body, before, signature.actor, key, signature.atMs);
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

Result<SignedText> textToSign(const Case &theCase, const UnitRequest &request, const Actor &actor,
    SignerLevel level, const KeyId &key, qint64 claimedTimeMs)
{
    if (request.withheld || request.state != UnitRequest::State::Pending)
        return fail(ErrorCode::ReplyChanged, u"no request to sign"_s);
    return SignedText{.tenant = theCase.tenant,
        .caseId = theCase.id,
        .round = theCase.round,
        .replyVersion = request.number,
        .replyDigest = request.digest,
        .caseHead = hex(theCase.head),
        .action = actionName(request.action),
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
        .opinion = opinion,
        .action = valueNamed<SignedAction>(text.action).value_or(SignedAction::Reply)};
}

Result<void> checkSignature(const SignatureBody &body, const Case &theCase, const QList<Event> &log,
    const Actor &actor, const EnrolledKey &key, qint64 receivedMs)
{
    const Target target = body.action == SignedAction::Reply
        ? targetOf(theCase, theCase.round, theCase.currentReply())
        : targetOf(theCase, theCase.round, theCase.request(body.replyVersion));
    return checkOn(target, body, log, actor, key, receivedMs);
}

Result<void> checkStoredSignature(const Entry<SignatureBody> &signature, const Case &theCase,
    const QList<Event> &log, const EnrolledKey &key)
{
    if (signature.body.action != SignedAction::Reply)
        return checkStoredRequest(signature, theCase, log, key);
    const auto version
        = std::ranges::find(theCase.replies, signature.body.replyVersion, &ReplyVersion::number);
    const ReplyVersion *found = version == theCase.replies.end() ? nullptr : &*version;
    if (found && found->withheld)
        return fail(ErrorCode::OnlyServerKnows);
    const Target target = targetOf(theCase, roundAt(theCase, signature.revision), found);
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

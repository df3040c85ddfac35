#include "shared/wire/Handovers.h"

#include "shared/canonical/JsonReader.h"

#include <QJsonArray>

namespace chengban::wire {

using namespace Qt::StringLiterals;

namespace {

QString base64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray fromBase64(JsonReader &in, const QString &key, const QString &text)
{
    auto decoded = QByteArray::fromBase64Encoding(text.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        in.note(ErrorCode::BadInput, key);
    return decoded ? *decoded : QByteArray();
}

/// Required.
QByteArray bytesAt(JsonReader &in, const QString &key)
{
    return fromBase64(in, key, in.string(key));
}

/// Empty when absent.
QByteArray someBytesAt(JsonReader &in, const QString &key)
{
    return fromBase64(in, key, in.string(key, {}));
}

QJsonObject keyJson(const SealedKey &key)
{
    return {{u"device"_s, key.device.value}, {u"box"_s, base64(key.box)}};
}

Result<SealedKey> sealedKeyFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const SealedKey key{.device = {in.string(u"device"_s)}, .box = bytesAt(in, u"box"_s)};
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return key;
}

} // namespace

QJsonObject toJson(const HandoverGift &gift)
{
    QJsonArray keys;
    for (const SealedKey &key : gift.keys)
        keys.append(keyJson(key));
    return {{u"id"_s, gift.id}, {u"caseId"_s, gift.caseId.value}, {u"to"_s, gift.to.value},
        {u"content"_s, base64(gift.content)}, {u"keys"_s, keys}, {u"signature"_s, base64(gift.signature)}};
}

Result<HandoverGift> handoverGiftFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const HandoverGift gift{.id = in.string(u"id"_s),
        .caseId = {in.string(u"caseId"_s)},
        .to = {in.string(u"to"_s)},
        .content = bytesAt(in, u"content"_s),
        .keys = in.members(u"keys"_s, sealedKeyFromJson),
        .signature = bytesAt(in, u"signature"_s)};
    if (!isUuid7(gift.id))
        in.note(ErrorCode::BadInput, u"id"_s);
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return gift;
}

QJsonObject toJson(const Handover &one)
{
    QJsonObject json{{u"id"_s, one.id}, {u"caseId"_s, one.caseId.value}, {u"from"_s, one.from.value},
        {u"fromName"_s, one.fromName}, {u"fromDevice"_s, one.fromDevice.value}, {u"to"_s, one.to.value},
        {u"toName"_s, one.toName}, {u"state"_s, nameOf(one.state)}, {u"givenAtMs"_s, one.givenAtMs},
        {u"stateAtMs"_s, one.stateAtMs}, {u"expiresAtMs"_s, one.expiresAtMs}};
    if (!one.content.isEmpty()) {
        json.insert(u"content"_s, base64(one.content));
        json.insert(u"signature"_s, base64(one.signature));
    }
    if (!one.box.isEmpty())
        json.insert(u"box"_s, base64(one.box));
    return json;
}

Result<Handover> handoverFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const Handover one{.id = in.string(u"id"_s),
        .caseId = {in.string(u"caseId"_s)},
        .from = {in.string(u"from"_s)},
        .fromName = in.string(u"fromName"_s),
        .fromDevice = {in.string(u"fromDevice"_s)},
        .to = {in.string(u"to"_s)},
        .toName = in.string(u"toName"_s),
        .state = in.named<HandoverState>(u"state"_s),
        .givenAtMs = in.integer(u"givenAtMs"_s),
        .stateAtMs = in.integer(u"stateAtMs"_s),
        .expiresAtMs = in.integer(u"expiresAtMs"_s),
        .content = someBytesAt(in, u"content"_s),
        .box = someBytesAt(in, u"box"_s),
        .signature = someBytesAt(in, u"signature"_s)};
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return one;
}

QJsonObject toJson(const Presence &one)
{
    return {{u"user"_s, one.user.value}, {u"name"_s, one.name}, {u"sinceMs"_s, one.sinceMs}};
}

Result<Presence> presenceFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const Presence one{
        .user = {in.string(u"user"_s)}, .name = in.string(u"name"_s), .sinceMs = in.integer(u"sinceMs"_s)};
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return one;
}

} // namespace chengban::wire

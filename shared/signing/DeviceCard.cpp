#include "shared/signing/DeviceCard.h"

#include "shared/canonical/Canonical.h"
#include "shared/canonical/Digest.h"
#include "shared/canonical/JsonReader.h"

namespace chengban {

using namespace Qt::StringLiterals;

QJsonObject toJson(const DeviceCard &card)
{
    return {{u"user"_s, card.user.value}, {u"device"_s, card.device.value}, {u"name"_s, card.name},
        {u"sealingKey"_s, QString::fromLatin1(card.sealingKey.toBase64())},
        {u"signingKeyPem"_s, QString::fromLatin1(card.signingKeyPem)}, {u"sinceMs"_s, card.sinceMs}};
}

Result<DeviceCard> deviceCardFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const DeviceCard card{.user = {in.string(u"user"_s)},
        .device = {in.string(u"device"_s)},
        .name = in.string(u"name"_s),
        .sealingKey = QByteArray::fromBase64(in.string(u"sealingKey"_s).toLatin1()),
        .signingKeyPem = in.string(u"signingKeyPem"_s).toLatin1(),
        .sinceMs = in.integer(u"sinceMs"_s)};
    if (card.sealingKey.size() != sealingKeySize)
        in.note(ErrorCode::BadInput, u"sealingKey"_s);
    if (const auto id = keyIdOf(card.signingKeyPem); !id)
        in.note(id.error().code, u"signingKeyPem"_s);
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return card;
}

Result<QByteArray> canonicalForm(const HandoverText &text)
{
    return canonicalForm(QJsonObject{{u"purpose"_s, u"chengban-handover-v1"_s},
        {u"tenant"_s, text.tenant.value}, {u"id"_s, text.id}, {u"caseId"_s, text.caseId.value},
        {u"from"_s, text.from.value}, {u"device"_s, text.device.value}, {u"to"_s, text.to.value},
        {u"content"_s, hex(sm3(text.content))}});
}

Result<QByteArray> canonicalForm(const CarriedText &text)
{
    return canonicalForm(
        QJsonObject{{u"purpose"_s, u"chengban-carried-v1"_s}, {u"tenant"_s, text.tenant.value},
            {u"user"_s, text.user.value}, {u"device"_s, text.device.value}, {u"command"_s, text.command}});
}

} // namespace chengban

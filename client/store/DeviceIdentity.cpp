#include "client/store/DeviceIdentity.h"

#include "shared/canonical/JsonReader.h"

#include <QJsonDocument>

#include <sodium.h>

namespace chengban {

namespace {

const QString valueName = QStringLiteral("device-identity");
constexpr qsizetype keySize = crypto_aead_xchacha20poly1305_ietf_KEYBYTES;
constexpr qsizetype nonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype tagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;

const unsigned char *bytes(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char *>(view.data());
}
unsigned char *bytes(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

Result<DeviceIdentity> identityFrom(Secret sealing, Sm2Key signing)
{
    QByteArray open(crypto_scalarmult_BYTES, '\0');
    if (sealing.view().size() != keySize || crypto_scalarmult_base(bytes(open), sealing.data()))
        return fail(ErrorCode::StoreDamaged, QStringLiteral("device identity"));
    return DeviceIdentity{std::move(sealing), open, std::move(signing)};
}

Result<DeviceIdentity> opened(const QByteArray &stored)
{
    const auto json = parseJsonObject(stored);
    if (!json)
        return fail(ErrorCode::StoreDamaged, QStringLiteral("device identity"));
    const auto part = [&](QLatin1StringView name) {
        return QByteArray::fromBase64(json->value(name).toString().toLatin1());
    };
    auto signing = Sm2Key::fromDer(part(QLatin1StringView("signing")));
    if (!signing)
        return fail(ErrorCode::StoreDamaged, QStringLiteral("device identity"));
    return identityFrom(Secret(part(QLatin1StringView("sealing"))), std::move(*signing));
}

QByteArray packed(const DeviceIdentity &identity)
{
    const auto text = [](QByteArrayView view) { return QString::fromLatin1(view.toByteArray().toBase64()); };
    return QJsonDocument(QJsonObject{{QStringLiteral("sealing"), text(identity.sealing.view())},
                             {QStringLiteral("signing"), text(identity.signing.toDer())}})
        .toJson(QJsonDocument::Compact);
}

} // namespace

DeviceCard DeviceIdentity::card(const UserId &user, const DeviceId &device) const
{
    return {user, device, {}, sealingPublic, signing.publicKeyPem(), 0};
}

Result<DeviceIdentity> deviceIdentity(Values &values)
{
    const auto stored = values.sealed(valueName);
    if (!stored)
        return fail(stored.error());
    if (*stored)
        return opened(**stored);
    auto signing = Sm2Key::generate();
    if (!signing)
        return fail(signing.error());
    auto fresh = identityFrom(Secret::random(keySize), std::move(*signing));
    if (!fresh)
        return fresh;
    if (const auto kept = values.setSealed(valueName, packed(*fresh)); !kept)
        return fail(kept.error());
    return fresh;
}

Result<QByteArray> boxFor(const DeviceCard &card, const Secret &key)
{
    QByteArray box(key.view().size() + qsizetype(crypto_box_SEALBYTES), '\0');
    if (card.sealingKey.size() != crypto_box_PUBLICKEYBYTES
        || crypto_box_seal(bytes(box), key.data(), size_t(key.view().size()), bytes(card.sealingKey)))
        return fail(ErrorCode::KeyUnknown, QStringLiteral("sealing key"));
    return box;
}

Result<Secret> openedBox(QByteArrayView box, const DeviceIdentity &identity)
{
    if (box.size() != keySize + qsizetype(crypto_box_SEALBYTES))
        return fail(ErrorCode::SignatureInvalid, QStringLiteral("box"));
    Secret key = Secret::random(keySize);
    if (crypto_box_seal_open(key.data(), bytes(box), size_t(box.size()), bytes(identity.sealingPublic),
            identity.sealing.data()))
        return fail(ErrorCode::SignatureInvalid, QStringLiteral("box"));
    return key;
}

Result<SealedContent> sealedFor(QByteArrayView clear, const QList<DeviceCard> &cards, QByteArrayView context)
{
    const Secret key = Secret::random(keySize);
    SealedContent sealed;
    sealed.content = randomBytes(nonceSize);
    sealed.content.resize(nonceSize + clear.size() + tagSize);
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytes(sealed.content) + nonceSize, nullptr, bytes(clear),
        size_t(clear.size()), bytes(context), size_t(context.size()), nullptr, bytes(sealed.content),
        key.data());
    for (const DeviceCard &card : cards) {
        const auto box = boxFor(card, key);
        if (!box)
            return fail(box.error());
        sealed.boxes.append({card.device, *box});
    }
    return sealed;
}

Result<QByteArray> openedContent(
    QByteArrayView content, QByteArrayView box, const DeviceIdentity &identity, QByteArrayView context)
{
    const auto key = openedBox(box, identity);
    if (!key)
        return fail(key.error());
    if (content.size() < nonceSize + tagSize)
        return fail(ErrorCode::SignatureInvalid, QStringLiteral("content"));
    QByteArray clear(content.size() - nonceSize - tagSize, '\0');
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(bytes(clear), nullptr, nullptr, bytes(content) + nonceSize,
            size_t(content.size() - nonceSize), bytes(context), size_t(context.size()), bytes(content),
            key->data()))
        return fail(ErrorCode::SignatureInvalid, QStringLiteral("content"));
    return clear;
}

} // namespace chengban

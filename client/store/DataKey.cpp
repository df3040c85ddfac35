#include "client/store/DataKey.h"

#include <sodium.h>

#include <QDataStream>

#include <cstring>

namespace chengban {

namespace {

constexpr qsizetype keySize = 32;
constexpr char phraseVersion = 1;
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

QByteArray keyedHash(QByteArrayView key, const char *text, size_t size)
{
    QByteArray out(qsizetype(size), Qt::Uninitialized);
    crypto_generichash(bytes(out), size, reinterpret_cast<const unsigned char *>(text), std::strlen(text),
        bytes(key), size_t(key.size()));
    return out;
}

QByteArray sealedWith(QByteArrayView key, QByteArrayView clear, QByteArrayView context)
{
    QByteArray out = randomBytes(nonceSize);
    out.resize(nonceSize + clear.size() + tagSize);
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytes(out) + nonceSize, nullptr, bytes(clear),
        size_t(clear.size()), bytes(context), size_t(context.size()), nullptr, bytes(out), bytes(key));
    return out;
}

Result<Secret> openedWith(QByteArrayView key, QByteArrayView sealed, QByteArrayView context)
{
    if (sealed.size() < nonceSize + tagSize)
        return fail(ErrorCode::WrongCredentials);
    Secret clear{QByteArrayView(QByteArray(sealed.size() - nonceSize - tagSize, '\0'))};
    const int refused = crypto_aead_xchacha20poly1305_ietf_decrypt(clear.data(), nullptr, nullptr,
        bytes(sealed) + nonceSize, size_t(sealed.size() - nonceSize), bytes(context), size_t(context.size()),
        bytes(sealed), bytes(key));
    if (refused)
        return fail(ErrorCode::WrongCredentials);
    return clear;
}

Result<Secret> phraseKey(const QString &phrase, QByteArrayView salt, const PassphraseCost &cost)
{
    // Compatibility forms differ between input methods and platforms; the same phrase must give the same key.
    const QByteArray text = phrase.normalized(QString::NormalizationForm_KC).toUtf8();
    Secret key = Secret::random(keySize);
    if (crypto_pwhash(key.data(), keySize, text.constData(), size_t(text.size()), bytes(salt),
            cost.operations, size_t(cost.memory), crypto_pwhash_ALG_ARGON2ID13))
        return fail(ErrorCode::StoreUnavailable, QStringLiteral("argon2id"));
    return key;
}

Result<DataKey> verified(const WrappedKey &wrapped, QByteArrayView opened)
{
    auto key = DataKey::fromBytes(opened);
    if (!key || key->id() != wrapped.keyId || key->checkValue() != wrapped.check)
        return fail(ErrorCode::StoreLocked, QStringLiteral("not the key of this store"));
    return key;
}

constexpr QByteArrayView secretContext("chengban data key by secret");
constexpr QByteArrayView phraseContext("chengban data key by passphrase");

} // namespace

DataKey::DataKey(Secret key)
    : m_key(std::move(key))
{
}

DataKey DataKey::generate()
{
    return DataKey(Secret::random(keySize));
}

Result<DataKey> DataKey::fromBytes(QByteArrayView raw)
{
    if (raw.size() != keySize)
        return fail(ErrorCode::StoreLocked);
    return DataKey(Secret(raw));
}

QString DataKey::id() const
{
    return QString::fromLatin1(keyedHash(m_key.view(), "chengban key id", 16).toHex());
}

QByteArray DataKey::checkValue() const
{
    return keyedHash(m_key.view(), "chengban key check", 32);
}

Secret DataKey::derived(const char (&purpose)[9]) const
{
    Secret key = Secret::random(keySize);
    crypto_kdf_derive_from_key(key.data(), keySize, 1, purpose, m_key.data());
    return key;
}

QByteArray wrappedBySecret(const DataKey &key, QByteArrayView secret)
{
    Q_ASSERT(secret.size() == keySize);
    return sealedWith(secret, key.view(), secretContext);
}

Result<QByteArray> wrappedByPassphrase(
    const DataKey &key, const QString &passphrase, const PassphraseCost &cost)
{
    return sealedWithPhrase(key.view(), passphrase, cost, phraseContext);
}

Result<QByteArray> wrappedForRecovery(const DataKey &key, QByteArrayView recoveryPublicKey)
{
    if (recoveryPublicKey.size() != crypto_box_PUBLICKEYBYTES)
        return fail(ErrorCode::KeyUnknown, QStringLiteral("recovery key"));
    QByteArray out(keySize + qsizetype(crypto_box_SEALBYTES), Qt::Uninitialized);
    if (crypto_box_seal(bytes(out), bytes(key.view()), keySize, bytes(recoveryPublicKey)))
        return fail(ErrorCode::KeyUnknown, QStringLiteral("recovery key"));
    return out;
}

Result<DataKey> openedBySecret(const WrappedKey &wrapped, QByteArrayView secret)
{
    if (secret.size() != keySize)
        return fail(ErrorCode::StoreLocked);
    const auto opened = openedWith(secret, wrapped.bySecret, secretContext);
    if (!opened)
        return fail(ErrorCode::StoreLocked, QStringLiteral("keychain secret"));
    return verified(wrapped, opened->view());
}

Result<DataKey> openedByPassphrase(const WrappedKey &wrapped, const QString &passphrase)
{
    const auto opened = openedWithPhrase(wrapped.byPassphrase, passphrase, phraseContext);
    if (!opened)
        return fail(opened.error());
    return verified(wrapped, opened->view());
}

Result<DataKey> openedForRecovery(const WrappedKey &wrapped, QByteArrayView recoveryPrivateKey)
{
    if (recoveryPrivateKey.size() != crypto_box_SECRETKEYBYTES
        || wrapped.forRecovery.size() != keySize + qsizetype(crypto_box_SEALBYTES))
        return fail(ErrorCode::StoreLocked);
    QByteArray publicKey(crypto_box_PUBLICKEYBYTES, Qt::Uninitialized);
    crypto_scalarmult_base(bytes(publicKey), bytes(recoveryPrivateKey));
    Secret opened = Secret::random(keySize);
    if (crypto_box_seal_open(opened.data(), bytes(wrapped.forRecovery), size_t(wrapped.forRecovery.size()),
            bytes(publicKey), bytes(recoveryPrivateKey)))
        return fail(ErrorCode::StoreLocked, QStringLiteral("recovery key"));
    return verified(wrapped, opened.view());
}

std::pair<QByteArray, Secret> newRecoveryPair()
{
    QByteArray publicKey(crypto_box_PUBLICKEYBYTES, Qt::Uninitialized);
    Secret privateKey = Secret::random(crypto_box_SECRETKEYBYTES);
    crypto_box_keypair(bytes(publicKey), privateKey.data());
    return {publicKey, std::move(privateKey)};
}

Result<QByteArray> sealedWithPhrase(
    QByteArrayView clear, const QString &phrase, const PassphraseCost &cost, QByteArrayView context)
{
    const QByteArray salt = randomBytes(crypto_pwhash_SALTBYTES);
    const auto key = phraseKey(phrase, salt, cost);
    if (!key)
        return fail(key.error());
    QByteArray out;
    QDataStream stream(&out, QIODevice::WriteOnly);
    stream << qint8(phraseVersion) << cost.operations << cost.memory << salt
           << sealedWith(key->view(), clear, context);
    return out;
}

Result<Secret> openedWithPhrase(const QByteArray &sealed, const QString &phrase, QByteArrayView context)
{
    QDataStream stream(sealed);
    qint8 version = 0;
    PassphraseCost cost;
    QByteArray salt;
    QByteArray body;
    stream >> version >> cost.operations >> cost.memory >> salt >> body;
    const bool sane = stream.status() == QDataStream::Ok && version == phraseVersion
        && salt.size() == crypto_pwhash_SALTBYTES && cost.memory <= (1ULL << 30) && cost.operations <= 16;
    if (!sane)
        return fail(ErrorCode::WrongCredentials);
    const auto key = phraseKey(phrase, salt, cost);
    if (!key)
        return fail(key.error());
    return openedWith(key->view(), body, context);
}

} // namespace chengban

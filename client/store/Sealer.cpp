#include "client/store/Sealer.h"

#include "shared/canonical/JsonReader.h"

#include <QJsonDocument>

#include <sodium.h>

#include <cstring>

namespace chengban {

namespace {

constexpr qsizetype nonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype tagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;

QByteArray boundTo(const SealedPlace &place)
{
    QByteArray text(place.table);
    text += '\0';
    text += place.column;
    text += '\0';
    return text + place.row.toUtf8();
}

const unsigned char *bytes(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char *>(view.data());
}
unsigned char *bytes(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

} // namespace

Sealer::Sealer(const DataKey &key)
    : m_columns(key.derived("columns "))
    , m_identity(key.derived("identity"))
    , m_files(key.derived("files   "))
    , m_addresses(key.derived("address "))
    , m_index(key.derived("index   "))
{
}

const Secret &Sealer::keyFor(const SealedPlace &place) const
{
    return std::strcmp(place.table, "identity_parts") == 0 ? m_identity : m_columns;
}

QByteArray Sealer::sealed(QByteArrayView clear, const SealedPlace &place) const
{
    const QByteArray bound = boundTo(place);
    QByteArray out(nonceSize + clear.size() + tagSize, Qt::Uninitialized);
    randombytes_buf(out.data(), size_t(nonceSize));
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytes(out) + nonceSize, nullptr, bytes(clear),
        size_t(clear.size()), bytes(bound), size_t(bound.size()), nullptr, bytes(out), keyFor(place).data());
    return out;
}

Result<QByteArray> Sealer::opened(QByteArrayView sealed, const SealedPlace &place) const
{
    if (sealed.size() < nonceSize + tagSize)
        return fail(ErrorCode::StoreDamaged, QString::fromLatin1(place.table));
    const QByteArray bound = boundTo(place);
    QByteArray clear(sealed.size() - nonceSize - tagSize, Qt::Uninitialized);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(bytes(clear), nullptr, nullptr, bytes(sealed) + nonceSize,
            size_t(sealed.size() - nonceSize), bytes(bound), size_t(bound.size()), bytes(sealed),
            keyFor(place).data()))
        return fail(ErrorCode::StoreDamaged, QString::fromLatin1(place.table));
    return clear;
}

QByteArray Sealer::sealedJson(const QJsonObject &object, const SealedPlace &place) const
{
    return sealed(QJsonDocument(object).toJson(QJsonDocument::Compact), place);
}

Result<QJsonObject> Sealer::openedJson(QByteArrayView sealed, const SealedPlace &place) const
{
    const auto clear = opened(sealed, place);
    if (!clear)
        return fail(clear.error());
    return parseJsonObject(*clear);
}

QString Sealer::address(QStringView name) const
{
    const QByteArray text = name.toUtf8();
    QByteArray out(32, Qt::Uninitialized);
    crypto_generichash(bytes(out), 32, bytes(text), size_t(text.size()), m_addresses.data(),
        size_t(m_addresses.view().size()));
    return QString::fromLatin1(out.toHex());
}

quint64 Sealer::token(QByteArrayView piece) const
{
    static_assert(crypto_shorthash_KEYBYTES <= 32);
    quint64 value = 0;
    crypto_shorthash(
        reinterpret_cast<unsigned char *>(&value), bytes(piece), size_t(piece.size()), m_index.data());
    return value;
}

} // namespace chengban

#include "server/store/Sealing.h"

#include <sodium.h>

namespace chengban {

namespace {

unsigned char *bytes(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

const unsigned char *bytes(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char *>(view.data());
}

unsigned long long length(QByteArrayView view)
{
    return static_cast<unsigned long long>(view.size());
}

constexpr qsizetype nonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype tagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(SealingKey::size == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

} // namespace

QByteArray systemRandom(qsizetype size)
{
    static const int ready = sodium_init();
    Q_ASSERT(ready >= 0);
    QByteArray random(size, Qt::Uninitialized);
    randombytes_buf(random.data(), static_cast<size_t>(size));
    return random;
}

SealingKey::SealingKey(QByteArray key)
    : m_key(std::move(key))
{
    Q_ASSERT(m_key.size() == size);
}

SealingKey::~SealingKey()
{
    if (!m_key.isEmpty())
        sodium_memzero(m_key.data(), static_cast<size_t>(m_key.size()));
}

QByteArray SealingKey::sealed(QByteArrayView text, QByteArrayView context) const
{
    QByteArray result = systemRandom(nonceSize);
    result.resize(nonceSize + text.size() + tagSize);
    unsigned char *const start = bytes(result);
    crypto_aead_xchacha20poly1305_ietf_encrypt(start + nonceSize, nullptr, bytes(text), length(text),
        bytes(context), length(context), nullptr, start, bytes(QByteArrayView(m_key)));
    return result;
}

Result<QByteArray> SealingKey::opened(QByteArrayView sealed, QByteArrayView context) const
{
    if (sealed.size() < nonceSize + tagSize)
        return fail(ErrorCode::StoreDamaged, QStringLiteral("sealed value too short"));
    QByteArray text(sealed.size() - nonceSize - tagSize, Qt::Uninitialized);
    const QByteArrayView body = sealed.sliced(nonceSize);
    const int opened = crypto_aead_xchacha20poly1305_ietf_decrypt(bytes(text), nullptr, nullptr, bytes(body),
        length(body), bytes(context), length(context), bytes(sealed), bytes(QByteArrayView(m_key)));
    if (opened != 0)
        return fail(ErrorCode::StoreDamaged, QStringLiteral("sealed value does not open"));
    return text;
}

QByteArray SealingKey::keyedDigest(QByteArrayView text) const
{
    QByteArray digest(32, Qt::Uninitialized);
    crypto_generichash(bytes(digest), static_cast<size_t>(digest.size()), bytes(text), length(text),
        bytes(QByteArrayView(m_key)), static_cast<size_t>(m_key.size()));
    return digest;
}

} // namespace chengban

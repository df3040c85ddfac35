#include "client/store/Secret.h"

#include <sodium.h>

#include <cstring>
#include <utility>

namespace chengban {

namespace {

bool sodiumReady()
{
    static const bool ready = sodium_init() >= 0;
    return ready;
}

} // namespace

Secret::Secret(QByteArrayView bytes)
    : m_size(bytes.size())
{
    if (!sodiumReady() || m_size == 0)
        return;
    m_bytes = static_cast<unsigned char *>(sodium_malloc(size_t(m_size)));
    Q_CHECK_PTR(m_bytes);
    std::memcpy(m_bytes, bytes.data(), size_t(m_size));
}

Secret Secret::random(qsizetype size)
{
    Secret secret{QByteArrayView(QByteArray(size, '\0'))};
    randombytes_buf(secret.m_bytes, size_t(size));
    return secret;
}

Secret::Secret(Secret &&other) noexcept
    : m_bytes(std::exchange(other.m_bytes, nullptr))
    , m_size(std::exchange(other.m_size, 0))
{
}

Secret &Secret::operator=(Secret &&other) noexcept
{
    if (this != &other) {
        drop();
        m_bytes = std::exchange(other.m_bytes, nullptr);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

Secret::~Secret()
{
    drop();
}

void Secret::drop()
{
    if (m_bytes)
        sodium_free(m_bytes);
    m_bytes = nullptr;
    m_size = 0;
}

QByteArray randomBytes(qsizetype size)
{
    const bool ready = sodiumReady();
    Q_ASSERT(ready);
    Q_UNUSED(ready);
    QByteArray bytes(size, Qt::Uninitialized);
    randombytes_buf(bytes.data(), size_t(size));
    return bytes;
}

} // namespace chengban

#pragma once

#include "shared/base/Result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <functional>

namespace chengban {

/// Gives that many fresh random bytes; randomness is an argument.
using RandomSource = std::function<QByteArray(qsizetype)>;

/// libsodium's generator.
[[nodiscard]] QByteArray systemRandom(qsizetype size);

/// Seals small values at rest under the server's data key: XChaCha20-Poly1305 with a random nonce. `context`
/// is bound to the value, so a sealed value moved to another row does not open.
class SealingKey
{
public:
    static constexpr qsizetype size = 32;
    /// `key` holds `size` bytes.
    explicit SealingKey(QByteArray key);
    ~SealingKey();
    SealingKey(SealingKey &&) noexcept = default;
    SealingKey &operator=(SealingKey &&) noexcept = default;
    SealingKey(const SealingKey &) = delete;
    SealingKey &operator=(const SealingKey &) = delete;

    [[nodiscard]] QByteArray sealed(QByteArrayView text, QByteArrayView context) const;
    /// Errors: StoreDamaged when the value was changed, moved, or sealed with another key.
    [[nodiscard]] Result<QByteArray> opened(QByteArrayView sealed, QByteArrayView context) const;
    /// A digest that nobody without the key can compute, so that it tells nothing about guessable text.
    [[nodiscard]] QByteArray keyedDigest(QByteArrayView text) const;

private:
    QByteArray m_key;
};

} // namespace chengban

#pragma once

#include "shared/base/Result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace chengban {

/// Where small secrets of this person on this device lie: 32-byte keys and opaque tokens, never more than 2
/// KB (Windows refuses larger ones).
class KeyStore
{
public:
    virtual ~KeyStore() = default;

    /// The secret, or no value when the store says that there is none.
    ///
    /// "None" is not proof: a locked keyring answers the same. Who would make a new key on it must first know
    /// from elsewhere that no key was ever made. Errors: KeychainUnavailable, also after the time-out.
    [[nodiscard]] virtual Result<std::optional<QByteArray>> read(const QString &name) = 0;
    /// Errors: KeychainUnavailable; TooLarge above 2 KB.
    [[nodiscard]] virtual Result<void> write(const QString &name, const QByteArray &secret) = 0;
    /// Removing what is not there succeeds. Errors: KeychainUnavailable.
    [[nodiscard]] virtual Result<void> remove(const QString &name) = 0;
};

inline constexpr qsizetype largestSecret = 2048;

} // namespace chengban

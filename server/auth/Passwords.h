#pragma once

#include "shared/base/Result.h"

#include <QByteArray>
#include <QString>

namespace chengban::server {

constexpr qsizetype leastPassword = 8; ///< Characters.
constexpr qsizetype mostPassword = 256; ///< Bytes; a longer one is an attack on memory.

/// Argon2id with 64 MiB and two passes, as libsodium's string. Takes about 50 ms: never on the io thread.
/// Errors: BadInput when shorter than leastPassword or longer than mostPassword, ServerFault without memory.
[[nodiscard]] Result<QString> passwordHash(const QString &password);

/// Takes as long for an empty hash (unknown user) as for a wrong password.
[[nodiscard]] bool passwordFits(const QString &hash, const QString &password);

} // namespace chengban::server

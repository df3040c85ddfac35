#include "server/auth/Passwords.h"

#include <sodium.h>

#include <array>

namespace chengban::server {

namespace {

std::optional<QString> hashOf(const QByteArray &utf8)
{
    std::array<char, crypto_pwhash_STRBYTES> out{};
    if (sodium_init() < 0)
        return std::nullopt;
    const int failed
        = crypto_pwhash_str(out.data(), utf8.constData(), static_cast<unsigned long long>(utf8.size()),
            crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE);
    return failed == 0 ? std::optional(QString::fromLatin1(out.data())) : std::nullopt;
}

/// What an unknown user's password is compared with, so that the answer takes as long.
const QString &nobodysHash()
{
    static const QString hash = hashOf("nobody has this password").value_or(QString());
    return hash;
}

} // namespace

Result<QString> passwordHash(const QString &password)
{
    const QByteArray utf8 = password.toUtf8();
    if (password.size() < leastPassword || utf8.size() > mostPassword)
        return fail(ErrorCode::BadInput, QStringLiteral("password length"));
    auto hash = hashOf(utf8);
    if (!hash)
        return fail(ErrorCode::ServerFault, QStringLiteral("no memory for Argon2id"));
    return *hash;
}

bool passwordFits(const QString &hash, const QString &password)
{
    const QByteArray utf8 = password.toUtf8().left(mostPassword + 1);
    const QByteArray known = (hash.isEmpty() ? nobodysHash() : hash).toLatin1();
    const bool fits = crypto_pwhash_str_verify(
                          known.constData(), utf8.constData(), static_cast<unsigned long long>(utf8.size()))
        == 0;
    return fits && !hash.isEmpty() && utf8.size() <= mostPassword;
}

} // namespace chengban::server

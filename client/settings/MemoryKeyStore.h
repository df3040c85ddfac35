#pragma once

#include "client/settings/KeyStore.h"

#include <QHash>

namespace chengban {

/// Secrets for one run of the program: for tests, and where a person chose not to use the keychain.
class MemoryKeyStore : public KeyStore
{
public:
    Result<std::optional<QByteArray>> read(const QString &name) override
    {
        if (away)
            return fail(ErrorCode::KeychainUnavailable);
        const auto found = m_secrets.constFind(name);
        return found == m_secrets.cend() ? std::nullopt : std::optional(*found);
    }

    Result<void> write(const QString &name, const QByteArray &secret) override
    {
        if (away)
            return fail(ErrorCode::KeychainUnavailable);
        if (secret.size() > largestSecret)
            return fail(ErrorCode::TooLarge);
        m_secrets.insert(name, secret);
        return {};
    }

    Result<void> remove(const QString &name) override
    {
        if (away)
            return fail(ErrorCode::KeychainUnavailable);
        m_secrets.remove(name);
        return {};
    }

    bool away = false; ///< Answers KeychainUnavailable, as without a session bus.

private:
    QHash<QString, QByteArray> m_secrets;
};

} // namespace chengban

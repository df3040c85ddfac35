#pragma once

#include "client/settings/KeyStore.h"

#include <chrono>

namespace QKeychain {
class Job;
}

namespace chengban {

/// The operating system's keychain: Secret Service on Linux, Credential Manager on Windows.
///
/// Calls wait in a local event loop, at most `patience`: a locked keyring may ask the person in a window of
/// its own.
class KeychainStore : public KeyStore
{
public:
    explicit KeychainStore(QString service = QStringLiteral("chengban"),
        std::chrono::milliseconds patience = std::chrono::seconds(60));

    Result<std::optional<QByteArray>> read(const QString &name) override;
    Result<void> write(const QString &name, const QByteArray &secret) override;
    Result<void> remove(const QString &name) override;

private:
    [[nodiscard]] bool finishes(QKeychain::Job &job) const;

    QString m_service;
    std::chrono::milliseconds m_patience;
};

} // namespace chengban

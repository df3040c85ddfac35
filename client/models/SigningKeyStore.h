#pragma once

#include "client/settings/KeyStore.h"
#include "client/store/DataKey.h"
#include "client/store/Values.h"
#include "shared/signing/Signing.h"

#include <optional>

namespace chengban {

// Opening and closing by the PIN takes a while on purpose (Argon2id): both are made for a worker thread.

/// PKCS#8 sealed by the PIN. Errors: StoreUnavailable when memory for the hash is short.
[[nodiscard]] Result<QByteArray> keySealedByPin(
    const Sm2Key &key, const QString &pin, const PassphraseCost &cost);
/// Errors: PinWrong.
[[nodiscard]] Result<Sm2Key> keyOpenedByPin(const QByteArray &sealed, const QString &pin);

/// The person's signing key on this device, sealed by the PIN, in the keychain; where there is none, in the
/// sealed store, so that it lies under two locks either way.
class SigningKeyStore
{
public:
    SigningKeyStore(KeyStore &keychain, Values &values, QString owner);

    /// Who owns a key: a person of a county on one device.
    [[nodiscard]] static QString ownerOf(const QString &user, const QString &tenant, const QString &device);
    /// Under which name the key of an owner lies in the keychain.
    [[nodiscard]] static QString nameFor(const QString &owner);

    /// Files the sealed private half and remembers the enrolled public one. Errors: StoreUnavailable,
    /// DiskFull.
    [[nodiscard]] Result<void> keep(const QByteArray &sealed, const EnrolledKey &enrolled);
    [[nodiscard]] std::optional<EnrolledKey> enrolled() const;
    /// Still sealed. Errors: KeyUnknown without one, KeychainUnavailable.
    [[nodiscard]] Result<QByteArray> sealedKey() const;

private:
    KeyStore &m_keychain;
    Values &m_values;
    QString m_owner;
};

} // namespace chengban

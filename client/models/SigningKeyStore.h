#pragma once

#include "client/settings/KeyStore.h"
#include "client/store/DataKey.h"
#include "client/store/Values.h"
#include "shared/signing/Signing.h"

#include <optional>

namespace chengban {

/// The person's signing key on this device: PKCS#8 sealed by the PIN (Argon2id), in the keychain; where there
/// is none, in the sealed store, so that it lies under two locks either way.
class SigningKeyStore
{
public:
    SigningKeyStore(
        KeyStore &keychain, Values &values, QString owner, PassphraseCost cost = {3, 64ULL << 20});

    /// Files the private half and remembers the enrolled public one. Errors: StoreUnavailable, DiskFull.
    [[nodiscard]] Result<void> keep(const Sm2Key &key, const EnrolledKey &enrolled, const QString &pin);
    [[nodiscard]] std::optional<EnrolledKey> enrolled() const;
    /// Errors: KeyUnknown without one, PinWrong, KeychainUnavailable.
    [[nodiscard]] Result<Sm2Key> opened(const QString &pin) const;

private:
    [[nodiscard]] QString name() const;

    KeyStore &m_keychain;
    Values &m_values;
    QString m_owner;
    PassphraseCost m_cost;
};

} // namespace chengban

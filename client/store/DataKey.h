#pragma once

#include "client/store/Secret.h"
#include "shared/base/Result.h"

#include <QByteArray>
#include <QString>

namespace chengban {

/// The random key of one store. Everything sealed there is sealed with keys derived from it; it is itself
/// stored only wrapped. See docs/adr/0007.
class DataKey
{
public:
    [[nodiscard]] static DataKey generate();
    [[nodiscard]] static Result<DataKey> fromBytes(
        QByteArrayView bytes); ///< Errors: StoreLocked unless 32 bytes.
    [[nodiscard]] DataKey clone() const { return DataKey(m_key.clone()); }

    [[nodiscard]] QString id() const; ///< Names the key without telling anything of it.
    [[nodiscard]] QByteArray
    checkValue() const; ///< Kept beside the wraps: proves that an opened key is the right one.

    /// An independent 32-byte key for one purpose (eight characters).
    [[nodiscard]] Secret derived(const char (&purpose)[9]) const;
    [[nodiscard]] QByteArrayView view() const { return m_key.view(); }

private:
    explicit DataKey(Secret key);
    Secret m_key;
};

/// What a guess of the passphrase costs. The stored wrap carries its own cost, so it may be raised later.
struct PassphraseCost
{
    quint64 operations = 3;
    quint64 memory = 256ULL << 20;
};

/// The three wraps of a data key; each opens it alone. An empty one is not there.
struct WrappedKey
{
    QString keyId;
    QByteArray check;
    QByteArray bySecret; ///< By 32 random bytes that lie in the keychain.
    QByteArray byPassphrase; ///< By Argon2id of the person's passphrase.
    QByteArray forRecovery; ///< For the county's recovery key, whose private half is offline.

    bool operator==(const WrappedKey &) const = default;
};

[[nodiscard]] QByteArray wrappedBySecret(const DataKey &key, QByteArrayView secret);
/// Errors: StoreUnavailable when memory for the hash is short.
[[nodiscard]] Result<QByteArray> wrappedByPassphrase(
    const DataKey &key, const QString &passphrase, const PassphraseCost &cost);
/// Errors: KeyUnknown unless the public key has 32 bytes and is a curve point.
[[nodiscard]] Result<QByteArray> wrappedForRecovery(const DataKey &key, QByteArrayView recoveryPublicKey);

/// All errors: StoreLocked when it does not open or is another key than the store's.
[[nodiscard]] Result<DataKey> openedBySecret(const WrappedKey &wrapped, QByteArrayView secret);
/// Errors also: WrongCredentials for a wrong passphrase.
[[nodiscard]] Result<DataKey> openedByPassphrase(const WrappedKey &wrapped, const QString &passphrase);
/// What two of the three holders of the recovery key do together: opens unsent work when everything else is
/// lost.
[[nodiscard]] Result<DataKey> openedForRecovery(const WrappedKey &wrapped, QByteArrayView recoveryPrivateKey);

/// A new pair for a county: public, private.
[[nodiscard]] std::pair<QByteArray, Secret> newRecoveryPair();

/// Seals a small secret with a PIN or passphrase; carries its salt and cost.
[[nodiscard]] Result<QByteArray> sealedWithPhrase(
    QByteArrayView clear, const QString &phrase, const PassphraseCost &cost, QByteArrayView context);
/// Errors: WrongCredentials.
[[nodiscard]] Result<Secret> openedWithPhrase(
    const QByteArray &sealed, const QString &phrase, QByteArrayView context);

} // namespace chengban

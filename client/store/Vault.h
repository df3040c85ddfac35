#pragma once

#include "client/store/DataKey.h"
#include "client/store/Database.h"

#include <QString>

#include <memory>
#include <optional>

namespace chengban {

/// Whose store it is; each has a folder and a key of its own, so another user of the PC sees nothing.
struct StoreOwner
{
    QString server; ///< Host and port.
    QString tenant;
    QString user;
    QString device;

    /// The folder's name tells none of the four.
    [[nodiscard]] QString folder(const QString &root) const;
};

/// What was saved from a damaged work file.
struct Salvage
{
    int rows = 0;
    QString keptFile; ///< The damaged file itself is never deleted.
};

/// The locked door of a store: knows the wraps of its key, opens it, never makes a second one.
class Vault
{
public:
    /// Opens or creates the folder and its work file; a damaged one is salvaged row by row and kept aside.
    /// Errors: StoreNewer, StoreDamaged when nothing could be read, DiskFull, StoreUnavailable.
    [[nodiscard]] static Result<Vault> open(const QString &folder);

    [[nodiscard]] bool hasKey() const { return !m_wrapped.keyId.isEmpty(); }
    [[nodiscard]] const WrappedKey &wrapped() const { return m_wrapped; }
    [[nodiscard]] const std::optional<Salvage> &salvage() const { return m_salvage; }

    /// Makes the store's key. Errors: StoreLocked when the store already has one, whatever the keychain says.
    [[nodiscard]] Result<DataKey> createKey(QByteArrayView keychainSecret, const QString &passphrase,
        QByteArrayView recoveryPublicKey, const PassphraseCost &cost = {});
    /// `keychainSecret` as read; none (absent or locked) is StoreLocked.
    [[nodiscard]] Result<DataKey> openBySecret(const std::optional<QByteArray> &keychainSecret) const;
    /// Each wrong passphrase doubles the wait for the next, from the fifth on.
    /// Errors: WrongCredentials, RateLimited while waiting, StoreLocked without a passphrase wrap.
    [[nodiscard]] Result<DataKey> openByPassphrase(const QString &passphrase, qint64 nowMs);
    [[nodiscard]] Result<DataKey> openForRecovery(QByteArrayView recoveryPrivateKey) const;

    /// Renews single wraps of the same key: after a change of the passphrase, or when the keychain was
    /// emptied.
    [[nodiscard]] Result<void> rewrapBySecret(const DataKey &key, QByteArrayView keychainSecret);
    [[nodiscard]] Result<void> rewrapByPassphrase(
        const DataKey &key, const QString &passphrase, const PassphraseCost &cost = {});
    [[nodiscard]] Result<void> rewrapForRecovery(const DataKey &key, QByteArrayView recoveryPublicKey);
    /// Remote wipe: drops the replica and both wraps of this PC. Unsent work stays, for the recovery key
    /// alone.
    [[nodiscard]] Result<void> wipe();

private:
    Vault() = default;
    [[nodiscard]] Result<void> readWraps();
    [[nodiscard]] Result<void> writeWraps(const WrappedKey &wrapped);
    [[nodiscard]] Result<qint64> number(const QString &name);
    [[nodiscard]] Result<void> setNumber(const QString &name, qint64 value);

    QString m_folder;
    std::unique_ptr<Database> m_db;
    WrappedKey m_wrapped;
    std::optional<Salvage> m_salvage;
};

[[nodiscard]] QString workPath(const QString &folder);
[[nodiscard]] QString replicaPath(const QString &folder);

} // namespace chengban

#pragma once

#include "server/store/Sealing.h"
#include "shared/signing/Signing.h"

namespace chengban {

/// The server's own secrets: the SM2 key of receipts and roots, and the data key that seals identities and
/// files at rest. Files `signing.key` and `data.key` in the data folder, mode 0600.
struct ServerKeys
{
    Sm2Key signing;
    QByteArray publicKeyPem;
    SealingKey data;

    /// Of the stored files; follows from the data key.
    [[nodiscard]] QByteArray fileKey() const { return data.keyedDigest("chengban files 1"); }

    /// Makes both files. Errors: StoreUnavailable when one exists already (a new key would lose what the old
    /// one sealed) or cannot be written.
    [[nodiscard]] static Result<ServerKeys> create(const QString &folder, const RandomSource &random);
    /// Errors: StoreUnavailable, StoreDamaged.
    [[nodiscard]] static Result<ServerKeys> load(const QString &folder);
};

} // namespace chengban

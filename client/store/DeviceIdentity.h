#pragma once

#include "client/store/Secret.h"
#include "client/store/Values.h"
#include "shared/signing/DeviceCard.h"

namespace chengban {

/// The keys of this store's computer: what others seal for it is opened with them, and what it gives others
/// is signed. They lie in the sealed store, and go with it.
struct DeviceIdentity
{
    Secret sealing; ///< X25519, private.
    QByteArray sealingPublic;
    Sm2Key signing;

    /// What others know of it.
    [[nodiscard]] DeviceCard card(const UserId &user, const DeviceId &device) const;
};

/// As stored; made at the first use, which is the window's when it opens the store. Errors: StoreDamaged,
/// DiskFull, StoreUnavailable.
[[nodiscard]] Result<DeviceIdentity> deviceIdentity(Values &values);

/// A content sealed for several computers: with a key of its own, which is sealed for each.
struct SealedContent
{
    QByteArray content;
    QList<std::pair<DeviceId, QByteArray>> boxes;
};

/// `context` is bound in: what was sealed for another purpose does not open. Errors: KeyUnknown for a card
/// whose key is no point of the curve.
[[nodiscard]] Result<SealedContent> sealedFor(
    QByteArrayView clear, const QList<DeviceCard> &cards, QByteArrayView context);
/// Errors: SignatureInvalid when it does not open: sealed for another computer, or changed.
[[nodiscard]] Result<QByteArray> openedContent(
    QByteArrayView content, QByteArrayView box, const DeviceIdentity &identity, QByteArrayView context);

/// A key of 32 bytes in a sealed box for the computer. Errors: KeyUnknown.
[[nodiscard]] Result<QByteArray> boxFor(const DeviceCard &card, const Secret &key);
/// Errors: SignatureInvalid.
[[nodiscard]] Result<Secret> openedBox(QByteArrayView box, const DeviceIdentity &identity);

} // namespace chengban

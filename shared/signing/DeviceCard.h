#pragma once

#include "shared/signing/Signing.h"

#include <QByteArray>
#include <QJsonObject>

namespace chengban {

/// What a computer shows of itself so that others can seal something for it and know its hand. Both keys are
/// the store's on that computer (docs/adr/0020); no person and no PIN stands behind them.
struct DeviceCard
{
    UserId user;
    DeviceId device;
    QString name; ///< Of the computer, as its owner sees it.
    QByteArray sealingKey; ///< X25519, 32 bytes.
    QByteArray signingKeyPem; ///< SM2, SubjectPublicKeyInfo.
    qint64 sinceMs = 0;

    bool operator==(const DeviceCard &) const = default;
};

inline constexpr qsizetype sealingKeySize = 32;

[[nodiscard]] QJsonObject toJson(const DeviceCard &card);
/// Errors beside the reader's: BadInput for a sealing key that is not 32 bytes, KeyUnknown for a PEM that is
/// no SM2 key.
[[nodiscard]] Result<DeviceCard> deviceCardFromJson(const QJsonObject &json);

/// What the giver of a draft signs with the computer's key: who gives what to whom on which case. The content
/// stands in it as it was sealed, so the server can check the signature without reading a word.
struct HandoverText
{
    TenantId tenant;
    QString id;
    CaseId caseId;
    UserId from;
    DeviceId device;
    UserId to;
    QByteArray content; ///< Sealed.
};
[[nodiscard]] Result<QByteArray> canonicalForm(const HandoverText &text);

/// A command that was made on one computer and is sent by another one (carry): signed where it was made.
struct CarriedText
{
    TenantId tenant;
    UserId user;
    DeviceId device;
    QJsonObject command; ///< As it is sent.
};
[[nodiscard]] Result<QByteArray> canonicalForm(const CarriedText &text);

} // namespace chengban

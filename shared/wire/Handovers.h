#pragma once

#include "shared/base/Names.h"
#include "shared/base/Result.h"
#include "shared/signing/DeviceCard.h"

#include <QJsonObject>
#include <QList>

#include <array>

namespace chengban::wire {

/// The key of a sealed content, sealed for one computer of the receiver.
struct SealedKey
{
    DeviceId device;
    QByteArray box; ///< libsodium's sealed box.
    bool operator==(const SealedKey &) const = default;
};

/// POST /v1/handovers: the draft of a reply for a colleague of the same unit.
struct HandoverGift
{
    QString id; ///< UUIDv7: sent twice, given once.
    CaseId caseId;
    UserId to;
    QByteArray content; ///< Sealed; the server cannot open it.
    QList<SealedKey> keys; ///< One for each computer of the receiver.
    QByteArray signature; ///< Of the giver's computer over HandoverText.
    bool operator==(const HandoverGift &) const = default;
};

enum class HandoverState { Offered, Accepted, Declined, Withdrawn };

constexpr auto namesOf(HandoverState)
{
    using enum HandoverState;
    return std::array{Named{Offered, "offered"}, Named{Accepted, "accepted"}, Named{Declined, "declined"},
        Named{Withdrawn, "withdrawn"}};
}

/// A hand-over as giver and receiver see it.
struct Handover
{
    QString id;
    CaseId caseId;
    UserId from;
    QString fromName;
    DeviceId fromDevice;
    UserId to;
    QString toName;
    HandoverState state = HandoverState::Offered;
    qint64 givenAtMs = 0;
    qint64 stateAtMs = 0;
    qint64 expiresAtMs = 0;
    QByteArray content; ///< For the receiver alone, while it is offered; so are box and signature.
    QByteArray box; ///< For the computer that asks; empty when nothing was sealed for it.
    QByteArray signature;
    bool operator==(const Handover &) const = default;
};

[[nodiscard]] QJsonObject toJson(const HandoverGift &);
[[nodiscard]] QJsonObject toJson(const Handover &);
[[nodiscard]] Result<HandoverGift> handoverGiftFromJson(const QJsonObject &);
[[nodiscard]] Result<Handover> handoverFromJson(const QJsonObject &);

/// PUT /v1/cases/{id}/presence: whether the sender is writing on the case; the answer names the others.
struct Presence
{
    UserId user;
    QString name;
    qint64 sinceMs = 0; ///< When the writing began.
    bool operator==(const Presence &) const = default;
};
[[nodiscard]] QJsonObject toJson(const Presence &);
[[nodiscard]] Result<Presence> presenceFromJson(const QJsonObject &);

} // namespace chengban::wire

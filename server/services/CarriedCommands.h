#pragma once

#include "server/services/Backend.h"
#include "shared/cases/Actor.h"
#include "shared/cases/Command.h"

#include <QJsonObject>

namespace chengban {

/// Says where a command was made that another computer sends: whose it is, on which computer, and that
/// computer's signature over it (CarriedText).
struct CarryProof
{
    UserId user;
    DeviceId device;
    QByteArray signature;
};

[[nodiscard]] Result<CarryProof> carryProofFromJson(const QJsonObject &json);

/// Commands that came on a stick (docs/adr/0021): their actor is who made them, where they were made; the
/// sender only carries them.
class CarriedCommands
{
public:
    explicit CarriedCommands(const Backend &backend)
        : m_backend(backend)
    {
    }

    /// The actor of the command. What the sender has uploaded for it counts as sent by that actor. Errors:
    /// Forbidden for another unit's, a closed account or a computer that is not admitted (any longer);
    /// SignatureInvalid.
    [[nodiscard]] Result<Actor> actorOf(
        const Actor &sender, const Command &command, const CarryProof &proof, qint64 nowMs);

private:
    const Backend &m_backend;
};

} // namespace chengban

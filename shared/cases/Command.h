#pragma once

#include "shared/base/Ids.h"
#include "shared/cases/Bodies.h"
#include "shared/cases/CommandType.h"
#include "shared/cases/LaterBodies.h"

namespace chengban {

/// What a client sends. The id makes it happen once, whatever the network does.
struct Command
{
    CommandId id;
    CommandType type = CommandType::Accept;
    CaseId caseId;
    qint64 baseRevision = 0; ///< The revision the person saw; 0 for Register.
    qint64 claimedTimeMs = 0;
    QJsonObject body;
    UserId actingFor = {}; ///< The holder of the post on which the sender acts; empty: on the own one.

    bool operator==(const Command &) const = default;
};

[[nodiscard]] QJsonObject toJson(const Command &command);
[[nodiscard]] Result<Command> commandFromJson(const QJsonObject &json);

} // namespace chengban

#pragma once

#include "shared/cases/LaterBodies.h"
#include "shared/wire/Wire.h"

namespace chengban {

/// Somebody of the directory whom a case can be handed down to, so that it comes to their desk.
struct HandDownTarget
{
    QString id;
    QString name;
    bool operator==(const HandDownTarget &) const = default;
};

/// The sections, villages or people of the actor's unit. Others can be named as well, in words.
[[nodiscard]] QList<HandDownTarget> handDownTargets(
    const wire::Directory &directory, const Actor &actor, HandDownTo to);

} // namespace chengban

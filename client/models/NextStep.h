#pragma once

#include "client/models/Desk.h"
#include "shared/reply/Requirements.h"

namespace chengban {

/// What the window offers a person on a case.
struct Offer
{
    std::optional<CommandType> main; ///< The step of the main button; empty when somebody else is to act.
    QList<CommandType> others; ///< Further steps, each with a small button.
    bool operator==(const Offer &) const = default;
};

/// Chosen from what the step table allows (Steps.h); steps that answer a request are left out while none is
/// open.
[[nodiscard]] Offer offerFor(const Case &theCase, const Actor &actor);

/// With whom the case is, for a person who has nothing to do in it now: "Waiting for the leader's signature".
[[nodiscard]] QString waitingText(const Case &theCase);

/// The reply a clerk starts from: the last version after a rework or return, else an empty one with the
/// handler.
[[nodiscard]] Reply startingReply(const Case &theCase, const Actor &actor, const wire::Directory &directory);

/// What the checks of a reply need to know of the case.
[[nodiscard]] ReplyContext replyContext(const Case &theCase);

/// The shown number: the source's, or the short id.
[[nodiscard]] QString shownNumber(const Case &theCase);

} // namespace chengban

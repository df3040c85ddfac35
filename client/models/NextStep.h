#pragma once

#include "client/models/Desk.h"
#include "shared/reply/Requirements.h"

namespace chengban {

/// What further steps have in common; the page shows them under these headings when they are many.
enum class StepGroup {
    Usual, ///< Always in sight.
    Records, ///< What was done and found.
    Unit, ///< Inside the unit.
    Requests, ///< What the unit asks for and objects to.
    Intake,
    Orders,
    Callbacks,
    End, ///< Closing, archive, erasure.
};

constexpr auto namesOf(StepGroup)
{
    using enum StepGroup;
    return std::array{Named{Usual, "usual"}, Named{Records, "records"}, Named{Unit, "unit"},
        Named{Requests, "requests"}, Named{Intake, "intake"}, Named{Orders, "orders"},
        Named{Callbacks, "callbacks"}, Named{End, "end"}};
}

[[nodiscard]] StepGroup groupOf(CommandType step);
[[nodiscard]] QString groupText(StepGroup group);
/// Whether the window can offer the step at all: as the main one, beside it, or inside the reply's form.
[[nodiscard]] bool hasPlace(CommandType step);

/// What the window offers a person on a case.
struct Offer
{
    std::optional<CommandType> main; ///< The step of the main button; empty when somebody else is to act.
    QList<CommandType> others; ///< Further steps, each with a form of its own.
    bool operator==(const Offer &) const = default;
};

/// Chosen from what the step table and the rules leave (offeredSteps(), Decide.h); steps that answer a
/// request are left out while none is open.
[[nodiscard]] Offer offerFor(const Case &theCase, const Actor &actor, const Rules &rules, qint64 nowMs);

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

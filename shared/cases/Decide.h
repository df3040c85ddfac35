#pragma once

#include "shared/base/Problem.h"
#include "shared/calendar/WorkingCalendar.h"
#include "shared/cases/Case.h"
#include "shared/cases/Steps.h"

namespace chengban {

/// The rules in force for a case.
struct Rules
{
    const RulePack *pack = nullptr; ///< Never null where decide is called.
    const WorkingCalendar *calendar = nullptr; ///< Never null either.
};

[[nodiscard]] PackRef refOf(const RulePack &pack);

/// Whether the step puts the pack in force into the case; its dates and answers follow that one from then on.
[[nodiscard]] bool freezesPack(CommandType command);

/// The pack that the event of a command carries: the one in force when it dispatches, afterwards the frozen
/// one.
[[nodiscard]] PackRef packFor(const Case &theCase, CommandType command, const Rules &rules);

/// The level at which a person of that role signs; empty for roles that sign nothing.
[[nodiscard]] std::optional<SignerLevel> levelOf(Role role);

/// What taking the step would add to the log, or everything that stands in its way.
using Decision = tl::expected<QList<EventDraft>, Problems>;

/// The one decision function: the client enables buttons and lists what is missing with it, the server
/// appends only what it allows. Pure: no clock, no random numbers, no signature check (that is
/// shared/signing's and is done by the caller before).
[[nodiscard]] Decision decide(
    const Case &theCase, const Command &command, const Actor &actor, const Rules &rules, qint64 nowMs);

/// What the rules of the county and the case's log hold against a step, whatever its body says: a right that
/// the pack does not give, that is used up or whose time is over. What only has to be done first is not among
/// it. The table must allow the step. decide() refuses by it.
[[nodiscard]] Problems heldAgainst(
    const Case &theCase, CommandType command, const Actor &actor, const Rules &rules, qint64 nowMs);

/// Every step that the table and the rules leave to the actor now, in the order of the table: what the client
/// offers.
[[nodiscard]] QList<CommandType> offeredSteps(
    const Case &theCase, const Actor &actor, const Rules &rules, qint64 nowMs);

/// Folds one event. An unknown type makes the case read-only; a withheld part leaves its fields empty.
/// Due times are taken from the events, which carry what `decide` computed; nothing is computed again here.
[[nodiscard]] Case evolve(Case theCase, const Event &event);

/// Folds a whole log.
[[nodiscard]] Case folded(const QList<Event> &events);

/// Folds drafts that have no place in the chain yet: the client's own pending commands. Revision and head
/// stay those of the confirmed log.
[[nodiscard]] Case withPending(Case theCase, const QList<EventDraft> &drafts, const Stamp &stamp);

} // namespace chengban

#pragma once

#include "shared/cases/Events.h"

#include <QList>

#include <span>

namespace chengban {

/// Who takes a step, seen from the case. The server's own jobs stand on every side that names Role::System.
enum class Side {
    LeadUnit,
    HandlingUnit, ///< Lead unit or co-handler.
    Centre,
    Archive, ///< The county's archivist, the centre, or the lead unit for its own copy (HB7.7: both archive).
};

/// Aspects of a case that events touch and commands depend on (design 4: the write-set).
enum class Aspect : quint32 {
    None = 0,
    Assignment = 1 << 0,
    Acceptance = 1 << 1,
    Return = 1 << 2,
    Internal = 1 << 3,
    Contact = 1 << 4,
    Extending = 1 << 5,
    ReplyVersion = 1 << 6,
    Signature = 1 << 7,
    Review = 1 << 8,
    Callback = 1 << 9,
    Supervision = 1 << 10,
    Closing = 1 << 11,
    Erasure = 1 << 12,
    Intake = 1 << 13,
    Request = 1 << 14, ///< Drafts of requests inside the unit.
    Part = 1 << 15, ///< A co-handler's.
    Order = 1 << 16,
    Appealing = 1 << 17,
    Score = 1 << 18,
};
Q_DECLARE_FLAGS(Aspects, Aspect)
Q_DECLARE_OPERATORS_FOR_FLAGS(Aspects)

/// One row of the workflow. Phases and transitions are this table; what a step demands beyond it are the
/// guards of `decide` and the pack.
struct Step
{
    CommandType command;
    EventType event; ///< What it adds to the log.
    std::span<const Phase> from;
    Side side;
    std::span<const Role> roles;
    Aspects touches; ///< What its event changes.
    Aspects dependsOn; ///< A change of these since the base revision is a conflict.
    /// Whether there is anything to decide, and by this person; null: always.
    bool (*ready)(const Case &, const Actor &) = nullptr;
};

[[nodiscard]] std::span<const Step> steps();
[[nodiscard]] const Step &stepOf(CommandType command);

/// Whether the table alone allows it: phase, role and side. Errors: StepNotAllowed, RoleNotAllowed,
/// NotResponsible, CaseReadOnly.
[[nodiscard]] Result<void> tableAllows(const Case &theCase, CommandType command, const Actor &actor);

/// Everything the table allows the actor now, in the order of the table. What the pack says to it is not
/// asked; offeredSteps() (Decide.h) does.
[[nodiscard]] QList<CommandType> tableSteps(const Case &theCase, const Actor &actor);

/// What an event of that type changes; empty for one this program does not know.
[[nodiscard]] std::optional<Aspects> touchedBy(QStringView eventType);

/// Whether an event after the base made the command stale. `later` are the events since its base revision.
/// What the same person did on the same device does not: the command was made on top of it, sent or not. An
/// event of an unknown type always does.
[[nodiscard]] bool conflicts(const Command &command, const Actor &actor, const QList<Event> &later);

} // namespace chengban

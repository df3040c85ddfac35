#pragma once

#include "shared/cases/Decide.h"

#include <optional>

namespace chengban {

/// What a rule makes happen at a moment without anybody doing it.
struct RuleMoment
{
    CommandType command = CommandType::Warn; ///< Accept, Warn, MarkOverdue or Recalculate.
    qint64 legalMs = 0; ///< When by the rule; the server may come to it later.
    Clock clock; ///< Whose moment it is.
    QString note; ///< Of a recalculation: the trace.

    bool operator==(const RuleMoment &) const = default;
};

/// The earliest moment of a case that no event stands for yet, whether it has come or not: default acceptance
/// (HB7.2a), a warning (HF9, N13, T29), an overdue mark (T27), a recalculation of a provisional date when the
/// notice for its year has come, which is due at once. Of moments at the same time acceptance comes first:
/// what is accepted is not overdue. Empty when the case waits for nothing.
[[nodiscard]] std::optional<RuleMoment> nextMoment(const Case &theCase, const Rules &rules);

/// The command that makes it so, on the head of the case. Its id follows from case, revision and moment, so
/// that a second try, or a second server, asks with the same id.
[[nodiscard]] Command commandFor(const RuleMoment &moment, const Case &theCase, const RulePack &pack);

} // namespace chengban

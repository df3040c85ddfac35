#pragma once

#include "shared/cases/Decide.h"

#include <memory>
#include <vector>

namespace chengban {

/// The rule packs and the calendar this program came with or fetched. Packs once handed out stay where they
/// are.
class RuleShelf
{
public:
    /// Loads what is linked into the program. Errors: PackInvalid, CalendarInvalid.
    [[nodiscard]] static Result<RuleShelf> fromResources();

    /// Takes a pack of the server's. Errors: PackInvalid; the old ones stay.
    [[nodiscard]] Result<void> add(const QByteArray &bytes);

    /// The pack a case was dispatched under; before dispatch the first one. Null when it is not here.
    [[nodiscard]] const RulePack *packFor(const Case &theCase) const;
    [[nodiscard]] Rules rulesFor(const Case &theCase) const;

private:
    std::vector<std::unique_ptr<RulePack>> m_packs;
    std::unique_ptr<WorkingCalendar> m_calendar;
};

} // namespace chengban

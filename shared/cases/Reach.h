#pragma once

#include "shared/cases/Case.h"

namespace chengban {

// Who has what access to a case (docs/adr/0003, 0023). The server decides with these functions what each feed
// holds and what each reader is shown; nothing else grants access.

/// With whom inside the lead unit a case is. The unit's ledger (HC3) says it: a hand-down to a section or
/// village takes the case from the one before and from the person, one to a person leaves it with the
/// section.
struct Handed
{
    SectionId section;
    UserId person;
    bool operator==(const Handed &) const = default;
};

[[nodiscard]] Handed handedNow(const Case &theCase);
/// Everybody it was ever handed to by name, with the unit that did; each once.
[[nodiscard]] QList<std::pair<UnitId, HandDownBody>> everHanded(const Case &theCase);

/// As the unit while the case is with that section; Left afterwards; None when it never was.
[[nodiscard]] Access sectionAccess(const Case &theCase, const UnitId &unit, const SectionId &section);
[[nodiscard]] Access personAccess(const Case &theCase, const UnitId &unit, const UserId &person);
/// What the county's archive may see: it has nothing to do with a case before it is over.
[[nodiscard]] Access archiveAccess(const Case &theCase);
/// Of who supervises units: cases of the own unit as the unit sees them, those of the others with the
/// identity masked and without the unit's internal parts; nothing of what has left them all.
[[nodiscard]] Access supervisorAccess(Access own, const QList<Access> &others);

/// The actor's access: the centre works on every case, administrators on none, the archive on what is over,
/// people of units as far as they reach.
[[nodiscard]] Access accessOf(const Case &theCase, const Actor &actor);

} // namespace chengban

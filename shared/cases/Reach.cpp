#include "shared/cases/Reach.h"

#include <algorithm>

namespace chengban {

namespace {

bool isPerson(const HandDownBody &body)
{
    return body.to == HandDownTo::Person;
}

/// `unit`'s access while the case is there, Left when it was there once.
Access accessWhile(bool here, bool everHere, Access unit)
{
    if (unit == Access::None || (!here && !everHere))
        return Access::None;
    return here ? unit : Access::Left;
}

bool wasHanded(const Case &theCase, const UnitId &unit, bool toPerson, const QString &target)
{
    return std::ranges::any_of(theCase.handDowns, [&](const Entry<HandDownBody> &one) {
        return one.actor.unit == unit && isPerson(one.body) == toPerson && one.body.target == target;
    });
}

Access reachedAccess(const Case &theCase, const Actor &actor)
{
    const Access own = unitAccess(theCase, actor.unit);
    switch (actor.reach.kind) {
    case Reach::Kind::Unit:
        return own;
    case Reach::Kind::Section:
        return sectionAccess(theCase, actor.unit, actor.reach.section);
    case Reach::Kind::Own:
        return personAccess(theCase, actor.unit, actor.user);
    case Reach::Kind::Supervisor: {
        QList<Access> others;
        for (const UnitId &unit : actor.reach.units)
            others.append(unitAccess(theCase, unit));
        return supervisorAccess(own, others);
    }
    }
    Q_UNREACHABLE();
}

} // namespace

Handed handedNow(const Case &theCase)
{
    Handed now;
    for (const Entry<HandDownBody> &one : theCase.handDowns) {
        if (one.actor.unit != theCase.leadUnit)
            continue;
        if (isPerson(one.body))
            now.person = {one.body.target};
        else
            now = {{one.body.target}, {}};
    }
    return now;
}

QList<std::pair<UnitId, HandDownBody>> everHanded(const Case &theCase)
{
    QList<std::pair<UnitId, HandDownBody>> all;
    for (const Entry<HandDownBody> &one : theCase.handDowns) {
        const bool known = std::ranges::any_of(all, [&](const auto &other) {
            return other.first == one.actor.unit && other.second.target == one.body.target
                && isPerson(other.second) == isPerson(one.body);
        });
        if (!one.body.target.isEmpty() && !known)
            all.append({one.actor.unit, one.body});
    }
    return all;
}

Access sectionAccess(const Case &theCase, const UnitId &unit, const SectionId &section)
{
    const bool here = !section.isEmpty() && theCase.leadUnit == unit && handedNow(theCase).section == section;
    return accessWhile(here, wasHanded(theCase, unit, false, section.value), unitAccess(theCase, unit));
}

Access personAccess(const Case &theCase, const UnitId &unit, const UserId &person)
{
    const bool here = theCase.leadUnit == unit && handedNow(theCase).person == person;
    return accessWhile(here, wasHanded(theCase, unit, true, person.value), unitAccess(theCase, unit));
}

Access archiveAccess(const Case &theCase)
{
    const bool over = theCase.phase == Phase::Closed || theCase.phase == Phase::Archived;
    return over ? Access::Closed : Access::None;
}

Access supervisorAccess(Access own, const QList<Access> &others)
{
    if (own >= Access::Closed)
        return own;
    const bool covered = std::ranges::any_of(others, [](Access one) { return one >= Access::Closed; });
    return covered ? Access::Closed : Access::None;
}

Access accessOf(const Case &theCase, const Actor &actor)
{
    switch (actor.role) {
    case Role::Centre:
    case Role::System:
        return theCase.revision > 0 ? Access::Working : Access::None;
    case Role::SystemAdmin:
    case Role::SecurityAdmin:
    case Role::AuditAdmin:
        return Access::None;
    case Role::Archivist:
        return archiveAccess(theCase);
    default:
        return reachedAccess(theCase, actor);
    }
}

} // namespace chengban

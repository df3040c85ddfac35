#include "client/models/HandDownTargets.h"

#include "shared/cases/Substitution.h"

namespace chengban {

QList<HandDownTarget> handDownTargets(const wire::Directory &directory, const Actor &actor, HandDownTo to)
{
    QList<HandDownTarget> targets;
    if (to == HandDownTo::Person) {
        for (const wire::DirectoryPerson &person : directory.people) {
            if (person.unit == actor.unit && isUnitPost(person.role))
                targets.append({person.id.value, person.name});
        }
        return targets;
    }
    for (const wire::DirectorySection &section : directory.sections) {
        if (section.unit == actor.unit && section.village == (to == HandDownTo::Village))
            targets.append({section.id.value, section.name});
    }
    return targets;
}

} // namespace chengban

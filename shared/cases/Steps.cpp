#include "shared/cases/Steps.h"

#include <algorithm>

namespace chengban {

namespace {

bool standsOn(Side side, const Case &theCase, const Actor &actor)
{
    switch (side) {
    case Side::LeadUnit:
        return !actor.unit.isEmpty() && actor.unit == theCase.leadUnit;
    case Side::HandlingUnit:
        return theCase.isHandledBy(actor.unit);
    case Side::Centre:
        return true; // the role says it
    case Side::Archive:
        return actor.role == Role::Archivist || actor.role == Role::Centre
            || standsOn(Side::LeadUnit, theCase, actor);
    }
    Q_UNREACHABLE();
}

} // namespace

const Step &stepOf(CommandType command)
{
    const Step &step = steps()[static_cast<size_t>(command)];
    Q_ASSERT(step.command == command);
    return step;
}

std::optional<Aspects> touchedBy(QStringView eventType)
{
    const auto type = valueNamed<EventType>(eventType);
    if (!type)
        return std::nullopt;
    if (type == EventType::RequestDrafted) // The first half of a request that must be signed.
        return Aspects(Aspect::Request);
    const auto step = std::ranges::find(steps(), *type, &Step::event);
    Q_ASSERT(step != steps().end());
    return step->touches;
}

Result<void> tableAllows(const Case &theCase, CommandType command, const Actor &actor)
{
    const Step &step = stepOf(command);
    if (theCase.readOnly)
        return fail(ErrorCode::CaseReadOnly);
    if (std::ranges::find(step.from, theCase.phase) == step.from.end()
        || (step.ready && !step.ready(theCase, actor)))
        return fail(ErrorCode::StepNotAllowed);
    if (std::ranges::find(step.roles, actor.role) == step.roles.end())
        return fail(ErrorCode::RoleNotAllowed);
    const bool foreignTenant = !theCase.tenant.isEmpty() && actor.tenant != theCase.tenant;
    if (foreignTenant || (actor.role != Role::System && !standsOn(step.side, theCase, actor)))
        return fail(ErrorCode::NotResponsible);
    return {};
}

QList<CommandType> tableSteps(const Case &theCase, const Actor &actor)
{
    QList<CommandType> offered;
    for (const Step &step : steps()) {
        if (tableAllows(theCase, step.command, actor))
            offered.append(step.command);
    }
    return offered;
}

bool conflicts(const Command &command, const Actor &actor, const QList<Event> &later)
{
    const Aspects dependsOn = stepOf(command.type).dependsOn;
    return std::ranges::any_of(later, [&](const Event &event) {
        const auto touches = touchedBy(event.type);
        if (!touches)
            return true;
        const bool own = event.actor.user == actor.user && event.actor.device == actor.device;
        return !own && (*touches & dependsOn);
    });
}

} // namespace chengban

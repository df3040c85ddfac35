#include "shared/cases/Steps.h"

#include <algorithm>
#include <array>

namespace chengban {

namespace {

using enum Phase;
using C = CommandType;
using E = EventType;
using A = Aspect;

constexpr std::array clerks{Role::Clerk, Role::SectionHead};
constexpr std::array clerksOrJob{
    Role::Clerk, Role::SectionHead, Role::System}; // default acceptance is a job's
constexpr std::array leaders{Role::SectionHead, Role::DeputyLeader, Role::PrincipalLeader};
constexpr std::array centre{Role::Centre};
constexpr std::array centreOrJob{Role::Centre, Role::System}; // imports
constexpr std::array archivists{Role::Archivist, Role::Centre, Role::Clerk, Role::SectionHead};
constexpr std::array erasers{Role::Archivist, Role::Centre};

constexpr std::array none{None};
constexpr std::array registered{Registered};
constexpr std::array dispatched{Dispatched};
constexpr std::array untilHandled{Dispatched, Handling};
constexpr std::array returnRequested{ReturnRequested};
constexpr std::array handling{Handling, Rework};
constexpr std::array awaitingSignOff{AwaitingSignOff};
constexpr std::array beforeSubmission{AwaitingSignOff, Signed};
constexpr std::array readyToSubmit{Signed};
constexpr std::array extensible{Handling, Rework, AwaitingSignOff, Signed, AwaitingReview};
constexpr std::array awaitingReview{AwaitingReview};
constexpr std::array reviewable{AwaitingReview, AwaitingCallback, AwaitingClose};
constexpr std::array unitCallback{Handling, Rework, AwaitingReview, AwaitingCallback};
constexpr std::array centreCallback{AwaitingCallback, AwaitingClose};
constexpr std::array inWork{Dispatched, Handling, ReturnRequested, AwaitingSignOff, Signed, AwaitingReview,
    Rework, AwaitingCallback, AwaitingClose};
constexpr std::array closed{Closed};
constexpr std::array over{Closed, Archived};

bool hasOpenExtension(const Case &theCase, const Actor &)
{
    return theCase.openExtension() != nullptr;
}

bool hasErasureRequest(const Case &theCase, const Actor &)
{
    return theCase.erasureRequest.has_value();
}

/// Nobody erases what they asked for themselves.
bool hasErasureRequestOfAnother(const Case &theCase, const Actor &actor)
{
    return theCase.erasureRequest && theCase.erasureRequest->actor.user != actor.user;
}

Aspects of(std::initializer_list<Aspect> aspects)
{
    Aspects all;
    for (const Aspect aspect : aspects)
        all |= aspect;
    return all;
}

// In the order of CommandType. A contact and an urge depend on nothing: evidence is never stale, and an urge
// or a co-handler's call must not turn a clerk's submission made offline into a conflict.
const std::array table{
    Step{C::Register, E::Registered, none, Side::Centre, centreOrJob, {}, {}},
    Step{C::Dispatch, E::Dispatched, registered, Side::Centre, centreOrJob, A::Assignment, A::Assignment},
    Step{C::Accept, E::Accepted, dispatched, Side::LeadUnit, clerksOrJob, A::Acceptance,
        of({A::Assignment, A::Acceptance})},
    Step{C::RequestReturn, E::ReturnRequested, untilHandled, Side::LeadUnit, clerks, A::Return,
        of({A::Assignment, A::Return, A::ReplyVersion})},
    Step{C::DecideReturn, E::ReturnDecided, returnRequested, Side::Centre, centre,
        of({A::Return, A::Assignment}), A::Return},
    Step{C::ProposeHandling, E::HandlingProposed, handling, Side::LeadUnit, clerks, A::Internal,
        A::Assignment},
    Step{C::Instruct, E::Instructed, handling, Side::LeadUnit, leaders, A::Internal, A::Assignment},
    Step{C::RecordContact, E::ContactRecorded, handling, Side::HandlingUnit, clerks, A::Contact, {}},
    Step{C::RequestExtension, E::ExtensionRequested, handling, Side::LeadUnit, clerks, A::Extension,
        of({A::Extension, A::Assignment})},
    Step{C::DecideExtension, E::ExtensionDecided, extensible, Side::Centre, centre, A::Extension,
        A::Extension, hasOpenExtension},
    Step{C::SubmitForSignOff, E::ReplyDrafted, handling, Side::LeadUnit, clerks, A::ReplyVersion,
        of({A::ReplyVersion, A::Assignment, A::Review})},
    Step{C::Withdraw, E::ReplyWithdrawn, awaitingSignOff, Side::LeadUnit, clerks, A::ReplyVersion,
        of({A::ReplyVersion, A::Signature})},
    Step{C::Sign, E::ReplySigned, awaitingSignOff, Side::LeadUnit, leaders, A::Signature,
        of({A::ReplyVersion, A::Signature})},
    Step{C::ReturnToClerk, E::ReplyReturnedToClerk, beforeSubmission, Side::LeadUnit, leaders,
        of({A::ReplyVersion, A::Signature}), of({A::ReplyVersion, A::Signature})},
    Step{C::SubmitReply, E::ReplySubmitted, readyToSubmit, Side::LeadUnit, clerks,
        of({A::ReplyVersion, A::Review}), of({A::ReplyVersion, A::Signature})},
    Step{C::AcceptReply, E::ReplyAccepted, awaitingReview, Side::Centre, centre, A::Review,
        of({A::ReplyVersion, A::Review})},
    Step{C::ReturnForRework, E::ReworkOrdered, reviewable, Side::Centre, centre,
        of({A::Review, A::ReplyVersion}), of({A::ReplyVersion, A::Review, A::Callback, A::Closing})},
    Step{
        C::RecordUnitCallback, E::UnitCallbackRecorded, unitCallback, Side::LeadUnit, clerks, A::Contact, {}},
    Step{C::RecordCentreCallback, E::CentreCallbackRecorded, centreCallback, Side::Centre, centre,
        A::Callback, A::Review},
    Step{C::Urge, E::Urged, inWork, Side::Centre, centre, A::Supervision, {}},
    Step{C::Close, E::Closed, centreCallback, Side::Centre, centre, A::Closing,
        of({A::Callback, A::Review, A::Closing})},
    Step{C::Archive, E::Archived, closed, Side::Archive, archivists, A::Closing, A::Closing},
    Step{C::RequestErasure, E::ErasureRequested, over, Side::Archive, erasers, A::Erasure, A::Erasure},
    Step{C::RefuseErasure, E::ErasureRefused, over, Side::Archive, erasers, A::Erasure, A::Erasure,
        hasErasureRequest},
    Step{C::ErasePart, E::PartErased, over, Side::Archive, erasers, A::Erasure, A::Erasure,
        hasErasureRequestOfAnother},
};

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

std::span<const Step> steps()
{
    return table;
}

const Step &stepOf(CommandType command)
{
    const Step &step = table[static_cast<size_t>(command)];
    Q_ASSERT(step.command == command);
    return step;
}

const Step *stepNamed(QStringView eventType)
{
    const auto type = valueNamed<EventType>(eventType);
    if (!type)
        return nullptr;
    const auto step = std::ranges::find(table, *type, &Step::event);
    Q_ASSERT(step != table.end());
    return &*step;
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

QList<CommandType> offeredSteps(const Case &theCase, const Actor &actor)
{
    QList<CommandType> offered;
    for (const Step &step : table) {
        if (tableAllows(theCase, step.command, actor))
            offered.append(step.command);
    }
    return offered;
}

bool conflicts(const Command &command, const Actor &actor, const QList<Event> &later)
{
    const Aspects dependsOn = stepOf(command.type).dependsOn;
    return std::ranges::any_of(later, [&](const Event &event) {
        const Step *step = stepNamed(event.type);
        if (!step)
            return true;
        const bool own = event.actor.user == actor.user && event.actor.device == actor.device;
        return !own && (step->touches & dependsOn);
    });
}

} // namespace chengban

// The table of the workflow. What a step needs beyond it are the guards and the pack.
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
constexpr std::array unitPeople{Role::Clerk, Role::SectionHead, Role::DeputyLeader, Role::PrincipalLeader};
constexpr std::array centre{Role::Centre};
constexpr std::array centreOrJob{Role::Centre, Role::System}; // imports
constexpr std::array archivists{Role::Archivist, Role::Centre, Role::Clerk, Role::SectionHead};
constexpr std::array erasers{Role::Archivist, Role::Centre};
constexpr std::array jobs{Role::System};

constexpr std::array none{None};
constexpr std::array registered{Registered};
constexpr std::array dispatched{Dispatched};
constexpr std::array untilHandled{Dispatched, Handling};
constexpr std::array returnRequested{ReturnRequested};
constexpr std::array handling{Handling, Rework};
constexpr std::array awaitingSignOff{AwaitingSignOff};
constexpr std::array beforeSubmission{AwaitingSignOff, Signed};
constexpr std::array readyToSubmit{Signed};
constexpr std::array withTheUnit{Dispatched, Handling, Rework, AwaitingSignOff, Signed};
constexpr std::array inHandling{Handling, Rework, AwaitingSignOff, Signed};
constexpr std::array extensible{Handling, Rework, AwaitingSignOff, Signed, AwaitingReview};
constexpr std::array awaitingReview{AwaitingReview};
constexpr std::array reviewable{AwaitingReview, AwaitingCallback, AwaitingClose};
constexpr std::array unitCallback{
    Handling, Rework, AwaitingSignOff, Signed, AwaitingReview, AwaitingCallback};
constexpr std::array centreCallback{AwaitingCallback, AwaitingClose};
constexpr std::array afterCallback{AwaitingClose, Closed};
constexpr std::array scored{AwaitingCallback, AwaitingClose, Closed};
constexpr std::array inWork{Dispatched, Handling, ReturnRequested, AwaitingSignOff, Signed, AwaitingReview,
    Rework, AwaitingCallback, AwaitingClose};
constexpr std::array notOver{Registered, Dispatched, Handling, ReturnRequested, AwaitingSignOff, Signed,
    AwaitingReview, Rework, AwaitingCallback, AwaitingClose};
constexpr std::array dispatchedOnce{Dispatched, Handling, ReturnRequested, AwaitingSignOff, Signed,
    AwaitingReview, Rework, AwaitingCallback, AwaitingClose, Closed};
constexpr std::array closed{Closed};
constexpr std::array over{Closed, Archived};

bool hasOpenExtension(const Case &theCase, const Actor &)
{
    return theCase.openExtension() != nullptr;
}

template <typename Body> bool waits(const QList<Asked<Body>> &asked)
{
    return !asked.isEmpty() && !asked.last().decision;
}

bool hasOpenAppeal(const Case &theCase, const Actor &)
{
    return waits(theCase.appeals);
}

bool hasOpenScoreAppeal(const Case &theCase, const Actor &)
{
    return waits(theCase.scoreAppeals);
}

bool hasOpenTermination(const Case &theCase, const Actor &)
{
    return waits(theCase.terminations);
}

bool hasPendingRequest(const Case &theCase, const Actor &)
{
    return std::ranges::any_of(theCase.requests,
        [](const UnitRequest &request) { return request.state == UnitRequest::State::Pending; });
}

bool hasSomethingToSign(const Case &theCase, const Actor &actor)
{
    return theCase.phase == AwaitingSignOff || hasPendingRequest(theCase, actor);
}

bool hasOwedOrder(const Case &theCase, const Actor &)
{
    return std::ranges::any_of(theCase.orders, [](const Order &order) { return order.isOwed(); });
}

bool hasAnsweredOrder(const Case &theCase, const Actor &)
{
    return std::ranges::any_of(
        theCase.orders, [](const Order &order) { return order.isOpen() && !order.isOwed(); });
}

/// The case's own clock runs, or an order's.
bool isAtWork(const Case &theCase, const Actor &actor)
{
    return std::ranges::find(inHandling, theCase.phase) != inHandling.end() || hasOwedOrder(theCase, actor);
}

bool isHandledNow(const Case &theCase, const Actor &actor)
{
    return std::ranges::find(handling, theCase.phase) != handling.end() || hasOwedOrder(theCase, actor);
}

bool isCoHandler(const Case &theCase, const Actor &actor)
{
    return actor.unit != theCase.leadUnit;
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

// In the order of CommandType. A contact, a record and an urge depend on nothing: evidence is never stale,
// and an urge or a co-handler's call must not turn a clerk's submission made offline into a conflict.
const std::array table{
    Step{C::Register, E::Registered, none, Side::Centre, centreOrJob, {}, {}},
    Step{C::AbsorbDuplicate, E::DuplicateAbsorbed, notOver, Side::Centre, centre, {}, A::Closing},
    Step{C::MergeInto, E::Merged, registered, Side::Centre, centre, of({A::Assignment, A::Closing}),
        of({A::Assignment, A::Intake})},
    Step{C::Refuse, E::Refused, registered, Side::Centre, centre, of({A::Assignment, A::Closing}),
        of({A::Assignment, A::Intake})},
    Step{C::AnswerDirectly, E::AnsweredDirectly, registered, Side::Centre, centre,
        of({A::Assignment, A::Closing}), of({A::Assignment, A::Intake})},
    Step{C::Classify, E::Classified, notOver, Side::Centre, centreOrJob, A::Intake,
        of({A::Assignment, A::Intake})},
    Step{C::Dispatch, E::Dispatched, registered, Side::Centre, centreOrJob, A::Assignment,
        of({A::Assignment, A::Intake})},
    Step{C::ConfirmByPhone, E::ConfirmedByPhone, untilHandled, Side::Centre, centre, {}, {}},
    Step{C::Reassign, E::Reassigned, untilHandled, Side::Centre, centre, A::Assignment,
        of({A::Assignment, A::Return, A::ReplyVersion})},
    Step{C::Accept, E::Accepted, dispatched, Side::LeadUnit, clerksOrJob, A::Acceptance,
        of({A::Assignment, A::Acceptance})},
    Step{C::RequestReturn, E::ReturnRequested, untilHandled, Side::LeadUnit, clerks, A::Return,
        of({A::Assignment, A::Return, A::ReplyVersion, A::Request})},
    Step{C::DecideReturn, E::ReturnDecided, returnRequested, Side::Centre, centre,
        of({A::Return, A::Assignment}), A::Return},
    Step{C::Appeal, E::Appealed, inHandling, Side::LeadUnit, unitPeople, A::Appealing,
        of({A::Appealing, A::Assignment})},
    Step{C::DecideAppeal, E::AppealDecided, dispatchedOnce, Side::Centre, centre, A::Appealing, A::Appealing,
        hasOpenAppeal},
    Step{C::ProposeHandling, E::HandlingProposed, handling, Side::LeadUnit, clerks, A::Internal,
        A::Assignment},
    Step{C::Instruct, E::Instructed, dispatchedOnce, Side::LeadUnit, leaders, A::Internal, A::Assignment,
        isHandledNow},
    Step{C::HandDown, E::HandedDown, inHandling, Side::LeadUnit, unitPeople, A::Internal, A::Assignment},
    Step{C::ReportBack, E::ReportedBack, inHandling, Side::LeadUnit, unitPeople, A::Internal, {}},
    Step{C::UrgeInside, E::UrgedInside, inHandling, Side::LeadUnit, unitPeople, A::Internal, {}},
    Step{C::RecordContact, E::ContactRecorded, handling, Side::HandlingUnit, clerks, A::Contact, {}},
    Step{C::RecordAnswer, E::AnswerRecorded, inHandling, Side::LeadUnit, clerks, A::Contact, {}},
    Step{C::RecordInvestigation, E::InvestigationRecorded, inHandling, Side::HandlingUnit, clerks, A::Contact,
        {}},
    Step{C::RecordSiteVisit, E::SiteVisitRecorded, dispatchedOnce, Side::HandlingUnit, clerks, A::Contact, {},
        isAtWork},
    Step{C::RecordMeasures, E::MeasuresRecorded, inHandling, Side::HandlingUnit, clerks, A::Contact, {}},
    Step{C::ReportProgress, E::ProgressReported, withTheUnit, Side::HandlingUnit, clerks, A::Contact, {}},
    Step{C::SubmitPart, E::PartSubmitted, withTheUnit, Side::HandlingUnit, clerks, A::Part, A::Assignment,
        isCoHandler},
    Step{C::RequestExtension, E::ExtensionRequested, dispatchedOnce, Side::LeadUnit, clerks, A::Extending,
        of({A::Extending, A::Assignment, A::Request}), isHandledNow},
    Step{C::DecideExtension, E::ExtensionDecided, dispatchedOnce, Side::Centre, centre, A::Extending,
        A::Extending, hasOpenExtension},
    Step{C::SignRequest, E::RequestSigned, dispatchedOnce, Side::LeadUnit, leaders, A::Request,
        of({A::Request, A::Assignment, A::Return, A::Extending, A::Order, A::Closing}), hasPendingRequest},
    Step{C::DropRequest, E::RequestDropped, dispatchedOnce, Side::LeadUnit, unitPeople, A::Request,
        A::Request, hasPendingRequest},
    Step{C::SubmitForSignOff, E::ReplyDrafted, handling, Side::LeadUnit, clerks, A::ReplyVersion,
        of({A::ReplyVersion, A::Assignment, A::Review})},
    Step{C::Withdraw, E::ReplyWithdrawn, awaitingSignOff, Side::LeadUnit, clerks, A::ReplyVersion,
        of({A::ReplyVersion, A::Signature})},
    Step{C::Sign, E::ReplySigned, awaitingSignOff, Side::LeadUnit, leaders, A::Signature,
        of({A::ReplyVersion, A::Signature})},
    Step{C::RecordPaperSignature, E::ReplySigned, dispatchedOnce, Side::LeadUnit, clerks, A::Signature,
        of({A::ReplyVersion, A::Signature, A::Request, A::Assignment, A::Return, A::Extending, A::Order,
            A::Closing}),
        hasSomethingToSign},
    Step{C::ReturnToClerk, E::ReplyReturnedToClerk, beforeSubmission, Side::LeadUnit, leaders,
        of({A::ReplyVersion, A::Signature}), of({A::ReplyVersion, A::Signature})},
    Step{C::SubmitReply, E::ReplySubmitted, readyToSubmit, Side::LeadUnit, clerks,
        of({A::ReplyVersion, A::Review}), of({A::ReplyVersion, A::Signature})},
    Step{C::AcceptReply, E::ReplyAccepted, awaitingReview, Side::Centre, centre, A::Review,
        of({A::ReplyVersion, A::Review})},
    Step{C::ReturnForRework, E::ReworkOrdered, reviewable, Side::Centre, centre,
        of({A::Review, A::ReplyVersion}), of({A::ReplyVersion, A::Review, A::Callback, A::Closing})},
    Step{C::OrderReReview, E::ReReviewOrdered, centreCallback, Side::Centre, centre, A::Order,
        of({A::Order, A::Review, A::Closing})},
    Step{C::OrderSupervision, E::SupervisionOrdered, dispatchedOnce, Side::Centre, centre, A::Order, {}},
    Step{C::AnswerOrder, E::OrderAnswered, dispatchedOnce, Side::LeadUnit, clerks, A::Order,
        of({A::Order, A::Assignment, A::Request}), hasOwedOrder},
    Step{C::DecideAnswer, E::AnswerDecided, dispatchedOnce, Side::Centre, centre, A::Order, A::Order,
        hasAnsweredOrder},
    Step{
        C::RecordUnitCallback, E::UnitCallbackRecorded, unitCallback, Side::LeadUnit, clerks, A::Contact, {}},
    Step{C::RecordCentreCallback, E::CentreCallbackRecorded, centreCallback, Side::Centre, centre,
        A::Callback, A::Review},
    Step{C::RecordSecondCallback, E::SecondCallbackRecorded, afterCallback, Side::Centre, centre, A::Callback,
        {}},
    Step{C::RecordMismatch, E::MismatchRecorded, scored, Side::Centre, centre, A::Supervision, {}},
    Step{C::AppealScore, E::ScoreAppealed, scored, Side::LeadUnit, unitPeople, A::Score, A::Score},
    Step{C::DecideScore, E::ScoreDecided, scored, Side::Centre, centre, A::Score, A::Score,
        hasOpenScoreAppeal},
    Step{C::ExcludeFromScoring, E::ExcludedFromScoring, scored, Side::Centre, centre, A::Score, A::Score},
    Step{C::Urge, E::Urged, inWork, Side::Centre, centre, A::Supervision, {}},
    Step{C::RequestTermination, E::TerminationRequested, handling, Side::LeadUnit, clerks, A::Closing,
        of({A::Assignment, A::ReplyVersion, A::Closing, A::Request})},
    Step{C::DecideTermination, E::TerminationDecided, extensible, Side::Centre, centre,
        of({A::Closing, A::ReplyVersion}), of({A::Closing, A::ReplyVersion}), hasOpenTermination},
    Step{C::Close, E::Closed, centreCallback, Side::Centre, centre, A::Closing,
        of({A::Callback, A::Review, A::Closing, A::Order})},
    Step{C::Archive, E::Archived, closed, Side::Archive, archivists, A::Closing, A::Closing},
    Step{C::FileCopy, E::CopyFiled, over, Side::LeadUnit, clerks, A::Closing, {}},
    Step{C::RequestErasure, E::ErasureRequested, over, Side::Archive, erasers, A::Erasure, A::Erasure},
    Step{C::RefuseErasure, E::ErasureRefused, over, Side::Archive, erasers, A::Erasure, A::Erasure,
        hasErasureRequest},
    Step{C::ErasePart, E::PartErased, over, Side::Archive, erasers, A::Erasure, A::Erasure,
        hasErasureRequestOfAnother},
    Step{C::Warn, E::Warned, dispatchedOnce, Side::Centre, jobs, {}, {}},
    Step{C::MarkOverdue, E::OverdueMarked, dispatchedOnce, Side::Centre, jobs, {}, {}},
    Step{C::Recalculate, E::Recalculated, dispatchedOnce, Side::Centre, jobs, {},
        of({A::Assignment, A::Extending, A::Order})},
};

} // namespace

std::span<const Step> steps()
{
    return table;
}

} // namespace chengban

#include "client/models/NextStep.h"

#include "shared/cases/Guards.h"
#include "shared/reply/Requirements.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengban {

namespace {

using enum CommandType;

/// The main step is the first of these that is offered.
constexpr CommandType mainSteps[] = {Sign, SignRequest, DecideReturn, DecideExtension, DecideTermination,
    DecideAnswer, DecideAppeal, DecideScore, Accept, SubmitReply, SubmitForSignOff, Dispatch, AcceptReply,
    AnswerOrder, RecordCentreCallback, Close, Archive, SubmitPart};

struct SideStep
{
    CommandType step;
    StepGroup group;
};

/// Steps with a form of their own beside the main one, in the order in which they are shown. The others are
/// taken inside another form: contacts in the reply form.
constexpr SideStep sideSteps[] = {
    {RequestExtension, StepGroup::Usual},
    {RequestReturn, StepGroup::Usual},
    {Withdraw, StepGroup::Usual},
    {RecordCentreCallback, StepGroup::Usual},
    {ReturnForRework, StepGroup::Usual},
    {ReturnToClerk, StepGroup::Usual},
    {Urge, StepGroup::Usual},
    {RecordInvestigation, StepGroup::Records},
    {RecordSiteVisit, StepGroup::Records},
    {RecordMeasures, StepGroup::Records},
    {ReportProgress, StepGroup::Records},
    {RecordAnswer, StepGroup::Records},
    {RecordUnitCallback, StepGroup::Records},
    {ProposeHandling, StepGroup::Unit},
    {Instruct, StepGroup::Unit},
    {HandDown, StepGroup::Unit},
    {ReportBack, StepGroup::Unit},
    {UrgeInside, StepGroup::Unit},
    {DropRequest, StepGroup::Unit},
    {RecordPaperSignature, StepGroup::Unit},
    {Appeal, StepGroup::Requests},
    {RequestTermination, StepGroup::Requests},
    {AppealScore, StepGroup::Requests},
    {Classify, StepGroup::Intake},
    {Refuse, StepGroup::Intake},
    {AnswerDirectly, StepGroup::Intake},
    {AbsorbDuplicate, StepGroup::Intake},
    {MergeInto, StepGroup::Intake},
    {Reassign, StepGroup::Intake},
    {ConfirmByPhone, StepGroup::Intake},
    {OrderSupervision, StepGroup::Orders},
    {OrderReReview, StepGroup::Orders},
    {RecordSecondCallback, StepGroup::Callbacks},
    {RecordMismatch, StepGroup::Callbacks},
    {ExcludeFromScoring, StepGroup::Callbacks},
    {FileCopy, StepGroup::End},
    {ErasePart, StepGroup::End},
    {RefuseErasure, StepGroup::End},
    {RequestErasure, StepGroup::End},
};

struct GroupWord
{
    StepGroup group;
    const char *text;
};

constexpr GroupWord groupWords[] = {
    {StepGroup::Usual, QT_TRANSLATE_NOOP("NextStep", "Usual")},
    {StepGroup::Records, QT_TRANSLATE_NOOP("NextStep", "Handling")},
    {StepGroup::Unit, QT_TRANSLATE_NOOP("NextStep", "Inside the unit")},
    {StepGroup::Requests, QT_TRANSLATE_NOOP("NextStep", "Requests and objections")},
    {StepGroup::Intake, QT_TRANSLATE_NOOP("NextStep", "Intake")},
    {StepGroup::Orders, QT_TRANSLATE_NOOP("NextStep", "Supervision")},
    {StepGroup::Callbacks, QT_TRANSLATE_NOOP("NextStep", "Callback and scoring")},
    {StepGroup::End, QT_TRANSLATE_NOOP("NextStep", "Archive")},
};

/// A step that is part of another one's form is not offered beside it.
bool isInside(CommandType step, std::optional<CommandType> main)
{
    return (step == ReturnToClerk && main == Sign) || (step == ReturnForRework && main == AcceptReply);
}

/// A second callback is possible before closing, but closing is what is to be done then.
bool isMain(const Case &theCase, CommandType step)
{
    return step != RecordCentreCallback || theCase.phase == Phase::AwaitingCallback;
}

/// A leader whose word the unit waits for gives it first.
bool owesInstruction(const Case &theCase, const Actor &actor)
{
    const auto level = levelOf(actor.role);
    return theCase.instructionOwed && level && theCase.instructionOwed->levels.contains(*level);
}

/// Before its rules are here, a case is offered what the table leaves; decide() has the last word anyway.
QList<CommandType> stepsLeft(const Case &theCase, const Actor &actor, const Rules &rules, qint64 nowMs)
{
    if (!rules.pack || !rules.calendar)
        return tableSteps(theCase, actor);
    return offeredSteps(theCase, actor, rules, nowMs);
}

} // namespace

Offer offerFor(const Case &theCase, const Actor &actor, const Rules &rules, qint64 nowMs)
{
    const QList<CommandType> offered = stepsLeft(theCase, actor, rules, nowMs);
    Offer offer;
    if (offered.contains(Instruct) && owesInstruction(theCase, actor))
        offer.main = Instruct;
    for (const CommandType step : mainSteps) {
        if (!offer.main && offered.contains(step) && isMain(theCase, step))
            offer.main = step;
    }
    const auto add = [&](CommandType step) {
        if (offered.contains(step) && step != offer.main && !isInside(step, offer.main)
            && !offer.others.contains(step))
            offer.others.append(step);
    };
    for (const CommandType step : mainSteps)
        add(step);
    for (const SideStep &row : sideSteps)
        add(row.step);
    // One form for both.
    if (offer.others.contains(ErasePart))
        offer.others.removeAll(RefuseErasure);
    if (offered.contains(SignRequest))
        offer.others.removeAll(DropRequest);
    return offer;
}

StepGroup groupOf(CommandType step)
{
    const auto row = std::ranges::find(sideSteps, step, &SideStep::step);
    return row == std::end(sideSteps) ? StepGroup::Usual : row->group;
}

bool hasPlace(CommandType step)
{
    return step == RecordContact || std::ranges::find(mainSteps, step) != std::end(mainSteps)
        || std::ranges::find(sideSteps, step, &SideStep::step) != std::end(sideSteps);
}

QString groupText(StepGroup group)
{
    const auto row = std::ranges::find(groupWords, group, &GroupWord::group);
    return QCoreApplication::translate("NextStep", row->text);
}

QString waitingText(const Case &theCase)
{
    switch (theCase.phase) {
    case Phase::Registered:
        return QCoreApplication::translate("NextStep", "Waiting for the centre to dispatch it");
    case Phase::Dispatched:
        return QCoreApplication::translate("NextStep", "Waiting for the unit to accept it");
    case Phase::Handling:
    case Phase::Rework:
        return QCoreApplication::translate("NextStep", "In handling at the unit");
    case Phase::ReturnRequested:
        return QCoreApplication::translate("NextStep", "Waiting for the centre to decide on the return");
    case Phase::AwaitingSignOff:
        return QCoreApplication::translate("NextStep", "Waiting for the leader's signature");
    case Phase::Signed:
        return QCoreApplication::translate("NextStep", "Signed; the clerk sends it to the centre");
    case Phase::AwaitingReview:
        return QCoreApplication::translate("NextStep", "Waiting for the centre's review");
    case Phase::AwaitingCallback:
        return QCoreApplication::translate("NextStep", "Waiting for the centre's callback");
    case Phase::AwaitingClose:
        return QCoreApplication::translate("NextStep", "Waiting for the centre to close it");
    case Phase::Closed:
        return QCoreApplication::translate("NextStep", "Closed; the dossier waits to be archived");
    case Phase::Archived:
        return QCoreApplication::translate("NextStep", "The dossier is archived");
    case Phase::None:
        break;
    }
    return {};
}

Reply startingReply(const Case &theCase, const Actor &actor, const wire::Directory &directory)
{
    Reply reply;
    if (const ReplyVersion *last = theCase.currentReply(); last && !last->withheld)
        reply = last->reply;
    if (reply.handler.isEmpty())
        reply.handler = actor.name;
    if (reply.handlerPhone.isEmpty()) {
        const auto person = std::ranges::find(directory.people, actor.user, &wire::DirectoryPerson::id);
        if (person != directory.people.end())
            reply.handlerPhone = person->phone;
    }
    return reply;
}

ReplyContext replyContext(const Case &theCase)
{
    return guards::contextOf(theCase); // What decide() will judge by.
}

QString shownNumber(const Case &theCase)
{
    return theCase.demand.sourceNumber.isEmpty() ? theCase.id.value.right(8) : theCase.demand.sourceNumber;
}

} // namespace chengban

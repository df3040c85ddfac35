#include "client/models/NextStep.h"

#include "shared/reply/Requirements.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengban {

namespace {

using enum CommandType;

/// The main step is the first of these that is offered.
constexpr CommandType mainSteps[] = {Sign, DecideReturn, DecideExtension, Accept, SubmitReply,
    SubmitForSignOff, Dispatch, AcceptReply, RecordCentreCallback, Close, Archive};

/// Steps with a form of their own beside the main one. The others are taken inside another form: contacts in
/// the reply form, a return to the clerk in the leader's, a rework in the review's.
constexpr CommandType sideSteps[]
    = {RequestExtension, RequestReturn, Withdraw, RecordUnitCallback, ProposeHandling, Instruct, Urge};

bool isOpen(const Case &theCase, CommandType step)
{
    if (step == DecideExtension)
        return !theCase.extensions.isEmpty() && !theCase.extensions.last().decision;
    if (step == DecideReturn)
        return !theCase.returns.isEmpty() && !theCase.returns.last().decision;
    return true;
}

} // namespace

Offer offerFor(const Case &theCase, const Actor &actor)
{
    const QList<CommandType> offered = offeredSteps(theCase, actor);
    Offer offer;
    for (const CommandType step : mainSteps) {
        if (offered.contains(step) && isOpen(theCase, step)) {
            offer.main = step;
            break;
        }
    }
    std::ranges::copy_if(sideSteps, std::back_inserter(offer.others),
        [&](CommandType step) { return offered.contains(step) && step != offer.main; });
    return offer;
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
    const Identity identity = theCase.identity.value_or(Identity());
    return {.anonymous = theCase.demand.anonymous,
        .unitName = theCase.leadUnitName,
        .citizenName = identity.name,
        .citizenPhone = identity.phone,
        .demandTitle = theCase.demand.title,
        .demandText = theCase.demand.text};
}

QString shownNumber(const Case &theCase)
{
    return theCase.demand.sourceNumber.isEmpty() ? theCase.id.value.right(8) : theCase.demand.sourceNumber;
}

} // namespace chengban

// Folds of intake, dispatch, return, closing and erasure.
#include "shared/canonical/JsonReader.h"
#include "shared/cases/Folds.h"

namespace chengban::folds {

using namespace Qt::StringLiterals;

namespace {

struct Number
{
    QString source;
    QString sourceNumber;
};

Result<Number> numberFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const Number number{in.string(u"source"_s), in.string(u"sourceNumber"_s)};
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return number;
}

Result<QList<EarlierReply>> earlierFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const QList<EarlierReply> replies = in.members(u"replies"_s, earlierReplyFromJson);
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return replies;
}

bool isIn(const Event &event, QLatin1StringView name, Part::State state)
{
    const Part *found = event.part(QString(name));
    return found && found->state == state;
}

void noteFormerUnits(Case &theCase)
{
    QList<UnitId> units{theCase.leadUnit};
    for (const CoHandler &coHandler : theCase.coHandlers)
        units.append(coHandler.unit);
    for (const UnitId &unit : units) {
        if (!unit.isEmpty() && !theCase.formerUnits.contains(unit))
            theCase.formerUnits.append(unit);
    }
}

template <typename Body> void fall(QList<Asked<Body>> &list, const Event &event)
{
    for (Asked<Body> &asked : list) {
        if (!asked.decision)
            asked.decision = entry(DecisionBody{}, event);
    }
}

/// The case is taken from its units. What they still asked for falls with it, and their clocks stop; orders
/// stay with the case.
void leaveUnits(Case &theCase, const Event &event)
{
    noteFormerUnits(theCase);
    for (UnitRequest &request : theCase.requests) {
        if (request.state == UnitRequest::State::Pending)
            request.state = UnitRequest::State::Dropped;
    }
    theCase.clocks.removeIf([](const Clock &clock) { return !clock.unit.isEmpty(); });
    fall(theCase.extensions, event);
    fall(theCase.terminations, event);
    fall(theCase.appeals, event);
    theCase.leadUnit = {};
    theCase.leadUnitName.clear();
    theCase.coHandlers.clear();
    theCase.acceptance.reset();
    theCase.deadlines.clear();
    theCase.phase = Phase::Registered;
}

void end(Case &theCase, Ending ending)
{
    theCase.ending = ending;
    theCase.phase = Phase::Closed;
}

} // namespace

void registered(Case &theCase, const Event &event)
{
    if (const auto number = read(theCase, event, part::number, numberFromJson)) {
        theCase.demand.source = number->source;
        theCase.demand.sourceNumber = number->sourceNumber;
    }
    if (auto demand = read(theCase, event, part::demand, demandFromJson))
        theCase.demand = *std::move(demand);
    theCase.identity = read(theCase, event, part::identity, identityFromJson);
    theCase.identityWithheld = isIn(event, part::identity, Part::State::Withheld);
    theCase.identityErased = isIn(event, part::identity, Part::State::Erased);
    theCase.earlierReplies
        = read(theCase, event, part::earlier, earlierFromJson).value_or(QList<EarlierReply>{});
    theCase.registeredAtMs = event.serverTimeMs;
    theCase.phase = Phase::Registered;
}

void duplicateAbsorbed(Case &theCase, const Event &event)
{
    auto entry = entryOf(theCase, event, part::duplicate, absorbFromJson);
    entry.body.identity = read(theCase, event, part::identity, identityFromJson).value_or(Identity{});
    theCase.absorbed.append(entry);
}

void merged(Case &theCase, const Event &event)
{
    theCase.mergedInto = entryOf(theCase, event, part::merge, mergeFromJson).body.into;
    end(theCase, Ending::Merged);
}

void refused(Case &theCase, const Event &event)
{
    theCase.refusal = entryOf(theCase, event, part::note, codedNoteFromJson);
    end(theCase, Ending::Refused);
}

void answeredDirectly(Case &theCase, const Event &event)
{
    theCase.answers.append(entryOf(theCase, event, part::answer, answerFromJson));
    end(theCase, Ending::AnsweredDirectly);
}

void classified(Case &theCase, const Event &event)
{
    theCase.classification = entryOf(theCase, event, part::classification, classifyFromJson);
    if (theCase.phase == Phase::Registered) // Afterwards the class of the dispatch holds, its dates stand.
        theCase.caseClass = theCase.classification->body.caseClass;
}

void dispatched(Case &theCase, const Event &event)
{
    const auto entry = entryOf(theCase, event, part::dispatch, dispatchFromJson);
    theCase.leadUnit = entry.body.leadUnit;
    theCase.leadUnitName = entry.body.leadUnitName;
    theCase.coHandlers = entry.body.coHandlers;
    theCase.caseClass = entry.body.caseClass;
    theCase.formerUnits.removeIf([&](const UnitId &unit) { return theCase.isHandledBy(unit); });
    theCase.dispatches.append(entry);
    theCase.dispatchedAtMs = event.serverTimeMs;
    theCase.pack = event.pack;
    theCase.instructionOwed.reset(); // Was about the unit before.
    theCase.phase = Phase::Dispatched;
}

void reassigned(Case &theCase, const Event &event)
{
    leaveUnits(theCase, event);
    dispatched(theCase, event);
}

void accepted(Case &theCase, const Event &event)
{
    theCase.acceptance = entryOf(theCase, event, part::note, acceptFromJson);
    theCase.phase = Phase::Handling;
}

void returnRequested(Case &theCase, const Event &event)
{
    asked<&Case::returns, returnRequestFromJson>(theCase, event);
    theCase.phase = Phase::ReturnRequested;
}

void returnDecided(Case &theCase, const Event &event)
{
    const auto decision = read(theCase, event, part::decision, decisionFromJson);
    if (!theCase.returns.isEmpty())
        theCase.returns.last().decision = entry(decision.value_or(DecisionBody{}), event);
    // Whoever may not read the decision is a unit that the case has left.
    if (!decision || decision->granted)
        leaveUnits(theCase, event);
    else
        theCase.phase = theCase.acceptance ? Phase::Handling : Phase::Dispatched;
}

void terminationDecided(Case &theCase, const Event &event)
{
    const auto decision = read(theCase, event, part::decision, decisionFromJson);
    if (!theCase.terminations.isEmpty())
        theCase.terminations.last().decision = entry(decision.value_or(DecisionBody{}), event);
    if (decision && decision->granted)
        end(theCase, Ending::Terminated);
}

void closed(Case &theCase, const Event &event)
{
    theCase.closing = entryOf(theCase, event, part::note, noteFromJson);
    end(theCase, Ending::Handled);
}

void archived(Case &theCase, const Event &event)
{
    theCase.archiving = entryOf(theCase, event, part::archive, archiveFromJson);
    theCase.phase = Phase::Archived;
}

void erasureRequested(Case &theCase, const Event &event)
{
    theCase.erasureRequest = entryOf(theCase, event, part::erasure, eraseFromJson);
}

void erasureRefused(Case &theCase, const Event &)
{
    theCase.erasureRequest.reset();
}

void partErased(Case &theCase, const Event &event)
{
    theCase.erasureRequest.reset();
    const auto erasure = read(theCase, event, part::erasure, eraseFromJson);
    if (!erasure)
        return;
    if (erasure->part == part::identity && erasure->revision > 1) {
        for (Entry<AbsorbBody> &absorbed : theCase.absorbed) {
            if (absorbed.revision == erasure->revision)
                absorbed.body.identity = {};
        }
    } else if (erasure->part == part::identity) {
        theCase.identity.reset();
        theCase.identityWithheld = false;
        theCase.identityErased = true;
    } else if (erasure->part == part::earlier) {
        theCase.earlierReplies.clear();
    } else if (erasure->part == part::contact) {
        theCase.contacts.removeIf(
            [&](const Entry<ContactBody> &e) { return e.revision == erasure->revision; });
    }
}

} // namespace chengban::folds

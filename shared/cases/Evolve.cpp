#include "shared/canonical/JsonReader.h"
#include "shared/cases/Decide.h"
#include "shared/cases/Folds.h"

#include <algorithm>

namespace chengban {

using namespace Qt::StringLiterals;

namespace {

struct Fold
{
    EventType type;
    void (*apply)(Case &, const Event &);
};

using E = EventType;

constexpr std::array table{
    Fold{E::Registered, folds::registered},
    Fold{E::Dispatched, folds::dispatched},
    Fold{E::Accepted, folds::accepted},
    Fold{E::ReturnRequested, folds::returnRequested},
    Fold{E::ReturnDecided, folds::returnDecided},
    Fold{E::HandlingProposed, folds::handlingProposed},
    Fold{E::Instructed, folds::instructed},
    Fold{E::ContactRecorded, folds::contactRecorded},
    Fold{E::ExtensionRequested, folds::extensionRequested},
    Fold{E::ExtensionDecided, folds::extensionDecided},
    Fold{E::ReplyDrafted, folds::replyDrafted},
    Fold{E::ReplyWithdrawn, folds::replyWithdrawn},
    Fold{E::ReplySigned, folds::replySigned},
    Fold{E::ReplyReturnedToClerk, folds::replyReturnedToClerk},
    Fold{E::ReplySubmitted, folds::replySubmitted},
    Fold{E::ReplyAccepted, folds::replyAccepted},
    Fold{E::ReworkOrdered, folds::reworkOrdered},
    Fold{E::UnitCallbackRecorded, folds::unitCallbackRecorded},
    Fold{E::CentreCallbackRecorded, folds::centreCallbackRecorded},
    Fold{E::Urged, folds::urged},
    Fold{E::Closed, folds::closed},
    Fold{E::Archived, folds::archived},
    Fold{E::ErasureRequested, folds::erasureRequested},
    Fold{E::ErasureRefused, folds::erasureRefused},
    Fold{E::PartErased, folds::partErased},
};

constexpr int knownTypeVersion = 1;

Result<QList<Deadline>> deadlinesFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const QList<Deadline> deadlines = in.members(u"deadlines"_s, deadlineFromJson);
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return deadlines;
}

void apply(Case &theCase, const Event &event)
{
    const auto type = valueNamed<EventType>(event.type);
    if (!type || event.typeVersion != knownTypeVersion) {
        theCase.readOnly = true;
        return;
    }
    const Fold &fold = table[static_cast<size_t>(*type)];
    Q_ASSERT(fold.type == *type);
    fold.apply(theCase, event);
    if (const auto deadlines = folds::read(theCase, event, part::deadlines, deadlinesFromJson)) {
        for (const Deadline &deadline : *deadlines)
            theCase.deadlines.insert(deadline.limit, deadline);
    }
}

/// The digest as the reader of the event verified it, or of an event made by hand.
QByteArray digestOf(const Event &event)
{
    return event.digest.isEmpty() ? eventDigest(event).value_or(QByteArray()) : event.digest;
}

} // namespace

Case evolve(Case theCase, const Event &event)
{
    apply(theCase, event);
    theCase.tenant = event.tenant;
    theCase.id = event.caseId;
    theCase.revision = event.revision;
    theCase.head = digestOf(event);
    return theCase;
}

Case folded(const QList<Event> &events)
{
    Case theCase;
    for (const Event &event : events)
        theCase = evolve(std::move(theCase), event);
    return theCase;
}

Case withPending(Case theCase, const QList<EventDraft> &drafts, const Stamp &stamp)
{
    for (const EventDraft &draft : drafts) {
        Event event;
        event.tenant = stamp.actor.tenant;
        event.caseId = theCase.id;
        event.revision = theCase.revision;
        event.type = draft.type;
        event.command = stamp.command;
        event.actor = stamp.actor;
        event.pack = stamp.pack;
        event.serverTimeMs = stamp.serverTimeMs;
        event.claimedTimeMs = stamp.claimedTimeMs;
        for (const EventDraft::DraftPart &draftPart : draft.parts) {
            Part clear;
            clear.name = draftPart.name;
            clear.audience = draftPart.audience;
            clear.body = draftPart.body;
            event.parts.append(clear);
        }
        apply(theCase, event);
    }
    return theCase;
}

} // namespace chengban

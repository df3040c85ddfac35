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
using C = Case;
using namespace folds;

constexpr std::array table{
    Fold{E::Registered, registered},
    Fold{E::DuplicateAbsorbed, duplicateAbsorbed},
    Fold{E::Merged, merged},
    Fold{E::Refused, refused},
    Fold{E::AnsweredDirectly, answeredDirectly},
    Fold{E::Classified, classified},
    Fold{E::Dispatched, dispatched},
    Fold{E::ConfirmedByPhone, appended<&C::phoneConfirmations, part::note, reminderFromJson>},
    Fold{E::Reassigned, reassigned},
    Fold{E::Accepted, accepted},
    Fold{E::ReturnRequested, returnRequested},
    Fold{E::ReturnDecided, returnDecided},
    Fold{E::Appealed, asked<&C::appeals, codedNoteFromJson>},
    Fold{E::AppealDecided, answered<&C::appeals>},
    Fold{E::HandlingProposed, appended<&C::proposals, part::note, noteFromJson>},
    Fold{E::Instructed, instructed},
    Fold{E::HandedDown, appended<&C::handDowns, part::handDown, handDownFromJson>},
    Fold{E::ReportedBack, appended<&C::sectionReports, part::record, recordFromJson>},
    Fold{E::UrgedInside, appended<&C::insideUrges, part::note, reminderFromJson>},
    Fold{E::ContactRecorded, contactRecorded},
    Fold{E::AnswerRecorded, appended<&C::answers, part::answer, answerFromJson>},
    Fold{E::InvestigationRecorded, recorded<RecordKind::Investigation>},
    Fold{E::SiteVisitRecorded, recorded<RecordKind::SiteVisit>},
    Fold{E::MeasuresRecorded, recorded<RecordKind::Measures>},
    Fold{E::ProgressReported, recorded<RecordKind::Progress>},
    Fold{E::PartSubmitted, appended<&C::parts, part::record, recordFromJson>},
    Fold{E::ExtensionRequested, asked<&C::extensions, extensionFromJson>},
    Fold{E::ExtensionDecided, extensionDecided},
    Fold{E::RequestDrafted, requestDrafted},
    Fold{E::RequestSigned, requestSigned},
    Fold{E::RequestDropped, requestDropped},
    Fold{E::ReplyDrafted, replyDrafted},
    Fold{E::ReplyWithdrawn, replyWithdrawn},
    Fold{E::ReplySigned, replySigned},
    Fold{E::ReplyReturnedToClerk, replyReturnedToClerk},
    Fold{E::ReplySubmitted, replySubmitted},
    Fold{E::ReplyAccepted, replyAccepted},
    Fold{E::ReworkOrdered, reworkOrdered},
    Fold{E::ReReviewOrdered, ordered<OrderKind::ReReview>},
    Fold{E::SupervisionOrdered, ordered<OrderKind::Supervision>},
    Fold{E::OrderAnswered, orderAnswered},
    Fold{E::AnswerDecided, answerDecided},
    Fold{E::UnitCallbackRecorded, appended<&C::unitCallbacks, part::callback, callbackFromJson>},
    Fold{E::CentreCallbackRecorded, centreCallbackRecorded},
    Fold{E::SecondCallbackRecorded, appended<&C::secondCallbacks, part::callback, callbackFromJson>},
    Fold{E::MismatchRecorded, appended<&C::mismatches, part::note, codedNoteFromJson>},
    Fold{E::ScoreAppealed, asked<&C::scoreAppeals, codedNoteFromJson>},
    Fold{E::ScoreDecided, answered<&C::scoreAppeals>},
    Fold{E::ExcludedFromScoring, excludedFromScoring},
    Fold{E::Urged, appended<&C::urges, part::note, reminderFromJson>},
    Fold{E::TerminationRequested, asked<&C::terminations, terminationFromJson>},
    Fold{E::TerminationDecided, terminationDecided},
    Fold{E::Closed, closed},
    Fold{E::Archived, archived},
    Fold{E::CopyFiled, appended<&C::copies, part::copy, copyFromJson>},
    Fold{E::ErasureRequested, erasureRequested},
    Fold{E::ErasureRefused, erasureRefused},
    Fold{E::PartErased, partErased},
    Fold{E::Warned, appended<&C::warnings, part::clock, clockFromJson>},
    Fold{E::OverdueMarked, appended<&C::overdueMarks, part::clock, clockFromJson>},
    Fold{E::Recalculated, appended<&C::recalculations, part::clock, clockFromJson>},
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

Result<QList<Clock>> clocksFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const QList<Clock> clocks = in.members(u"clocks"_s, clockPartFromJson);
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return clocks;
}

/// A date that is written again replaces the one before.
void setDates(Case &theCase, const Event &event)
{
    const auto deadlines = read(theCase, event, part::deadlines, deadlinesFromJson);
    for (const Deadline &deadline : deadlines.value_or(QList<Deadline>{}))
        theCase.deadlines.insert(deadline.limit, deadline);
    const auto clocks = read(theCase, event, part::clocks, clocksFromJson);
    for (Clock clock : clocks.value_or(QList<Clock>{})) {
        const bool ofThisEvent = clock.order == 0 && clock.unit.isEmpty();
        if (ofThisEvent) // An order does not know its own revision when its date is computed.
            clock.order = event.revision;
        const auto same = std::ranges::find_if(theCase.clocks, [&](const Clock &other) {
            return other.order == clock.order && other.unit == clock.unit
                && other.deadline.limit == clock.deadline.limit;
        });
        if (same == theCase.clocks.end())
            theCase.clocks.append(clock);
        else
            *same = clock;
    }
}

void setInstructionDuty(Case &theCase, const Event &event)
{
    if (const auto duty = read(theCase, event, part::instruction, instructionDutyFromJson))
        theCase.instructionOwed = *duty;
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
    setDates(theCase, event);
    setInstructionDuty(theCase, event);
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

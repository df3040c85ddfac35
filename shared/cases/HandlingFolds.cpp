// Folds of handling, reply, review and callback.
#include "shared/canonical/JsonReader.h"
#include "shared/cases/Decide.h"
#include "shared/cases/Folds.h"

#include <algorithm>

namespace chengban::folds {

using namespace Qt::StringLiterals;

namespace {

Result<QList<Entry<SignatureBody>>> signaturesFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const auto signatures = in.members(u"signatures"_s, signatureEntryFromJson);
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return signatures;
}

void backToClerk(Case &theCase)
{
    theCase.phase = theCase.round > 1 ? Phase::Rework : Phase::Handling;
}

void disclose(ReplyVersion &version, const ReplyContent &part)
{
    version.reply = part.reply;
    version.digest = part.digest;
    version.withheld = false;
}

void addReview(Case &theCase, const Event &event, ReviewOutcome outcome)
{
    Review review{outcome, read(theCase, event, part::review, reviewFromJson).value_or(ReviewBody{})};
    theCase.reviews.append(entry(std::move(review), event));
}

} // namespace

QList<Entry<SignatureBody>> signaturesOf(Case &theCase, const Event &event)
{
    return read(theCase, event, part::signatures, signaturesFromJson).value_or(QList<Entry<SignatureBody>>{});
}

/// What was written is the unit's own; that a leader of the right level wrote is in the event itself.
void instructed(Case &theCase, const Event &event)
{
    appended<&Case::instructions, part::note, noteFromJson>(theCase, event);
    const auto level = levelOf(event.actor.role);
    if (theCase.instructionOwed && level && theCase.instructionOwed->levels.contains(*level))
        theCase.instructionOwed.reset();
}

void contactRecorded(Case &theCase, const Event &event)
{
    // One that may not be read is left out: an empty one would read as a call that reached the citizen.
    if (auto body = read(theCase, event, part::contact, contactBodyFromJson))
        theCase.contacts.append(entry(*std::move(body), event));
}

void extensionDecided(Case &theCase, const Event &event)
{
    const auto open
        = std::ranges::find_if(theCase.extensions, [](const Extension &e) { return !e.decision; });
    if (open != theCase.extensions.end())
        open->decision = entryOf(theCase, event, part::decision, decisionFromJson);
}

void replyDrafted(Case &theCase, const Event &event)
{
    ReplyVersion version;
    version.number = static_cast<int>(theCase.replies.size()) + 1;
    version.actor = event.actor;
    version.atMs = event.serverTimeMs;
    version.revision = event.revision;
    version.withheld = true;
    if (const auto body = read(theCase, event, part::reply, replyContentFromJson)) {
        disclose(version, *body);
        version.note = body->note;
    }
    theCase.replies.append(version);
    theCase.phase = Phase::AwaitingSignOff;
}

void replyWithdrawn(Case &theCase, const Event &)
{
    backToClerk(theCase);
}

void replySigned(Case &theCase, const Event &event)
{
    if (auto body = read(theCase, event, part::signature, signatureFromJson))
        theCase.signatures.append(entry(*std::move(body), event));
    theCase.phase = Phase::Signed;
}

void replyReturnedToClerk(Case &theCase, const Event &event)
{
    theCase.returnsToClerk.append(entryOf(theCase, event, part::note, noteFromJson));
    backToClerk(theCase);
}

void replySubmitted(Case &theCase, const Event &event)
{
    const auto body = read(theCase, event, part::reply, replyContentFromJson);
    if (body && !theCase.replies.isEmpty() && theCase.replies.last().withheld)
        disclose(theCase.replies.last(), *body);
    for (const auto &signature : signaturesOf(theCase, event)) {
        if (!theCase.signatures.contains(signature))
            theCase.signatures.append(signature);
    }
    const int version = body ? body->version : static_cast<int>(theCase.replies.size());
    theCase.submissions.append({version, event.actor, event.serverTimeMs, event.revision});
    theCase.phase = Phase::AwaitingReview;
}

void replyAccepted(Case &theCase, const Event &event)
{
    addReview(theCase, event, ReviewOutcome::Accepted);
    theCase.phase = Phase::AwaitingCallback;
}

void reworkOrdered(Case &theCase, const Event &event)
{
    addReview(theCase, event, ReviewOutcome::Rework);
    ++theCase.round;
    theCase.phase = Phase::Rework;
}

void centreCallbackRecorded(Case &theCase, const Event &event)
{
    const auto entry = entryOf(theCase, event, part::callback, callbackFromJson);
    theCase.centreCallbacks.append(entry);
    // A note on a citizen who was not reached says that the centre gives up calling.
    if (entry.body.reached || !entry.body.note.isEmpty())
        theCase.phase = Phase::AwaitingClose;
}

} // namespace chengban::folds

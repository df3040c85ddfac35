#pragma once

#include "shared/cases/Events.h"

namespace chengban::folds {

// One function per event type, called by evolve(). Each takes the phase from the type of the event, not from
// a part, wherever it can: a reader to whom parts are withheld must still see where the case stands.

void registered(Case &theCase, const Event &event);
void duplicateAbsorbed(Case &theCase, const Event &event);
void merged(Case &theCase, const Event &event);
void refused(Case &theCase, const Event &event);
void answeredDirectly(Case &theCase, const Event &event);
void classified(Case &theCase, const Event &event);
void dispatched(Case &theCase, const Event &event);
void reassigned(Case &theCase, const Event &event);
void accepted(Case &theCase, const Event &event);
void returnRequested(Case &theCase, const Event &event);
void returnDecided(Case &theCase, const Event &event);
void instructed(Case &theCase, const Event &event);
void contactRecorded(Case &theCase, const Event &event);
void extensionDecided(Case &theCase, const Event &event);
void requestDrafted(Case &theCase, const Event &event);
void requestSigned(Case &theCase, const Event &event);
void requestDropped(Case &theCase, const Event &event);
void replyDrafted(Case &theCase, const Event &event);
void replyWithdrawn(Case &theCase, const Event &event);
void replySigned(Case &theCase, const Event &event);
void replyReturnedToClerk(Case &theCase, const Event &event);
void replySubmitted(Case &theCase, const Event &event);
void replyAccepted(Case &theCase, const Event &event);
void reworkOrdered(Case &theCase, const Event &event);
void orderAnswered(Case &theCase, const Event &event);
void answerDecided(Case &theCase, const Event &event);
void centreCallbackRecorded(Case &theCase, const Event &event);
void excludedFromScoring(Case &theCase, const Event &event);
void terminationDecided(Case &theCase, const Event &event);
void closed(Case &theCase, const Event &event);
void archived(Case &theCase, const Event &event);
void erasureRequested(Case &theCase, const Event &event);
void erasureRefused(Case &theCase, const Event &event);
void partErased(Case &theCase, const Event &event);

/// The part in clear, read by its reader; empty when it is withheld, erased or absent. One that cannot be
/// read was written by a newer program: the case becomes read-only.
template <typename Body>
std::optional<Body> read(
    Case &theCase, const Event &event, QLatin1StringView name, Result<Body> (*reader)(const QJsonObject &))
{
    const Part *part = event.part(QString(name));
    if (!part || part->state != Part::State::Clear)
        return std::nullopt;
    auto body = reader(part->body);
    if (!body) {
        theCase.readOnly = true;
        return std::nullopt;
    }
    return *std::move(body);
}

template <typename Body> Entry<Body> entry(Body body, const Event &event)
{
    return {std::move(body), event.actor, event.serverTimeMs, event.revision};
}

/// The same as an entry; one with an empty body stands for a part that may not be read.
template <typename Body>
Entry<Body> entryOf(
    Case &theCase, const Event &event, QLatin1StringView name, Result<Body> (*reader)(const QJsonObject &))
{
    return entry(read(theCase, event, name, reader).value_or(Body{}), event);
}

/// The signatures a request or reply left the unit with; none where the pack demands none.
[[nodiscard]] QList<Entry<SignatureBody>> signaturesOf(Case &theCase, const Event &event);

// Folds that do the same to different lists of the case.

template <auto List, const QLatin1StringView &part, auto reader>
void appended(Case &theCase, const Event &event)
{
    (theCase.*List).append(entryOf(theCase, event, part, reader));
}

template <auto List, auto reader> void asked(Case &theCase, const Event &event)
{
    (theCase.*List)
        .append({entryOf(theCase, event, part::request, reader), std::nullopt, signaturesOf(theCase, event)});
}

/// The centre's word on what was asked last.
template <auto List> void answered(Case &theCase, const Event &event)
{
    if (!(theCase.*List).isEmpty())
        (theCase.*List).last().decision = entryOf(theCase, event, part::decision, decisionFromJson);
}

template <RecordKind kind> void recorded(Case &theCase, const Event &event)
{
    theCase.records.append({kind, entryOf(theCase, event, part::record, recordFromJson)});
}

template <OrderKind kind> void ordered(Case &theCase, const Event &event)
{
    theCase.orders.append({kind, entryOf(theCase, event, part::order, orderFromJson), {}});
}

} // namespace chengban::folds

#pragma once

#include "shared/cases/Events.h"

namespace chengban::folds {

// One function per event type, called by evolve(). Each takes the phase from the type of the event, not from
// a part, wherever it can: a reader to whom parts are withheld must still see where the case stands.

void registered(Case &theCase, const Event &event);
void dispatched(Case &theCase, const Event &event);
void accepted(Case &theCase, const Event &event);
void returnRequested(Case &theCase, const Event &event);
void returnDecided(Case &theCase, const Event &event);
void handlingProposed(Case &theCase, const Event &event);
void instructed(Case &theCase, const Event &event);
void contactRecorded(Case &theCase, const Event &event);
void extensionRequested(Case &theCase, const Event &event);
void extensionDecided(Case &theCase, const Event &event);
void replyDrafted(Case &theCase, const Event &event);
void replyWithdrawn(Case &theCase, const Event &event);
void replySigned(Case &theCase, const Event &event);
void replyReturnedToClerk(Case &theCase, const Event &event);
void replySubmitted(Case &theCase, const Event &event);
void replyAccepted(Case &theCase, const Event &event);
void reworkOrdered(Case &theCase, const Event &event);
void unitCallbackRecorded(Case &theCase, const Event &event);
void centreCallbackRecorded(Case &theCase, const Event &event);
void urged(Case &theCase, const Event &event);
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

} // namespace chengban::folds

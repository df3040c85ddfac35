#include "client/models/Places.h"

#include "client/models/Wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengban {

namespace {

struct PlaceRow
{
    Place place;
    const char *text;
    const char *empty;
    std::initializer_list<Phase> phases;
};

using enum Phase;

const PlaceRow placeRows[] = {
    {Place::ToDo, QT_TRANSLATE_NOOP("Places", "To do"),
        QT_TRANSLATE_NOOP("Places", "Nothing to do here: every case is with somebody else."),
        {Dispatched, Handling, ReturnRequested, Signed}},
    {Place::SignOff, QT_TRANSLATE_NOOP("Places", "Sign-off"),
        QT_TRANSLATE_NOOP("Places", "No reply waits for sign-off."), {AwaitingSignOff}},
    {Place::Rework, QT_TRANSLATE_NOOP("Places", "Rework"),
        QT_TRANSLATE_NOOP("Places", "No case was sent back for rework."), {Phase::Rework}},
    {Place::Done, QT_TRANSLATE_NOOP("Places", "Done"),
        QT_TRANSLATE_NOOP("Places", "No reply has been sent to the centre yet."),
        {AwaitingReview, AwaitingCallback, AwaitingClose, Closed}},
    {Place::All, QT_TRANSLATE_NOOP("Places", "All"), QT_TRANSLATE_NOOP("Places", "There are no cases yet."),
        {Registered, Dispatched, Handling, ReturnRequested, AwaitingSignOff, Signed, AwaitingReview,
            Phase::Rework, AwaitingCallback, AwaitingClose, Closed, Archived}},
    {Place::Dispatch, QT_TRANSLATE_NOOP("Places", "Dispatch"),
        QT_TRANSLATE_NOOP("Places", "Every case has been dispatched."), {Registered}},
    {Place::Decisions, QT_TRANSLATE_NOOP("Places", "Requests"),
        QT_TRANSLATE_NOOP("Places", "Nothing waits for a decision."), {ReturnRequested}},
    {Place::Review, QT_TRANSLATE_NOOP("Places", "Review"),
        QT_TRANSLATE_NOOP("Places", "No reply waits for review."), {AwaitingReview}},
    {Place::Callback, QT_TRANSLATE_NOOP("Places", "Callback"),
        QT_TRANSLATE_NOOP("Places", "No citizen waits for a callback."), {AwaitingCallback}},
    {Place::Close, QT_TRANSLATE_NOOP("Places", "Closing"),
        QT_TRANSLATE_NOOP("Places", "No case waits to be closed."), {AwaitingClose}},
    {Place::Archive, QT_TRANSLATE_NOOP("Places", "Archive"),
        QT_TRANSLATE_NOOP("Places", "No dossier has been archived yet."), {Archived}},
    {Place::Dossiers, QT_TRANSLATE_NOOP("Places", "Archive room"),
        QT_TRANSLATE_NOOP("Places", "No dossier has been filed with the centre yet."), {}},
    {Place::Bulletin, QT_TRANSLATE_NOOP("Places", "Bulletin"),
        QT_TRANSLATE_NOOP("Places", "No bulletin is being written."), {}},
    {Place::Papers, QT_TRANSLATE_NOOP("Places", "Scanned sheets"),
        QT_TRANSLATE_NOOP("Places", "No signed sheet has been scanned yet."), {}},
    {Place::Import, QT_TRANSLATE_NOOP("Places", "Import"),
        QT_TRANSLATE_NOOP("Places", "No file has been chosen yet."), {}},
    {Place::Substitutes, QT_TRANSLATE_NOOP("Places", "Substitutes"),
        QT_TRANSLATE_NOOP("Places", "Nobody stands in for anybody."), {}},
    {Place::Rules, QT_TRANSLATE_NOOP("Places", "Rules"),
        QT_TRANSLATE_NOOP("Places", "The county's rules have not arrived yet."), {}},
    {Place::Transfer, QT_TRANSLATE_NOOP("Places", "Transfer"),
        QT_TRANSLATE_NOOP("Places", "Everything has been sent and received."), {}},
};

const PlaceRow &rowOf(Place place)
{
    return *std::ranges::find(placeRows, place, &PlaceRow::place);
}

/// The groups of the phases have even places; one that stands before or after has the odd one there.
struct Group
{
    int order = 0;
    const char *heading = nullptr; ///< Null: named as the phase.
};

Group groupOf(const CaseSummary &summary)
{
    if (summary.access == Access::Left)
        return {int(Archived) * 2 + 1, QT_TRANSLATE_NOOP("Places", "No longer with this unit")};
    if (summary.returnedToClerk && summary.phase == Handling)
        return {int(Handling) * 2 - 1, QT_TRANSLATE_NOOP("Places", "Sent back by the leader")};
    if (summary.requestPending)
        return {int(AwaitingSignOff) * 2 + 1, QT_TRANSLATE_NOOP("Places", "Request to be signed")};
    if (summary.instructionOwed)
        return {
            int(AwaitingSignOff) * 2 - 1, QT_TRANSLATE_NOOP("Places", "Waits for the leader's instruction")};
    if (summary.decisionWanted && summary.phase == Handling)
        return {int(Handling) * 2 + 1,
            QT_TRANSLATE_NOOP("Places", "In handling, the centre decides on a request")};
    if (summary.phase == Closed)
        return {int(Closed) * 2, QT_TRANSLATE_NOOP("Places", "Closed, to be archived")};
    return {int(summary.phase) * 2, nullptr};
}

} // namespace

bool isLeader(Role role)
{
    return role == Role::DeputyLeader || role == Role::PrincipalLeader;
}

QList<Place> placesOf(Role role)
{
    if (isLeader(role))
        return {Place::SignOff, Place::All, Place::Substitutes, Place::Rules, Place::Transfer};
    switch (role) {
    case Role::Centre:
        return {Place::Dispatch, Place::Decisions, Place::Review, Place::Callback, Place::Close,
            Place::Archive, Place::Dossiers, Place::All, Place::Import, Place::Bulletin, Place::Rules,
            Place::Transfer};
    case Role::Archivist:
        return {Place::Archive, Place::Dossiers, Place::Rules, Place::Transfer};
    case Role::Clerk:
    case Role::SectionHead:
        return {Place::ToDo, Place::SignOff, Place::Rework, Place::Papers, Place::Done, Place::Archive,
            Place::Dossiers, Place::Substitutes, Place::Rules, Place::Transfer};
    case Role::SystemAdmin:
        return {Place::Substitutes, Place::Transfer};
    default:
        return {Place::Transfer};
    }
}

QString placeText(Place place)
{
    return QCoreApplication::translate("Places", rowOf(place).text);
}

QString emptyText(Place place)
{
    return QCoreApplication::translate("Places", rowOf(place).empty);
}

bool isPage(Place place)
{
    return place == Place::Dossiers || place == Place::Bulletin || place == Place::Papers
        || place == Place::Import || place == Place::Substitutes || place == Place::Rules
        || place == Place::Transfer;
}

bool belongs(const CaseSummary &summary, Place place)
{
    if (place == Place::Decisions && summary.decisionWanted)
        return true;
    if (place == Place::SignOff && (summary.requestPending || summary.instructionOwed))
        return true;
    if (place == Place::Archive && summary.phase == Closed)
        return true; // Closed cases wait there for the archivist.
    return std::ranges::find(rowOf(place).phases, summary.phase) != rowOf(place).phases.end();
}

int groupOrder(const CaseSummary &summary)
{
    return groupOf(summary).order;
}

QString groupHeading(const CaseSummary &summary)
{
    const char *heading = groupOf(summary).heading;
    return heading ? QCoreApplication::translate("Places", heading) : phaseText(summary.phase);
}

} // namespace chengban

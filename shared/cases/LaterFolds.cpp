// Folds of requests that are signed inside the unit, of orders and of scoring.
#include "shared/cases/Folds.h"

#include <algorithm>

namespace chengban::folds {

namespace {

UnitRequest *numbered(Case &theCase, int number)
{
    const auto it = std::ranges::find(theCase.requests, number, &UnitRequest::number);
    return it == theCase.requests.end() ? nullptr : &*it;
}

Order *orderOf(Case &theCase, qint64 revision)
{
    const auto it
        = std::ranges::find_if(theCase.orders, [&](const Order &o) { return o.order.revision == revision; });
    return it == theCase.orders.end() ? nullptr : &*it;
}

} // namespace

void requestDrafted(Case &theCase, const Event &event)
{
    UnitRequest request;
    request.number = static_cast<int>(theCase.requests.size()) + 1;
    request.actor = event.actor;
    request.atMs = event.serverTimeMs;
    request.revision = event.revision;
    const auto content = read(theCase, event, part::draft, requestContentFromJson);
    request.withheld = !content;
    if (content) {
        request.action = content->action;
        request.body = content->body;
        request.digest = content->digest;
    }
    theCase.requests.append(request);
}

void requestSigned(Case &theCase, const Event &event)
{
    const auto signature = read(theCase, event, part::signature, signatureFromJson);
    UnitRequest *request = signature ? numbered(theCase, signature->replyVersion) : nullptr;
    if (request)
        request->state = UnitRequest::State::Sent;
}

void requestDropped(Case &theCase, const Event &event)
{
    const auto drop = read(theCase, event, part::drop, dropFromJson);
    UnitRequest *request = drop ? numbered(theCase, drop->request) : nullptr;
    if (!request)
        return;
    request->state = UnitRequest::State::Dropped;
    request->note = drop->note;
}

void orderAnswered(Case &theCase, const Event &event)
{
    auto answer = entryOf(theCase, event, part::request, orderAnswerFromJson);
    if (Order *order = orderOf(theCase, answer.body.order))
        order->answers.append({std::move(answer), std::nullopt, signaturesOf(theCase, event)});
}

void answerDecided(Case &theCase, const Event &event)
{
    const auto decision = entryOf(theCase, event, part::decision, decisionFromJson);
    Order *order = orderOf(theCase, decision.body.order);
    if (order && !order->answers.isEmpty())
        order->answers.last().decision = decision;
}

void excludedFromScoring(Case &theCase, const Event &event)
{
    theCase.exclusion = entryOf(theCase, event, part::note, codedNoteFromJson);
}

} // namespace chengban::folds

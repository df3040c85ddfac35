#include "client/sync/Courier.h"

#include "client/store/Cards.h"
#include "client/sync/RetryPolicy.h"
#include "shared/canonical/JsonReader.h"
#include "shared/cases/Substitution.h"

#include <algorithm>

namespace chengban {

namespace {

Handing standing(wire::HandoverState state)
{
    switch (state) {
    case wire::HandoverState::Offered:
        return Handing::Offered;
    case wire::HandoverState::Accepted:
        return Handing::Accepted;
    case wire::HandoverState::Declined:
        return Handing::Declined;
    case wire::HandoverState::Withdrawn:
        return Handing::Withdrawn;
    }
    Q_UNREACHABLE();
}

std::optional<wire::HandoverState> answerOf(Handing state)
{
    switch (state) {
    case Handing::Merging:
    case Handing::Accepted:
        return wire::HandoverState::Accepted;
    case Handing::Declined:
        return wire::HandoverState::Declined;
    case Handing::Withdrawn:
        return wire::HandoverState::Withdrawn;
    case Handing::Queued:
    case Handing::Offered:
    case Handing::Refused:
        break;
    }
    return std::nullopt;
}

/// It may go well the next time, without anybody doing anything.
bool passes(ErrorCode code)
{
    return isLineFault(code) || isAccessFault(code) || code == ErrorCode::RateLimited
        || code == ErrorCode::StoreUnavailable || code == ErrorCode::ServerFault;
}

} // namespace

QByteArray handoverContext(HandoverText text)
{
    text.content.clear();
    return canonicalForm(text).value_or(QByteArray());
}

void Courier::run()
{
    // Only people of a unit hand anything over; the server writes down who else tries.
    if (m_context.self.unit.isEmpty() || !isUnitPost(m_context.self.role))
        return finish();
    m_shown ? askCards() : showCard();
}

void Courier::showCard()
{
    const auto identity = deviceIdentity(m_context.store.values());
    if (!identity)
        return fail(identity.error());
    m_api.showCard(identity->card(m_context.self.user, m_context.self.device),
        heard([this](const Result<DeviceCard> &shown) {
            if (!shown)
                return finish();
            m_shown = true;
            askCards();
        }));
}

void Courier::askCards()
{
    const auto known = m_context.store.documents().document(cardsDocumentName());
    const QString etag = known && *known ? (*known)->etag : QString();
    m_context.api.document(QStringLiteral("/keys/device"), etag,
        heard([this](const Result<std::optional<FetchedDocument>> &answer) {
            if (!answer)
                return finish();
            if (*answer && cardsFromDocument((*answer)->body)) {
                const auto kept = m_context.store.documents().setDocument(
                    cardsDocumentName(), {(*answer)->etag, (*answer)->body});
                if (!kept)
                    return fail(kept.error());
                Q_EMIT changed();
            }
            sendNext();
        }));
}

void Courier::sendNext()
{
    const auto all = m_context.store.handovers().all();
    if (!all)
        return fail(all.error());
    // Oldest first.
    const auto next = std::ranges::find_if(all->rbegin(), all->rend(), &HandedDraft::unsent);
    if (next == all->rend())
        return askAll();
    next->state == Handing::Queued ? sendGift(*next) : sendAnswer(*next);
}

bool Courier::keep(const HandedDraft &one)
{
    // The person may have said something meanwhile: the newer word stands.
    const auto now = m_context.store.handovers().find(one.id);
    const bool stands = now && *now && (*now)->state == Handing::Withdrawn && one.state != Handing::Withdrawn;
    HandedDraft kept = stands ? **now : one;
    if (stands)
        kept.gift.reset(); // The server has it; now it is told that it was taken back.
    const auto put = now ? m_context.store.handovers().put(kept) : Result<void>(chengban::fail(now.error()));
    if (!put) {
        fail(put.error());
        return false;
    }
    Q_EMIT changed();
    return true;
}

void Courier::sendGift(HandedDraft one)
{
    if (!one.gift) { // Nothing to send any more.
        one.unsent = false;
        if (keep(one))
            sendNext();
        return;
    }
    m_api.give(
        *one.gift, heard([this, one](const Result<wire::Handover> &answer) { takeGiven(one, answer); }));
}

void Courier::takeGiven(HandedDraft one, const Result<wire::Handover> &answer)
{
    if (!answer && passes(answer.error().code))
        return finish();
    one.unsent = false;
    one.gift.reset();
    one.state = answer ? standing(answer->state) : Handing::Refused;
    if (!answer)
        one.reason = answer.error().code;
    if (keep(one))
        sendNext();
}

void Courier::sendAnswer(HandedDraft one)
{
    const auto state = answerOf(one.state);
    if (!state || (one.state == Handing::Withdrawn && one.gift)) {
        // Taken back before the server ever had it.
        one.unsent = false;
        one.gift.reset();
        if (keep(one))
            sendNext();
        return;
    }
    m_api.answer(one.id, *state,
        heard([this, one](const Result<wire::Handover> &answer) { takeAnswered(one, answer); }));
}

void Courier::takeAnswered(HandedDraft one, const Result<wire::Handover> &answer)
{
    if (!answer && passes(answer.error().code))
        return finish();
    one.unsent = false;
    // Answered first by the other side, or on another computer: that word stands. What was accepted here is
    // here.
    if (answer && one.state != Handing::Merging)
        one.state = standing(answer->state);
    if (!answer && one.given)
        one.state = Handing::Offered; // The list tells what became of it.
    if (keep(one))
        sendNext();
}

void Courier::askAll()
{
    m_api.handovers(heard([this](const Result<QList<wire::Handover>> &all) {
        if (!all)
            return finish();
        takeAll(*all);
    }));
}

void Courier::takeAll(const QList<wire::Handover> &all)
{
    const QList<DeviceCard> cards = knownCards(m_context.store.documents());
    bool news = false;
    for (const wire::Handover &one : all) {
        const auto taken = take(one, cards);
        if (!taken)
            return fail(taken.error());
        news = news || *taken;
    }
    if (news)
        Q_EMIT changed();
    finish();
}

Result<bool> Courier::take(const wire::Handover &one, const QList<DeviceCard> &cards)
{
    Handovers &store = m_context.store.handovers();
    auto known = store.find(one.id);
    if (!known)
        return chengban::fail(known.error());
    if (*known) {
        HandedDraft &row = **known;
        const Handing now = standing(one.state);
        // What was said here and not told yet is newer; what was accepted here is being worked on.
        if (row.unsent || row.isOver() || row.state == Handing::Merging || row.state == now)
            return false;
        row.state = now;
        if (!row.given)
            row.draft.reset();
        const auto put = store.put(row);
        return put ? Result<bool>(true) : chengban::fail(put.error());
    }
    const auto received = opened(one, cards);
    if (!received)
        return chengban::fail(received.error());
    if (!*received)
        return false;
    const auto put = store.put(**received);
    return put ? Result<bool>(true) : chengban::fail(put.error());
}

Result<std::optional<HandedDraft>> Courier::opened(const wire::Handover &one, const QList<DeviceCard> &cards)
{
    std::optional<HandedDraft> none;
    if (one.to != m_context.self.user || one.content.isEmpty() || one.box.isEmpty())
        return none;
    const auto identity = deviceIdentity(m_context.store.values());
    if (!identity)
        return chengban::fail(identity.error());
    const auto card = std::ranges::find_if(cards,
        [&](const DeviceCard &each) { return each.user == one.from && each.device == one.fromDevice; });
    const HandoverText text{
        m_context.self.tenant, one.id, one.caseId, one.from, one.fromDevice, one.to, one.content};
    const auto form = canonicalForm(text);
    // A hand we do not know, or not that one's: it is not shown. The cards may be newer the next time.
    if (card == cards.end() || !form || !verifySm2(card->signingKeyPem, *form, one.signature))
        return none;
    const auto clear = openedContent(one.content, one.box, *identity, handoverContext(text));
    const auto json = clear ? parseJsonObject(*clear) : Result<QJsonObject>(chengban::fail(clear.error()));
    auto draft = json ? replyDraftFromJson(*json) : Result<ReplyDraft>(chengban::fail(json.error()));
    if (!draft)
        return none;
    HandedDraft row;
    row.id = one.id;
    row.caseId = one.caseId;
    row.state = Handing::Offered;
    row.atMs = one.givenAtMs;
    row.other = one.from;
    row.otherName = one.fromName;
    row.otherDevice = one.fromDevice;
    row.draft = std::move(*draft);
    return std::optional(row);
}

} // namespace chengban

#include "server/services/HandoverService.h"

#include "server/services/AuditService.h"
#include "server/store/Database.h"
#include "server/store/DeviceCardStore.h"
#include "server/store/DirectoryStore.h"
#include "server/store/FeedStore.h"
#include "server/store/HandoverStore.h"
#include "shared/cases/Substitution.h"
#include "shared/wire/Wire.h"

#include <algorithm>

namespace chengban {

namespace {

using wire::HandoverState;

/// Sealed for living computers of the receiver, and only for those.
bool fits(const QList<wire::SealedKey> &keys, const QList<DeviceCard> &cards)
{
    return !keys.isEmpty() && std::ranges::all_of(keys, [&](const wire::SealedKey &key) {
        const bool once = std::ranges::count(keys, key.device, &wire::SealedKey::device) == 1;
        return once && std::ranges::find(cards, key.device, &DeviceCard::device) != cards.end();
    });
}

Result<void> checkHand(Database &database, const Actor &actor, const wire::HandoverGift &gift)
{
    const auto cards = DeviceCardStore(database).liveOf(actor.tenant, actor.user);
    if (!cards)
        return fail(cards.error());
    const auto own = std::ranges::find(*cards, actor.device, &DeviceCard::device);
    const auto form = canonicalForm(
        HandoverText{actor.tenant, gift.id, gift.caseId, actor.user, actor.device, gift.to, gift.content});
    if (own == cards->end() || !form)
        return fail(ErrorCode::SignatureInvalid);
    return verifySm2(own->signingKeyPem, *form, gift.signature);
}

wire::Handover withoutContent(wire::Handover one)
{
    one.content.clear();
    one.box.clear();
    one.signature.clear();
    return one;
}

/// What the person may see of it.
wire::Handover shown(wire::Handover one, const Actor &actor)
{
    const bool mayOpen = one.to == actor.user && one.state == HandoverState::Offered && !one.box.isEmpty();
    return mayOpen ? one : withoutContent(std::move(one));
}

} // namespace

Result<bool> worksOn(Database &database, const Actor &actor, const CaseId &caseId)
{
    // Who supervises other units works on the own unit's cases like anybody there.
    const bool supervises = actor.reach.kind == Reach::Kind::Supervisor;
    const QString scope = supervises ? wire::unitScope(actor.unit) : wire::scopeOf(actor);
    const auto entry = FeedStore(database).find(actor.tenant, scope, caseId);
    if (!entry)
        return fail(entry.error());
    return *entry && (*entry)->access == nameOf(Access::Working);
}

Result<bool> worksOn(const Backend &backend, const Actor &actor, const CaseId &caseId)
{
    const auto database = backend.databases.here();
    return database ? worksOn(**database, actor, caseId) : fail(database.error());
}

Result<DeviceCard> HandoverService::show(
    const Actor &actor, const QByteArray &sealingKey, const QByteArray &signingKeyPem, qint64 nowMs)
{
    if (sealingKey.size() != sealingKeySize)
        return fail(ErrorCode::BadInput, QStringLiteral("sealingKey"));
    if (const auto id = keyIdOf(signingKeyPem); !id)
        return fail(id.error());
    const auto database = m_backend.databases.here();
    if (!database)
        return fail(database.error());
    auto transaction = Transaction::begin(**database);
    if (!transaction)
        return fail(transaction.error());
    DeviceCardStore store(**database);
    DeviceCard card{actor.user, actor.device, {}, sealingKey, signingKeyPem, nowMs};
    const auto known = store.liveOf(actor.tenant, actor.user);
    if (!known)
        return fail(known.error());
    const auto own = std::ranges::find(*known, actor.device, &DeviceCard::device);
    if (own != known->end() && own->sealingKey == sealingKey && own->signingKeyPem == signingKeyPem)
        return *own;
    if (const auto put = store.put(actor.tenant, card); !put)
        return fail(put.error());
    const auto logged = recordIn(**database, actor, AuditAction::CardShown, actor.device.value, {}, nowMs);
    if (!logged)
        return fail(logged.error());
    if (const auto done = transaction->commit(); !done)
        return fail(done.error());
    return card;
}

Result<QList<DeviceCard>> HandoverService::cards(const TenantId &tenant)
{
    const auto database = m_backend.databases.here();
    return database ? DeviceCardStore(**database).live(tenant) : fail(database.error());
}

Result<wire::Handover> HandoverService::checked(
    Database &database, const Actor &actor, const wire::HandoverGift &gift, qint64 nowMs)
{
    if (gift.content.isEmpty() || gift.content.size() > largestContent)
        return fail(ErrorCode::TooLarge, QStringLiteral("content"));
    const auto works = worksOn(database, actor, gift.caseId);
    if (!works || !*works)
        return fail(works ? Error{ErrorCode::NotFound, {}} : works.error());
    const auto receiver = DirectoryStore(database).person(actor.tenant, gift.to);
    const auto cards = DeviceCardStore(database).liveOf(actor.tenant, gift.to);
    if (!receiver || !cards)
        return fail(receiver ? cards.error() : receiver.error());
    const bool isColleague = *receiver && (*receiver)->unit == actor.unit && !actor.unit.isEmpty()
        && isUnitPost((*receiver)->role) && gift.to != actor.user;
    if (!isColleague || !fits(gift.keys, *cards))
        return fail(ErrorCode::HandoverReceiver);
    if (const auto hand = checkHand(database, actor, gift); !hand)
        return fail(hand.error());
    const auto open = HandoverStore(database).openFrom(actor.tenant, actor.user);
    if (!open || *open >= mostOpen)
        return fail(open ? Error{ErrorCode::RateLimited, {}} : open.error());
    return wire::Handover{gift.id, gift.caseId, actor.user, actor.name, actor.device, gift.to,
        (*receiver)->name, HandoverState::Offered, nowMs, nowMs, nowMs + keptMs, gift.content, {},
        gift.signature};
}

Result<wire::Handover> HandoverService::give(const Actor &actor, const wire::HandoverGift &gift, qint64 nowMs)
{
    const auto database = m_backend.databases.here();
    if (!database)
        return fail(database.error());
    auto transaction = Transaction::begin(**database);
    if (!transaction)
        return fail(transaction.error());
    HandoverStore store(**database);
    const auto known = store.find(actor.tenant, gift.id);
    if (!known)
        return fail(known.error());
    if (*known) { // Asked again. The signature covers all of it, and stays when the content has gone.
        const bool same = (*known)->from == actor.user && (*known)->signature == gift.signature;
        return same ? Result<wire::Handover>(withoutContent(**known)) : fail(ErrorCode::CommandIdReused);
    }
    const auto made = checked(**database, actor, gift, nowMs);
    if (!made)
        return made;
    if (const auto added = store.add(actor.tenant, actor.unit, *made, gift.keys); !added)
        return fail(added.error());
    const auto logged
        = recordIn(**database, actor, AuditAction::DraftGiven, gift.caseId.value, gift.to.value, nowMs);
    if (!logged)
        return fail(logged.error());
    if (const auto done = transaction->commit(); !done)
        return fail(done.error());
    return withoutContent(*made);
}

Result<QList<wire::Handover>> HandoverService::list(const Actor &actor, qint64 nowMs)
{
    const auto database = m_backend.databases.here();
    if (!database)
        return fail(database.error());
    const auto all = HandoverStore(**database).of(actor.tenant, actor.user, actor.device, actor.unit);
    if (!all)
        return fail(all.error());
    QList<wire::Handover> seen;
    for (const wire::Handover &one : *all) {
        const auto works = worksOn(**database, actor, one.caseId);
        if (!works)
            return fail(works.error());
        if (*works && one.expiresAtMs > nowMs)
            seen.append(shown(one, actor));
    }
    return seen;
}

Result<wire::Handover> HandoverService::answer(
    const Actor &actor, const QString &id, HandoverState state, qint64 nowMs)
{
    const auto database = m_backend.databases.here();
    if (!database)
        return fail(database.error());
    auto transaction = Transaction::begin(**database);
    if (!transaction)
        return fail(transaction.error());
    HandoverStore store(**database);
    auto one = store.find(actor.tenant, id);
    if (!one)
        return fail(one.error());
    const bool isMine
        = *one && (state == HandoverState::Withdrawn ? (*one)->from == actor.user : (*one)->to == actor.user);
    if (!isMine || state == HandoverState::Offered || (*one)->expiresAtMs <= nowMs)
        return fail(ErrorCode::NotFound);
    if ((*one)->state == state)
        return withoutContent(**one);
    if ((*one)->state != HandoverState::Offered)
        return fail(ErrorCode::HandoverAnswered);
    if (const auto set = store.setState(actor.tenant, id, state, nowMs); !set)
        return fail(set.error());
    const auto logged = recordIn(
        **database, actor, AuditAction::DraftAnswered, (*one)->caseId.value, QString(nameOf(state)), nowMs);
    if (!logged)
        return fail(logged.error());
    if (const auto done = transaction->commit(); !done)
        return fail(done.error());
    (*one)->state = state;
    (*one)->stateAtMs = nowMs;
    return withoutContent(**one);
}

Result<int> HandoverService::removeExpired(qint64 nowMs)
{
    const auto database = m_backend.databases.here();
    if (!database)
        return fail(database.error());
    auto transaction = Transaction::begin(**database);
    if (!transaction)
        return fail(transaction.error());
    const auto removed = HandoverStore(**database).removeExpired(nowMs);
    if (!removed)
        return removed;
    if (const auto done = transaction->commit(); !done)
        return fail(done.error());
    return removed;
}

} // namespace chengban

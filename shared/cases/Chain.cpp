#include "shared/canonical/Canonical.h"
#include "shared/canonical/Digest.h"
#include "shared/cases/Envelope.h"

namespace chengban {

using namespace Qt::StringLiterals;

namespace {

Result<Part> sealed(const EventDraft::DraftPart &draft, const SaltSource &salts)
{
    Part part;
    part.name = draft.name;
    part.audience = draft.audience;
    part.salt = salts();
    part.body = draft.body;
    Q_ASSERT(part.salt.size() == saltSize);
    auto sealedBy = commitment(part.salt, part.body);
    if (!sealedBy)
        return fail(sealedBy.error());
    part.commitment = *std::move(sealedBy);
    return part;
}

tl::unexpected<Error> broken(const Event &event)
{
    return fail(ErrorCode::ChainBroken, QString::number(event.revision));
}

/// Whether the event stands where it says, behind that revision and digest.
bool follows(const Event &event, const Event &first, qint64 revision, const QByteArray &previous)
{
    const bool foreign
        = event.tenant != first.tenant || event.caseId != first.caseId || event.actor.tenant != event.tenant;
    return !foreign && event.revision == revision + 1 && event.previous == previous;
}

Result<void> checkParts(const Event &event)
{
    for (const Part &part : event.parts) {
        if (part.state != Part::State::Clear)
            continue;
        const auto computed = commitment(part.salt, part.body);
        if (!computed || *computed != part.commitment)
            return fail(ErrorCode::CommitmentWrong, QString::number(event.revision));
    }
    return {};
}

} // namespace

QByteArray chainStart(const TenantId &tenant, const CaseId &caseId)
{
    const auto form = canonicalForm(QJsonObject{
        {u"purpose"_s, u"chengban-chain-v1"_s}, {u"tenant"_s, tenant.value}, {u"caseId"_s, caseId.value}});
    // An id with half a surrogate pair has no chain: its events cannot be hashed either.
    return form ? sm3(*form) : QByteArray();
}

Result<QList<Event>> chained(const QList<EventDraft> &drafts, const CaseId &caseId, qint64 revision,
    const QByteArray &head, const Stamp &stamp, const SaltSource &salts)
{
    QList<Event> events;
    QByteArray previous = revision == 0 ? chainStart(stamp.actor.tenant, caseId) : head;
    for (const EventDraft &draft : drafts) {
        Event event;
        event.tenant = stamp.actor.tenant;
        event.caseId = caseId;
        event.revision = ++revision;
        event.type = draft.type;
        event.command = stamp.command;
        event.actor = stamp.actor;
        event.actor.reach = {};
        event.pack = stamp.pack;
        event.serverTimeMs = stamp.serverTimeMs;
        event.claimedTimeMs = stamp.claimedTimeMs;
        event.previous = previous;
        for (const EventDraft::DraftPart &draftPart : draft.parts) {
            auto part = sealed(draftPart, salts);
            if (!part)
                return fail(part.error());
            event.parts.append(*std::move(part));
        }
        const auto digest = eventDigest(event);
        if (!digest)
            return fail(digest.error());
        event.digest = previous = *digest;
        events.append(std::move(event));
    }
    return events;
}

Result<QByteArray> verifyChainAfter(qint64 revision, const QByteArray &head, const QList<Event> &events)
{
    QByteArray previous = head;
    for (const Event &event : events) {
        if (!follows(event, events.first(), revision++, previous))
            return broken(event);
        const auto digest = eventDigest(event);
        if (!digest || (!event.digest.isEmpty() && event.digest != *digest))
            return broken(event);
        if (auto done = checkParts(event); !done)
            return fail(done.error());
        previous = *digest;
    }
    return previous;
}

Result<QByteArray> verifyLinksAfter(qint64 revision, const QByteArray &head, const QList<Event> &events)
{
    QByteArray previous = head;
    for (const Event &event : events) {
        if (event.digest.isEmpty() || !follows(event, events.first(), revision++, previous))
            return broken(event);
        previous = event.digest;
    }
    return previous;
}

Result<QByteArray> verifyChain(const QList<Event> &events)
{
    if (events.isEmpty())
        return fail(ErrorCode::ChainBroken, u"empty log"_s);
    return verifyChainAfter(0, chainStart(events.first().tenant, events.first().caseId), events);
}

} // namespace chengban

#include "client/store/Takeover.h"

#include "shared/cases/Decide.h"
#include "shared/cases/Events.h"

#include <algorithm>

namespace chengban {

namespace {

bool isErasure(const Event &event)
{
    return event.type == nameOf(EventType::PartErased);
}

/// The log after the merge, and where what is new in it begins.
struct Merged
{
    QList<Event> log;
    qsizetype firstNew = 0;
};

Result<Merged> replaced(const Incoming &incoming)
{
    const QList<Event> &log = incoming.feedCase.events;
    if (log.isEmpty())
        return fail(ErrorCode::ChainBroken, QStringLiteral("empty log"));
    const auto head = verifyLinksAfter(0, chainStart(log.first().tenant, log.first().caseId), log);
    if (!head)
        return fail(head.error());
    const auto &known = incoming.known;
    if (known && known->revision > 0) {
        if (log.size() < known->revision)
            return fail(ErrorCode::ChainBroken, QStringLiteral("tail cut"));
        if (log[known->revision - 1].digest != known->head)
            return fail(ErrorCode::ChainBroken, QStringLiteral("rewritten"));
    }
    return Merged{log, 0};
}

Result<Merged> continued(const QList<Event> &events, const KnownCase &known)
{
    QList<Event> added;
    for (const Event &event : events) {
        if (event.revision > known.revision) {
            added << event;
            continue;
        }
        if (event.revision < 1 || known.log[event.revision - 1].digest != event.digest)
            return fail(ErrorCode::ChainBroken, QStringLiteral("rewritten"));
    }
    if (!added.isEmpty() && added.first().tenant != known.log.first().tenant)
        return fail(ErrorCode::ChainBroken, QStringLiteral("foreign event"));
    if (const auto head = verifyLinksAfter(known.revision, known.head, added); !head)
        return fail(head.error());
    return Merged{known.log + added, known.revision};
}

// An erasure reaches back: the part it names must not stay readable here either. The chain holds, for it
// covers commitments only.
void erase(QList<Event> &log, const Event &erasure)
{
    for (const Part &part : erasure.parts) {
        const auto body = eraseFromJson(part.body);
        if (body && body->revision >= 1 && body->revision <= log.size()) {
            Event &target = log[body->revision - 1];
            target = erasedPart(target, body->part);
        }
    }
}

} // namespace

Result<SealedCase> takenOver(const Incoming &incoming, const Sealer &sealer)
{
    const wire::FeedCase &feedCase = incoming.feedCase;
    const bool strangers = std::any_of(feedCase.events.begin(), feedCase.events.end(),
        [&](const Event &event) { return event.caseId != feedCase.caseId; });
    if (strangers)
        return fail(ErrorCode::ChainBroken, QStringLiteral("foreign event"));
    const bool replaces = feedCase.whole || !incoming.known;
    auto merged = replaces ? replaced(incoming) : continued(feedCase.events, *incoming.known);
    if (!merged)
        return fail(merged.error());
    bool erased = false;
    for (qsizetype i = merged->firstNew; i < merged->log.size(); ++i) {
        if (!isErasure(merged->log[i]))
            continue;
        erased = true;
        erase(merged->log, Event(merged->log[i]));
    }
    const qsizetype firstWritten = erased ? 0 : merged->firstNew;
    auto rows = sealedCase(feedCase, merged->log, firstWritten, sealer);
    if (rows)
        rows->replaces = firstWritten == 0 && incoming.known;
    return rows;
}

} // namespace chengban

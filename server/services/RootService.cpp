#include "server/services/RootService.h"

#include "server/services/ServerKeys.h"
#include "server/store/Database.h"
#include "server/store/EventStore.h"
#include "server/store/Locks.h"
#include "server/store/RootStore.h"
#include "shared/canonical/Canonical.h"

#include <QMap>

#include <algorithm>

namespace chengban {

namespace {

QList<CaseHead> caseHeads(const QList<HeadRow> &rows)
{
    QList<CaseHead> heads;
    for (const HeadRow &row : rows)
        heads.append({row.caseId, row.revision, row.head});
    return heads;
}

Result<SignedRoot> signedOver(
    const TenantId &tenant, const QList<CaseHead> &heads, const ServerKeys &keys, qint64 atMs)
{
    SignedRoot root;
    root.tenant = tenant;
    root.atMs = atMs;
    root.cases = heads.size();
    root.root = merkleRoot(heads);
    return signedRoot(std::move(root), keys.signing);
}

} // namespace

QList<CaseHead> headsCovered(const QList<CaseHead> &history)
{
    QMap<CaseId, CaseHead> newest;
    for (const CaseHead &head : history)
        newest.insert(head.caseId, head);
    return newest.values();
}

Result<SignedRoot> RootService::sign(const TenantId &tenant, qint64 nowMs)
{
    const auto database = m_backend.databases.here();
    if (!database)
        return fail(database.error());
    auto transaction = Transaction::begin(**database);
    if (!transaction)
        return fail(transaction.error());
    if (const auto held = (*database)->hold(locks::ofRoots(tenant)); !held)
        return fail(held.error());
    RootStore roots(**database);
    EventStore events(**database, m_backend.keys.data);
    const auto before = roots.latest(tenant);
    // Before the heads: what lies below is among them, what was under way comes again with the next root.
    const auto sequence = events.settledSequence(tenant);
    const auto heads = events.heads(tenant);
    if (!before || !heads || !sequence)
        return fail(!before ? before.error() : !heads ? heads.error() : sequence.error());
    if (*before && std::ranges::all_of(*heads, [&](const HeadRow &row) {
            return row.sequence <= (*before)->sequence;
        }))
        return (*before)->root; // nothing happened since
    const auto root = signedOver(
        tenant, caseHeads(*heads), m_backend.keys, *before ? std::max(nowMs, (*before)->root.atMs) : nowMs);
    if (!root)
        return fail(root.error());
    QList<CaseHead> changed;
    for (const HeadRow &row : *heads) {
        if (!*before || row.sequence > (*before)->sequence)
            changed.append({row.caseId, row.revision, row.head});
    }
    const auto added = roots.add(tenant, {*before ? (*before)->number + 1 : 1, *root, *sequence}, changed);
    if (!added)
        return fail(added.error());
    if (const auto done = transaction->commit(); !done)
        return fail(done.error());
    return *root;
}

Result<std::optional<SignedRoot>> RootService::latest(const TenantId &tenant)
{
    const auto database = m_backend.databases.here();
    if (!database)
        return fail(database.error());
    return RootStore(**database).latest(tenant).map([](const std::optional<RootRow> &row) {
        return row ? std::optional(row->root) : std::nullopt;
    });
}

Result<RootProof> RootService::proof(const TenantId &tenant, const CaseId &caseId)
{
    const auto database = m_backend.databases.here();
    if (!database)
        return fail(database.error());
    auto view = Transaction::reading(**database);
    if (!view)
        return fail(view.error());
    RootStore roots(**database);
    const auto root = roots.latest(tenant);
    const auto history = roots.headHistory(tenant);
    if (!root || !history)
        return fail(!root ? root.error() : history.error());
    const QList<CaseHead> covered = headsCovered(*history);
    const auto head = std::ranges::find(covered, caseId, &CaseHead::caseId);
    if (!*root || head == covered.end())
        return fail(ErrorCode::NotFound);
    const auto proof = merkleProof(covered, caseId);
    if (!proof)
        return fail(proof.error());
    return RootProof{(*root)->root, *head, *proof};
}

Result<void> RootService::checkClock(qint64 nowMs)
{
    const auto all = tenants();
    if (!all)
        return fail(all.error());
    const auto database = m_backend.databases.here();
    if (!database)
        return fail(database.error());
    EventStore events(**database, m_backend.keys.data);
    for (const TenantId &tenant : *all) {
        const auto last = events.lastServerTime(tenant);
        if (!last)
            return fail(last.error());
        if (nowMs < *last)
            return fail(ErrorCode::ServerFault, QStringLiteral("the clock is behind the log"));
    }
    return {};
}

Result<QList<TenantId>> RootService::tenants()
{
    const auto database = m_backend.databases.here();
    if (!database)
        return fail(database.error());
    return EventStore(**database, m_backend.keys.data).tenants();
}

} // namespace chengban

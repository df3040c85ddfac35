#include "client/models/CaseBook.h"

#include <QSet>

namespace chengban {

namespace {

constexpr int rememberedCases = 16;

// Accepted rows count until their events are here: between the answer and the log the case must not jump
// back.
bool hasEffect(const OutboxRow &row)
{
    return row.isWaiting() || row.state == OutboxState::Accepted;
}

bool asksForAttention(const OutboxRow &row)
{
    return row.state != OutboxState::Accepted;
}

} // namespace

CaseBook::CaseBook(Store &store, const RuleShelf &rules, Actor actor)
    : m_store(store)
    , m_rules(rules)
    , m_actor(std::move(actor))
    , m_cases(rememberedCases)
{
}

Case CaseBook::unwritten(const CaseId &id) const
{
    Case theCase;
    theCase.tenant = m_actor.tenant;
    theCase.id = id;
    return theCase;
}

Case CaseBook::applied(Case theCase, const OutboxRow &row) const
{
    const Rules rules = m_rules.rulesFor(theCase);
    if (!rules.pack)
        return theCase;
    const Decision decision = decide(theCase, row.command, m_actor, rules, row.queuedAtMs);
    if (!decision)
        return theCase;
    const Stamp stamp{row.command.id, m_actor, theCase.pack, row.queuedAtMs, row.command.claimedTimeMs};
    return withPending(std::move(theCase), *decision, stamp);
}

Result<Case> CaseBook::withWaiting(const CaseId &id) const
{
    const auto rows = m_store.outbox().rowsOf(id);
    if (!rows)
        return fail(rows.error());
    const auto log = m_store.replica().log(id, true);
    if (!log && (log.error().code != ErrorCode::CaseUnknown || rows->isEmpty()))
        return fail(log.error());
    QSet<QString> known;
    for (const Event &event : log ? *log : QList<Event>())
        known.insert(event.command.value);
    Case theCase = log ? folded(*log) : unwritten(id);
    for (const OutboxRow &row : *rows) {
        if (hasEffect(row) && !known.contains(row.command.id.value))
            theCase = applied(std::move(theCase), row);
    }
    if (theCase.phase == Phase::None)
        return fail(ErrorCode::CaseUnknown);
    return theCase;
}

Result<Case> CaseBook::complete(const CaseId &id) const
{
    if (const Case *known = m_cases.object(id))
        return *known;
    auto theCase = withWaiting(id);
    if (theCase)
        m_cases.insert(id, new Case(*theCase));
    return theCase;
}

Result<Case> CaseBook::shown(const CaseId &id) const
{
    auto theCase = complete(id);
    if (theCase)
        theCase->identity.reset();
    return theCase;
}

Result<QList<CaseSummary>> CaseBook::summaries() const
{
    const auto stored = m_store.replica().summaries();
    const auto rows = m_store.outbox().rows();
    const auto drafts = m_store.drafts().cases();
    if (!stored || !rows || !drafts)
        return fail(!stored ? stored.error() : !rows ? rows.error() : drafts.error());
    QHash<CaseId, CaseSummary> lines;
    lines.reserve(stored->size());
    for (const CaseSummary &line : *stored)
        lines.insert(line.id, line);
    markOwn(lines, *rows);
    for (const CaseId &id : *drafts) {
        if (const auto line = lines.find(id); line != lines.end())
            line->hasDraft = true;
    }
    return lines.values();
}

void CaseBook::markOwn(QHash<CaseId, CaseSummary> &lines, const QList<OutboxRow> &rows) const
{
    QHash<CaseId, int> pending;
    for (const OutboxRow &row : rows) {
        if (asksForAttention(row))
            ++pending[row.command.caseId];
    }
    for (const auto &[id, count] : pending.asKeyValueRange()) {
        // The line shows the case with the waiting commands applied, as its page does.
        if (const auto theCase = complete(id)) {
            const auto old = lines.constFind(id);
            const Access access = old == lines.cend() ? Access::Working : old->access;
            const qint64 changed = old == lines.cend() ? theCase->registeredAtMs : old->changedAtMs;
            lines.insert(id, summaryOf(*theCase, access, changed));
        }
        if (const auto line = lines.find(id); line != lines.end())
            line->pending = count;
    }
}

void CaseBook::forget(const QList<CaseId> &ids)
{
    if (ids.isEmpty())
        m_cases.clear();
    for (const CaseId &id : ids)
        m_cases.remove(id);
}

} // namespace chengban

#include "client/models/CaseBook.h"

#include "client/models/Posts.h"

#include <utility>

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

CaseBook::CaseBook(Store &store, const RuleShelf &rules, Actor person, const wire::Directory &directory)
    : m_store(store)
    , m_rules(rules)
    , m_actor(std::move(person))
    , m_directory(directory)
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
    const auto actor = onPostOf(row.command.actingFor, m_actor, m_directory, row.queuedAtMs);
    if (!actor)
        return theCase;
    const Decision decision = decide(theCase, row.command, *actor, rules, row.queuedAtMs);
    if (!decision)
        return theCase;
    const Stamp stamp{row.command.id, *actor, theCase.pack, row.queuedAtMs, row.command.claimedTimeMs};
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

Result<void> CaseBook::readLines() const
{
    if (!m_lines) {
        const auto stored = m_store.replica().summaries();
        if (!stored)
            return fail(stored.error());
        m_lines.emplace();
        m_lines->reserve(stored->size());
        for (const CaseSummary &line : *stored)
            m_lines->insert(line.id, line);
        m_stale.clear();
    }
    for (const CaseId &id : std::as_const(m_stale)) {
        const auto line = m_store.replica().summary(id);
        if (!line)
            return fail(line.error());
        if (*line)
            m_lines->insert(id, **line);
        else
            m_lines->remove(id);
    }
    m_stale.clear();
    return {};
}

Result<QList<CaseSummary>> CaseBook::summaries() const
{
    if (m_shown)
        return *m_shown;
    if (const auto read = readLines(); !read)
        return fail(read.error());
    const auto rows = m_store.outbox().rows();
    const auto drafts = m_store.drafts().cases();
    if (!rows || !drafts)
        return fail(rows ? drafts.error() : rows.error());
    QHash<CaseId, CaseSummary> own = ownLines(*rows, *drafts);
    QList<CaseSummary> shown;
    shown.reserve(m_lines->size() + own.size());
    for (const CaseSummary &line : std::as_const(*m_lines)) {
        if (!own.contains(line.id))
            shown << line;
    }
    shown += own.values();
    m_shown = shown;
    return shown;
}

QHash<CaseId, CaseSummary> CaseBook::ownLines(const QList<OutboxRow> &rows, const QList<CaseId> &drafts) const
{
    QHash<CaseId, CaseSummary> own;
    QHash<CaseId, int> pending;
    for (const OutboxRow &row : rows) {
        if (asksForAttention(row))
            ++pending[row.command.caseId];
    }
    for (const auto &[id, count] : pending.asKeyValueRange()) {
        const auto old = m_lines->constFind(id);
        // The line shows the case with the waiting commands applied, as its page does.
        if (const auto theCase = complete(id)) {
            const Access access = old == m_lines->cend() ? Access::Working : old->access;
            const qint64 changed = old == m_lines->cend() ? theCase->registeredAtMs : old->changedAtMs;
            own.insert(id, summaryOf(*theCase, access, changed));
        } else if (old != m_lines->cend()) {
            own.insert(id, *old);
        }
        if (const auto line = own.find(id); line != own.end())
            line->pending = count;
    }
    for (const CaseId &id : drafts) {
        if (!own.contains(id) && m_lines->contains(id))
            own.insert(id, m_lines->value(id));
        if (const auto line = own.find(id); line != own.end())
            line->hasDraft = true;
    }
    return own;
}

void CaseBook::forget(const QList<CaseId> &ids)
{
    if (ids.isEmpty()) {
        m_cases.clear();
        m_lines.reset();
    }
    for (const CaseId &id : ids) {
        m_cases.remove(id);
        m_stale.insert(id);
    }
    m_shown.reset();
}

void CaseBook::forgetOwn()
{
    m_cases.clear();
    m_shown.reset();
}

} // namespace chengban

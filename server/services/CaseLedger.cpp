#include "server/services/CaseLedger.h"

#include "server/services/FeedService.h"
#include "server/services/FeedSignal.h"
#include "server/services/RuleBook.h"
#include "server/services/ServerKeys.h"
#include "server/store/BlobStore.h"
#include "server/store/Database.h"
#include "server/store/FeedStore.h"

#include <QJsonArray>

#include <algorithm>

namespace chengban {

namespace {

constexpr qsizetype saltBytes = 16;

void collectFiles(const QJsonValue &value, QList<NamedFile> &files)
{
    if (value.isArray()) {
        for (const QJsonValue &item : value.toArray())
            collectFiles(item, files);
        return;
    }
    const QJsonObject object = value.toObject();
    const QString sha256 = object.value(QStringLiteral("sha256")).toString();
    if (!sha256.isEmpty()) {
        files.append({sha256, object.value(QStringLiteral("sm3")).toString(),
            object.value(QStringLiteral("size")).toInteger()});
        return;
    }
    for (const QJsonValue &member : object)
        collectFiles(member, files);
}

/// Every unit that has or had something to do with the case.
QList<UnitId> unitsOf(const Case &theCase)
{
    QList<UnitId> units = theCase.formerUnits;
    if (!theCase.leadUnit.isEmpty())
        units.append(theCase.leadUnit);
    for (const CoHandler &coHandler : theCase.coHandlers)
        units.append(coHandler.unit);
    return units;
}

} // namespace

QList<NamedFile> filesIn(const QJsonObject &body)
{
    QList<NamedFile> files;
    collectFiles(body, files);
    return files;
}

void tellOf(FeedSignal &signal, Database &database, const TenantId &tenant, const QStringList &scopes)
{
    if (scopes.isEmpty())
        return;
    static_cast<void>(FeedStore(database).announce(tenant, scopes, database.lastPlace()));
    signal.committed(tenant, scopes);
}

qint64 serverTime(const StoredCase &stored, qint64 nowMs)
{
    return stored.events.isEmpty() ? nowMs : std::max(nowMs, stored.events.last().serverTimeMs);
}

CaseLedger::CaseLedger(const Backend &backend, Database &database)
    : m_backend(backend)
    , m_database(database)
    , m_events(database, backend.keys.data)
{
}

Result<StoredCase> CaseLedger::load(const TenantId &tenant, const CaseId &caseId)
{
    m_case = {};
    if (m_backend.memory) {
        const auto head = m_events.head(tenant, caseId);
        if (!head)
            return fail(head.error());
        auto known = *head ? m_backend.memory->find(tenant, caseId, (*head)->head) : std::nullopt;
        if (known) {
            m_case = std::move(*known);
            return m_case.stored;
        }
    }
    auto events = m_events.log(tenant, caseId);
    if (!events)
        return fail(events.error());
    m_case.stored = {std::move(*events), {}};
    if (!m_case.stored.events.isEmpty()) {
        m_case.stored.folded = folded(m_case.stored.events);
        if (m_backend.memory)
            m_backend.memory->keep(tenant, caseId, m_case);
    }
    return m_case.stored;
}

Result<CaseView> CaseLedger::viewOf(const StoredCase &stored, const Actor &actor)
{
    const Access access = accessOf(stored.folded, actor);
    if (access != Access::Left)
        return viewWith(access, actor, 0);
    const auto entry
        = FeedStore(m_database).find(stored.folded.tenant, wire::scopeOf(actor), stored.folded.id);
    if (!entry)
        return fail(entry.error());
    // Without an entry nothing is known of when it left: then it sees nothing.
    return *entry ? viewWith(access, actor, (*entry)->untilRevision) : CaseView{};
}

Result<Appended> CaseLedger::append(const StoredCase &stored, const Command &command, const Actor &actor,
    const QList<EventDraft> &drafts, qint64 nowMs)
{
    const auto rules = m_backend.rules.rulesOf(stored.folded, command.type, serverTime(stored, nowMs));
    if (!rules)
        return fail(rules.error());
    const Stamp stamp{command.id, actor, packFor(stored.folded, command.type, *rules),
        serverTime(stored, nowMs), command.claimedTimeMs};
    const auto events = chained(drafts, command.caseId, stored.folded.revision, stored.folded.head, stamp,
        [this] { return m_backend.random(saltBytes); });
    if (!events)
        return fail(events.error());
    Appended appended{*events, stored.folded, {}};
    for (const Event &event : appended.events)
        appended.after = evolve(appended.after, event);

    const Identity identity = appended.after.identity.value_or(Identity{});
    const auto sequence
        = m_events.append(appended.events, maskedName(identity.name), maskedPhone(identity.phone));
    if (!sequence)
        return fail(sequence.error());
    if (const auto kept = keepReferences(appended.events); !kept)
        return fail(kept.error());
    const bool erases = command.type == CommandType::ErasePart;
    if (erases) {
        if (const auto erased = erase(command, actor); !erased)
            return fail(erased.error());
    }
    if (const auto found = findFeed(stored, actor.tenant, command.caseId); !found)
        return fail(found.error());
    if (const auto moved = moveFeed(stored.folded, appended, *sequence, erases); !moved)
        return fail(moved.error());
    m_case.stored = {stored.events + appended.events, appended.after};
    m_hasAppended = true;
    m_hasErased = erases;
    return appended;
}

void CaseLedger::committed()
{
    const Case &theCase = m_case.stored.folded;
    if (!m_backend.memory || !m_hasAppended)
        return;
    if (m_hasErased) // It must not live on here.
        m_backend.memory->forget(theCase.tenant, theCase.id);
    else
        m_backend.memory->keep(theCase.tenant, theCase.id, m_case);
}

/// The case's entries in all scopes, unless they came with the remembered case.
Result<void> CaseLedger::findFeed(const StoredCase &stored, const TenantId &tenant, const CaseId &caseId)
{
    const bool isKnown
        = m_case.feed && m_case.stored.folded.id == caseId && m_case.stored.folded.head == stored.folded.head;
    if (isKnown)
        return {};
    auto found = stored.events.isEmpty() ? Result<FeedEntries>(FeedEntries())
                                         : FeedStore(m_database).ofCase(tenant, caseId);
    if (!found)
        return fail(found.error());
    m_case.feed = std::move(*found);
    return {};
}

Result<void> CaseLedger::moveFeed(const Case &before, Appended &appended, qint64 sequence, bool sendWhole)
{
    if (const auto moved = moveScope(wire::centreScope(), Access::Working, appended, sequence, sendWhole);
        !moved)
        return moved;
    const Access archive = archiveAccess(appended.after);
    if (const auto moved = moveScope(wire::archiveScope(), archive, appended, sequence, sendWhole); !moved)
        return moved;
    QList<UnitId> units = unitsOf(before) + unitsOf(appended.after);
    std::sort(units.begin(), units.end());
    units.erase(std::unique(units.begin(), units.end()), units.end());
    for (const UnitId &unit : units) {
        const Access access = unitAccess(appended.after, unit);
        if (const auto moved = moveScope(wire::unitScope(unit), access, appended, sequence, sendWhole);
            !moved)
            return moved;
    }
    return moveHandedDown(appended, sequence, sendWhole);
}

/// The feeds of the sections, villages and people that a unit handed the case down to.
Result<void> CaseLedger::moveHandedDown(Appended &appended, qint64 sequence, bool sendWhole)
{
    for (const auto &[unit, to] : everHanded(appended.after)) {
        const bool isPerson = to.to == HandDownTo::Person;
        const Access access = isPerson ? personAccess(appended.after, unit, {to.target})
                                       : sectionAccess(appended.after, unit, {to.target});
        const QString scope
            = isPerson ? wire::personScope({to.target}) : wire::sectionScope(unit, {to.target});
        if (const auto moved = moveScope(scope, access, appended, sequence, sendWhole); !moved)
            return moved;
    }
    return {};
}

Result<void> CaseLedger::moveScope(
    const QString &scope, Access access, Appended &appended, qint64 sequence, bool sendWhole)
{
    const auto before = m_case.feed->constFind(scope);
    const bool isNew = before == m_case.feed->cend();
    const bool changed = isNew || before->access != nameOf(access);
    // Who has no access hears of nothing; who has left hears of nothing newer, except that something was
    // erased.
    if ((isNew && access == Access::None) || (!changed && access <= Access::Left && !sendWhole))
        return {};
    FeedEntry entry{appended.events.first().caseId, sequence,
        changed || sendWhole ? sequence : before->entered, nameOf(access), 0};
    if (access == Access::Left)
        entry.untilRevision = changed ? appended.events.last().revision : before->untilRevision;
    m_case.feed->insert(scope, entry);
    appended.scopes.append(scope);
    return FeedStore(m_database).put(appended.events.first().tenant, scope, entry);
}

Result<void> CaseLedger::keepReferences(const QList<Event> &events)
{
    BlobStore blobs(m_database);
    for (const Event &event : events) {
        for (const Part &part : event.parts) {
            for (const NamedFile &file : filesIn(part.body)) {
                const auto added = blobs.addReference(event.tenant,
                    {file.sha256, event.caseId, event.revision, part.name, part.audience.name()});
                if (!added)
                    return added;
            }
        }
    }
    return {};
}

Result<void> CaseLedger::erase(const Command &command, const Actor &actor)
{
    const auto body = eraseFromJson(command.body);
    if (!body)
        return fail(body.error());
    if (const auto erased = m_events.erasePart(actor.tenant, command.caseId, body->revision, body->part);
        !erased)
        return erased;
    return BlobStore(m_database).dropReferences(actor.tenant, command.caseId, body->revision, body->part);
}

} // namespace chengban

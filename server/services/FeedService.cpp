#include "server/services/FeedService.h"

#include "server/auth/Permits.h"
#include "server/services/CaseView.h"
#include "server/services/ServerKeys.h"
#include "server/store/Database.h"
#include "server/store/EventStore.h"
#include "server/store/FeedStore.h"
#include "shared/cases/Substitution.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace chengban {

namespace {

/// Where a reader stands: it has every event up to `base`; while it pages to the end, `position` runs ahead.
///
/// A case that changes during the paging moves behind `position` with its older events unread, so a case is
/// always sent from `base` on, never from `position`.
struct Cursor
{
    qint64 base = 0;
    qint64 position = 0;
};

QString written(const Cursor &cursor, const QString &epoch, const TenantId &tenant, const QString &scope)
{
    const QJsonArray fields{1, epoch, tenant.value, scope, cursor.base, cursor.position};
    return QString::fromLatin1(QJsonDocument(fields)
                                   .toJson(QJsonDocument::Compact)
                                   .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

Result<Cursor> read(const QString &text, const QString &epoch, const TenantId &tenant, const QString &scope)
{
    if (text.isEmpty())
        return Cursor{};
    const QByteArray json = QByteArray::fromBase64(text.toLatin1(), QByteArray::Base64UrlEncoding);
    const QJsonArray fields = QJsonDocument::fromJson(json).array();
    const bool ours = fields.size() == 6 && fields[0].toInteger() == 1 && fields[1].toString() == epoch
        && fields[2].toString() == tenant.value && fields[3].toString() == scope;
    const Cursor cursor{fields.at(4).toInteger(-1), fields.at(5).toInteger(-1)};
    if (!ours || cursor.base < 0 || cursor.position < cursor.base)
        return fail(ErrorCode::CursorTooOld);
    return cursor;
}

Result<wire::FeedCase> feedCase(EventStore &events, const Actor &actor, const FeedEntry &entry, qint64 base)
{
    const auto access = valueNamed<Access>(entry.access);
    if (!access)
        return fail(ErrorCode::StoreDamaged, QStringLiteral("access of a feed entry"));
    wire::FeedCase found;
    found.caseId = entry.caseId;
    found.access = *access;
    const auto known = events.revisionAt(actor.tenant, entry.caseId, base);
    if (!known)
        return fail(known.error());
    found.whole = entry.entered > base || *known == 0;
    if (*access == Access::None)
        return found;
    const auto log = events.log(actor.tenant, entry.caseId, found.whole ? 0 : *known);
    if (!log)
        return fail(log.error());
    found.events = readable(*log, actor, viewWith(*access, actor, entry.untilRevision));
    if (*access == Access::Left)
        return found;
    const auto head = events.head(actor.tenant, entry.caseId);
    if (!head)
        return fail(head.error());
    found.maskedName = *head ? (*head)->maskedName : QString();
    found.maskedPhone = *head ? (*head)->maskedPhone : QString();
    return found;
}

/// Where to go on. Errors: CursorTooOld, also when the database is an older copy than the reader.
Result<Cursor> opened(
    const QString &after, Database &database, EventStore &events, const Actor &actor, const QString &scope)
{
    const auto epoch = FeedStore(database).epoch();
    const auto last = events.lastSequence(actor.tenant);
    if (!epoch || !last)
        return fail(!epoch ? epoch.error() : last.error());
    auto cursor = read(after, *epoch, actor.tenant, scope);
    if (cursor && cursor->position > *last)
        return fail(ErrorCode::CursorTooOld);
    return cursor;
}

struct DueEntries
{
    QList<FeedEntry> entries;
    bool more = false;
};

/// What is to be sent after the cursor, oldest change first.
///
/// Only below the horizon: above it a transaction is still open whose entries would come in behind the
/// reader. When a round ends there, base moves past everything below, so the cases whose entry an open or a
/// younger transaction has taken above the horizon, with older events unread, go along with the last page.
Result<DueEntries> dueEntries(
    Database &database, const TenantId &tenant, const QStringList &scopes, const Cursor &cursor, int most)
{
    FeedStore feed(database);
    const auto horizon = database.horizon();
    if (!horizon)
        return fail(horizon.error());
    auto entries = feed.after(tenant, scopes, cursor.position, *horizon, most + 1);
    if (!entries)
        return fail(entries.error());
    DueEntries due{std::move(*entries), false};
    due.more = due.entries.size() > most;
    if (due.more) {
        due.entries.removeLast();
    } else if (*horizon != Database::noHorizon) {
        const auto away = feed.movedAway(tenant, scopes, cursor.base, *horizon);
        if (!away)
            return fail(away.error());
        due.entries += *away;
    }
    return due;
}

bool supervises(const Actor &actor)
{
    return isUnitPost(actor.role) && actor.reach.kind == Reach::Kind::Supervisor;
}

/// The entries that a feed is made of: its own, or for a supervisor those of the units.
QStringList rowsOf(const Actor &actor, const QString &scope)
{
    if (!supervises(actor))
        return {scope};
    QStringList scopes{wire::unitScope(actor.unit)};
    for (const UnitId &unit : actor.reach.units) {
        if (unit != actor.unit)
            scopes.append(wire::unitScope(unit));
    }
    return scopes;
}

/// What several units' entries of one case come to for who supervises them.
Result<FeedEntry> supervised(FeedStore &feed, const Actor &actor, FeedEntry entry)
{
    const auto all = feed.ofCase(actor.tenant, entry.caseId);
    if (!all)
        return fail(all.error());
    const auto accessIn = [&](const UnitId &unit) {
        const auto found = all->constFind(wire::unitScope(unit));
        if (found == all->cend())
            return Access::None;
        entry.entered = std::max(entry.entered, found->entered);
        return valueNamed<Access>(found->access).value_or(Access::None);
    };
    const Access own = accessIn(actor.unit);
    QList<Access> others;
    for (const UnitId &unit : actor.reach.units)
        others.append(accessIn(unit));
    entry.access = nameOf(supervisorAccess(own, others));
    entry.untilRevision = 0;
    return entry;
}

/// Each case once, at the place of its last entry.
Result<QList<FeedEntry>> merged(Database &database, const Actor &actor, const QList<FeedEntry> &entries)
{
    if (!supervises(actor))
        return entries;
    FeedStore feed(database);
    QList<FeedEntry> once;
    for (const FeedEntry &entry : entries) {
        once.removeIf([&](const FeedEntry &other) { return other.caseId == entry.caseId; });
        const auto one = supervised(feed, actor, entry);
        if (!one)
            return fail(one.error());
        once.append(*one);
    }
    return once;
}

} // namespace

QString FeedService::signalOf(const Actor &actor, const QString &scope)
{
    return supervises(actor) ? wire::centreScope() : scope;
}

Result<wire::FeedPage> FeedService::page(
    const Actor &actor, const QString &scope, const QString &after, int limit, qint64 nowMs)
{
    server::Resource resource;
    resource.tenant = actor.tenant;
    resource.scope = scope;
    if (server::permits(actor, server::Action::Follow, resource) == server::Permission::Deny)
        return fail(ErrorCode::Forbidden);
    const auto database = m_backend.databases.here();
    if (!database)
        return fail(database.error());
    // One view for the entries and their events: an entry moved in between would be sent with half of them.
    auto view = Transaction::reading(**database);
    if (!view)
        return fail(view.error());
    EventStore events(**database, m_backend.keys.data);
    auto cursor = opened(after, **database, events, actor, scope);
    if (!cursor)
        return fail(cursor.error());
    const auto due = dueEntries(
        **database, actor.tenant, rowsOf(actor, scope), *cursor, std::clamp(limit, 1, maximumPage));
    if (!due)
        return fail(due.error());
    const auto entries = merged(**database, actor, due->entries);
    if (!entries)
        return fail(entries.error());
    wire::FeedPage page;
    page.serverTimeMs = nowMs;
    page.more = due->more;
    for (const FeedEntry &entry : *entries) {
        auto found = feedCase(events, actor, entry, cursor->base);
        if (!found)
            return fail(found.error());
        page.cases.append(std::move(*found));
        cursor->position = std::max(cursor->position, entry.position);
    }
    if (!page.more)
        cursor->base = cursor->position;
    const auto epoch = FeedStore(**database).epoch();
    if (!epoch)
        return fail(epoch.error());
    page.cursor = written(*cursor, *epoch, actor.tenant, scope);
    return page;
}

} // namespace chengban

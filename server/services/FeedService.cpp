#include "server/services/FeedService.h"

#include "server/auth/Permits.h"
#include "server/services/CaseView.h"
#include "server/services/ServerKeys.h"
#include "server/store/Database.h"
#include "server/store/EventStore.h"
#include "server/store/FeedStore.h"

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
    Database &database, const TenantId &tenant, const QString &scope, const Cursor &cursor, int most)
{
    FeedStore feed(database);
    const auto horizon = database.horizon();
    if (!horizon)
        return fail(horizon.error());
    auto entries = feed.after(tenant, scope, cursor.position, *horizon, most + 1);
    if (!entries)
        return fail(entries.error());
    DueEntries due{std::move(*entries), false};
    due.more = due.entries.size() > most;
    if (due.more) {
        due.entries.removeLast();
    } else if (*horizon != Database::noHorizon) {
        const auto away = feed.movedAway(tenant, scope, cursor.base, *horizon);
        if (!away)
            return fail(away.error());
        due.entries += *away;
    }
    return due;
}

} // namespace

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
    const auto due = dueEntries(**database, actor.tenant, scope, *cursor, std::clamp(limit, 1, maximumPage));
    if (!due)
        return fail(due.error());
    wire::FeedPage page;
    page.serverTimeMs = nowMs;
    page.more = due->more;
    for (const FeedEntry &entry : due->entries) {
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

#pragma once

#include "server/services/FeedService.h"
#include "tests/server/services/Desk.h"

namespace chengban::test {

/// What a client does with the feed: keeps logs, and finds fault with any gap.
struct Reader
{
    Actor actor;
    QString scope;
    QString cursor;
    QHash<CaseId, QList<Event>> logs;
    QHash<CaseId, Access> access;

    /// Reads one page. Errors: ChainBroken when revisions do not follow each other.
    Result<bool> readPage(const Backend &backend, int limit)
    {
        const auto page = FeedService(backend).page(actor, scope, cursor, limit, mondayMs);
        if (!page)
            return fail(page.error());
        for (const wire::FeedCase &entry : page->cases) {
            QList<Event> &log = logs[entry.caseId];
            access[entry.caseId] = entry.access;
            if (entry.whole)
                log.clear();
            for (const Event &event : entry.events) {
                if (event.revision > log.size() + 1)
                    return fail(ErrorCode::ChainBroken, entry.caseId.value);
                if (event.revision == log.size() + 1)
                    log.append(event);
            }
        }
        cursor = page->cursor;
        return page->more;
    }

    void catchUp(const Backend &backend, int limit = 100)
    {
        while (must(readPage(backend, limit))) { }
    }
};

inline Reader reader(const Actor &actor)
{
    return {actor, wire::scopeOf(actor), {}, {}, {}};
}

} // namespace chengban::test

#pragma once

#include "server/services/Backend.h"
#include "shared/wire/Wire.h"

namespace chengban {

/// The change feed of a scope: docs/adr/0005.
class FeedService
{
public:
    static constexpr int maximumPage = 500;

    explicit FeedService(const Backend &backend)
        : m_backend(backend)
    {
    }

    /// The cases of the scope that changed after the cursor, oldest change first, at most `limit` (1 to
    /// maximumPage). An empty `after` starts from the beginning. Errors: Forbidden for a scope that is not
    /// the actor's; CursorTooOld for a cursor of another scope, tenant or database, or one this server cannot
    /// read.
    [[nodiscard]] Result<wire::FeedPage> page(
        const Actor &actor, const QString &scope, const QString &after, int limit, qint64 nowMs);

    /// Which scope's changes wake who follows that one: a supervisor's feed has no entries of its own, so any
    /// change of the county may be one of it.
    [[nodiscard]] static QString signalOf(const Actor &actor, const QString &scope);

private:
    const Backend &m_backend;
};

} // namespace chengban

#include "server/api/Answers.h"
#include "server/api/Api.h"
#include "server/services/FeedService.h"
#include "server/services/FeedSignal.h"

namespace chengban::server {

namespace {

constexpr int longestWait = 55; ///< Seconds: below the minute after which proxies hang up.
constexpr int usualPage = 100;

Wait waitForChange(
    FeedSignal &signal, const TenantId &tenant, const QString &scope, quint64 seen, int seconds)
{
    return {seconds, [&signal, tenant, scope, seen](Wait::Waker waker) -> Wait::Cancel {
                const auto ticket = signal.wakeWhenPast(tenant, scope, seen, std::move(waker));
                return [&signal, ticket] { signal.cancel(ticket); };
            }};
}

} // namespace

Response readFeed(const Api &api, const Call &call)
{
    const QString scope = call.parameter(QStringLiteral("scope"));
    const int limit = boundedParameter(call, QStringLiteral("limit"), 1, FeedService::maximumPage, usualPage);
    const int wait = boundedParameter(call, QStringLiteral("wait"), 0, longestWait, 0);
    const QString signal = FeedService::signalOf(call.actor, scope);
    const quint64 seen = api.backend.signal.counter(call.actor.tenant, signal);
    const auto page
        = FeedService(api.backend)
              .page(call.actor, scope, call.parameter(QStringLiteral("after")), limit, call.nowMs);
    if (!page)
        return refusalOf(page.error());
    if (page->cases.isEmpty() && wait > 0 && !call.request.waitOver) {
        Response later;
        later.wait = waitForChange(api.backend.signal, call.actor.tenant, signal, seen, wait);
        return later;
    }
    const auto body = wire::canonicalForm(*page);
    return body ? writtenAnswer(*body) : refusalOf(body.error());
}

} // namespace chengban::server

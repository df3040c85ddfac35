#pragma once

#include "server/api/Api.h"
#include "server/api/PresenceBoard.h"
#include "server/api/RateLimiter.h"

namespace chengban::server {

/// The site behind the listener: finds the route, knows who asks, asks permits(), calls the handler.
class Edge : public Site
{
public:
    explicit Edge(Api api, RatePolicy logInRate = {});

    [[nodiscard]] Admission admit(const Request &head) override;
    [[nodiscard]] std::optional<Response> screen(qsizetype route, const Request &head) override;
    [[nodiscard]] Response answer(qsizetype route, const Request &request) override;

private:
    [[nodiscard]] Response answered(const Route &route, const Request &request) const;
    [[nodiscard]] Response refused(const Route &route, const Call &call) const; ///< And written down.
    [[nodiscard]] Result<Call> known(const Request &request, qint64 nowMs) const;

    PresenceBoard m_presence;
    const Api m_api;
    RateLimiter m_logIns; ///< The io thread's.
};

} // namespace chengban::server

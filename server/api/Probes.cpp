#include "server/api/Answers.h"
#include "server/api/Api.h"
#include "server/services/RootService.h"

#include "generated/OpenApi.h"

#include <QHostAddress>

namespace chengban::server {

namespace {

Response text(const QByteArray &type, QByteArray body)
{
    Response response;
    response.headers = {{"Content-Type", type}};
    response.body = std::move(body);
    return response;
}

} // namespace

Response readDocument(const Api &, const Call &)
{
    return text("application/yaml", QByteArray(openApiDocument));
}

Response readHealth(const Api &, const Call &)
{
    return text("text/plain; charset=utf-8", "ok\n");
}

Response readReadiness(const Api &api, const Call &)
{
    const auto tenants = RootService(api.backend).tenants();
    return tenants ? text("text/plain; charset=utf-8", "ready\n") : problemAnswer(503, tenants.error().code);
}

Response readMetrics(const Api &api, const Call &call)
{
    if (!QHostAddress(call.request.peer).isLoopback())
        return problemAnswer(ErrorCode::NotFound);
    return text("text/plain; version=0.0.4; charset=utf-8", api.figures());
}

} // namespace chengban::server

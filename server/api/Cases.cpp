#include "server/api/Answers.h"
#include "server/api/Api.h"
#include "server/services/CaseService.h"
#include "shared/canonical/JsonReader.h"

namespace chengban::server {

Response readCase(const Api &api, const Call &call)
{
    const auto found = CaseService(api.backend).caseLog(call.actor, {call.capture()}, call.nowMs);
    if (!found)
        return refusalOf(found.error());
    if (permits(call.actor, Action::ReadCase, {call.actor.tenant, {}, {}, found->access}) == Permission::Deny)
        return problemAnswer(ErrorCode::NotFound);
    const auto json = wire::toJson(*found);
    return json ? jsonAnswer(*json) : refusalOf(json.error());
}

Response revealIdentity(const Api &api, const Call &call)
{
    const auto json = jsonBody(call.request);
    if (!json)
        return refusalOf(json.error());
    JsonReader reader(*json);
    const QString reason = reader.string(QStringLiteral("reason")).trimmed();
    if (const auto read = reader.finish(); !read)
        return refusalOf(read.error());
    const auto identity = CaseService(api.backend).reveal(call.actor, {call.capture()}, reason, call.nowMs);
    return identity ? jsonAnswer(toJson(*identity)) : refusalOf(identity.error());
}

} // namespace chengban::server

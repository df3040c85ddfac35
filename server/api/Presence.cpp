#include "server/api/Answers.h"
#include "server/api/Api.h"
#include "server/api/PresenceBoard.h"
#include "server/services/HandoverService.h"
#include "shared/canonical/Canonical.h"
#include "shared/canonical/JsonReader.h"

namespace chengban::server {

Response sayPresence(const Api &api, const Call &call)
{
    if (const auto seconds = api.presence->refusal(call.actor, call.nowMs)) {
        Response later = problemAnswer(ErrorCode::RateLimited);
        later.headers.append(Header{"Retry-After", QByteArray::number(*seconds)});
        return later;
    }
    const auto json = jsonBody(call.request);
    if (!json)
        return refusalOf(json.error());
    JsonReader reader(*json);
    const bool writing = reader.boolean(QStringLiteral("writing"));
    if (const auto read = reader.finish(); !read)
        return refusalOf(read.error());
    const CaseId caseId{call.capture()};
    const auto works = worksOn(api.backend, call.actor, caseId);
    if (!works || !*works)
        return works ? problemAnswer(ErrorCode::NotFound) : refusalOf(works.error());
    const auto others = api.presence->say(call.actor, caseId, writing, call.nowMs);
    return jsonAnswer({{QStringLiteral("writing"), jsonArray(others)}});
}

} // namespace chengban::server

#include "server/api/Answers.h"
#include "server/api/Api.h"
#include "server/services/SubstitutionService.h"

namespace chengban::server {

Response appointSubstitute(const Api &api, const Call &call)
{
    const auto json = jsonBody(call.request);
    if (!json)
        return refusalOf(json.error());
    const auto wanted = wire::appointmentFromJson(*json);
    if (!wanted)
        return refusalOf(wanted.error());
    const auto made = SubstitutionService(api.backend).appoint(call.actor, *wanted, call.nowMs);
    return made ? jsonAnswer(toJson(*made), 201) : refusalOf(made.error());
}

Response revokeSubstitute(const Api &api, const Call &call)
{
    const auto revoked = SubstitutionService(api.backend).revoke(call.actor, call.capture(), call.nowMs);
    return revoked ? jsonAnswer(toJson(*revoked)) : refusalOf(revoked.error());
}

} // namespace chengban::server

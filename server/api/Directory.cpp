#include "server/api/Answers.h"
#include "server/api/Api.h"
#include "server/services/DirectoryService.h"

namespace chengban::server {

Response readDirectory(const Api &api, const Call &call)
{
    const auto directory = DirectoryService(api.backend).directory(call.actor.tenant);
    return directory ? withEtag(call.request, jsonAnswer(wire::toJson(*directory)))
                     : refusalOf(directory.error());
}

} // namespace chengban::server

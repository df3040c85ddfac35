#include "server/api/Answers.h"
#include "server/api/Api.h"
#include "server/api/FileAnswers.h"
#include "server/services/BlobService.h"
#include "server/services/ReleaseService.h"

#include <QLoggingCategory>

namespace chengban::server {

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(updateLog, "chengban.updates")

Response offerUpdate(const Api &api, const Call &call)
{
    const auto question = wire::updateQuestion(
        call.parameter(u"platform"_s), call.parameter(u"version"_s), call.parameter(u"refused"_s));
    if (!question)
        return refusalOf(question.error());
    // Who looks after the county's computers reads it here: which one went back to the version before.
    for (const VersionNumber version : question->refused) {
        if (version > question->running) {
            qCWarning(updateLog).noquote()
                << "version" << version.text().c_str() << "did not start:" << question->platform << "device"
                << call.actor.device.value << "unit" << call.actor.unit.value << "runs"
                << question->running.text().c_str();
        }
    }
    return jsonAnswer(wire::toJson(ReleaseService(api.backend).offer(call.actor, *question)));
}

Response readUpdate(const Api &api, const Call &call)
{
    const auto file = ReleaseService(api.backend).open(call.actor, call.capture());
    return file ? fileAnswer(*file, call.request) : refusalOf(file.error());
}

} // namespace chengban::server

#include "server/api/Answers.h"
#include "server/api/Api.h"
#include "server/services/RuleBook.h"
#include "shared/canonical/Digest.h"
#include "shared/canonical/JsonReader.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>

#include <algorithm>

namespace chengban::server {

namespace {

QJsonObject refJson(const PackRef &ref)
{
    return {{QStringLiteral("id"), ref.id}, {QStringLiteral("version"), ref.version},
        {QStringLiteral("digest"), ref.digest}};
}

std::optional<QByteArray> fileBytes(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? std::optional(file.readAll()) : std::nullopt;
}

} // namespace

Response listRulePacks(const Api &api, const Call &call)
{
    QJsonArray packs;
    for (const RulePack &pack : api.backend.rules.packs())
        packs.append(refJson({pack.id, pack.version, hex(pack.digest)}));
    return withEtag(call.request,
        jsonAnswer({{QStringLiteral("inForce"), refJson(api.backend.rules.inForce(call.nowMs))},
            {QStringLiteral("packs"), packs}}));
}

Response readRulePack(const Api &api, const Call &call)
{
    const auto &packs = api.backend.rules.packs();
    const QString digest = call.parameter(QStringLiteral("digest"));
    const auto pack = std::ranges::find_if(packs, [&](const RulePack &one) {
        return one.id == call.capture() && (digest.isEmpty() || hex(one.digest) == digest);
    });
    if (pack == packs.end())
        return problemAnswer(ErrorCode::NotFound);
    Response response;
    response.headers = {{"Content-Type", "application/json"}};
    response.body = pack->form;
    return withEtag(call.request, std::move(response));
}

Response readCalendars(const Api &, const Call &call)
{
    QJsonObject calendars;
    for (const QString &name :
        QDir(QStringLiteral(":/calendars")).entryList({QStringLiteral("*.json")}, QDir::Files)) {
        const auto bytes = fileBytes(QStringLiteral(":/calendars/") + name);
        const auto json = parseJsonObject(bytes.value_or(QByteArray()));
        if (!json)
            return refusalOf(json.error());
        calendars.insert(name.chopped(5), *json);
    }
    return withEtag(call.request, jsonAnswer({{QStringLiteral("calendars"), calendars}}));
}

} // namespace chengban::server

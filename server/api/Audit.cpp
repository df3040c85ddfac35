#include "server/api/Answers.h"
#include "server/api/Api.h"
#include "server/services/AuditService.h"
#include "server/services/CaseService.h"
#include "shared/base/CountyTime.h"
#include "shared/canonical/Digest.h"
#include "shared/canonical/JsonReader.h"

#include <QJsonArray>

namespace chengban::server {

namespace {

constexpr qsizetype mostReveals = 100;

struct Reveal
{
    QString caseId;
    QString reason;
    qint64 atMs = 0;
};

Result<QList<Reveal>> revealsOf(const Request &request)
{
    const auto json = jsonBody(request);
    if (!json)
        return fail(json.error());
    JsonReader reader(*json);
    QList<Reveal> reveals;
    for (JsonReader &each : reader.objects(QStringLiteral("reveals"))) {
        reveals.append({each.string(QStringLiteral("caseId")),
            each.string(QStringLiteral("reason")).trimmed(), each.integer(QStringLiteral("atMs"))});
        if (const auto read = each.finish(); !read)
            return fail(read.error());
        if (reveals.last().reason.isEmpty())
            return fail(ErrorCode::ReasonMissing);
    }
    if (const auto read = reader.finish(); !read)
        return fail(read.error());
    if (reveals.size() > mostReveals)
        return fail(ErrorCode::BadInput, QStringLiteral("reveals: at most 100"));
    return reveals;
}

QJsonObject entryJson(const AuditEntry &entry)
{
    return {{QStringLiteral("number"), entry.number}, {QStringLiteral("atMs"), entry.atMs},
        {QStringLiteral("user"), entry.user.value}, {QStringLiteral("device"), entry.device.value},
        {QStringLiteral("action"), QString(nameOf(entry.action))}, {QStringLiteral("subject"), entry.subject},
        {QStringLiteral("reason"), entry.reason}, {QStringLiteral("digest"), hex(entry.digest)}};
}

} // namespace

Response reportReveals(const Api &api, const Call &call)
{
    const auto reveals = revealsOf(call.request);
    if (!reveals)
        return refusalOf(reveals.error());
    CaseService cases(api.backend);
    for (const Reveal &reveal : *reveals) {
        // The entry's own time is ours; the device's word for it stands with the reason.
        const QString reason = QStringLiteral("%1 [offline %2]").arg(reveal.reason, shownTime(reveal.atMs));
        const auto recorded = cases.reportReveal(call.actor, {reveal.caseId}, reason, call.nowMs);
        if (!recorded)
            return refusalOf(recorded.error());
    }
    return emptyAnswer(204);
}

Response readAudit(const Api &api, const Call &call)
{
    const qint64 after = call.parameter(QStringLiteral("after")).toLongLong();
    const int limit = boundedParameter(call, QStringLiteral("limit"), 1, 1000, 100);
    const auto entries = AuditService(api.backend).entries(call.actor, after, limit, call.nowMs);
    if (!entries)
        return refusalOf(entries.error());
    QJsonArray array;
    for (const AuditEntry &entry : *entries)
        array.append(entryJson(entry));
    return jsonAnswer({{QStringLiteral("entries"), array}});
}

} // namespace chengban::server

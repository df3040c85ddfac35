#include "server/api/Answers.h"
#include "server/api/Api.h"
#include "server/services/ImportService.h"
#include "shared/canonical/JsonReader.h"
#include "shared/intake/Intake.h"

#include <QJsonArray>

namespace chengban::server {

namespace {

struct ImportRequest
{
    QByteArray file;
    QList<ImportRow> cases; ///< In place of a file: what a client has read from one.
    IntakeOptions options;
    bool preview = false;
};

Result<ImportRequest> importOf(const Request &request)
{
    const auto json = jsonBody(request);
    if (!json)
        return fail(json.error());
    JsonReader reader(*json);
    ImportRequest given;
    given.cases = reader.members(QStringLiteral("cases"), wire::importRowFromJson);
    const QString coded = given.cases.isEmpty() ? reader.string(QStringLiteral("file")) : QString();
    const auto file
        = QByteArray::fromBase64Encoding(coded.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    given.preview = reader.boolean(QStringLiteral("preview"), false);
    const QJsonObject mapping = reader.rawObject(QStringLiteral("mapping"));
    if (const auto read = reader.finish(); !read)
        return fail(read.error());
    if (!file)
        return fail(ErrorCode::BadInput, QStringLiteral("file: base64"));
    given.file = *file;
    if (!mapping.isEmpty()) {
        auto read = mappingFromJson(mapping);
        if (!read)
            return fail(read.error());
        given.options.mapping = std::move(*read);
    }
    return given;
}

QJsonArray rejectsJson(const QList<IntakeReject> &rejects)
{
    QJsonArray array;
    for (const IntakeReject &reject : rejects) {
        array.append(QJsonObject{{QStringLiteral("line"), reject.line},
            {QStringLiteral("code"), QString(errorName(reject.code))},
            {QStringLiteral("reason"), reject.reason}});
    }
    return array;
}

/// Files the rows and adds what became of each to the answer.
Response imported(const Api &api, const Call &call, const QList<ImportRow> &rows, QJsonObject answer)
{
    const auto outcomes = ImportService(api.backend).import(call.actor, rows, call.nowMs);
    if (!outcomes)
        return refusalOf(outcomes.error());
    QJsonArray array;
    for (const ImportOutcome &outcome : *outcomes)
        array.append(wire::toJson(outcome));
    answer.insert(QStringLiteral("rows"), array);
    return jsonAnswer(answer);
}

} // namespace

Response importCases(const Api &api, const Call &call)
{
    const auto given = importOf(call.request);
    if (!given)
        return refusalOf(given.error());
    if (!given->cases.isEmpty())
        return imported(api, call, given->cases, {});
    const auto intake = readCases(given->file, given->options);
    if (!intake)
        return refusalOf(intake.error());
    QJsonObject answer{{QStringLiteral("mapping"), toJson(intake->mapping)},
        {QStringLiteral("unusedHeaders"), QJsonArray::fromStringList(intake->unusedHeaders)},
        {QStringLiteral("readable"), intake->cases.size()},
        {QStringLiteral("rejects"), rejectsJson(intake->rejects)}};
    if (given->preview)
        return jsonAnswer(answer);
    QList<ImportRow> rows;
    for (const IntakeCase &each : intake->cases)
        rows.append({static_cast<int>(each.line), each.body});
    return imported(api, call, rows, answer);
}

} // namespace chengban::server

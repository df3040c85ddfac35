#include "server/api/Answers.h"
#include "server/api/Api.h"
#include "server/services/CarriedCommands.h"
#include "server/services/CaseService.h"
#include "shared/canonical/JsonReader.h"

#include <QJsonArray>

#include <algorithm>

namespace chengban::server {

namespace {

constexpr qsizetype mostCommands = 100;

/// A row of the batch: a command, or why it cannot be read. One unreadable command never holds up the others.
struct Row
{
    Command command;
    std::optional<Error> fault;
    std::optional<CarryProof> carried = {}; ///< It was made on another computer.
};

Row rowOf(const QJsonValue &value)
{
    auto command = commandFromJson(value.toObject());
    if (command)
        return {std::move(*command), {}};
    Row row;
    row.command.id.value = value[QStringLiteral("id")].toString();
    row.fault = std::move(command.error());
    return row;
}

wire::CommandAnswer unreadable(const Row &row)
{
    Problem problem;
    problem.code = row.fault->code;
    problem.finding
        = row.carried ? QStringLiteral("command-not-carried") : QStringLiteral("command-unreadable");
    return {row.command.id, wire::CommandState::Refused, {problem}, {}, {}};
}

/// Each proof names the command it belongs to.
Result<void> addProofs(QList<Row> &rows, const QJsonArray &carried)
{
    for (const QJsonValue &value : carried) {
        const auto proof = carryProofFromJson(value.toObject());
        if (!proof)
            return fail(proof.error());
        const QString id = value[QStringLiteral("command")].toString();
        const auto row
            = std::ranges::find_if(rows, [&](const Row &one) { return one.command.id.value == id; });
        if (row == rows.end())
            return fail(ErrorCode::BadInput, QStringLiteral("carried"));
        row->carried = *proof;
    }
    return {};
}

Result<QList<Row>> rowsOf(const Request &request)
{
    const auto json = jsonBody(request);
    if (!json)
        return fail(json.error());
    JsonReader reader(*json);
    const QJsonArray given = reader.rawArray(QStringLiteral("commands"));
    const QJsonArray carried = reader.rawArray(QStringLiteral("carried"));
    if (const auto read = reader.finish(); !read)
        return fail(read.error());
    if (given.isEmpty() || given.size() > mostCommands)
        return fail(ErrorCode::BadInput, QStringLiteral("commands: 1 to 100"));
    QList<Row> rows;
    for (const QJsonValue &value : given) {
        rows.append(rowOf(value));
        if (rows.last().command.id.isEmpty())
            return fail(ErrorCode::BadInput, QStringLiteral("a command without an id"));
    }
    const auto proved = addProofs(rows, carried);
    return proved ? Result<QList<Row>>(rows) : fail(proved.error());
}

/// The word on one row. Errors: the store's; the client then asks again with all of them.
Result<wire::CommandAnswer> answerTo(const Api &api, const Call &call, Row &row)
{
    if (row.fault)
        return unreadable(row);
    Actor actor = call.actor;
    if (row.carried) {
        const auto maker
            = CarriedCommands(api.backend).actorOf(call.actor, row.command, *row.carried, call.nowMs);
        if (!maker && wire::httpStatus(maker.error().code) >= 500)
            return fail(maker.error());
        if (!maker) {
            row.fault = maker.error();
            return unreadable(row);
        }
        actor = *maker;
    }
    auto answers = CaseService(api.backend).submit(actor, {row.command}, call.nowMs);
    return answers ? Result<wire::CommandAnswer>(answers->takeFirst()) : fail(answers.error());
}

} // namespace

Response submitCommands(const Api &api, const Call &call)
{
    auto rows = rowsOf(call.request);
    if (!rows)
        return refusalOf(rows.error());
    QJsonArray answers;
    for (Row &row : *rows) {
        const auto answer = answerTo(api, call, row);
        const auto json = answer ? wire::toJson(*answer) : Result<QJsonObject>(fail(answer.error()));
        if (!json)
            return refusalOf(json.error());
        answers.append(*json);
    }
    return jsonAnswer({{QStringLiteral("answers"), answers}});
}

} // namespace chengban::server

#include "server/api/Answers.h"
#include "server/api/Api.h"
#include "server/services/CaseService.h"
#include "shared/canonical/JsonReader.h"

#include <QJsonArray>

namespace chengban::server {

namespace {

constexpr qsizetype mostCommands = 100;

/// A row of the batch: a command, or why it cannot be read. One unreadable command never holds up the others.
struct Row
{
    Command command;
    std::optional<Error> fault;
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
    problem.finding = QStringLiteral("command-unreadable");
    return {row.command.id, wire::CommandState::Refused, {problem}, {}, {}};
}

Result<QList<Row>> rowsOf(const Request &request)
{
    const auto json = jsonBody(request);
    if (!json)
        return fail(json.error());
    JsonReader reader(*json);
    const QJsonArray given = reader.rawArray(QStringLiteral("commands"));
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
    return rows;
}

Result<QJsonArray> answersInOrder(const QList<Row> &rows, QList<wire::CommandAnswer> decided)
{
    QJsonArray answers;
    for (const Row &row : rows) {
        const auto json = wire::toJson(row.fault ? unreadable(row) : decided.takeFirst());
        if (!json)
            return fail(json.error());
        answers.append(*json);
    }
    return answers;
}

} // namespace

Response submitCommands(const Api &api, const Call &call)
{
    const auto rows = rowsOf(call.request);
    if (!rows)
        return refusalOf(rows.error());
    QList<Command> commands;
    for (const Row &row : *rows) {
        if (!row.fault)
            commands.append(row.command);
    }
    auto decided = CaseService(api.backend).submit(call.actor, commands, call.nowMs);
    if (!decided)
        return refusalOf(decided.error());
    const auto answers = answersInOrder(*rows, std::move(*decided));
    return answers ? jsonAnswer({{QStringLiteral("answers"), *answers}}) : refusalOf(answers.error());
}

} // namespace chengban::server

#pragma once

#include "tests/client/CaseSamples.h"
#include "tests/client/net/FakeServer.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace chengban::samples {

/// A hotline server in the test's hands: it keeps logs, decides like the real one, and answers a command id
/// once.
class Hotline
{
public:
    Hotline()
    {
        web.answer = [this](const FakeRequest &request) {
            if (fault) {
                if (const auto given = fault(request))
                    return *given;
            }
            return take(request);
        };
    }

    FakeServer web;
    QHash<CaseId, Log> cases;
    QHash<CaseId, Access> access;
    QList<CaseId> changes; ///< Oldest first; the cursor is the number of them that were seen.
    QHash<QString, wire::CommandAnswer> answers;
    int applied = 0; ///< Commands that made events.
    int refreshes = 0;
    QHash<QByteArray, QByteArray> uploads; ///< Path to what has come of it.
    QHash<QByteArray, qint64> uploadLengths;
    int reveals = 0; ///< Reported ones.
    QString refreshToken = QStringLiteral("r0");
    std::function<std::optional<FakeAnswer>(const FakeRequest &)> fault;

    void put(const Log &log, Access given = Access::Working)
    {
        cases.insert(log.id(), log);
        access.insert(log.id(), given);
        changes << log.id();
    }
    static FakeAnswer json(const QJsonObject &object) { return {200, QJsonDocument(object).toJson()}; }
    static FakeAnswer problem(int status, ErrorCode code)
    {
        return {status, QJsonDocument(wire::toJson(wire::ProblemDocument{status, code, {}})).toJson()};
    }

private:
    FakeAnswer take(const FakeRequest &request)
    {
        if (request.path.startsWith("/v1/sessions/refresh"))
            return refresh(request);
        if (request.path.startsWith("/v1/feed"))
            return feed(request);
        if (request.path.startsWith("/v1/commands"))
            return commands(request);
        if (request.path.startsWith("/v1/cases/"))
            return oneCase(request);
        if (request.path.startsWith("/v1/uploads"))
            return upload(request);
        if (request.path.startsWith("/v1/audit")) {
            ++reveals;
            return {204, {}};
        }
        return problem(404, ErrorCode::NotFound);
    }
    FakeAnswer upload(const FakeRequest &request)
    {
        const QByteArray path
            = request.verb == "POST" ? "/v1/uploads/" + QByteArray::number(uploads.size()) : request.path;
        if (request.verb == "POST")
            uploadLengths.insert(path, request.headers.value("upload-length").toLongLong());
        QByteArray &bytes = uploads[path];
        if (request.verb == "PATCH") {
            if (request.headers.value("upload-offset").toLongLong() != bytes.size())
                return problem(409, ErrorCode::Conflict);
            bytes += request.body;
        }
        return {request.verb == "POST" ? 201 : 204, {},
            {{"Location", path}, {"Upload-Offset", QByteArray::number(bytes.size())},
                {"Tus-Resumable", "1.0.0"}}};
    }
    FakeAnswer refresh(const FakeRequest &request)
    {
        ++refreshes;
        const QString given
            = QJsonDocument::fromJson(request.body).object().value(QStringLiteral("refreshToken")).toString();
        if (given != refreshToken && given != QStringLiteral("r%1").arg(refreshes - 1))
            return problem(401, ErrorCode::NotAuthenticated);
        wire::Session session;
        session.accessToken = QStringLiteral("a%1").arg(refreshes);
        session.refreshToken = QStringLiteral("r%1").arg(refreshes);
        session.serverTimeMs = monday;
        session.accessExpiresMs = monday + 900'000;
        session.actor = actor(Role::Clerk);
        session.serverKeyPem = QStringLiteral("pem");
        session.recoveryKey = QStringLiteral("key");
        return json(wire::toJson(session));
    }
    FakeAnswer feed(const FakeRequest &request)
    {
        const QByteArray path = request.path;
        const auto value = [&](const QByteArray &name) {
            const qsizetype at = path.indexOf(name + "=");
            return at < 0 ? QByteArray() : path.mid(at + name.size() + 1).split('&').first();
        };
        const int after = value("after").toInt();
        if (after >= changes.size() && value("wait").toInt() > 0)
            return {200, {}, {}, true, false, true};
        wire::FeedPage page;
        page.cursor = QString::number(changes.size());
        page.serverTimeMs = monday + 3 * hour;
        QSet<CaseId> given;
        for (const CaseId &id : changes.mid(after)) {
            if (given.contains(id))
                continue;
            given.insert(id);
            wire::FeedCase one = cases[id].feedCase(0, access[id]);
            if (access[id] == Access::None)
                one.events.clear();
            page.cases << one;
        }
        return json(wire::toJson(page).value());
    }
    FakeAnswer commands(const FakeRequest &request)
    {
        QJsonArray given;
        const QJsonArray asked
            = QJsonDocument::fromJson(request.body).object().value(QStringLiteral("commands")).toArray();
        for (const QJsonValue &value : asked)
            given << wire::toJson(decideOne(commandFromJson(value.toObject()).value())).value();
        return json({{QStringLiteral("answers"), given}});
    }
    static Problem unknownCase()
    {
        Problem problem;
        problem.code = ErrorCode::CaseUnknown;
        return problem;
    }
    wire::CommandAnswer decideOne(const Command &command)
    {
        if (const auto known = answers.constFind(command.id.value); known != answers.cend())
            return *known;
        Log &log = cases[command.caseId];
        wire::CommandAnswer answer;
        answer.command = command.id;
        if (access.value(command.caseId) == Access::None)
            answer.problems << unknownCase();
        else if (conflicts(command, samples::actor(Role::Clerk), log.events.mid(command.baseRevision))) {
            answer.state = wire::CommandState::Conflict;
            answer.events = log.events.mid(command.baseRevision);
        } else if (answer.events = log.apply(command, samples::actor(Role::Clerk), monday + 4 * hour);
                   answer.events.isEmpty()) {
            answer.problems = log.problems;
        } else {
            answer.state = wire::CommandState::Accepted;
            ++applied;
            changes << command.caseId;
        }
        answers.insert(command.id.value, answer);
        return answer;
    }
    FakeAnswer oneCase(const FakeRequest &request)
    {
        const CaseId id{QString::fromLatin1(request.path.mid(10))};
        if (!cases.contains(id))
            return problem(404, ErrorCode::NotFound);
        return json(wire::toJson(cases[id].feedCase(0, access[id])).value());
    }
};

} // namespace chengban::samples

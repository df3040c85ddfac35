#include "server/api/Edge.h"

#include "server/api/Answers.h"
#include "server/services/AuditService.h"
#include "server/services/DirectoryService.h"
#include "shared/canonical/Digest.h"
#include "shared/canonical/JsonReader.h"

#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QUrl>

#include <algorithm>

Q_LOGGING_CATEGORY(apiLog, "chengban.api")

namespace chengban::server {

namespace {

constexpr QByteArrayView scheme = "Bearer ";

QString tokenOf(const Request &request)
{
    const QByteArray value = request.header("Authorization");
    return value.startsWith(scheme) ? QString::fromLatin1(value.mid(scheme.size())) : QString();
}

/// The captures when the path fits the pattern. A segment never holds a slash, a dot-dot or a control
/// character.
std::optional<QStringList> captured(const QString &pattern, const QString &path)
{
    const QStringList wanted = pattern.split(QLatin1Char('/'));
    const QStringList given = path.split(QLatin1Char('/'));
    if (wanted.size() != given.size())
        return std::nullopt;
    QStringList captures;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (wanted[i] != QLatin1StringView("{}")) {
            if (wanted[i] != given[i])
                return std::nullopt;
            continue;
        }
        const QString segment = QUrl::fromPercentEncoding(given[i].toLatin1());
        const bool odd = std::ranges::any_of(segment, [](QChar c) {
            return c == QLatin1Char('/') || c.category() == QChar::Other_Control
                || c == QChar::ReplacementCharacter;
        });
        if (segment.isEmpty() || segment.startsWith(QLatin1Char('.')) || odd)
            return std::nullopt;
        captures.append(segment);
    }
    return captures;
}

Response notAllowed(const QByteArrayList &methods)
{
    Response response = problemAnswer(405, ErrorCode::BadInput);
    response.headers.append(Header{"Allow", methods.join(", ")});
    return response;
}

Response tooMany(int seconds)
{
    Response response = problemAnswer(429, ErrorCode::RateLimited);
    response.headers.append(Header{"Retry-After", QByteArray::number(seconds)});
    return response;
}

Api withBoard(Api api, PresenceBoard &board)
{
    api.presence = &board;
    return api;
}

/// What the route is about, as far as the request itself tells; handlers ask permits() again about what they
/// find.
Resource resourceOf(const Route &route, const Call &call)
{
    Resource resource{call.actor.tenant, {}, {}, {}};
    if (route.action == Action::Follow)
        resource.scope = call.parameter(QStringLiteral("scope"));
    if (route.action == Action::ReadDevices || route.action == Action::RevokeDevice)
        resource.owner.value = call.parameter(QStringLiteral("user"));
    return resource;
}

} // namespace

QString Call::parameter(const QString &name) const
{
    return request.query.queryItemValue(name, QUrl::FullyDecoded);
}

Result<QJsonObject> jsonBody(const Request &request)
{
    if (!request.header("Content-Type").startsWith("application/json"))
        return fail(ErrorCode::BadInput, QStringLiteral("Content-Type"));
    return parseJsonObject(request.body);
}

int boundedParameter(const Call &call, const QString &name, int least, int most, int otherwise)
{
    bool isNumber = false;
    const int value = call.parameter(name).toInt(&isNumber);
    return isNumber ? std::clamp(value, least, most) : otherwise;
}

Response refusalOf(const Error &error)
{
    Response response = problemAnswer(error.code);
    if (response.status >= 500)
        qCWarning(apiLog).noquote() << errorName(error.code) << error.detail;
    return response;
}

Response withEtag(const Request &request, Response response)
{
    const QByteArray tag = '"' + sha256(response.body).toHex().left(32) + '"';
    response.headers.append(Header{"ETag", tag});
    response.headers.append(Header{"Cache-Control", "private, no-cache"});
    if (request.header("If-None-Match").contains(tag)) {
        response.status = 304;
        response.body.clear();
    }
    return response;
}

Edge::Edge(Api api, RatePolicy logInRate)
    : m_api(withBoard(std::move(api), m_presence))
    , m_logIns(logInRate)
{
}

Admission Edge::admit(const Request &head)
{
    QByteArrayList otherMethods;
    const auto all = routes();
    for (qsizetype i = 0; i < std::ssize(all); ++i) {
        const Route &route = all[static_cast<std::size_t>(i)];
        auto captures = captured(QString::fromLatin1(route.path), head.path);
        if (!captures)
            continue;
        if (head.method != route.method) {
            otherMethods.append(route.method);
            continue;
        }
        Admission admission{i, route.bodyLimit, std::move(*captures), {}};
        if (route.rate == Rate::LogIn) {
            if (const auto seconds = m_logIns.refusal(head.peer, m_api.nowMs()))
                admission.refusal = tooMany(*seconds);
        }
        // Nobody unknown makes us read megabytes.
        if (!isOpen(route.action) && tokenOf(head).isEmpty())
            admission.refusal = problemAnswer(401, ErrorCode::NotAuthenticated);
        return admission;
    }
    return {-1, 0, {},
        otherMethods.isEmpty() ? problemAnswer(404, ErrorCode::NotFound) : notAllowed(otherMethods)};
}

std::optional<Response> Edge::screen(qsizetype index, const Request &head)
{
    const Route &route = routes()[static_cast<std::size_t>(index)];
    if (isOpen(route.action))
        return std::nullopt;
    const auto call = known(head, m_api.nowMs());
    if (!call)
        return refusalOf(call.error());
    if (permits(call->actor, route.action, resourceOf(route, *call)) != Permission::Deny)
        return std::nullopt;
    return refused(route, *call);
}

Response Edge::answer(qsizetype index, const Request &request)
{
    const Route &route = routes()[static_cast<std::size_t>(index)];
    QElapsedTimer timer;
    timer.start();
    Response response = answered(route, request);
    // The pattern, not the path: ids stay out of the log.
    if (!response.wait)
        qCInfo(apiLog) << route.method << route.path << response.status << timer.elapsed() << "ms";
    return response;
}

Response Edge::answered(const Route &route, const Request &request) const
{
    const qint64 nowMs = m_api.nowMs();
    if (isOpen(route.action))
        return route.handler(m_api, Call{request, {}, {}, nowMs});
    const auto call = known(request, nowMs);
    if (!call)
        return refusalOf(call.error());
    if (permits(call->actor, route.action, resourceOf(route, *call)) != Permission::Deny)
        return route.handler(m_api, *call);
    return refused(route, *call);
}

Response Edge::refused(const Route &route, const Call &call) const
{
    const QString what
        = QStringLiteral("%1 %2").arg(QLatin1StringView(route.method), QLatin1StringView(route.path));
    const auto recorded
        = AuditService(m_api.backend).record(call.actor, AuditAction::Denied, what, QString(), call.nowMs);
    return recorded ? problemAnswer(ErrorCode::Forbidden) : refusalOf(recorded.error());
}

Result<Call> Edge::known(const Request &request, qint64 nowMs) const
{
    const auto bearer = m_api.sessions.bearer(tokenOf(request), nowMs);
    if (!bearer)
        return fail(bearer.error());
    const auto actor = DirectoryService(m_api.backend).actorFor(bearer->tenant, bearer->user, bearer->device);
    if (!actor) // Gone from the directory: the token is worth nothing.
        return fail(actor.error().code == ErrorCode::NotFound ? Error{ErrorCode::NotAuthenticated, {}}
                                                              : actor.error());
    return Call{request, *actor, *bearer, nowMs};
}

} // namespace chengban::server

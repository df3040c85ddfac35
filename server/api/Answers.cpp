#include "server/api/Answers.h"

#include "shared/wire/Wire.h"

#include <QJsonDocument>

namespace chengban::server {

QByteArray Request::header(QByteArrayView name) const
{
    for (const Header &each : headers) {
        if (each.name.compare(name, Qt::CaseInsensitive) == 0)
            return each.value;
    }
    return {};
}

Response jsonAnswer(const QJsonObject &body, int status)
{
    return writtenAnswer(QJsonDocument(body).toJson(QJsonDocument::Compact), status);
}

Response writtenAnswer(const QByteArray &json, int status)
{
    Response response;
    response.status = status;
    response.headers = {{"Content-Type", "application/json"}};
    response.body = json;
    return response;
}

Response emptyAnswer(int status)
{
    Response response;
    response.status = status;
    return response;
}

Response problemAnswer(ErrorCode code)
{
    return problemAnswer(wire::httpStatus(code), code);
}

Response problemAnswer(int status, ErrorCode code)
{
    Response response = jsonAnswer(wire::toJson(wire::ProblemDocument{status, code, {}}), status);
    response.headers = {{"Content-Type", "application/problem+json"}};
    if (status == 401)
        response.headers.append(Header{"WWW-Authenticate", "Bearer"});
    return response;
}

const QList<Header> &standardHeaders()
{
    static const QList<Header> headers{
        {wire::serverHeader, "1"},
        {"Cache-Control", "no-store"},
        {"Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"},
        {"Referrer-Policy", "no-referrer"},
        {"Strict-Transport-Security", "max-age=31536000"},
        {"X-Content-Type-Options", "nosniff"},
    };
    return headers;
}

} // namespace chengban::server

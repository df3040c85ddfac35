#include "client/net/Exchange.h"

#include "client/net/Obstacle.h"
#include "shared/canonical/JsonReader.h"
#include "shared/wire/Wire.h"

namespace chengban {

namespace {

ErrorCode codeOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::SslHandshakeFailedError:
        return ErrorCode::CertificateUntrusted;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError:
        return ErrorCode::TimedOut;
    default:
        return ErrorCode::ServerAway;
    }
}

bool isOfProxy(QNetworkReply::NetworkError error)
{
    return error >= QNetworkReply::ProxyConnectionRefusedError && error <= QNetworkReply::UnknownProxyError;
}

/// An answer without our header: who gave it, as far as it tells.
QString strangerOf(int status, const QHash<QByteArray, QByteArray> &headers)
{
    constexpr int proxyAuthentication = 407;
    constexpr int networkAuthentication = 511;
    if (status == proxyAuthentication)
        return proxyDetail;
    const bool page = headers.value("content-type").toLower().startsWith("text/html");
    if (status == networkAuthentication || (status >= 300 && status < 400) || page)
        return logInPageDetail;
    return QStringLiteral("status %1").arg(status);
}

Error problemOf(const ApiAnswer &answer)
{
    const QString status = QStringLiteral("status %1").arg(answer.status);
    const auto json = parseJsonObject(answer.body, 1 << 20);
    if (!json)
        return {ErrorCode::ServerFault, status};
    const auto problem = wire::problemDocumentFromJson(*json);
    return problem ? Error{problem->code, status} : Error{ErrorCode::ServerFault, status};
}

} // namespace

Result<ApiAnswer> answerOf(QNetworkReply &reply)
{
    if (reply.property(tooLargeProperty).toBool())
        return fail(ErrorCode::TooLarge, QStringLiteral("answer"));
    ApiAnswer answer;
    answer.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QNetworkReply::NetworkError error = reply.error();
    if (answer.status == 0 && isOfProxy(error))
        return fail(ErrorCode::NotOurServer, proxyDetail);
    if (answer.status == 0)
        return fail(codeOf(error), QStringLiteral("network error %1").arg(int(error)));
    for (const auto &[name, value] : reply.rawHeaderPairs())
        answer.headers.insert(name.toLower(), value);
    if (!answer.headers.contains(QByteArray(wire::serverHeader).toLower()))
        return fail(ErrorCode::NotOurServer, strangerOf(answer.status, answer.headers));
    answer.body = reply.readAll();
    if (answer.status >= 400)
        return fail(problemOf(answer));
    if (answer.status >= 300 && answer.status != 304)
        return fail(ErrorCode::NotOurServer, QStringLiteral("redirect"));
    // A connection that ended inside the body has a status and an error: what came is not the answer.
    if (error != QNetworkReply::NoError)
        return fail(codeOf(error), QStringLiteral("network error %1 in the body").arg(int(error)));
    return answer;
}

} // namespace chengban

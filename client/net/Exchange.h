#pragma once

#include "shared/base/Result.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QNetworkReply>
#include <QPair>

#include <functional>

namespace chengban {

inline constexpr char tooLargeProperty[] = "chengbanTooLarge";

struct ApiRequest
{
    QByteArray verb = "GET";
    QString path; ///< With its query, percent-encoded.
    QByteArray body = {};
    QByteArray contentType = "application/json";
    QList<QPair<QByteArray, QByteArray>> headers = {};
    int timeoutMs = 30'000; ///< Without a byte from the server.
    qint64 largestAnswer = 64 << 20;
    bool withToken = true;
    /// Gets a good answer's body (status 200 or 206) piece by piece, so that what came before a cut is not
    /// lost.
    std::function<void(int status, const QByteArray &bytes)> sink = {};
};

struct ApiAnswer
{
    int status = 0;
    QByteArray body;
    QHash<QByteArray, QByteArray> headers; ///< Names in lower case.
};

/// What a finished exchange means. An answer without our header is a proxy's or a log-in page, whatever its
/// status; a redirect is never followed and never ours. Errors: NotOurServer, CertificateUntrusted, TimedOut,
/// ServerAway, TooLarge; for an error status the code of its problem document, else ServerFault.
///
/// A reply that was ended for its size carries the property `tooLargeProperty`.
[[nodiscard]] Result<ApiAnswer> answerOf(QNetworkReply &reply);

} // namespace chengban

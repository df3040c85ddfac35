#pragma once

#include "server/api/Exchange.h"
#include "shared/base/Result.h"

#include <QJsonObject>

namespace chengban::server {

/// A JSON answer.
[[nodiscard]] Response jsonAnswer(const QJsonObject &body, int status = 200);
/// The same of JSON that is written already.
[[nodiscard]] Response writtenAnswer(const QByteArray &json, int status = 200);

/// An answer of a status alone.
[[nodiscard]] Response emptyAnswer(int status);

/// An RFC 9457 problem document with the code's name. Its sentence comes from the client; `Error::detail`
/// stays in the log, so nothing of the server's inside is told.
[[nodiscard]] Response problemAnswer(ErrorCode code);
[[nodiscard]] Response problemAnswer(int status, ErrorCode code);

/// What every answer carries: the server's mark and the headers against sniffing, framing and caching.
[[nodiscard]] const QList<Header> &standardHeaders();

} // namespace chengban::server

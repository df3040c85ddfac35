#pragma once

#include "server/api/Exchange.h"

#include <QDateTime>

namespace chengban::server {

/// Status line and headers of an answer, with the blank line. `close` announces the connection's end.
[[nodiscard]] QByteArray answerHead(const Response &response, bool close, const QDateTime &now);

} // namespace chengban::server

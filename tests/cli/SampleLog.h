#pragma once

#include "shared/reply/Reply.h"

#include <QJsonObject>

namespace chengban {

/// A case from its registration to the submitted reply, with a leader's real signature and the server's
/// receipt, in the form that `chengban-cli verify` reads.
[[nodiscard]] QJsonObject sampleLog(const QList<Attachment> &attachments = {});

/// A complete reply of that case, and the contact it stands on.
[[nodiscard]] QJsonObject sampleReply();

} // namespace chengban

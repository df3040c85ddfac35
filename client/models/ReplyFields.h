#pragma once

#include "client/models/DraftNews.h"
#include "shared/rules/RulePack.h"

#include <QJsonValue>

namespace chengban {

/// The heading of any field of a reply, by its name in toJson(Reply).
[[nodiscard]] QString replyFieldText(const QString &field);
/// Its value as a person reads it: codes by the pack's labels, times in the county's time.
[[nodiscard]] QString replyValueText(const QString &field, const QJsonValue &value, const RulePack *pack);

/// Who wrote it, where and when: "Wang Fang, another PC (…41f0), 14:03".
[[nodiscard]] QString writerText(const Writer &writer, const Actor &me, qint64 nowMs);
/// Why the text is kept: "Gave way in a merge".
[[nodiscard]] QString keptWhyText(const QString &why);
/// What a kept text is: "Reply", or the step whose words they are.
[[nodiscard]] QString keptKindText(const QString &kind);
/// A kept text for reading: each field under its heading.
[[nodiscard]] QString keptHtml(const KeptText &text, const RulePack *pack);

} // namespace chengban

#pragma once

#include "shared/rules/RulePack.h"

namespace chengban {

/// The row ids at the head of a cite, "HA7b,HA7e 第七条" -> HA7b, HA7e; none of what is no county's document.
[[nodiscard]] QStringList citedRows(const QString &cite);

/// Where a rule stands, in words for people: title and article instead of our row ids, "《…通知》一(二)". A
/// title that the documents do not give is left out; what is no county's document stays as it is. Of a rule
/// that stands in two places both, in their order.
[[nodiscard]] QString citedText(const QString &cite, const QList<Document> &documents);

} // namespace chengban

#pragma once

#include "shared/base/Result.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

namespace chengban {

/// The canonical form of RFC 8785 (JCS) as UTF-8, restricted to what hashed JSON may hold: strings of whole
/// UTF-16, booleans, null, integers below 2^53, arrays, objects.
///
/// Errors: NotCanonical for a fraction, an integer out of range or half a surrogate pair.
[[nodiscard]] Result<QByteArray> canonicalForm(const QJsonValue &value);
[[nodiscard]] Result<QByteArray> canonicalForm(const QJsonObject &object);

/// A list as JSON, each element by its own toJson().
template <typename List>
[[nodiscard]] QJsonArray jsonArray(const List &list)
{
    QJsonArray array;
    for (const auto &element : list)
        array.append(toJson(element));
    return array;
}

} // namespace chengban

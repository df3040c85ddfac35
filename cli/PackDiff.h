#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace chengban::cli {

/// One rule that two packs state differently; undefined where one of them does not state it.
struct PackChange
{
    QString place; ///< "limits[handle/consult].amount"; rows are named by what identifies them.
    QJsonValue before;
    QJsonValue after;
};

/// The rows of a list of a pack under their names, so that lists and objects are compared in one way.
[[nodiscard]] QJsonObject rowsByName(const QJsonArray &rows);

/// What differs between two packs, in the order of their members. The order of rows does not count.
[[nodiscard]] QList<PackChange> packChanges(const QJsonObject &before, const QJsonObject &after);

} // namespace chengban::cli

#include "cli/PackDiff.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace chengban::cli {

namespace {

constexpr std::array identifying{"code", "name", "action", "limit", "metric", "class", "group", "purpose",
    "supervised", "verdict", "outcome", "caseType", "order", "part", "from"};

/// What names a row among its like: its code alone, or the members that the loader takes for its identity.
QString rowName(const QJsonObject &row)
{
    if (row.contains(QLatin1StringView("code")))
        return row.value(QLatin1StringView("code")).toString();
    QStringList names;
    for (const char *member : identifying) {
        const QJsonValue value = row.value(QLatin1StringView(member));
        if (value.isString() && QLatin1StringView(member) != QLatin1StringView("from"))
            names.append(value.toString());
        else if (value.isDouble())
            names.append(QString::number(value.toInt()));
        else if (value.toBool())
            names.append(QString::fromLatin1(member));
    }
    return names.join(QLatin1Char('/'));
}

bool isRows(const QJsonValue &value)
{
    const QJsonArray array = value.toArray();
    return !array.isEmpty()
        && std::ranges::all_of(array, [](const QJsonValue &row) { return row.isObject(); });
}

void compare(const QString &place, const QJsonValue &before, const QJsonValue &after, QList<PackChange> &out);

void compareMembers(
    const QString &form, const QJsonObject &before, const QJsonObject &after, QList<PackChange> &out)
{
    QStringList keys = before.keys() + after.keys();
    keys.sort();
    keys.removeDuplicates();
    for (const QString &key : std::as_const(keys))
        compare(form.arg(key), before.value(key), after.value(key), out);
}

void compare(const QString &place, const QJsonValue &before, const QJsonValue &after, QList<PackChange> &out)
{
    if (before == after)
        return;
    if (before.isObject() && after.isObject())
        compareMembers(place + QStringLiteral(".%1"), before.toObject(), after.toObject(), out);
    else if (isRows(before) && isRows(after))
        compareMembers(
            place + QStringLiteral("[%1]"), rowsByName(before.toArray()), rowsByName(after.toArray()), out);
    else
        out.append({place, before, after});
}

} // namespace

QJsonObject rowsByName(const QJsonArray &rows)
{
    QJsonObject named;
    for (const QJsonValue &row : rows)
        named.insert(rowName(row.toObject()), row);
    return named;
}

QList<PackChange> packChanges(const QJsonObject &before, const QJsonObject &after)
{
    QList<PackChange> changes;
    compareMembers(QStringLiteral("%1"), before, after, changes);
    return changes;
}

} // namespace chengban::cli

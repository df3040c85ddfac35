#include "cli/CaseLog.h"

#include "cli/Console.h"
#include "shared/canonical/JsonReader.h"

namespace chengban::cli {

namespace {

template <typename T, typename Read> Result<QList<T>> listOf(const QJsonArray &array, Read read)
{
    QList<T> list;
    for (const QJsonValue &value : array) {
        auto item = read(value.toObject());
        if (!item)
            return fail(item.error());
        list.append(std::move(*item));
    }
    return list;
}

} // namespace

Result<CaseLog> caseLogFrom(const QString &path)
{
    const auto bytes = fileContent(path);
    if (!bytes)
        return fail(bytes.error());
    const auto json = parseJsonObject(*bytes, 256 << 20);
    if (!json)
        return fail(json.error());
    JsonReader reader(*json);
    const auto events = listOf<Event>(reader.rawArray(QStringLiteral("events")), eventFromJson);
    const auto keys = listOf<EnrolledKey>(reader.rawArray(QStringLiteral("keys")), enrolledKeyFromJson);
    const auto receipts = listOf<Receipt>(reader.rawArray(QStringLiteral("receipts")), receiptFromJson);
    const QString serverKey = reader.string(QStringLiteral("serverKeyPem"), QString());
    if (auto done = reader.finish(); !done)
        return fail(done.error());
    if (!events)
        return fail(events.error());
    if (!keys)
        return fail(keys.error());
    if (!receipts)
        return fail(receipts.error());
    if (events->isEmpty())
        return fail(ErrorCode::MissingField, QStringLiteral("events"));
    return CaseLog{*events, *keys, serverKey.toUtf8(), *receipts};
}

} // namespace chengban::cli

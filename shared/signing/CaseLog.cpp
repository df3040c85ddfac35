#include "shared/signing/CaseLog.h"

#include "shared/canonical/JsonReader.h"
#include "shared/cases/Decide.h"

#include <QJsonArray>

#include <algorithm>

namespace chengban {
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

Result<void> checkSigned(const CaseLog &log, const Case &theCase, const Entry<SignatureBody> &signature)
{
    const auto key = std::ranges::find(log.keys, signature.body.key, &EnrolledKey::id);
    if (key == log.keys.end())
        return fail(ErrorCode::KeyUnknown, signature.body.key.value);
    return checkStoredSignature(signature, theCase, log.events, *key);
}

} // namespace

Result<CaseLog> caseLogFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
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

Result<QJsonObject> toJson(const CaseLog &log)
{
    QJsonArray events;
    for (const Event &event : log.events) {
        const Result<QJsonObject> json = toJson(event);
        if (!json)
            return fail(json.error());
        events.append(*json);
    }
    QJsonArray keys;
    for (const EnrolledKey &key : log.keys)
        keys.append(toJson(key));
    QJsonArray receipts;
    for (const Receipt &receipt : log.receipts)
        receipts.append(toJson(receipt));
    return QJsonObject{{QStringLiteral("events"), events}, {QStringLiteral("keys"), keys},
        {QStringLiteral("serverKeyPem"), QString::fromUtf8(log.serverKeyPem)},
        {QStringLiteral("receipts"), receipts}};
}

QList<Entry<SignatureBody>> signaturesIn(const Case &theCase)
{
    QList<Entry<SignatureBody>> found = theCase.signatures;
    const auto addAsked = [&](const auto &list) {
        for (const auto &asked : list)
            found += asked.signatures;
    };
    addAsked(theCase.returns);
    addAsked(theCase.extensions);
    addAsked(theCase.terminations);
    for (const Order &order : theCase.orders)
        addAsked(order.answers);
    return found;
}

QList<LogCheck> checkedLog(const CaseLog &log)
{
    QList<LogCheck> checks;
    const auto head = verifyChain(log.events);
    checks.append({LogCheck::Kind::Chain, {}, 0, head ? Result<void>{} : fail(head.error())});
    const Case theCase = folded(log.events);
    for (const Entry<SignatureBody> &signature : signaturesIn(theCase)) {
        if (signature.body.paper)
            continue;
        checks.append({LogCheck::Kind::Signature, signature.actor.name, signature.atMs,
            checkSigned(log, theCase, signature)});
    }
    for (const Receipt &receipt : log.receipts) {
        checks.append(
            {LogCheck::Kind::Receipt, {}, receipt.serverTimeMs, verifyReceipt(receipt, log.serverKeyPem)});
    }
    return checks;
}

} // namespace chengban

#include "shared/reply/ReplyMerge.h"

#include <QJsonArray>

#include <algorithm>

namespace chengban {

namespace {

constexpr std::array lists{"attachments", "legalBasis", "siteVisits"};
constexpr std::array oneLine{"handler", "handlerPhone", "signer", "unit"};
/// Codes of a list; two of them in one field mean nothing.
constexpr std::array choices{
    "answeredVia", "channel", "outcome", "suggestionOutcome", "unitCallback", "verdict"};

bool isOneOf(const auto &names, const QString &field)
{
    return std::ranges::any_of(names, [&](const char *name) { return field == QLatin1StringView(name); });
}

/// What both sides' fields make of an entry of a list: an element of the base stays if neither took it away.
QJsonArray mergedList(const QJsonArray &base, const QJsonArray &mine, const QJsonArray &theirs)
{
    QJsonArray result;
    for (const QJsonValue &one : mine) {
        if (theirs.contains(one) || !base.contains(one))
            result.append(one);
    }
    for (const QJsonValue &one : theirs) {
        if (!base.contains(one) && !result.contains(one))
            result.append(one);
    }
    return result;
}

/// Empty fields are not written (Reply.h), so an empty value is one that is not there.
void put(QJsonObject &reply, const QString &field, const QJsonValue &value)
{
    if (value.isUndefined() || (value.isArray() && value.toArray().isEmpty()))
        reply.remove(field);
    else
        reply.insert(field, value);
}

Reply replyOf(const QJsonObject &json)
{
    // Every value comes out of a reply, under its own name.
    const auto reply = replyFromJson(json);
    Q_ASSERT(reply);
    return reply.value_or(Reply());
}

QString bothTexts(const FieldClash &clash)
{
    const QString mine = clash.mine.toString();
    const QString theirs = clash.theirs.toString();
    if (mine.isEmpty() || mine.contains(theirs))
        return mine.isEmpty() ? theirs : mine;
    const QLatin1Char line('\n');
    return isOneOf(oneLine, clash.field) ? mine + QStringLiteral("、") + theirs : mine + line + theirs;
}

QJsonValue chosen(const FieldClash &clash, Keep keep)
{
    if (keep == Keep::Theirs)
        return clash.theirs;
    return keep == Keep::Both && canKeepBoth(clash) ? QJsonValue(bothTexts(clash)) : clash.mine;
}

} // namespace

ReplyMerge merged(const Reply &base, const Reply &mine, const Reply &theirs)
{
    const QJsonObject from = toJson(base);
    const QJsonObject here = toJson(mine);
    const QJsonObject there = toJson(theirs);
    QStringList fields = from.keys() + here.keys() + there.keys();
    fields.sort();
    fields.removeDuplicates();
    QJsonObject text = here;
    QJsonObject rests = there;
    ReplyMerge merge;
    for (const QString &field : std::as_const(fields)) {
        const QJsonValue old = from.value(field);
        const QJsonValue own = here.value(field);
        const QJsonValue other = there.value(field);
        if (own == other || other == old)
            continue;
        if (isOneOf(lists, field)) {
            put(text, field, mergedList(old.toArray(), own.toArray(), other.toArray()));
        } else if (own == old) {
            put(text, field, other);
        } else {
            merge.clashes.append({field, old, own, other});
            put(rests, field, old);
        }
        if (text.value(field) != own)
            merge.taken.append(field);
    }
    merge.reply = replyOf(text);
    merge.base = replyOf(rests);
    return merge;
}

bool canKeepBoth(const FieldClash &clash)
{
    const bool texts = (clash.mine.isString() || clash.mine.isUndefined())
        && (clash.theirs.isString() || clash.theirs.isUndefined());
    return texts && !isOneOf(choices, clash.field);
}

ReplyMerge decided(const ReplyMerge &merge, const QString &field, Keep keep)
{
    const auto clash = std::ranges::find(merge.clashes, field, &FieldClash::field);
    if (clash == merge.clashes.end())
        return merge;
    QJsonObject text = toJson(merge.reply);
    QJsonObject rests = toJson(merge.base);
    put(text, field, chosen(*clash, keep));
    put(rests, field, clash->theirs);
    ReplyMerge result = merge;
    result.reply = replyOf(text);
    result.base = replyOf(rests);
    result.clashes.removeIf([&](const FieldClash &one) { return one.field == field; });
    return result;
}

} // namespace chengban

#include "client/models/DraftNews.h"

#include <algorithm>

namespace chengban {

namespace {

bool isNewer(const ReplyVersion &version, const ReplyDraft &draft)
{
    return !version.withheld && version.revision > draft.baseRevision;
}

/// Drafts of the first releases did not keep what they began from: it was the version of that time.
Reply baseOf(const ReplyDraft &draft, const Case &confirmed)
{
    if (draft.base)
        return *draft.base;
    Reply base;
    for (const ReplyVersion &version : confirmed.replies) {
        if (!version.withheld && version.revision <= draft.baseRevision)
            base = version.reply;
    }
    return base;
}

/// The one who gave the field its newest words.
Writer writerOf(const QString &field, const ReplyDraft &draft, const Reply &base, const Case &confirmed)
{
    Writer writer;
    QJsonObject before = toJson(base);
    for (const ReplyVersion &version : confirmed.replies) {
        if (!isNewer(version, draft))
            continue;
        const QJsonObject now = toJson(version.reply);
        if (writer.name.isEmpty() || now.value(field) != before.value(field))
            writer = {version.actor.user, version.actor.name, version.actor.device, version.atMs};
        before = now;
    }
    return writer;
}

} // namespace

std::optional<DraftNews> newsFor(const ReplyDraft &draft, const Case &confirmed)
{
    const ReplyVersion *theirs = nullptr;
    for (const ReplyVersion &version : confirmed.replies) {
        if (isNewer(version, draft))
            theirs = &version;
    }
    if (!theirs)
        return std::nullopt;
    const Reply base = baseOf(draft, confirmed);
    DraftNews news{draft, merged(base, draft.reply, theirs->reply), {}, theirs->revision};
    if (news.merge.taken.isEmpty() && news.merge.clashes.isEmpty())
        return std::nullopt;
    QStringList fields = news.merge.taken;
    for (const FieldClash &clash : std::as_const(news.merge.clashes))
        fields.append(clash.field);
    for (const QString &field : std::as_const(fields))
        news.writers.insert(field, writerOf(field, draft, base, confirmed));
    return news;
}

ReplyDraft draftAfter(const DraftNews &news, const ReplyMerge &merge)
{
    ReplyDraft draft = news.mine;
    draft.reply = merge.reply;
    // A colleague's draft is nobody's submitted word: the log's words still count as news to it.
    if (news.revision > 0)
        draft.base = merge.base;
    if (merge.clashes.isEmpty())
        draft.baseRevision = std::max(draft.baseRevision, news.revision);
    return draft;
}

} // namespace chengban

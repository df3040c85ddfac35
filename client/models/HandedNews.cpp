#include "client/models/HandedNews.h"

namespace chengban {

std::optional<DraftNews> newsFrom(const HandedDraft &handed, const ReplyDraft &mine)
{
    if (!handed.draft)
        return std::nullopt;
    const Reply base = mine.base.value_or(Reply());
    const Reply theirBase = handed.draft->base.value_or(Reply());
    // Both may have begun from different versions: theirs is brought to what mine rests on first, so a field
    // that the colleague left alone is no change of theirs.
    const Reply theirs = merged(theirBase, handed.draft->reply, base).reply;
    DraftNews news{mine, merged(base, mine.reply, theirs), {}, 0};
    QStringList fields = news.merge.taken;
    for (const FieldClash &clash : std::as_const(news.merge.clashes))
        fields.append(clash.field);
    if (fields.isEmpty())
        return std::nullopt;
    const Writer writer{handed.other, handed.otherName, handed.otherDevice, handed.draft->savedAtMs};
    for (const QString &field : std::as_const(fields))
        news.writers.insert(field, writer);
    return news;
}

} // namespace chengban

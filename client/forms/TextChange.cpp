#include "client/forms/TextChange.h"

#include <algorithm>

namespace chengban {

namespace {

QString escaped(const QString &text)
{
    return text.toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1StringView("<br>"));
}

} // namespace

TextChange changeOf(const QString &old, const QString &now)
{
    const auto [oldEnd, nowEnd] = std::ranges::mismatch(old, now);
    qsizetype same = oldEnd - old.begin();
    if (same > 0 && same < std::max(old.size(), now.size()) && old.at(same - 1).isHighSurrogate())
        --same; // Never between the halves of a character.
    qsizetype tail = 0;
    const qsizetype most = std::min(old.size(), now.size()) - same;
    while (tail < most && old.at(old.size() - 1 - tail) == now.at(now.size() - 1 - tail))
        ++tail;
    if (tail > 0 && old.at(old.size() - tail).isLowSurrogate())
        --tail;
    return {now.left(same), old.mid(same, old.size() - same - tail), now.mid(same, now.size() - same - tail),
        now.right(tail)};
}

QString changeHtml(const TextChange &change)
{
    QString html = escaped(change.before);
    if (!change.removed.isEmpty())
        html += QStringLiteral("<s>") + escaped(change.removed) + QStringLiteral("</s>");
    if (!change.added.isEmpty())
        html += QStringLiteral("<b><u>") + escaped(change.added) + QStringLiteral("</u></b>");
    return html + escaped(change.after);
}

} // namespace chengban

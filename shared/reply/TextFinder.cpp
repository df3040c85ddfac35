#include "shared/reply/TextFinder.h"

#include <algorithm>

namespace chengban {

TextFinder::TextFinder(Problems &problems, const RulePack &pack, const QString &field, const QString &text)
    : m_problems(problems)
    , m_pack(pack)
    , m_field(field)
    , m_text(text)
{
}

bool TextFinder::wants(const char *finding) const
{
    return std::ranges::any_of(m_pack.textChecks,
        [finding](const TextCheck &check) { return check.finding == QLatin1StringView(finding); });
}

const QStringList &TextFinder::words(const char *list) const
{
    return wordList(m_pack, list);
}

bool TextFinder::holdsOneOf(const char *list) const
{
    return std::ranges::any_of(words(list), [this](const QString &word) { return m_text.contains(word); });
}

void TextFinder::note(const char *finding, qsizetype start, qsizetype length)
{
    const auto check = std::ranges::find_if(m_pack.textChecks,
        [finding](const TextCheck &one) { return one.finding == QLatin1StringView(finding); });
    if (check == m_pack.textChecks.end())
        return;
    m_problems += Problem{
        ErrorCode::PartContradicts, check->finding, m_field, check->severity, check->cite, start, length};
}

QList<TextPlace> TextFinder::places(const QStringList &words) const
{
    QList<TextPlace> all;
    for (const QString &word : words) {
        for (qsizetype at = m_text.indexOf(word); at >= 0; at = m_text.indexOf(word, at + 1))
            all.append({at, word.size()});
    }
    std::ranges::sort(all, {}, &TextPlace::start);
    QList<TextPlace> whole;
    for (const TextPlace &place : all) {
        if (!whole.isEmpty() && place.start <= whole.last().end())
            whole.last().length = std::max(whole.last().end(), place.end()) - whole.last().start;
        else
            whole.append(place);
    }
    return whole;
}

void TextFinder::noteWords(const char *finding, const QStringList &words)
{
    if (!wants(finding))
        return;
    for (const TextPlace &place : places(words))
        note(finding, place.start, place.length);
}

const QStringList &wordList(const RulePack &pack, const char *list)
{
    static const QStringList none;
    const auto words = pack.words.constFind(QString::fromLatin1(list));
    return words == pack.words.constEnd() ? none : *words;
}

} // namespace chengban

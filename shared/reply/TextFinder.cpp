#include "shared/reply/TextFinder.h"

#include <algorithm>

namespace chengban {

namespace {

struct Span
{
    qsizetype start;
    qsizetype end;
};

QList<Span> spansOf(const QString &text, const QStringList &words)
{
    QList<Span> spans;
    for (const QString &word : words) {
        for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.size()))
            spans.append({at, at + word.size()});
    }
    std::ranges::sort(spans, {}, &Span::start);
    return spans;
}

} // namespace

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

void TextFinder::noteWords(const char *finding, const QStringList &words)
{
    if (!wants(finding))
        return;
    const QList<Span> spans = spansOf(m_text, words);
    for (qsizetype i = 0; i < spans.size();) {
        Span whole = spans[i++];
        for (; i < spans.size() && spans[i].start <= whole.end; ++i)
            whole.end = std::max(whole.end, spans[i].end);
        note(finding, whole.start, whole.end - whole.start);
    }
}

const QStringList &wordList(const RulePack &pack, const char *list)
{
    static const QStringList none;
    const auto words = pack.words.constFind(QString::fromLatin1(list));
    return words == pack.words.constEnd() ? none : *words;
}

} // namespace chengban

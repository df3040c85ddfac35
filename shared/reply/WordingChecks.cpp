#include "shared/reply/TextChecks.h"
#include "shared/reply/Wording.h"

#include <algorithm>

namespace chengban {

namespace {

int ideographCount(QStringView text)
{
    return static_cast<int>(std::ranges::count_if(text, &isIdeograph));
}

bool endsSentence(QChar c)
{
    return QStringView(u"。！？；!?;\n\r").contains(c);
}

bool endsClause(QChar c)
{
    return endsSentence(c) || QStringView(u"，、：,:").contains(c);
}

bool holdsOneOf(QStringView text, const QStringList &words)
{
    return std::ranges::any_of(words, [text](const QString &word) { return text.contains(word); });
}

/// Where the last line that only says who wrote it and when begins; the text's end when there is none.
qsizetype signatureStart(const QString &text, const QStringList &unitEndings)
{
    static const QRegularExpression date(QStringLiteral(
        "\\s*(?:[12][0-9]{3}\\s*[年./-]\\s*)?[0-9]{1,2}\\s*[月./-]\\s*[0-9]{1,2}\\s*日?\\s*\\z"));
    constexpr qsizetype longestSignature = 40;
    const QString tail = text.right(longestSignature);
    const auto match = date.match(tail);
    const qsizetype end = text.size() - (match.hasMatch() ? match.capturedLength() : 0);
    qsizetype start = end;
    while (start > 0 && !endsSentence(text[start - 1]) && end - start <= longestSignature)
        --start;
    const QStringView line = QStringView(text).mid(start, end - start).trimmed();
    const bool isUnit = end - start <= longestSignature
        && std::ranges::any_of(unitEndings, [line](const QString &ending) { return line.endsWith(ending); });
    return isUnit ? start : end;
}

/// What remains of a sentence without greeting and thanks, in ideographs.
int substance(QStringView sentence, const QStringList &courtesy)
{
    int count = 0;
    for (qsizetype start = 0; start < sentence.size();) {
        qsizetype end = start;
        while (end < sentence.size() && !endsClause(sentence[end]))
            ++end;
        const QStringView clause = sentence.mid(start, end - start);
        count += holdsOneOf(clause, courtesy) ? 0 : ideographCount(clause);
        start = end + 1;
    }
    return count;
}

/// How many sentences say something; a sentence as long as several counts as several. No more are counted
/// than are enough.
int sentenceCount(const TextFinder &answer, int enough)
{
    constexpr int leastOfSentence = 4;
    constexpr int lengthOfSentence = 50;
    const QStringList &courtesy = answer.words("courtesy");
    const QStringView text
        = QStringView(answer.text()).left(signatureStart(answer.text(), answer.words("unitEndings")));
    int count = 0;
    for (qsizetype start = 0; start < text.size() && count < enough;) {
        qsizetype end = start;
        while (end < text.size() && !endsSentence(text[end]))
            ++end;
        const int said = substance(text.mid(start, end - start), courtesy);
        count += said < leastOfSentence ? 0 : 1 + said / lengthOfSentence;
        start = end + 1;
    }
    return count;
}

/// "Solved", and neither here nor in the parts a word of what was done or found.
bool lacksFacts(const TextFinder &answer, const Reply &reply)
{
    constexpr int longEnough = 120;
    const auto says = [&](const QString &text) { return holdsOneOf(text, answer.words("facts")); };
    return ideographCount(answer.text()) < longEnough && !says(answer.text()) && !says(reply.investigation)
        && !says(reply.handling) && !says(reply.measures);
}

/// An answer that says the demand again and little more does not answer it.
bool repeatsDemand(const QString &answer, const QString &demand)
{
    constexpr qsizetype longEnough = 20;
    constexpr qsizetype littleMore = 30;
    const QString said = withoutSpaces(answer);
    const QString asked = withoutSpaces(demand);
    return asked.size() >= longEnough && said.size() - asked.size() < littleMore && said.contains(asked);
}

} // namespace

void addWordingFaults(TextFinder &answer, const AnswerText &about)
{
    if (answer.text().trimmed().isEmpty())
        return;
    const int least = about.pack.answering.leastSentences;
    if (answer.wants("one-sentence") && sentenceCount(answer, least) < least)
        answer.note("one-sentence");
    const bool solved
        = about.reply.verdict == Verdict::SolvableInLimit || about.reply.verdict == Verdict::Undecided;
    if (solved && answer.holdsOneOf("solved") && lacksFacts(answer, about.reply))
        answer.noteWords("solved-without-facts", answer.words("solved"));
    answer.noteWords("vague-words", answer.words("vague"));
    if (repeatsDemand(answer.text(), about.context.demandText))
        answer.note("answer-repeats-demand");
}

} // namespace chengban

#pragma once

#include "shared/base/Problem.h"
#include "shared/rules/RulePack.h"

#include <QRegularExpression>

namespace chengban {

/// Where a word stands in a text, in UTF-16 units.
struct TextPlace
{
    qsizetype start = 0;
    qsizetype length = 0;

    [[nodiscard]] qsizetype end() const { return start + length; }
};

/// Notes the places of faults in one text, each with the severity and the source that the pack gives for it.
/// A check that the pack does not have notes nothing. The text must live as long as the finder.
class TextFinder
{
public:
    TextFinder(Problems &problems, const RulePack &pack, const QString &field, const QString &text);

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] bool wants(const char *finding) const;
    [[nodiscard]] const QStringList &words(const char *list) const;
    [[nodiscard]] bool holdsOneOf(const char *list) const;

    /// Each place of one of the words, in the order of the text; places that touch are one.
    [[nodiscard]] QList<TextPlace> places(const QStringList &words) const;

    /// A fault of the whole text, or of a place in it.
    void note(const char *finding, qsizetype start = -1, qsizetype length = 0);
    void noteWords(const char *finding, const QStringList &words);
    /// Each match that `accept` agrees to (QRegularExpressionMatch -> bool); the place is capture 1 if there
    /// is one.
    template <typename Accept>
    void noteMatches(const char *finding, const QRegularExpression &what, Accept accept)
    {
        if (!wants(finding))
            return;
        for (auto matches = what.globalMatch(m_text); matches.hasNext();) {
            const QRegularExpressionMatch match = matches.next();
            const int group = match.lastCapturedIndex() >= 1 && match.capturedLength(1) > 0 ? 1 : 0;
            if (match.capturedLength() > 0 && accept(match))
                note(finding, match.capturedStart(group), match.capturedLength(group));
        }
    }

private:
    Problems &m_problems;
    const RulePack &m_pack;
    QString m_field;
    const QString &m_text;
};

/// A word list of the pack; empty when it has none of that name.
[[nodiscard]] const QStringList &wordList(const RulePack &pack, const char *list);

} // namespace chengban

#include "shared/reply/TextChecks.h"
#include "shared/reply/TextRules.h"
#include "shared/reply/Wording.h"

#include <QSet>

#include <cmath>

namespace chengban {

namespace {

// Tuned on real letters with their replies, docs/reply-check.md.
constexpr double unlistedShare = 0.004; ///< Of a bigram that the list does not have.
constexpr double commonest = 1.5; ///< ln of the rarity from which a bigram begins to tell anything.
constexpr double titleWeight = 3;
constexpr double enough = 0.84;
constexpr qsizetype shortestDemand = 8; ///< In bigrams: less names no subject.

QSet<quint32> bigramsOf(QStringView text)
{
    QSet<quint32> bigrams;
    for (qsizetype i = 0; i + 1 < text.size(); ++i) {
        if (isIdeograph(text[i]) && isIdeograph(text[i + 1]))
            bigrams.insert(bigramKey(text[i].unicode(), text[i + 1].unicode()));
    }
    return bigrams;
}

/// The rarer two characters are, the more it tells that both texts have them.
double weight(quint32 bigram)
{
    const double share = textRules().bigramShares.value(bigram, unlistedShare);
    return std::max(0.0, -std::log(share) - commonest);
}

/// How much of the demand's title and text the answer takes up, against what two texts of their lengths share
/// by chance.
double takenUp(const QSet<quint32> &title, const QSet<quint32> &demand, const QSet<quint32> &answer)
{
    double shared = 0;
    for (const quint32 bigram : answer) {
        if (title.contains(bigram))
            shared += titleWeight * weight(bigram);
        else if (demand.contains(bigram))
            shared += weight(bigram);
    }
    const auto whole = static_cast<double>(demand.size()) * static_cast<double>(answer.size());
    return shared / (5 + 0.075 * std::sqrt(whole));
}

} // namespace

void addSubjectFaults(TextFinder &answer, const AnswerText &about)
{
    if (!answer.wants("demand-not-answered") || textRules().bigramShares.isEmpty())
        return;
    const QSet<quint32> title = bigramsOf(about.context.demandTitle);
    const QSet<quint32> demand = bigramsOf(about.context.demandText) + title;
    const QSet<quint32> said = bigramsOf(answer.text());
    if (demand.size() >= shortestDemand && !said.isEmpty() && takenUp(title, demand, said) < enough)
        answer.note("demand-not-answered");
}

} // namespace chengban

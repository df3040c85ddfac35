#include "shared/reply/ProblemSentences.h"
#include "shared/reply/ReplyParts.h"
#include "shared/reply/Requirements.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengban {

namespace {

QString labelOf(const ReplyPart &part)
{
    return QCoreApplication::translate("ReplyPart", part.label);
}

bool isAttachment(const ReplyPart &part)
{
    return QByteArrayView(part.part).startsWith("attachment:");
}

QString missingText(const ReplyPart &part)
{
    if (isAttachment(part)) {
        //: %1 is a kind of paper
        return QCoreApplication::translate("ProblemText", "A paper is missing: %1. Attach its scan.")
            .arg(labelOf(part));
    }
    //: %1 is the name of a field of the reply
    return QCoreApplication::translate("ProblemText", "%1 is missing. Fill it in.").arg(labelOf(part));
}

QString tooShortText(const ReplyPart &part)
{
    if (isAttachment(part)) {
        //: %1 is a kind of paper
        return QCoreApplication::translate("ProblemText", "Too few papers: %1. Attach the others.")
            .arg(labelOf(part));
    }
    //: %1 is the name of a field of the reply
    return QCoreApplication::translate("ProblemText", "%1 says too little. Write what was done and found.")
        .arg(labelOf(part));
}

QString placeholderText(const Problem &problem)
{
    const auto parts = replyParts();
    const auto part = std::ranges::find_if(
        parts, [&](const ReplyPart &one) { return problem.field == QLatin1StringView(one.field); });
    const QString label = part == parts.end() ? problem.field : labelOf(*part);
    //: %1 is the name of a field of the reply
    return QCoreApplication::translate("ProblemText", "%1 still holds a placeholder. Put the fact there.")
        .arg(label);
}

/// A callback asks up to three times (T26); the sentence names the question. Empty for any other field.
QString satisfactionMissingText(const QString &field)
{
    if (field == QLatin1StringView("processSatisfaction"))
        return QCoreApplication::translate(
            "ProblemText", "The satisfaction with the process is missing. Choose it.");
    if (field == QLatin1StringView("resultSatisfaction"))
        return QCoreApplication::translate(
            "ProblemText", "The satisfaction with the result is missing. Choose it.");
    if (field == QLatin1StringView("overallSatisfaction"))
        return QCoreApplication::translate(
            "ProblemText", "The satisfaction as a whole is missing. Choose it.");
    return {};
}

} // namespace

QString problemText(const Problem &problem)
{
    const bool asked = problem.finding == QStringLiteral("satisfaction-missing");
    if (const QString text = asked ? satisfactionMissingText(problem.field) : QString(); !text.isEmpty())
        return text;
    if (const char *sentence = sentenceOf(problem.finding))
        return QCoreApplication::translate("ProblemText", sentence);
    if (problem.finding == QStringLiteral("placeholder-left"))
        return placeholderText(problem);
    for (const ReplyPart &part : replyParts()) {
        const QString stem = QString::fromLatin1(part.stem);
        if (problem.finding == stem + QStringLiteral("-missing"))
            return missingText(part);
        if (problem.finding == stem + QStringLiteral("-too-short"))
            return tooShortText(part);
    }
    return errorText(problem.code);
}

} // namespace chengban

#include "shared/reply/ReplyParts.h"
#include "shared/reply/Requirements.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace chengban {

namespace {

struct Sentence
{
    const char *finding;
    const char *text;
};

// Findings with a sentence of their own; "<part>-missing" and "<part>-too-short" are made from the part's
// label.
constexpr std::array sentences{
    Sentence{"verdict-missing",
        QT_TRANSLATE_NOOP(
            "ProblemText", "Choose first whether the demand is reasonable and can be solved in time.")},
    Sentence{"contact-missing",
        QT_TRANSLATE_NOOP("ProblemText", "The citizen has not been contacted. Call and record the contact.")},
    Sentence{"contact-attempts-too-few",
        QT_TRANSLATE_NOOP("ProblemText", "The citizen was not reached. Call again and record each attempt.")},
    Sentence{"contact-contradicts",
        QT_TRANSLATE_NOOP("ProblemText", "The contact recorded is not sound. Record the contact as it was.")},
    Sentence{"contact-handler-missing",
        QT_TRANSLATE_NOOP("ProblemText", "The record does not say who called. Fill in the handler.")},
    Sentence{"contact-phone-missing",
        QT_TRANSLATE_NOOP(
            "ProblemText", "The record does not say from which number. Fill in the number used.")},
    Sentence{"contact-time-missing",
        QT_TRANSLATE_NOOP("ProblemText", "The record does not say when. Fill in the time of the call.")},
    Sentence{"contact-phone-is-the-citizens",
        QT_TRANSLATE_NOOP(
            "ProblemText", "This is the citizen's number. Fill in the number that the unit called from.")},
    Sentence{"contact-number-known",
        QT_TRANSLATE_NOOP("ProblemText", "A number came with the case. Call it and record what happened.")},
    Sentence{"contact-told-nobody",
        QT_TRANSLATE_NOOP(
            "ProblemText", "Something was told although nobody was reached. Correct one of the two.")},
    Sentence{"contact-sentence-missing",
        QT_TRANSLATE_NOOP("ProblemText",
            "The answer does not say when and how the citizen was contacted. Insert the sentence.")},
    Sentence{"channel-told-missing",
        QT_TRANSLATE_NOOP(
            "ProblemText", "The citizen was not told of the legal channel or body. Tell it and tick it.")},
    Sentence{"channel-unknown",
        QT_TRANSLATE_NOOP(
            "ProblemText", "The rules of this case do not know this channel. Choose another one.")},
    Sentence{"unit-callback-unknown",
        QT_TRANSLATE_NOOP(
            "ProblemText", "The rules of this case do not know this satisfaction. Choose again.")},
    Sentence{"citizen-phone-in-answer",
        QT_TRANSLATE_NOOP("ProblemText", "The answer holds the citizen's telephone number. Remove it.")},
    Sentence{"citizen-name-in-answer",
        QT_TRANSLATE_NOOP("ProblemText", "The answer holds the citizen's name. Remove it.")},
    Sentence{"identity-number-in-answer",
        QT_TRANSLATE_NOOP("ProblemText", "The answer holds an identity card number. Remove it.")},
    Sentence{"phone-in-answer",
        QT_TRANSLATE_NOOP("ProblemText",
            "The answer holds a mobile number that is not the unit's. Check whether it may stand there.")},
    Sentence{"vague-words",
        QT_TRANSLATE_NOOP("ProblemText", "This says nothing definite. Write who does what until when.")},
    Sentence{"answer-repeats-demand",
        QT_TRANSLATE_NOOP("ProblemText", "The answer only repeats the demand. Answer it.")},
    Sentence{
        "attachment-empty", QT_TRANSLATE_NOOP("ProblemText", "An attached file is empty. Attach it again.")},
    Sentence{
        "attachment-twice", QT_TRANSLATE_NOOP("ProblemText", "The same file is attached twice. Remove one.")},
};

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

} // namespace

QString problemText(const Problem &problem)
{
    for (const Sentence &sentence : sentences) {
        if (problem.finding == QLatin1StringView(sentence.finding))
            return QCoreApplication::translate("ProblemText", sentence.text);
    }
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

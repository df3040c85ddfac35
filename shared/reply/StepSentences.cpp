// Sentences of what stands in the way of a step beside the reply itself.
#include "shared/reply/ProblemSentences.h"

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

constexpr std::array sentences{
    Sentence{"already-excluded",
        QT_TRANSLATE_NOOP(
            "ProblemText", "The case is excluded from scoring already. Nothing is left to do.")},
    Sentence{"answer-channel-missing",
        QT_TRANSLATE_NOOP("ProblemText", "It is not said how the citizen was answered. Choose it.")},
    Sentence{"answer-channel-unknown",
        QT_TRANSLATE_NOOP(
            "ProblemText", "The rules of this case do not know this way of answering. Choose again.")},
    Sentence{"answer-handler-missing",
        QT_TRANSLATE_NOOP("ProblemText", "It is not said who answered the citizen. Fill it in.")},
    Sentence{"answer-note-missing",
        QT_TRANSLATE_NOOP("ProblemText", "It is not said what the citizen was answered. Write it.")},
    Sentence{"appeal-already-made",
        QT_TRANSLATE_NOOP("ProblemText", "The unit has appealed already. Go on handling the case.")},
    Sentence{"appeal-not-possible",
        QT_TRANSLATE_NOOP("ProblemText",
            "An appeal is possible only after a refused return, where the rules know it. Go on handling the "
            "case.")},
    Sentence{
        "appeal-reason-missing", QT_TRANSLATE_NOOP("ProblemText", "The appeal does not say why. Write it.")},
    Sentence{
        "case-type-missing", QT_TRANSLATE_NOOP("ProblemText", "The type of the case is missing. Choose it.")},
    Sentence{"case-type-unknown",
        QT_TRANSLATE_NOOP(
            "ProblemText", "The rules of this case do not know this type. Choose another one.")},
    Sentence{"citizen-not-answered",
        QT_TRANSLATE_NOOP("ProblemText",
            "The citizen has not been answered yet. Answer first and record it, then report.")},
    Sentence{"class-is-dispatched",
        QT_TRANSLATE_NOOP(
            "ProblemText", "The case is dispatched under another class. It stays with that class.")},
    Sentence{"clock-not-at-that-moment",
        QT_TRANSLATE_NOOP("ProblemText", "The rule does not apply at this moment. Nothing was done.")},
    Sentence{"clock-not-running",
        QT_TRANSLATE_NOOP(
            "ProblemText", "This time limit is not running. Look at the timeline of the case.")},
    Sentence{"clock-unchanged",
        QT_TRANSLATE_NOOP(
            "ProblemText", "The calendar changes nothing for this time limit. Nothing was done.")},
    Sentence{"close-callback-owed",
        QT_TRANSLATE_NOOP("ProblemText", "The citizen has not been called back. Call back before closing.")},
    Sentence{"close-unsatisfied",
        QT_TRANSLATE_NOOP(
            "ProblemText", "The citizen is not satisfied. Return the case for rework before closing it.")},
    Sentence{"close-unsolved",
        QT_TRANSLATE_NOOP("ProblemText",
            "The reply says that the demand is not solved. Return the case for rework before closing it.")},
    Sentence{"close-unsatisfied-note-missing",
        QT_TRANSLATE_NOOP(
            "ProblemText", "The citizen is not satisfied. Write why the case is closed all the same.")},
    Sentence{"co-handlers-part-missing",
        QT_TRANSLATE_NOOP(
            "ProblemText", "A co-handling unit has not sent its part. Ask it, or wait for it.")},
    Sentence{"default-acceptance-not-ruled",
        QT_TRANSLATE_NOOP("ProblemText",
            "The rules of this case know no acceptance by default. The unit has to accept it.")},
    Sentence{"digest-malformed",
        QT_TRANSLATE_NOOP(
            "ProblemText", "The digest of the package is not readable. Hand over the package again.")},
    Sentence{"duplicate-already-absorbed",
        QT_TRANSLATE_NOOP(
            "ProblemText", "This case has the demand of that duplicate already. Merge the duplicate now.")},
    Sentence{"duplicate-is-the-case",
        QT_TRANSLATE_NOOP("ProblemText", "A case cannot be merged with itself. Choose the other one.")},
    Sentence{"duplicate-missing", QT_TRANSLATE_NOOP("ProblemText", "The duplicate is not named. Choose it.")},
    Sentence{"exclusion-reason-missing",
        QT_TRANSLATE_NOOP("ProblemText", "The reason for the exclusion is missing. Write it.")},
    Sentence{"extension-promise-missing",
        QT_TRANSLATE_NOOP(
            "ProblemText", "The date promised to the citizen is missing. Fill in a day to come.")},
    Sentence{"extension-too-early",
        QT_TRANSLATE_NOOP("ProblemText",
            "It is too early to ask for an extension. Ask again shortly before the due time.")},
    Sentence{"hand-down-name-missing",
        QT_TRANSLATE_NOOP(
            "ProblemText", "It is not said who gets the case. Fill in section, village or person.")},
    Sentence{"immediate-kind-unknown",
        QT_TRANSLATE_NOOP(
            "ProblemText", "The rules of this case do not know this kind of emergency. Choose another one.")},
    Sentence{"job-already-done",
        QT_TRANSLATE_NOOP("ProblemText", "This was done already. Nothing is left to do.")},
    Sentence{"joint-not-allowed",
        QT_TRANSLATE_NOOP("ProblemText", "The rules of this case know no joint handling. Name one unit.")},
    Sentence{"key-category-unknown",
        QT_TRANSLATE_NOOP(
            "ProblemText", "The rules of this case do not know this key category. Choose another one.")},
    Sentence{"legal-time-is-a-jobs",
        QT_TRANSLATE_NOOP(
            "ProblemText", "Only the server accepts by rule. Accept without a time of your own.")},
    Sentence{"merge-has-duplicates",
        QT_TRANSLATE_NOOP(
            "ProblemText", "This case has taken over other demands. Merge the others into it instead.")},
    Sentence{"merge-target-missing",
        QT_TRANSLATE_NOOP("ProblemText", "The case to merge into is missing. Choose it.")},
    Sentence{"mismatch-note-missing",
        QT_TRANSLATE_NOOP("ProblemText", "It is not said what does not match. Write it.")},
    Sentence{"mismatch-without-call",
        QT_TRANSLATE_NOOP("ProblemText", "Nobody has called the citizen yet. Call back first.")},
    Sentence{"no-answer-not-allowed",
        QT_TRANSLATE_NOOP(
            "ProblemText", "The rules of this case want every citizen answered. Take the mark away.")},
    Sentence{"order-days-missing",
        QT_TRANSLATE_NOOP("ProblemText", "The time for the answer is missing. Fill in the working days.")},
    Sentence{"order-days-ruled",
        QT_TRANSLATE_NOOP("ProblemText", "The rules set the time for this order. Leave the days empty.")},
    Sentence{"order-not-answered",
        QT_TRANSLATE_NOOP("ProblemText", "There is no answer to decide on. Wait for the unit.")},
    Sentence{"order-not-owed",
        QT_TRANSLATE_NOOP(
            "ProblemText", "This order is answered already. Look at the timeline of the case.")},
    Sentence{"order-note-missing",
        QT_TRANSLATE_NOOP("ProblemText", "It is not said what is asked of the unit. Write it.")},
    Sentence{"order-open",
        QT_TRANSLATE_NOOP("ProblemText", "An order of the centre is not settled yet. Settle it first.")},
    Sentence{"override-not-allowed",
        QT_TRANSLATE_NOOP("ProblemText",
            "The rules of this case do not let this limit take the place of theirs. Ask for an extension "
            "instead.")},
    Sentence{"override-with-days",
        QT_TRANSLATE_NOOP("ProblemText",
            "A limit of a law and days of an extension exclude each other. Correct one of the two.")},
    Sentence{"paper-is-another-step",
        QT_TRANSLATE_NOOP(
            "ProblemText", "A signature on paper is recorded in a step of its own. Choose that step.")},
    Sentence{"paper-not-allowed",
        QT_TRANSLATE_NOOP(
            "ProblemText", "The rules of this case want this signed electronically. Have it signed here.")},
    Sentence{
        "person-missing", QT_TRANSLATE_NOOP("ProblemText", "It is not said who was told. Fill in the name.")},
    Sentence{"re-review-not-ruled",
        QT_TRANSLATE_NOOP("ProblemText",
            "The rules of this case know no re-review. Return the case for rework or supervise it.")},
    Sentence{"re-review-reason-missing",
        QT_TRANSLATE_NOOP("ProblemText", "The reason of the re-review is missing. Choose it.")},
    Sentence{"re-review-reason-unknown",
        QT_TRANSLATE_NOOP(
            "ProblemText", "The rules of this case do not know this reason. Choose another one.")},
    Sentence{"reassignment-reason-missing",
        QT_TRANSLATE_NOOP("ProblemText", "It is not said why the case goes to another unit. Write it.")},
    Sentence{"record-note-missing",
        QT_TRANSLATE_NOOP("ProblemText", "The record is empty. Write what was done and found.")},
    Sentence{"record-people-missing",
        QT_TRANSLATE_NOOP("ProblemText", "The record does not say who was there. Fill in the names.")},
    Sentence{"record-place-missing",
        QT_TRANSLATE_NOOP("ProblemText", "The record does not say where. Fill in the place.")},
    Sentence{"refusal-note-missing",
        QT_TRANSLATE_NOOP(
            "ProblemText", "The citizen is told nothing. Write why the demand is not accepted.")},
    Sentence{"refusal-reason-missing",
        QT_TRANSLATE_NOOP("ProblemText", "The reason of the refusal is missing. Choose it.")},
    Sentence{"refusal-reason-unknown",
        QT_TRANSLATE_NOOP("ProblemText", "The rules do not know this reason. Choose another one.")},
    Sentence{"request-already-pending",
        QT_TRANSLATE_NOOP("ProblemText", "Such a request waits already. Have it signed, or take it back.")},
    Sentence{"request-no-longer-possible",
        QT_TRANSLATE_NOOP(
            "ProblemText", "The case has moved on and the request is not possible any more. Take it back.")},
    Sentence{"request-not-pending",
        QT_TRANSLATE_NOOP(
            "ProblemText", "This request does not wait any more. Look at the timeline of the case.")},
    Sentence{"return-basis-missing",
        QT_TRANSLATE_NOOP(
            "ProblemText", "The basis of the return is missing. Name the provision on duties.")},
    Sentence{"return-not-when-joint",
        QT_TRANSLATE_NOOP(
            "ProblemText", "A case that is handled jointly cannot be given back. Handle your part.")},
    Sentence{"scan-is-no-signed-sheet",
        QT_TRANSLATE_NOOP("ProblemText", "The file is not marked as a signed sheet. Choose the kind again.")},
    Sentence{"scan-missing",
        QT_TRANSLATE_NOOP("ProblemText", "The scan of the signed sheet is missing. Attach it.")},
    Sentence{"score-appeal-already-made",
        QT_TRANSLATE_NOOP(
            "ProblemText", "The unit has appealed against this score already. Wait for the decision.")},
    Sentence{"seal-missing",
        QT_TRANSLATE_NOOP("ProblemText",
            "The rules want the unit's seal on the sheet. Have it stamped and scan it again.")},
    Sentence{"second-call-not-ruled",
        QT_TRANSLATE_NOOP(
            "ProblemText", "The rules of this case know no second callback. Record the ordinary one.")},
    Sentence{"signature-on-paper-with-key",
        QT_TRANSLATE_NOOP("ProblemText", "A signature on paper has no key. Choose one of the two ways.")},
    Sentence{"signed-before-it-was-written",
        QT_TRANSLATE_NOOP("ProblemText",
            "The sheet is signed on an earlier day than the text was written. Correct the date.")},
    Sentence{
        "signer-missing", QT_TRANSLATE_NOOP("ProblemText", "It is not said who signed. Choose the leader.")},
    Sentence{"substitute-not-allowed",
        QT_TRANSLATE_NOOP("ProblemText",
            "The county's rules do not let anybody stand in on this post. Whoever holds it must act in "
            "person.")},
    Sentence{"substitute-signs-own",
        QT_TRANSLATE_NOOP("ProblemText",
            "You wrote this yourself, so you cannot sign it for the leader. Ask another leader of the "
            "level.")},
    Sentence{"supervision-method-missing",
        QT_TRANSLATE_NOOP("ProblemText", "The way of the supervision is missing. Choose it.")},
    Sentence{"supervision-method-unknown",
        QT_TRANSLATE_NOOP("ProblemText", "The rules of this case do not know this way. Choose another one.")},
    Sentence{"supervision-reason-missing",
        QT_TRANSLATE_NOOP("ProblemText", "The reason of the supervision is missing. Choose it.")},
    Sentence{"supervision-reason-unknown",
        QT_TRANSLATE_NOOP(
            "ProblemText", "The rules of this case do not know this reason. Choose another one.")},
    Sentence{"termination-basis-missing",
        QT_TRANSLATE_NOOP("ProblemText", "The basis of the termination is missing. Write it.")},
    Sentence{"termination-earlier-cases-missing",
        QT_TRANSLATE_NOOP("ProblemText", "The earlier cases of the matter are missing. Name their numbers.")},
    Sentence{"termination-facts-missing",
        QT_TRANSLATE_NOOP("ProblemText", "The facts of the matter are missing. Write them.")},
    Sentence{"termination-not-allowed",
        QT_TRANSLATE_NOOP(
            "ProblemText", "The rules of this case know no termination. Handle it or ask the centre.")},
    Sentence{"termination-reason-missing",
        QT_TRANSLATE_NOOP("ProblemText", "The reason of the termination is missing. Write it.")},
    Sentence{
        "time-in-past", QT_TRANSLATE_NOOP("ProblemText", "The time lies in the past. Choose a later one.")},
    Sentence{"unit-has-it-already",
        QT_TRANSLATE_NOOP("ProblemText", "That unit has the case already. Choose another one.")},
    Sentence{"urge-channel-unknown",
        QT_TRANSLATE_NOOP(
            "ProblemText", "The rules of this case do not know this way of urging. Choose another one.")},
};

} // namespace

const char *stepSentenceOf(const QString &finding)
{
    const auto row = std::ranges::find_if(
        sentences, [&](const Sentence &sentence) { return finding == QLatin1StringView(sentence.finding); });
    return row == sentences.end() ? nullptr : row->text;
}

} // namespace chengban

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
    // Of replies and contact records.
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
    Sentence{"contact-phone-is-the-citizens",
        QT_TRANSLATE_NOOP(
            "ProblemText", "This is the citizen's number. Fill in the number that the unit called from.")},
    Sentence{"contact-number-known",
        QT_TRANSLATE_NOOP("ProblemText", "A number came with the case. Call it and record what happened.")},
    Sentence{"contact-told-nobody",
        QT_TRANSLATE_NOOP(
            "ProblemText", "Something was told although nobody was reached. Correct one of the two.")},
    Sentence{"contact-acceptance-not-told",
        QT_TRANSLATE_NOOP("ProblemText",
            "No contact records that the citizen was told the case was taken up. Tell it and tick it.")},
    Sentence{"contact-procedure-not-told",
        QT_TRANSLATE_NOOP("ProblemText",
            "No contact records that the citizen was told how the case is handled. Tell it and tick it.")},
    Sentence{"contact-limit-not-told",
        QT_TRANSLATE_NOOP("ProblemText",
            "No contact records that the citizen was told by when it will be done. Tell it and tick it.")},
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
    Sentence{"unit-callback-differs",
        QT_TRANSLATE_NOOP("ProblemText",
            "The reply says something else of the citizen's satisfaction than the unit's callback on record. "
            "Correct it.")},
    Sentence{"unit-callback-owed",
        QT_TRANSLATE_NOOP(
            "ProblemText", "The unit has not called the citizen back yet. Call and record the callback.")},
    Sentence{"unit-callback-unsatisfied",
        QT_TRANSLATE_NOOP("ProblemText",
            "The citizen told the unit to be not satisfied. Handle it again or explain it, and record "
            "that.")},
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
    Sentence{"outcome-unknown",
        QT_TRANSLATE_NOOP(
            "ProblemText", "The rules of this case do not know this outcome. Choose another one.")},
    Sentence{"answered-via-unknown",
        QT_TRANSLATE_NOOP(
            "ProblemText", "The rules of this case do not know this way of answering. Choose another one.")},
    Sentence{"answered-at-missing",
        QT_TRANSLATE_NOOP("ProblemText",
            "It is not recorded when the citizen was answered. Answer first, then fill in the time.")},
    Sentence{"answered-in-future",
        QT_TRANSLATE_NOOP(
            "ProblemText", "The citizen cannot have been answered in the future. Correct the time.")},
    Sentence{"site-visit-missing",
        QT_TRANSLATE_NOOP("ProblemText",
            "Nobody is recorded as having been on the spot. Fill in who came when, or say that there is "
            "nothing to see.")},
    Sentence{"unit-differs",
        QT_TRANSLATE_NOOP("ProblemText", "The unit named is not the one that handles the case. Correct it.")},
    Sentence{"signer-differs",
        QT_TRANSLATE_NOOP("ProblemText",
            "The signer named is not the one who signed. Correct it and have it signed again.")},
    Sentence{"proofread-missing",
        QT_TRANSLATE_NOOP(
            "ProblemText", "The reply is not marked as proofread. Read it through and tick it.")},
    Sentence{"one-sentence",
        QT_TRANSLATE_NOOP("ProblemText",
            "The answer is one sentence only. Write what was found, what was done and what came of it.")},
    Sentence{"solved-without-facts",
        QT_TRANSLATE_NOOP(
            "ProblemText", "The answer says solved and not by what. Write who did what, when and where.")},
    Sentence{"demand-not-answered",
        QT_TRANSLATE_NOOP("ProblemText",
            "The answer hardly touches what was asked. Compare it with the demand and answer each point.")},
    Sentence{"anonymous-yet-called",
        QT_TRANSLATE_NOOP("ProblemText",
            "The case is anonymous, yet the citizen is said to have been called. Correct one of the two.")},
    Sentence{"contact-after-signing",
        QT_TRANSLATE_NOOP("ProblemText",
            "The contact is dated after the reply. Correct the date, or call before it is signed.")},
    Sentence{"unit-number-as-citizens",
        QT_TRANSLATE_NOOP("ProblemText", "This is the unit's own number and not the citizen's. Correct it.")},
    Sentence{"document-number-malformed",
        QT_TRANSLATE_NOOP(
            "ProblemText", "This is not the form of a document's number. Write it like 国办发〔2020〕53号.")},
    Sentence{"title-mark-unpaired",
        QT_TRANSLATE_NOOP(
            "ProblemText", "A title mark has no partner. Put 《 before and 》 behind the title.")},
    Sentence{"article-malformed",
        QT_TRANSLATE_NOOP("ProblemText", "This is not the form of an article. Write it like 《…》第十二条.")},
    Sentence{"law-repealed",
        QT_TRANSLATE_NOOP("ProblemText",
            "This law was no longer in force on the day of the reply. Cite what holds now, or say why it "
            "still applies.")},
    Sentence{"bank-card-in-answer",
        QT_TRANSLATE_NOOP("ProblemText", "The answer holds the number of a bank card. Remove it.")},
    Sentence{"plate-in-answer",
        QT_TRANSLATE_NOOP(
            "ProblemText", "The answer holds a car's number plate. Check whether it may stand there.")},
    Sentence{"address-in-answer",
        QT_TRANSLATE_NOOP("ProblemText",
            "The answer holds the address of a home with its room. Shorten it to the street or the estate.")},
    Sentence{
        "attachment-empty", QT_TRANSLATE_NOOP("ProblemText", "An attached file is empty. Attach it again.")},
    Sentence{
        "attachment-twice", QT_TRANSLATE_NOOP("ProblemText", "The same file is attached twice. Remove one.")},

    // Of decide(): shared/cases.
    Sentence{"text-too-long", QT_TRANSLATE_NOOP("ProblemText", "A text is too long. Shorten it.")},
    Sentence{"character-not-allowed",
        QT_TRANSLATE_NOOP("ProblemText", "A text holds a character that cannot be recorded. Remove it.")},
    Sentence{"nested-too-deep",
        QT_TRANSLATE_NOOP("ProblemText",
            "The data of this step are malformed. Update the program and take the step again.")},
    Sentence{"list-too-long", QT_TRANSLATE_NOOP("ProblemText", "There are too many entries. Remove some.")},
    Sentence{"body-malformed",
        QT_TRANSLATE_NOOP("ProblemText",
            "The data of this step cannot be read. Update the program and take the step again.")},
    Sentence{"body-too-large",
        QT_TRANSLATE_NOOP("ProblemText", "The step holds too much text. Shorten it or attach it as a file.")},
    Sentence{"base-revision-wrong",
        QT_TRANSLATE_NOOP(
            "ProblemText", "This copy of the case is not up to date. Synchronize and take the step again.")},
    Sentence{"pack-not-the-frozen-one",
        QT_TRANSLATE_NOOP("ProblemText",
            "The case runs under another version of the rules. Synchronize and take the step again.")},
    Sentence{"time-missing", QT_TRANSLATE_NOOP("ProblemText", "The time is missing. Fill it in.")},
    Sentence{"time-in-future", QT_TRANSLATE_NOOP("ProblemText", "The time lies in the future. Correct it.")},
    Sentence{"extension-too-late",
        QT_TRANSLATE_NOOP("ProblemText",
            "The due time is over, so no extension can be asked for. Submit the reply or ask the centre.")},
    Sentence{"extension-not-early-enough",
        QT_TRANSLATE_NOOP("ProblemText",
            "An extension must be asked for earlier. Submit the reply in time or ask the centre.")},
    Sentence{"extension-used-up",
        QT_TRANSLATE_NOOP(
            "ProblemText", "The case was extended before and cannot be again. Submit the reply in time.")},
    Sentence{"extension-reason-missing",
        QT_TRANSLATE_NOOP("ProblemText", "The reason of the extension is missing. Fill it in.")},
    Sentence{"extension-basis-missing",
        QT_TRANSLATE_NOOP("ProblemText", "The basis of the extension is missing. Fill it in.")},
    Sentence{"extension-days-missing",
        QT_TRANSLATE_NOOP(
            "ProblemText", "The length of the extension is missing. Fill in the working days.")},
    Sentence{"extension-too-long",
        QT_TRANSLATE_NOOP("ProblemText", "The extension is longer than the rules allow. Shorten it.")},
    Sentence{"extension-contact-missing",
        QT_TRANSLATE_NOOP("ProblemText",
            "The citizen was not told of reason, progress and plan. Call and record all three.")},
    Sentence{"rejection-reason-missing",
        QT_TRANSLATE_NOOP("ProblemText", "A refusal needs its reason. Write it.")},
    Sentence{"proposal-missing",
        QT_TRANSLATE_NOOP("ProblemText", "The proposal is empty. Write how the case is to be handled.")},
    Sentence{"instruction-owed",
        QT_TRANSLATE_NOOP("ProblemText",
            "The unit's leader must say first how this case is to be handled. Present it and wait for the "
            "instruction.")},
    Sentence{"instruction-missing", QT_TRANSLATE_NOOP("ProblemText", "The instruction is empty. Write it.")},
    Sentence{"satisfaction-without-call",
        QT_TRANSLATE_NOOP(
            "ProblemText", "Satisfaction is recorded although nobody was reached. Correct one of the two.")},
    Sentence{"satisfaction-missing",
        QT_TRANSLATE_NOOP("ProblemText", "The citizen's satisfaction is missing. Choose it.")},
    Sentence{"satisfaction-unknown",
        QT_TRANSLATE_NOOP(
            "ProblemText", "The rules of this case do not know this satisfaction. Choose again.")},
    Sentence{"urge-note-missing", QT_TRANSLATE_NOOP("ProblemText", "Say what is urged. Write a note.")},
    Sentence{"lead-unit-missing", QT_TRANSLATE_NOOP("ProblemText", "The lead unit is missing. Choose it.")},
    Sentence{"co-handler-missing",
        QT_TRANSLATE_NOOP("ProblemText", "A co-handling unit is not named. Choose it or remove the row.")},
    Sentence{
        "unit-named-twice", QT_TRANSLATE_NOOP("ProblemText", "The same unit is named twice. Remove one.")},
    Sentence{"class-without-limit",
        QT_TRANSLATE_NOOP("ProblemText", "The rules have no limit for this class. Choose another class.")},
    Sentence{"case-id-missing",
        QT_TRANSLATE_NOOP("ProblemText", "The case has no number of its own. Register it again.")},
    Sentence{"source-missing",
        QT_TRANSLATE_NOOP("ProblemText", "The system that the case came from is missing. Fill it in.")},
    Sentence{"source-number-missing",
        QT_TRANSLATE_NOOP(
            "ProblemText", "The number in the system that the case came from is missing. Fill it in.")},
    Sentence{"demand-missing",
        QT_TRANSLATE_NOOP("ProblemText", "The demand is empty. Write what the citizen wants.")},
    Sentence{"return-not-allowed",
        QT_TRANSLATE_NOOP(
            "ProblemText", "The rules of this case do not allow a return. Handle it or ask the centre.")},
    Sentence{"return-already-rejected",
        QT_TRANSLATE_NOOP(
            "ProblemText", "A return was refused before and cannot be asked for again. Handle the case.")},
    Sentence{"return-too-late",
        QT_TRANSLATE_NOOP(
            "ProblemText", "The time for a return is over. Handle the case or ask the centre.")},
    Sentence{"return-reason-unknown",
        QT_TRANSLATE_NOOP(
            "ProblemText", "The rules of this case do not know this reason. Choose another one.")},
    Sentence{"return-reason-missing",
        QT_TRANSLATE_NOOP("ProblemText", "The reason of the return is missing. Choose it.")},
    Sentence{"return-statement-missing",
        QT_TRANSLATE_NOOP("ProblemText", "The statement of the return is missing. Write it.")},
    Sentence{"suggested-unit-missing",
        QT_TRANSLATE_NOOP("ProblemText", "The unit that should handle the case is missing. Choose it.")},
    Sentence{"suggested-unit-is-own",
        QT_TRANSLATE_NOOP("ProblemText", "The suggested unit is your own. Choose another one.")},
    Sentence{"close-without-callback",
        QT_TRANSLATE_NOOP("ProblemText", "No callback was made. Make one, or write why not.")},
    Sentence{"archive-number-missing",
        QT_TRANSLATE_NOOP("ProblemText", "The archive number is missing. Fill it in.")},
    Sentence{"retention-unknown",
        QT_TRANSLATE_NOOP("ProblemText", "The retention period is not one of those allowed. Choose it.")},
    Sentence{"part-not-there",
        QT_TRANSLATE_NOOP("ProblemText", "There is no such part to erase. Look at the timeline.")},
    Sentence{"part-withheld",
        QT_TRANSLATE_NOOP("ProblemText", "Only the server knows this part. Connect and try again.")},
    Sentence{"part-not-erasable",
        QT_TRANSLATE_NOOP("ProblemText", "This part may not be erased. Choose another one.")},
    Sentence{"erase-reason-missing",
        QT_TRANSLATE_NOOP("ProblemText", "The reason of the erasure is missing. Write it.")},
    Sentence{"erasure-already-asked",
        QT_TRANSLATE_NOOP("ProblemText", "An erasure is asked for already. Wait for the second person.")},
    Sentence{"erasure-refusal-missing",
        QT_TRANSLATE_NOOP("ProblemText", "It is not said why nothing is to be erased. Write it.")},
    Sentence{"erasure-not-the-one-asked",
        QT_TRANSLATE_NOOP("ProblemText", "Another erasure was asked for. Read the request again.")},
    Sentence{"reply-version-not-current",
        QT_TRANSLATE_NOOP("ProblemText", "There is a newer version of the reply. Read it and decide again.")},
    Sentence{"reply-digest-differs",
        QT_TRANSLATE_NOOP(
            "ProblemText", "The reply is not the one that was read. Read it again and sign again.")},
    Sentence{"signer-level-not-allowed",
        QT_TRANSLATE_NOOP("ProblemText", "The rules want another leader to sign this. Pass it on.")},
    Sentence{"signer-level-not-own",
        QT_TRANSLATE_NOOP("ProblemText", "This is not your level. Sign in your own function.")},
    Sentence{"signature-missing", QT_TRANSLATE_NOOP("ProblemText", "The signature is missing. Sign again.")},
    Sentence{
        "comment-missing", QT_TRANSLATE_NOOP("ProblemText", "Say what is to be changed. Write a comment.")},
    Sentence{"reply-not-signed",
        QT_TRANSLATE_NOOP("ProblemText", "This version is not signed by a leader. Have it signed first.")},
    Sentence{"acceptance-with-rework-reasons",
        QT_TRANSLATE_NOOP("ProblemText",
            "The reply is accepted, yet reasons for rework are ticked. Correct one of the two.")},
    Sentence{"closing-point-missing",
        QT_TRANSLATE_NOOP("ProblemText",
            "A point of the closing standard is not ticked. Check it and tick it, or return the reply for "
            "rework.")},
    Sentence{"closing-point-unknown",
        QT_TRANSLATE_NOOP("ProblemText", "The rules of this case do not know this point. Tick again.")},
    Sentence{"rework-reason-missing",
        QT_TRANSLATE_NOOP("ProblemText", "A rework needs its reason. Tick at least one.")},
    Sentence{"rework-reason-unknown",
        QT_TRANSLATE_NOOP("ProblemText", "The rules of this case do not know this reason. Tick again.")},
};

} // namespace

const char *sentenceOf(const QString &finding)
{
    const auto row = std::ranges::find_if(
        sentences, [&](const Sentence &sentence) { return finding == QLatin1StringView(sentence.finding); });
    return row == sentences.end() ? stepSentenceOf(finding) : row->text;
}

} // namespace chengban

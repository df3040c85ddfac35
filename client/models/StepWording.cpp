#include "client/models/StepWording.h"

#include "client/models/WordTable.h"

namespace chengban {

namespace {

constexpr Word<CommandType> verbWords[] = {
    {CommandType::Register, QT_TRANSLATE_NOOP("StepWording", "Register")},
    {CommandType::Dispatch, QT_TRANSLATE_NOOP("StepWording", "Dispatch")},
    {CommandType::Accept, QT_TRANSLATE_NOOP("StepWording", "Accept case")},
    {CommandType::RequestReturn, QT_TRANSLATE_NOOP("StepWording", "Ask for return")},
    {CommandType::DecideReturn, QT_TRANSLATE_NOOP("StepWording", "Decide on the return")},
    {CommandType::ProposeHandling, QT_TRANSLATE_NOOP("StepWording", "Propose handling")},
    {CommandType::Instruct, QT_TRANSLATE_NOOP("StepWording", "Instruct")},
    {CommandType::RecordContact, QT_TRANSLATE_NOOP("StepWording", "Record contact")},
    {CommandType::RequestExtension, QT_TRANSLATE_NOOP("StepWording", "Ask for extension")},
    {CommandType::DecideExtension, QT_TRANSLATE_NOOP("StepWording", "Decide on the extension")},
    {CommandType::SubmitForSignOff, QT_TRANSLATE_NOOP("StepWording", "Submit for sign-off")},
    {CommandType::Withdraw, QT_TRANSLATE_NOOP("StepWording", "Withdraw")},
    {CommandType::Sign, QT_TRANSLATE_NOOP("StepWording", "Sign")},
    {CommandType::ReturnToClerk, QT_TRANSLATE_NOOP("StepWording", "Return to the clerk")},
    {CommandType::SubmitReply, QT_TRANSLATE_NOOP("StepWording", "Send to the centre")},
    {CommandType::AcceptReply, QT_TRANSLATE_NOOP("StepWording", "Accept the reply")},
    {CommandType::ReturnForRework, QT_TRANSLATE_NOOP("StepWording", "Return for rework")},
    {CommandType::RecordUnitCallback, QT_TRANSLATE_NOOP("StepWording", "Record own callback")},
    {CommandType::RecordCentreCallback, QT_TRANSLATE_NOOP("StepWording", "Record callback")},
    {CommandType::Urge, QT_TRANSLATE_NOOP("StepWording", "Urge")},
    {CommandType::Close, QT_TRANSLATE_NOOP("StepWording", "Close case")},
    {CommandType::Archive, QT_TRANSLATE_NOOP("StepWording", "Archive")},
    {CommandType::RequestErasure, QT_TRANSLATE_NOOP("StepWording", "Ask for erasure")},
    {CommandType::RefuseErasure, QT_TRANSLATE_NOOP("StepWording", "Do not erase")},
    {CommandType::ErasePart, QT_TRANSLATE_NOOP("StepWording", "Erase")},
    {CommandType::AbsorbDuplicate, QT_TRANSLATE_NOOP("StepWording", "Take over a duplicate")},
    {CommandType::MergeInto, QT_TRANSLATE_NOOP("StepWording", "Merge into another case")},
    {CommandType::Refuse, QT_TRANSLATE_NOOP("StepWording", "Refuse")},
    {CommandType::AnswerDirectly, QT_TRANSLATE_NOOP("StepWording", "Answer at once")},
    {CommandType::Classify, QT_TRANSLATE_NOOP("StepWording", "Classify")},
    {CommandType::ConfirmByPhone, QT_TRANSLATE_NOOP("StepWording", "Confirm by phone")},
    {CommandType::Reassign, QT_TRANSLATE_NOOP("StepWording", "Reassign")},
    {CommandType::Appeal, QT_TRANSLATE_NOOP("StepWording", "Object to the dispatch")},
    {CommandType::DecideAppeal, QT_TRANSLATE_NOOP("StepWording", "Decide on the objection")},
    {CommandType::HandDown, QT_TRANSLATE_NOOP("StepWording", "Hand down")},
    {CommandType::ReportBack, QT_TRANSLATE_NOOP("StepWording", "Report back")},
    {CommandType::UrgeInside, QT_TRANSLATE_NOOP("StepWording", "Urge inside the unit")},
    {CommandType::RecordAnswer, QT_TRANSLATE_NOOP("StepWording", "Record the answer given")},
    {CommandType::RecordInvestigation, QT_TRANSLATE_NOOP("StepWording", "Record investigation")},
    {CommandType::RecordSiteVisit, QT_TRANSLATE_NOOP("StepWording", "Record site visit")},
    {CommandType::RecordMeasures, QT_TRANSLATE_NOOP("StepWording", "Record measures")},
    {CommandType::ReportProgress, QT_TRANSLATE_NOOP("StepWording", "Report progress")},
    {CommandType::SubmitPart, QT_TRANSLATE_NOOP("StepWording", "Submit own part")},
    {CommandType::SignRequest, QT_TRANSLATE_NOOP("StepWording", "Sign the request")},
    {CommandType::DropRequest, QT_TRANSLATE_NOOP("StepWording", "Take the request back")},
    {CommandType::RecordPaperSignature, QT_TRANSLATE_NOOP("StepWording", "File a paper signature")},
    {CommandType::OrderReReview, QT_TRANSLATE_NOOP("StepWording", "Order re-review")},
    {CommandType::OrderSupervision, QT_TRANSLATE_NOOP("StepWording", "Order supervision")},
    {CommandType::AnswerOrder, QT_TRANSLATE_NOOP("StepWording", "Answer the order")},
    {CommandType::DecideAnswer, QT_TRANSLATE_NOOP("StepWording", "Decide on the answer")},
    {CommandType::RecordSecondCallback, QT_TRANSLATE_NOOP("StepWording", "Record second callback")},
    {CommandType::RecordMismatch, QT_TRANSLATE_NOOP("StepWording", "Record a mismatch")},
    {CommandType::AppealScore, QT_TRANSLATE_NOOP("StepWording", "Object to the score")},
    {CommandType::DecideScore, QT_TRANSLATE_NOOP("StepWording", "Decide on the score")},
    {CommandType::ExcludeFromScoring, QT_TRANSLATE_NOOP("StepWording", "Exclude from scoring")},
    {CommandType::RequestTermination, QT_TRANSLATE_NOOP("StepWording", "Ask for termination")},
    {CommandType::DecideTermination, QT_TRANSLATE_NOOP("StepWording", "Decide on the termination")},
    {CommandType::FileCopy, QT_TRANSLATE_NOOP("StepWording", "File the copy")},
    {CommandType::Warn, QT_TRANSLATE_NOOP("StepWording", "Warn")},
    {CommandType::MarkOverdue, QT_TRANSLATE_NOOP("StepWording", "Mark as overdue")},
    {CommandType::Recalculate, QT_TRANSLATE_NOOP("StepWording", "Recalculate")},
};

constexpr Word<QLatin1StringView> eventWords[] = {
    {QLatin1StringView("registered"), QT_TRANSLATE_NOOP("StepWording", "Registered")},
    {QLatin1StringView("dispatched"), QT_TRANSLATE_NOOP("StepWording", "Dispatched")},
    {QLatin1StringView("accepted"), QT_TRANSLATE_NOOP("StepWording", "Accepted by the unit")},
    {QLatin1StringView("return-requested"), QT_TRANSLATE_NOOP("StepWording", "Return asked for")},
    {QLatin1StringView("return-decided"), QT_TRANSLATE_NOOP("StepWording", "Return decided")},
    {QLatin1StringView("handling-proposed"), QT_TRANSLATE_NOOP("StepWording", "Handling proposed")},
    {QLatin1StringView("instructed"), QT_TRANSLATE_NOOP("StepWording", "Instructed by the leader")},
    {QLatin1StringView("contact-recorded"), QT_TRANSLATE_NOOP("StepWording", "Citizen contacted")},
    {QLatin1StringView("extension-requested"), QT_TRANSLATE_NOOP("StepWording", "Extension asked for")},
    {QLatin1StringView("extension-decided"), QT_TRANSLATE_NOOP("StepWording", "Extension decided")},
    {QLatin1StringView("reply-drafted-for-sign-off"),
        QT_TRANSLATE_NOOP("StepWording", "Submitted for sign-off")},
    {QLatin1StringView("reply-withdrawn"), QT_TRANSLATE_NOOP("StepWording", "Withdrawn by the clerk")},
    {QLatin1StringView("reply-signed"), QT_TRANSLATE_NOOP("StepWording", "Reply signed")},
    {QLatin1StringView("reply-returned-to-clerk"), QT_TRANSLATE_NOOP("StepWording", "Returned to the clerk")},
    {QLatin1StringView("reply-submitted"), QT_TRANSLATE_NOOP("StepWording", "Reply sent to the centre")},
    {QLatin1StringView("reply-accepted"), QT_TRANSLATE_NOOP("StepWording", "Reply accepted")},
    {QLatin1StringView("rework-ordered"), QT_TRANSLATE_NOOP("StepWording", "Returned for rework")},
    {QLatin1StringView("unit-callback-recorded"),
        QT_TRANSLATE_NOOP("StepWording", "Called back by the unit")},
    {QLatin1StringView("centre-callback-recorded"),
        QT_TRANSLATE_NOOP("StepWording", "Called back by the centre")},
    {QLatin1StringView("urged"), QT_TRANSLATE_NOOP("StepWording", "Urged")},
    {QLatin1StringView("closed"), QT_TRANSLATE_NOOP("StepWording", "Case closed")},
    {QLatin1StringView("archived"), QT_TRANSLATE_NOOP("StepWording", "Dossier archived")},
    {QLatin1StringView("erasure-requested"), QT_TRANSLATE_NOOP("StepWording", "Erasure asked for")},
    {QLatin1StringView("erasure-refused"), QT_TRANSLATE_NOOP("StepWording", "Erasure refused")},
    {QLatin1StringView("part-erased"), QT_TRANSLATE_NOOP("StepWording", "Personal data erased")},
    {QLatin1StringView("duplicate-absorbed"), QT_TRANSLATE_NOOP("StepWording", "Duplicate taken over")},
    {QLatin1StringView("merged"), QT_TRANSLATE_NOOP("StepWording", "Merged into another case")},
    {QLatin1StringView("refused"), QT_TRANSLATE_NOOP("StepWording", "Refused")},
    {QLatin1StringView("answered-directly"), QT_TRANSLATE_NOOP("StepWording", "Answered at once")},
    {QLatin1StringView("classified"), QT_TRANSLATE_NOOP("StepWording", "Classified")},
    {QLatin1StringView("confirmed-by-phone"), QT_TRANSLATE_NOOP("StepWording", "Confirmed by phone")},
    {QLatin1StringView("reassigned"), QT_TRANSLATE_NOOP("StepWording", "Reassigned")},
    {QLatin1StringView("appealed"), QT_TRANSLATE_NOOP("StepWording", "Unit objected to the dispatch")},
    {QLatin1StringView("appeal-decided"), QT_TRANSLATE_NOOP("StepWording", "Objection decided")},
    {QLatin1StringView("handed-down"), QT_TRANSLATE_NOOP("StepWording", "Handed down in the unit")},
    {QLatin1StringView("reported-back"), QT_TRANSLATE_NOOP("StepWording", "Section reported back")},
    {QLatin1StringView("urged-inside"), QT_TRANSLATE_NOOP("StepWording", "Urged inside the unit")},
    {QLatin1StringView("answer-recorded"), QT_TRANSLATE_NOOP("StepWording", "Answer given to the citizen")},
    {QLatin1StringView("investigation-recorded"), QT_TRANSLATE_NOOP("StepWording", "Investigated")},
    {QLatin1StringView("site-visit-recorded"), QT_TRANSLATE_NOOP("StepWording", "Site visited")},
    {QLatin1StringView("measures-recorded"), QT_TRANSLATE_NOOP("StepWording", "Measures taken")},
    {QLatin1StringView("progress-reported"), QT_TRANSLATE_NOOP("StepWording", "Progress reported")},
    {QLatin1StringView("part-submitted"), QT_TRANSLATE_NOOP("StepWording", "Own part submitted")},
    {QLatin1StringView("request-drafted"),
        QT_TRANSLATE_NOOP("StepWording", "Request waits for its signature")},
    {QLatin1StringView("request-signed"), QT_TRANSLATE_NOOP("StepWording", "Request signed")},
    {QLatin1StringView("request-dropped"), QT_TRANSLATE_NOOP("StepWording", "Request taken back")},
    {QLatin1StringView("re-review-ordered"), QT_TRANSLATE_NOOP("StepWording", "Re-review ordered")},
    {QLatin1StringView("supervision-ordered"), QT_TRANSLATE_NOOP("StepWording", "Supervision ordered")},
    {QLatin1StringView("order-answered"), QT_TRANSLATE_NOOP("StepWording", "Order answered")},
    {QLatin1StringView("answer-decided"), QT_TRANSLATE_NOOP("StepWording", "Answer decided")},
    {QLatin1StringView("second-callback-recorded"), QT_TRANSLATE_NOOP("StepWording", "Second callback")},
    {QLatin1StringView("mismatch-recorded"), QT_TRANSLATE_NOOP("StepWording", "Mismatch recorded")},
    {QLatin1StringView("score-appealed"), QT_TRANSLATE_NOOP("StepWording", "Unit objected to the score")},
    {QLatin1StringView("score-decided"), QT_TRANSLATE_NOOP("StepWording", "Score decided")},
    {QLatin1StringView("excluded-from-scoring"), QT_TRANSLATE_NOOP("StepWording", "Excluded from scoring")},
    {QLatin1StringView("termination-requested"), QT_TRANSLATE_NOOP("StepWording", "Termination asked for")},
    {QLatin1StringView("termination-decided"), QT_TRANSLATE_NOOP("StepWording", "Termination decided")},
    {QLatin1StringView("copy-filed"), QT_TRANSLATE_NOOP("StepWording", "Copy filed")},
    {QLatin1StringView("warned"), QT_TRANSLATE_NOOP("StepWording", "Due soon")},
    {QLatin1StringView("overdue-marked"), QT_TRANSLATE_NOOP("StepWording", "Overdue")},
    {QLatin1StringView("recalculated"), QT_TRANSLATE_NOOP("StepWording", "Dates recalculated")},
};

} // namespace

QString stepVerb(CommandType step)
{
    return wordFor("StepWording", verbWords, step);
}

QString stepObjectName(CommandType step)
{
    QString name;
    bool upper = false;
    for (const QChar letter : QString(nameOf(step))) {
        if (letter != QLatin1Char('-'))
            name += upper ? letter.toUpper() : letter;
        upper = letter == QLatin1Char('-');
    }
    return name;
}

QString eventText(const QString &eventType)
{
    const QString known = wordFor("StepWording", eventWords, eventType);
    return known.isEmpty() ? eventType : known;
}

} // namespace chengban

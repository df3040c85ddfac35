#include "client/models/Wording.h"

#include "shared/base/CountyTime.h"
#include "shared/reply/Requirements.h"

#include <QCoreApplication>

namespace chengban {

namespace {

template <typename Key> struct Word
{
    Key key;
    const char *text;
};

template <typename Key, size_t N> QString wordFor(const Word<Key> (&words)[N], const Key &key)
{
    for (const auto &word : words) {
        if (word.key == key)
            return QCoreApplication::translate("Wording", word.text);
    }
    return {};
}

constexpr Word<Phase> phaseWords[] = {
    {Phase::None, QT_TRANSLATE_NOOP("Wording", "Not registered")},
    {Phase::Registered, QT_TRANSLATE_NOOP("Wording", "To be dispatched")},
    {Phase::Dispatched, QT_TRANSLATE_NOOP("Wording", "To be accepted")},
    {Phase::Handling, QT_TRANSLATE_NOOP("Wording", "In handling")},
    {Phase::ReturnRequested, QT_TRANSLATE_NOOP("Wording", "Return asked for")},
    {Phase::AwaitingSignOff, QT_TRANSLATE_NOOP("Wording", "Awaiting sign-off")},
    {Phase::Signed, QT_TRANSLATE_NOOP("Wording", "Signed")},
    {Phase::AwaitingReview, QT_TRANSLATE_NOOP("Wording", "Awaiting review")},
    {Phase::Rework, QT_TRANSLATE_NOOP("Wording", "Rework")},
    {Phase::AwaitingCallback, QT_TRANSLATE_NOOP("Wording", "Awaiting callback")},
    {Phase::AwaitingClose, QT_TRANSLATE_NOOP("Wording", "Awaiting close")},
    {Phase::Closed, QT_TRANSLATE_NOOP("Wording", "Closed")},
    {Phase::Archived, QT_TRANSLATE_NOOP("Wording", "Archived")},
};

constexpr Word<CaseClass> classWords[] = {
    {CaseClass::Consult, QT_TRANSLATE_NOOP("Wording", "Consultation")},
    {CaseClass::Urgent, QT_TRANSLATE_NOOP("Wording", "Urgent")},
    {CaseClass::General, QT_TRANSLATE_NOOP("Wording", "General")},
    {CaseClass::Complex, QT_TRANSLATE_NOOP("Wording", "Complex")},
    {CaseClass::Difficult, QT_TRANSLATE_NOOP("Wording", "Difficult")},
    {CaseClass::Emergency, QT_TRANSLATE_NOOP("Wording", "Emergency")},
    {CaseClass::BasicLife, QT_TRANSLATE_NOOP("Wording", "Basic supplies")},
};

constexpr Word<Verdict> verdictWords[] = {
    {Verdict::Undecided, QT_TRANSLATE_NOOP("Wording", "Not judged yet")},
    {Verdict::SolvableInLimit, QT_TRANSLATE_NOOP("Wording", "Reasonable, solvable in the limit")},
    {Verdict::NotInLimit, QT_TRANSLATE_NOOP("Wording", "Reasonable, not solvable in the limit")},
    {Verdict::Unreasonable, QT_TRANSLATE_NOOP("Wording", "Unreasonable demand")},
    {Verdict::OutOfScope, QT_TRANSLATE_NOOP("Wording", "Outside the scope of acceptance")},
};

constexpr Word<Verdict> verdictHints[] = {
    {Verdict::SolvableInLimit,
        QT_TRANSLATE_NOOP("Wording", "Write what was found, what was done and the result.")},
    {Verdict::NotInLimit,
        QT_TRANSLATE_NOOP("Wording", "Write the progress, the plan and the expected effect.")},
    {Verdict::Unreasonable,
        QT_TRANSLATE_NOOP("Wording", "Write the grounds and a way out, and attach the evidence.")},
    {Verdict::OutOfScope,
        QT_TRANSLATE_NOOP("Wording", "Name the legal channel and attach the procedure papers.")},
};

constexpr Word<ContactOutcome> outcomeWords[] = {
    {ContactOutcome::Reached, QT_TRANSLATE_NOOP("Wording", "Reached")},
    {ContactOutcome::NoAnswer, QT_TRANSLATE_NOOP("Wording", "No answer")},
    {ContactOutcome::SwitchedOff, QT_TRANSLATE_NOOP("Wording", "Switched off")},
    {ContactOutcome::WrongNumber, QT_TRANSLATE_NOOP("Wording", "Wrong number")},
    {ContactOutcome::NoNumber, QT_TRANSLATE_NOOP("Wording", "No number given")},
    {ContactOutcome::Declined, QT_TRANSLATE_NOOP("Wording", "Declined to speak")},
};

constexpr Word<AttachmentKind> kindWords[] = {
    {AttachmentKind::Evidence, QT_TRANSLATE_NOOP("Wording", "Evidence")},
    {AttachmentKind::ProcedurePaper, QT_TRANSLATE_NOOP("Wording", "Procedure paper")},
    {AttachmentKind::Photo, QT_TRANSLATE_NOOP("Wording", "Site photo")},
    {AttachmentKind::InvestigationRecord, QT_TRANSLATE_NOOP("Wording", "Investigation record")},
    {AttachmentKind::SignedSheet, QT_TRANSLATE_NOOP("Wording", "Signed sheet")},
    {AttachmentKind::Other, QT_TRANSLATE_NOOP("Wording", "Other paper")},
};

constexpr Word<Role> roleWords[] = {
    {Role::Clerk, QT_TRANSLATE_NOOP("Wording", "Clerk")},
    {Role::SectionHead, QT_TRANSLATE_NOOP("Wording", "Section head")},
    {Role::DeputyLeader, QT_TRANSLATE_NOOP("Wording", "Leader in charge")},
    {Role::PrincipalLeader, QT_TRANSLATE_NOOP("Wording", "Principal leader")},
    {Role::Centre, QT_TRANSLATE_NOOP("Wording", "Hotline centre")},
    {Role::Archivist, QT_TRANSLATE_NOOP("Wording", "Archivist")},
    {Role::SystemAdmin, QT_TRANSLATE_NOOP("Wording", "System administrator")},
    {Role::SecurityAdmin, QT_TRANSLATE_NOOP("Wording", "Security administrator")},
    {Role::AuditAdmin, QT_TRANSLATE_NOOP("Wording", "Audit administrator")},
    {Role::System, QT_TRANSLATE_NOOP("Wording", "System")},
};

constexpr Word<LimitName> limitWords[] = {
    {LimitName::Accept, QT_TRANSLATE_NOOP("Wording", "Acceptance due")},
    {LimitName::FirstContact, QT_TRANSLATE_NOOP("Wording", "First contact due")},
    {LimitName::Start, QT_TRANSLATE_NOOP("Wording", "Start due")},
    {LimitName::Handle, QT_TRANSLATE_NOOP("Wording", "Reply due")},
    {LimitName::Feedback, QT_TRANSLATE_NOOP("Wording", "Feedback due")},
    {LimitName::Rework, QT_TRANSLATE_NOOP("Wording", "Rework due")},
    {LimitName::ReReview, QT_TRANSLATE_NOOP("Wording", "Second review due")},
    {LimitName::Return, QT_TRANSLATE_NOOP("Wording", "Return possible until")},
    {LimitName::Supervision, QT_TRANSLATE_NOOP("Wording", "Supervision due")},
};

constexpr Word<CommandType> verbWords[] = {
    {CommandType::Register, QT_TRANSLATE_NOOP("Wording", "Register")},
    {CommandType::Dispatch, QT_TRANSLATE_NOOP("Wording", "Dispatch")},
    {CommandType::Accept, QT_TRANSLATE_NOOP("Wording", "Accept case")},
    {CommandType::RequestReturn, QT_TRANSLATE_NOOP("Wording", "Ask for return")},
    {CommandType::DecideReturn, QT_TRANSLATE_NOOP("Wording", "Decide on the return")},
    {CommandType::ProposeHandling, QT_TRANSLATE_NOOP("Wording", "Propose handling")},
    {CommandType::Instruct, QT_TRANSLATE_NOOP("Wording", "Instruct")},
    {CommandType::RecordContact, QT_TRANSLATE_NOOP("Wording", "Record contact")},
    {CommandType::RequestExtension, QT_TRANSLATE_NOOP("Wording", "Ask for extension")},
    {CommandType::DecideExtension, QT_TRANSLATE_NOOP("Wording", "Decide on the extension")},
    {CommandType::SubmitForSignOff, QT_TRANSLATE_NOOP("Wording", "Submit for sign-off")},
    {CommandType::Withdraw, QT_TRANSLATE_NOOP("Wording", "Withdraw")},
    {CommandType::Sign, QT_TRANSLATE_NOOP("Wording", "Sign")},
    {CommandType::ReturnToClerk, QT_TRANSLATE_NOOP("Wording", "Return to the clerk")},
    {CommandType::SubmitReply, QT_TRANSLATE_NOOP("Wording", "Send to the centre")},
    {CommandType::AcceptReply, QT_TRANSLATE_NOOP("Wording", "Accept the reply")},
    {CommandType::ReturnForRework, QT_TRANSLATE_NOOP("Wording", "Return for rework")},
    {CommandType::RecordUnitCallback, QT_TRANSLATE_NOOP("Wording", "Record own callback")},
    {CommandType::RecordCentreCallback, QT_TRANSLATE_NOOP("Wording", "Record callback")},
    {CommandType::Urge, QT_TRANSLATE_NOOP("Wording", "Urge")},
    {CommandType::Close, QT_TRANSLATE_NOOP("Wording", "Close case")},
    {CommandType::Archive, QT_TRANSLATE_NOOP("Wording", "Archive")},
    {CommandType::RequestErasure, QT_TRANSLATE_NOOP("Wording", "Ask for erasure")},
    {CommandType::RefuseErasure, QT_TRANSLATE_NOOP("Wording", "Do not erase")},
    {CommandType::ErasePart, QT_TRANSLATE_NOOP("Wording", "Erase")},
    {CommandType::AbsorbDuplicate, QT_TRANSLATE_NOOP("Wording", "Take over a duplicate")},
    {CommandType::MergeInto, QT_TRANSLATE_NOOP("Wording", "Merge into another case")},
    {CommandType::Refuse, QT_TRANSLATE_NOOP("Wording", "Refuse")},
    {CommandType::AnswerDirectly, QT_TRANSLATE_NOOP("Wording", "Answer at once")},
    {CommandType::Classify, QT_TRANSLATE_NOOP("Wording", "Classify")},
    {CommandType::ConfirmByPhone, QT_TRANSLATE_NOOP("Wording", "Confirm by phone")},
    {CommandType::Reassign, QT_TRANSLATE_NOOP("Wording", "Reassign")},
    {CommandType::Appeal, QT_TRANSLATE_NOOP("Wording", "Object to the dispatch")},
    {CommandType::DecideAppeal, QT_TRANSLATE_NOOP("Wording", "Decide on the objection")},
    {CommandType::HandDown, QT_TRANSLATE_NOOP("Wording", "Hand down")},
    {CommandType::ReportBack, QT_TRANSLATE_NOOP("Wording", "Report back")},
    {CommandType::UrgeInside, QT_TRANSLATE_NOOP("Wording", "Urge inside the unit")},
    {CommandType::RecordAnswer, QT_TRANSLATE_NOOP("Wording", "Record the answer given")},
    {CommandType::RecordInvestigation, QT_TRANSLATE_NOOP("Wording", "Record investigation")},
    {CommandType::RecordSiteVisit, QT_TRANSLATE_NOOP("Wording", "Record site visit")},
    {CommandType::RecordMeasures, QT_TRANSLATE_NOOP("Wording", "Record measures")},
    {CommandType::ReportProgress, QT_TRANSLATE_NOOP("Wording", "Report progress")},
    {CommandType::SubmitPart, QT_TRANSLATE_NOOP("Wording", "Submit own part")},
    {CommandType::SignRequest, QT_TRANSLATE_NOOP("Wording", "Sign the request")},
    {CommandType::DropRequest, QT_TRANSLATE_NOOP("Wording", "Take the request back")},
    {CommandType::RecordPaperSignature, QT_TRANSLATE_NOOP("Wording", "File a paper signature")},
    {CommandType::OrderReReview, QT_TRANSLATE_NOOP("Wording", "Order re-review")},
    {CommandType::OrderSupervision, QT_TRANSLATE_NOOP("Wording", "Order supervision")},
    {CommandType::AnswerOrder, QT_TRANSLATE_NOOP("Wording", "Answer the order")},
    {CommandType::DecideAnswer, QT_TRANSLATE_NOOP("Wording", "Decide on the answer")},
    {CommandType::RecordSecondCallback, QT_TRANSLATE_NOOP("Wording", "Record second callback")},
    {CommandType::RecordMismatch, QT_TRANSLATE_NOOP("Wording", "Record a mismatch")},
    {CommandType::AppealScore, QT_TRANSLATE_NOOP("Wording", "Object to the score")},
    {CommandType::DecideScore, QT_TRANSLATE_NOOP("Wording", "Decide on the score")},
    {CommandType::ExcludeFromScoring, QT_TRANSLATE_NOOP("Wording", "Exclude from scoring")},
    {CommandType::RequestTermination, QT_TRANSLATE_NOOP("Wording", "Ask for termination")},
    {CommandType::DecideTermination, QT_TRANSLATE_NOOP("Wording", "Decide on the termination")},
    {CommandType::FileCopy, QT_TRANSLATE_NOOP("Wording", "File the copy")},
    {CommandType::Warn, QT_TRANSLATE_NOOP("Wording", "Warn")},
    {CommandType::MarkOverdue, QT_TRANSLATE_NOOP("Wording", "Mark as overdue")},
    {CommandType::Recalculate, QT_TRANSLATE_NOOP("Wording", "Recalculate")},
};

constexpr Word<QLatin1StringView> eventWords[] = {
    {QLatin1StringView("registered"), QT_TRANSLATE_NOOP("Wording", "Registered")},
    {QLatin1StringView("dispatched"), QT_TRANSLATE_NOOP("Wording", "Dispatched")},
    {QLatin1StringView("accepted"), QT_TRANSLATE_NOOP("Wording", "Accepted by the unit")},
    {QLatin1StringView("return-requested"), QT_TRANSLATE_NOOP("Wording", "Return asked for")},
    {QLatin1StringView("return-decided"), QT_TRANSLATE_NOOP("Wording", "Return decided")},
    {QLatin1StringView("handling-proposed"), QT_TRANSLATE_NOOP("Wording", "Handling proposed")},
    {QLatin1StringView("instructed"), QT_TRANSLATE_NOOP("Wording", "Instructed by the leader")},
    {QLatin1StringView("contact-recorded"), QT_TRANSLATE_NOOP("Wording", "Citizen contacted")},
    {QLatin1StringView("extension-requested"), QT_TRANSLATE_NOOP("Wording", "Extension asked for")},
    {QLatin1StringView("extension-decided"), QT_TRANSLATE_NOOP("Wording", "Extension decided")},
    {QLatin1StringView("reply-drafted-for-sign-off"), QT_TRANSLATE_NOOP("Wording", "Submitted for sign-off")},
    {QLatin1StringView("reply-withdrawn"), QT_TRANSLATE_NOOP("Wording", "Withdrawn by the clerk")},
    {QLatin1StringView("reply-signed"), QT_TRANSLATE_NOOP("Wording", "Reply signed")},
    {QLatin1StringView("reply-returned-to-clerk"), QT_TRANSLATE_NOOP("Wording", "Returned to the clerk")},
    {QLatin1StringView("reply-submitted"), QT_TRANSLATE_NOOP("Wording", "Reply sent to the centre")},
    {QLatin1StringView("reply-accepted"), QT_TRANSLATE_NOOP("Wording", "Reply accepted")},
    {QLatin1StringView("rework-ordered"), QT_TRANSLATE_NOOP("Wording", "Returned for rework")},
    {QLatin1StringView("unit-callback-recorded"), QT_TRANSLATE_NOOP("Wording", "Called back by the unit")},
    {QLatin1StringView("centre-callback-recorded"),
        QT_TRANSLATE_NOOP("Wording", "Called back by the centre")},
    {QLatin1StringView("urged"), QT_TRANSLATE_NOOP("Wording", "Urged")},
    {QLatin1StringView("closed"), QT_TRANSLATE_NOOP("Wording", "Case closed")},
    {QLatin1StringView("archived"), QT_TRANSLATE_NOOP("Wording", "Dossier archived")},
    {QLatin1StringView("erasure-requested"), QT_TRANSLATE_NOOP("Wording", "Erasure asked for")},
    {QLatin1StringView("erasure-refused"), QT_TRANSLATE_NOOP("Wording", "Erasure refused")},
    {QLatin1StringView("part-erased"), QT_TRANSLATE_NOOP("Wording", "Personal data erased")},
    {QLatin1StringView("duplicate-absorbed"), QT_TRANSLATE_NOOP("Wording", "Duplicate taken over")},
    {QLatin1StringView("merged"), QT_TRANSLATE_NOOP("Wording", "Merged into another case")},
    {QLatin1StringView("refused"), QT_TRANSLATE_NOOP("Wording", "Refused")},
    {QLatin1StringView("answered-directly"), QT_TRANSLATE_NOOP("Wording", "Answered at once")},
    {QLatin1StringView("classified"), QT_TRANSLATE_NOOP("Wording", "Classified")},
    {QLatin1StringView("confirmed-by-phone"), QT_TRANSLATE_NOOP("Wording", "Confirmed by phone")},
    {QLatin1StringView("reassigned"), QT_TRANSLATE_NOOP("Wording", "Reassigned")},
    {QLatin1StringView("appealed"), QT_TRANSLATE_NOOP("Wording", "Unit objected to the dispatch")},
    {QLatin1StringView("appeal-decided"), QT_TRANSLATE_NOOP("Wording", "Objection decided")},
    {QLatin1StringView("handed-down"), QT_TRANSLATE_NOOP("Wording", "Handed down in the unit")},
    {QLatin1StringView("reported-back"), QT_TRANSLATE_NOOP("Wording", "Section reported back")},
    {QLatin1StringView("urged-inside"), QT_TRANSLATE_NOOP("Wording", "Urged inside the unit")},
    {QLatin1StringView("answer-recorded"), QT_TRANSLATE_NOOP("Wording", "Answer given to the citizen")},
    {QLatin1StringView("investigation-recorded"), QT_TRANSLATE_NOOP("Wording", "Investigated")},
    {QLatin1StringView("site-visit-recorded"), QT_TRANSLATE_NOOP("Wording", "Site visited")},
    {QLatin1StringView("measures-recorded"), QT_TRANSLATE_NOOP("Wording", "Measures taken")},
    {QLatin1StringView("progress-reported"), QT_TRANSLATE_NOOP("Wording", "Progress reported")},
    {QLatin1StringView("part-submitted"), QT_TRANSLATE_NOOP("Wording", "Own part submitted")},
    {QLatin1StringView("request-drafted"), QT_TRANSLATE_NOOP("Wording", "Request waits for its signature")},
    {QLatin1StringView("request-signed"), QT_TRANSLATE_NOOP("Wording", "Request signed")},
    {QLatin1StringView("request-dropped"), QT_TRANSLATE_NOOP("Wording", "Request taken back")},
    {QLatin1StringView("re-review-ordered"), QT_TRANSLATE_NOOP("Wording", "Re-review ordered")},
    {QLatin1StringView("supervision-ordered"), QT_TRANSLATE_NOOP("Wording", "Supervision ordered")},
    {QLatin1StringView("order-answered"), QT_TRANSLATE_NOOP("Wording", "Order answered")},
    {QLatin1StringView("answer-decided"), QT_TRANSLATE_NOOP("Wording", "Answer decided")},
    {QLatin1StringView("second-callback-recorded"), QT_TRANSLATE_NOOP("Wording", "Second callback")},
    {QLatin1StringView("mismatch-recorded"), QT_TRANSLATE_NOOP("Wording", "Mismatch recorded")},
    {QLatin1StringView("score-appealed"), QT_TRANSLATE_NOOP("Wording", "Unit objected to the score")},
    {QLatin1StringView("score-decided"), QT_TRANSLATE_NOOP("Wording", "Score decided")},
    {QLatin1StringView("excluded-from-scoring"), QT_TRANSLATE_NOOP("Wording", "Excluded from scoring")},
    {QLatin1StringView("termination-requested"), QT_TRANSLATE_NOOP("Wording", "Termination asked for")},
    {QLatin1StringView("termination-decided"), QT_TRANSLATE_NOOP("Wording", "Termination decided")},
    {QLatin1StringView("copy-filed"), QT_TRANSLATE_NOOP("Wording", "Copy filed")},
    {QLatin1StringView("warned"), QT_TRANSLATE_NOOP("Wording", "Due soon")},
    {QLatin1StringView("overdue-marked"), QT_TRANSLATE_NOOP("Wording", "Overdue")},
    {QLatin1StringView("recalculated"), QT_TRANSLATE_NOOP("Wording", "Dates recalculated")},
};

constexpr Word<QLatin1StringView> partWords[] = {
    {QLatin1StringView("summary"), QT_TRANSLATE_NOOP("Wording", "Summary of the demand")},
    {QLatin1StringView("investigation"), QT_TRANSLATE_NOOP("Wording", "Investigation")},
    {QLatin1StringView("handling"), QT_TRANSLATE_NOOP("Wording", "Handling")},
    {QLatin1StringView("measures"), QT_TRANSLATE_NOOP("Wording", "Measures taken")},
    {QLatin1StringView("result"), QT_TRANSLATE_NOOP("Wording", "Result")},
    {QLatin1StringView("opinion"), QT_TRANSLATE_NOOP("Wording", "Opinion of the unit")},
    {QLatin1StringView("progress"), QT_TRANSLATE_NOOP("Wording", "Present progress")},
    {QLatin1StringView("plan"), QT_TRANSLATE_NOOP("Wording", "Plan of work")},
    {QLatin1StringView("expectedEffect"), QT_TRANSLATE_NOOP("Wording", "Expected effect")},
    {QLatin1StringView("grounds"), QT_TRANSLATE_NOOP("Wording", "Grounds")},
    {QLatin1StringView("advice"), QT_TRANSLATE_NOOP("Wording", "Advice or way")},
    {QLatin1StringView("channel"), QT_TRANSLATE_NOOP("Wording", "Legal channel")},
    {QLatin1StringView("channelTold"), QT_TRANSLATE_NOOP("Wording", "The citizen was told of the channel")},
    {QLatin1StringView("statement"), QT_TRANSLATE_NOOP("Wording", "Statement")},
    {QLatin1StringView("citizenFeedback"), QT_TRANSLATE_NOOP("Wording", "Citizen's response")},
    {QLatin1StringView("answer"), QT_TRANSLATE_NOOP("Wording", "Answer to the citizen")},
    {QLatin1StringView("legalBasis"), QT_TRANSLATE_NOOP("Wording", "Basis")},
    {QLatin1StringView("attachments"), QT_TRANSLATE_NOOP("Wording", "Evidence")},
    {QLatin1StringView("handler"), QT_TRANSLATE_NOOP("Wording", "Handler")},
    {QLatin1StringView("handlerPhone"), QT_TRANSLATE_NOOP("Wording", "Phone")},
};

constexpr Word<SignedAction> signedWords[] = {
    {SignedAction::Reply, QT_TRANSLATE_NOOP("Wording", "Reply")},
    {SignedAction::Return, QT_TRANSLATE_NOOP("Wording", "Request for return")},
    {SignedAction::Extension, QT_TRANSLATE_NOOP("Wording", "Request for extension")},
    {SignedAction::ReReviewAnswer, QT_TRANSLATE_NOOP("Wording", "Answer to a re-review")},
    {SignedAction::SupervisionAnswer, QT_TRANSLATE_NOOP("Wording", "Answer to a supervision")},
    {SignedAction::Termination, QT_TRANSLATE_NOOP("Wording", "Request for termination")},
};

constexpr Word<HandDownTo> handDownWords[] = {
    {HandDownTo::Section, QT_TRANSLATE_NOOP("Wording", "Section")},
    {HandDownTo::Village, QT_TRANSLATE_NOOP("Wording", "Village")},
    {HandDownTo::Person, QT_TRANSLATE_NOOP("Wording", "Person")},
};

/// Findings of the window itself; those of the rules have their sentences in shared/reply.
constexpr Word<QLatin1StringView> missingWords[] = {
    {QLatin1StringView("pin-missing"),
        QT_TRANSLATE_NOOP("Wording", "Enter the PIN of the signing key, then sign.")},
    {QLatin1StringView("key-missing"),
        QT_TRANSLATE_NOOP("Wording", "Enrol a signing key first; it is below.")},
    {QLatin1StringView("decision-missing"),
        QT_TRANSLATE_NOOP("Wording", "Choose whether to grant or to refuse.")},
};

constexpr Word<OutboxState> outboxWords[] = {
    {OutboxState::Queued, QT_TRANSLATE_NOOP("Wording", "Waiting to be sent")},
    {OutboxState::Sent, QT_TRANSLATE_NOOP("Wording", "Sent, waiting for the receipt")},
    {OutboxState::Accepted, QT_TRANSLATE_NOOP("Wording", "Received by the server")},
    {OutboxState::Refused, QT_TRANSLATE_NOOP("Wording", "Refused by the server")},
    {OutboxState::Conflict, QT_TRANSLATE_NOOP("Wording", "The case has changed meanwhile")},
    {OutboxState::Quarantined, QT_TRANSLATE_NOOP("Wording", "Set aside, others go on")},
};

} // namespace

QString phaseText(Phase phase)
{
    return wordFor(phaseWords, phase);
}
QString caseClassText(CaseClass caseClass)
{
    return wordFor(classWords, caseClass);
}
QString verdictText(Verdict verdict)
{
    return wordFor(verdictWords, verdict);
}
QString verdictHint(Verdict verdict)
{
    return wordFor(verdictHints, verdict);
}
QString outcomeText(ContactOutcome outcome)
{
    return wordFor(outcomeWords, outcome);
}
QString attachmentKindText(AttachmentKind kind)
{
    return wordFor(kindWords, kind);
}
QString roleText(Role role)
{
    return wordFor(roleWords, role);
}
QString signedActionText(SignedAction action)
{
    return wordFor(signedWords, action);
}
QString handDownText(HandDownTo to)
{
    return wordFor(handDownWords, to);
}
QString dueLabel(LimitName limit)
{
    return wordFor(limitWords, limit);
}
QString stepVerb(CommandType step)
{
    return wordFor(verbWords, step);
}
QString outboxStateText(OutboxState state)
{
    return wordFor(outboxWords, state);
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
    for (const auto &word : eventWords) {
        if (word.key == eventType)
            return QCoreApplication::translate("Wording", word.text);
    }
    return eventType;
}

QString replyPartText(const QString &field)
{
    for (const auto &word : partWords) {
        if (word.key == field)
            return QCoreApplication::translate("Wording", word.text);
    }
    return {};
}

QString missingText(const Problem &problem)
{
    for (const auto &word : missingWords) {
        if (word.key == problem.finding)
            return QCoreApplication::translate("Wording", word.text);
    }
    return problem.finding.isEmpty() ? errorText(problem.code) : problemText(problem);
}

QString outboxNextText(const OutboxRow &row)
{
    if (row.state == OutboxState::Accepted)
        return QCoreApplication::translate("Wording", "Nothing more to do.");
    if (row.state == OutboxState::Refused || row.state == OutboxState::Conflict)
        return QCoreApplication::translate(
            "Wording", "Your text is in the draft again: correct it there and submit it again.");
    if (row.state == OutboxState::Quarantined)
        return QCoreApplication::translate(
            "Wording", "Set aside: the case is no longer with this unit. It is not sent.");
    if (row.nextTryMs > 0) {
        //: %1 is a time, for instance 16:42
        return QCoreApplication::translate("Wording", "Is tried again at %1.")
            .arg(countyTime(row.nextTryMs).toString(QStringLiteral("HH:mm")));
    }
    return QCoreApplication::translate("Wording", "Is sent as soon as the server answers.");
}

QString syncText(const SyncState &state)
{
    const QString lastContact = state.lastContactMs > 0
        ? countyTime(state.lastContactMs).toString(QStringLiteral("HH:mm"))
        : QString();
    switch (state.line) {
    case SyncState::Line::Online:
        return state.busy ? QCoreApplication::translate("Wording", "Exchanging with the server")
                          : QCoreApplication::translate("Wording", "Connected, up to date");
    case SyncState::Line::LoggedOut:
        return QCoreApplication::translate("Wording", "Log-in has expired; please log in again");
    case SyncState::Line::Offline:
        if (!lastContact.isEmpty()) {
            //: %1 is the time of the last contact with the server
            return QCoreApplication::translate("Wording", "Offline since %1; all work is kept here")
                .arg(lastContact);
        }
        return QCoreApplication::translate("Wording", "Offline; all work is kept here");
    case SyncState::Line::NeverConnected:
        break;
    }
    return QCoreApplication::translate("Wording", "Not connected yet");
}

QString obstacleText(Obstacle obstacle)
{
    switch (obstacle) {
    case Obstacle::Proxy:
        return QCoreApplication::translate("Wording",
            "A proxy of the network stands in between and wants a log-in or does not work. Ask who looks "
            "after the"
            " network, then send again.");
    case Obstacle::LogInPage:
        return QCoreApplication::translate("Wording",
            "A log-in page of the network answered, not the server. Open a browser, log in to the network, "
            "then"
            " send again.");
    case Obstacle::Certificate:
        return QCoreApplication::translate("Wording",
            "Whoever answered could not show the centre's certificate. Nothing was sent. Tell the "
            "administrator.");
    case Obstacle::OtherServer:
        return QCoreApplication::translate("Wording",
            "Another server answered under the centre's address. Nothing is lost; tell the administrator.");
    case Obstacle::None:
        break;
    }
    return {};
}

QString reasonLabel(const QList<CodedReason> &reasons, const QString &code)
{
    for (const CodedReason &reason : reasons) {
        if (reason.code == code)
            return reason.label;
    }
    return code;
}

QString shortTime(qint64 utcMs, qint64 nowMs)
{
    const bool today = countyDate(utcMs) == countyDate(nowMs);
    return countyTime(utcMs).toString(today ? QStringLiteral("HH:mm") : QStringLiteral("MM-dd HH:mm"));
}

QString sizeText(qint64 bytes)
{
    return QLocale::c().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

} // namespace chengban

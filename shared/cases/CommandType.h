#pragma once

#include "shared/base/Names.h"

#include <array>

namespace chengban {

/// Every step a person or job can take on a case; each has one row in the step table (Steps.h) and one body
/// (Bodies.h, LaterBodies.h). In the order of a case's life.
enum class CommandType {
    // Intake (centre)
    Register, ///< RegisterBody. Import uses it too.
    AbsorbDuplicate, ///< AbsorbBody: this case takes over the demand of a duplicate.
    MergeInto, ///< MergeBody: ends a duplicate whose demand another case has taken over.
    Refuse, ///< 不予受理: CodedNoteBody (HA5)
    AnswerDirectly, ///< AnswerBody: the operator answers at once (G5).
    Classify, ///< ClassifyBody (HA4, HA23, N5, M13)
    // Dispatch (centre)
    Dispatch, ///< DispatchBody
    ConfirmByPhone, ///< ReminderBody: the unit was told by phone too (HA24, N4).
    Reassign, ///< DispatchBody: to another unit, without its asking.
    // Receive (unit)
    Accept, ///< 签收: AcceptBody
    RequestReturn, ///< 申请退单: ReturnRequestBody (T24)
    DecideReturn, ///< DecisionBody
    Appeal, ///< 申诉: CodedNoteBody, does not stop the clock (HA7f).
    DecideAppeal, ///< DecisionBody
    // Inside the unit
    ProposeHandling, ///< 拟办: NoteBody
    Instruct, ///< 阅批: NoteBody (T3)
    HandDown, ///< HandDownBody: to a section, village or person (HC3).
    ReportBack, ///< RecordBody: what a section found, for the lead's opinion (HA11b, HF3).
    UrgeInside, ///< ReminderBody (HF4, HC4)
    // Contact and investigation
    RecordContact, ///< ContactBody
    RecordAnswer, ///< AnswerBody: how and when the citizen was answered (HA11a, M12).
    RecordInvestigation, ///< RecordBody (T8)
    RecordSiteVisit, ///< RecordBody: who, arrival, photos (HA20a, HA20c)
    RecordMeasures, ///< RecordBody; with the moment the work was done it starts the feedback clock (HA10b).
    ReportProgress, ///< RecordBody: to the centre (HA10b, HA24, M6, G6)
    SubmitPart, ///< RecordBody: a co-handler's part of the one opinion (HA10d, HB7.4).
    // Requests that a leader signs before they leave the unit
    RequestExtension, ///< ExtensionBody (T21-T23)
    DecideExtension, ///< DecisionBody
    SignRequest, ///< SignatureBody: the request goes to the centre.
    DropRequest, ///< DropBody: the clerk takes it back, or the leader returns it.
    // Reply
    SubmitForSignOff, ///< SubmitBody: an immutable reply version.
    Withdraw, ///< NoteBody: the clerk takes the version back before it is signed.
    Sign, ///< SignatureBody (T15)
    RecordPaperSignature, ///< SignatureBody with `paper`: on the reply or on a request.
    ReturnToClerk, ///< NoteBody: the leader sends it back, with a comment.
    SubmitReply, ///< ReplyVersionBody: the signed version goes to the centre.
    // Review and orders (centre)
    AcceptReply, ///< ReviewBody
    ReturnForRework, ///< ReviewBody with coded reasons.
    OrderReReview, ///< 回访复核单: OrderBody (HA19)
    OrderSupervision, ///< 督办: OrderBody; written, talk, meeting or on site (HA14-HA16, HE7-HE10).
    AnswerOrder, ///< OrderAnswerBody (HA18, HA20, HE7)
    DecideAnswer, ///< DecisionBody (HA20d)
    // Callback
    RecordUnitCallback, ///< CallbackBody (T16-T18)
    RecordCentreCallback, ///< CallbackBody
    RecordSecondCallback, ///< CallbackBody: the city's (HA21).
    RecordMismatch, ///< CodedNoteBody: the unit's word and the citizen's differ (HA21).
    AppealScore, ///< CodedNoteBody
    DecideScore, ///< DecisionBody
    ExcludeFromScoring, ///< CodedNoteBody
    Urge, ///< ReminderBody (HF9, T30)
    // The end
    RequestTermination, ///< TerminationBody (HA10e, N10)
    DecideTermination, ///< DecisionBody
    Close, ///< NoteBody
    Archive, ///< ArchiveBody
    FileCopy, ///< CopyBody: the unit's copy lies with the centre (HC6).
    RequestErasure, ///< EraseBody: retention duty; the first of two people asks.
    RefuseErasure, ///< NoteBody: the other person says no, or the first takes it back.
    ErasePart, ///< EraseBody: another person does exactly what was asked for.
    // The server's jobs
    Warn, ///< ClockBody (T29, HF10, N13)
    MarkOverdue, ///< ClockBody (T27)
    Recalculate, ///< ClockBody: a calendar arrived; the new dates stand in the event.
};

constexpr auto namesOf(CommandType)
{
    using enum CommandType;
    return std::array{Named{Register, "register"}, Named{AbsorbDuplicate, "absorb-duplicate"},
        Named{MergeInto, "merge-into"}, Named{Refuse, "refuse"}, Named{AnswerDirectly, "answer-directly"},
        Named{Classify, "classify"}, Named{Dispatch, "dispatch"}, Named{ConfirmByPhone, "confirm-by-phone"},
        Named{Reassign, "reassign"}, Named{Accept, "accept"}, Named{RequestReturn, "request-return"},
        Named{DecideReturn, "decide-return"}, Named{Appeal, "appeal"}, Named{DecideAppeal, "decide-appeal"},
        Named{ProposeHandling, "propose-handling"}, Named{Instruct, "instruct"}, Named{HandDown, "hand-down"},
        Named{ReportBack, "report-back"}, Named{UrgeInside, "urge-inside"},
        Named{RecordContact, "record-contact"}, Named{RecordAnswer, "record-answer"},
        Named{RecordInvestigation, "record-investigation"}, Named{RecordSiteVisit, "record-site-visit"},
        Named{RecordMeasures, "record-measures"}, Named{ReportProgress, "report-progress"},
        Named{SubmitPart, "submit-part"}, Named{RequestExtension, "request-extension"},
        Named{DecideExtension, "decide-extension"}, Named{SignRequest, "sign-request"},
        Named{DropRequest, "drop-request"}, Named{SubmitForSignOff, "submit-for-sign-off"},
        Named{Withdraw, "withdraw"}, Named{Sign, "sign"},
        Named{RecordPaperSignature, "record-paper-signature"}, Named{ReturnToClerk, "return-to-clerk"},
        Named{SubmitReply, "submit-reply"}, Named{AcceptReply, "accept-reply"},
        Named{ReturnForRework, "return-for-rework"}, Named{OrderReReview, "order-re-review"},
        Named{OrderSupervision, "order-supervision"}, Named{AnswerOrder, "answer-order"},
        Named{DecideAnswer, "decide-answer"}, Named{RecordUnitCallback, "record-unit-callback"},
        Named{RecordCentreCallback, "record-centre-callback"},
        Named{RecordSecondCallback, "record-second-callback"}, Named{RecordMismatch, "record-mismatch"},
        Named{AppealScore, "appeal-score"}, Named{DecideScore, "decide-score"},
        Named{ExcludeFromScoring, "exclude-from-scoring"}, Named{Urge, "urge"},
        Named{RequestTermination, "request-termination"}, Named{DecideTermination, "decide-termination"},
        Named{Close, "close"}, Named{Archive, "archive"}, Named{FileCopy, "file-copy"},
        Named{RequestErasure, "request-erasure"}, Named{RefuseErasure, "refuse-erasure"},
        Named{ErasePart, "erase-part"}, Named{Warn, "warn"}, Named{MarkOverdue, "mark-overdue"},
        Named{Recalculate, "recalculate"}};
}

} // namespace chengban

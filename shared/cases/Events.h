#pragma once

#include "shared/cases/Case.h"

namespace chengban {

/// What the log can hold. Every command makes one event of its own type (the step table says which); a
/// request that must be signed is drafted first, and its signature brings the request's own event with it.
enum class EventType {
    Registered,
    DuplicateAbsorbed,
    Merged,
    Refused,
    AnsweredDirectly,
    Classified,
    Dispatched,
    ConfirmedByPhone,
    Reassigned,
    Accepted,
    ReturnRequested,
    ReturnDecided,
    Appealed,
    AppealDecided,
    HandlingProposed,
    Instructed,
    HandedDown,
    ReportedBack,
    UrgedInside,
    ContactRecorded,
    AnswerRecorded,
    InvestigationRecorded,
    SiteVisitRecorded,
    MeasuresRecorded,
    ProgressReported,
    PartSubmitted,
    ExtensionRequested,
    ExtensionDecided,
    RequestDrafted,
    RequestSigned,
    RequestDropped,
    ReplyDrafted,
    ReplyWithdrawn,
    ReplySigned,
    ReplyReturnedToClerk,
    ReplySubmitted,
    ReplyAccepted,
    ReworkOrdered,
    ReReviewOrdered,
    SupervisionOrdered,
    OrderAnswered,
    AnswerDecided,
    UnitCallbackRecorded,
    CentreCallbackRecorded,
    SecondCallbackRecorded,
    MismatchRecorded,
    ScoreAppealed,
    ScoreDecided,
    ExcludedFromScoring,
    Urged,
    TerminationRequested,
    TerminationDecided,
    Closed,
    Archived,
    CopyFiled,
    ErasureRequested,
    ErasureRefused,
    PartErased,
    Warned,
    OverdueMarked,
    Recalculated,
};

constexpr auto namesOf(EventType)
{
    using enum EventType;
    return std::array{Named{Registered, "registered"}, Named{DuplicateAbsorbed, "duplicate-absorbed"},
        Named{Merged, "merged"}, Named{Refused, "refused"}, Named{AnsweredDirectly, "answered-directly"},
        Named{Classified, "classified"}, Named{Dispatched, "dispatched"},
        Named{ConfirmedByPhone, "confirmed-by-phone"}, Named{Reassigned, "reassigned"},
        Named{Accepted, "accepted"}, Named{ReturnRequested, "return-requested"},
        Named{ReturnDecided, "return-decided"}, Named{Appealed, "appealed"},
        Named{AppealDecided, "appeal-decided"}, Named{HandlingProposed, "handling-proposed"},
        Named{Instructed, "instructed"}, Named{HandedDown, "handed-down"},
        Named{ReportedBack, "reported-back"}, Named{UrgedInside, "urged-inside"},
        Named{ContactRecorded, "contact-recorded"}, Named{AnswerRecorded, "answer-recorded"},
        Named{InvestigationRecorded, "investigation-recorded"},
        Named{SiteVisitRecorded, "site-visit-recorded"}, Named{MeasuresRecorded, "measures-recorded"},
        Named{ProgressReported, "progress-reported"}, Named{PartSubmitted, "part-submitted"},
        Named{ExtensionRequested, "extension-requested"}, Named{ExtensionDecided, "extension-decided"},
        Named{RequestDrafted, "request-drafted"}, Named{RequestSigned, "request-signed"},
        Named{RequestDropped, "request-dropped"}, Named{ReplyDrafted, "reply-drafted-for-sign-off"},
        Named{ReplyWithdrawn, "reply-withdrawn"}, Named{ReplySigned, "reply-signed"},
        Named{ReplyReturnedToClerk, "reply-returned-to-clerk"}, Named{ReplySubmitted, "reply-submitted"},
        Named{ReplyAccepted, "reply-accepted"}, Named{ReworkOrdered, "rework-ordered"},
        Named{ReReviewOrdered, "re-review-ordered"}, Named{SupervisionOrdered, "supervision-ordered"},
        Named{OrderAnswered, "order-answered"}, Named{AnswerDecided, "answer-decided"},
        Named{UnitCallbackRecorded, "unit-callback-recorded"},
        Named{CentreCallbackRecorded, "centre-callback-recorded"},
        Named{SecondCallbackRecorded, "second-callback-recorded"},
        Named{MismatchRecorded, "mismatch-recorded"}, Named{ScoreAppealed, "score-appealed"},
        Named{ScoreDecided, "score-decided"}, Named{ExcludedFromScoring, "excluded-from-scoring"},
        Named{Urged, "urged"}, Named{TerminationRequested, "termination-requested"},
        Named{TerminationDecided, "termination-decided"}, Named{Closed, "closed"},
        Named{Archived, "archived"}, Named{CopyFiled, "copy-filed"},
        Named{ErasureRequested, "erasure-requested"}, Named{ErasureRefused, "erasure-refused"},
        Named{PartErased, "part-erased"}, Named{Warned, "warned"}, Named{OverdueMarked, "overdue-marked"},
        Named{Recalculated, "recalculated"}};
}

/// Names of parts. docs/formats.md has the JSON of each.
namespace part {
inline constexpr QLatin1StringView number("number"); ///< Source and its number: what a former unit keeps.
inline constexpr QLatin1StringView demand("demand");
inline constexpr QLatin1StringView identity("identity");
inline constexpr QLatin1StringView earlier("earlier");
inline constexpr QLatin1StringView dispatch("dispatch");
inline constexpr QLatin1StringView deadlines(
    "deadlines"); ///< May stand in any event; replaces those it names.
inline constexpr QLatin1StringView note("note");
inline constexpr QLatin1StringView request("request");
inline constexpr QLatin1StringView decision("decision");
inline constexpr QLatin1StringView contact("contact");
inline constexpr QLatin1StringView reply("reply");
inline constexpr QLatin1StringView signature("signature");
inline constexpr QLatin1StringView signatures("signatures");
inline constexpr QLatin1StringView review("review");
inline constexpr QLatin1StringView callback("callback");
inline constexpr QLatin1StringView archive("archive");
inline constexpr QLatin1StringView erasure("erasure");
inline constexpr QLatin1StringView classification("classification");
inline constexpr QLatin1StringView duplicate("duplicate"); ///< What was absorbed, without the identity.
inline constexpr QLatin1StringView merge("merge");
inline constexpr QLatin1StringView answer("answer");
inline constexpr QLatin1StringView record("record");
inline constexpr QLatin1StringView handDown("hand-down");
inline constexpr QLatin1StringView draft("draft"); ///< A request that waits for its signature.
inline constexpr QLatin1StringView drop("drop");
inline constexpr QLatin1StringView order("order");
inline constexpr QLatin1StringView instruction(
    "instruction"); ///< May stand in any event: who must instruct the unit from now on.
inline constexpr QLatin1StringView copy("copy");
inline constexpr QLatin1StringView clock("clock"); ///< What a job did about a clock.
inline constexpr QLatin1StringView clocks("clocks"); ///< Like `deadlines`, of orders and co-handlers.
} // namespace part

/// The body of the part `reply`: a version with its digest, as it was submitted for sign-off or to the
/// centre.
struct ReplyContent
{
    int version = 0;
    QString digest;
    Reply reply;
    QString note; ///< To the leader; empty in what the centre reads.

    bool operator==(const ReplyContent &) const = default;
};

[[nodiscard]] QJsonObject toJson(const ReplyContent &part);
[[nodiscard]] Result<ReplyContent> replyContentFromJson(const QJsonObject &json);

/// A signature with its signer and time, repeated for the centre when the reply is submitted.
[[nodiscard]] QJsonObject toJson(const Entry<SignatureBody> &entry);
[[nodiscard]] Result<Entry<SignatureBody>> signatureEntryFromJson(const QJsonObject &json);

/// The body of the part `draft`.
struct RequestContent
{
    int number = 0;
    SignedAction action = SignedAction::Return;
    QString digest;
    QJsonObject body;

    bool operator==(const RequestContent &) const = default;
};

[[nodiscard]] QJsonObject toJson(const RequestContent &part);
[[nodiscard]] Result<RequestContent> requestContentFromJson(const QJsonObject &json);

/// SM3 over the canonical form of {action, body}: what a signature on a request binds to.
[[nodiscard]] Result<QByteArray> requestDigest(SignedAction action, const QJsonObject &body);

[[nodiscard]] QJsonObject toJson(const Clock &clock);
[[nodiscard]] Result<Clock> clockPartFromJson(const QJsonObject &json);

[[nodiscard]] QJsonObject toJson(const Deadline &deadline);
[[nodiscard]] Result<Deadline> deadlineFromJson(const QJsonObject &json);

} // namespace chengban

#pragma once

#include "shared/cases/Case.h"

namespace chengban {

/// What the log can hold. Every command makes one event of its own type (the step table says which).
enum class EventType {
    Registered,
    Dispatched,
    Accepted,
    ReturnRequested,
    ReturnDecided,
    HandlingProposed,
    Instructed,
    ContactRecorded,
    ExtensionRequested,
    ExtensionDecided,
    ReplyDrafted,
    ReplyWithdrawn,
    ReplySigned,
    ReplyReturnedToClerk,
    ReplySubmitted,
    ReplyAccepted,
    ReworkOrdered,
    UnitCallbackRecorded,
    CentreCallbackRecorded,
    Urged,
    Closed,
    Archived,
    ErasureRequested,
    ErasureRefused,
    PartErased,
};

constexpr auto namesOf(EventType)
{
    using enum EventType;
    return std::array{Named{Registered, "registered"}, Named{Dispatched, "dispatched"},
        Named{Accepted, "accepted"}, Named{ReturnRequested, "return-requested"},
        Named{ReturnDecided, "return-decided"}, Named{HandlingProposed, "handling-proposed"},
        Named{Instructed, "instructed"}, Named{ContactRecorded, "contact-recorded"},
        Named{ExtensionRequested, "extension-requested"}, Named{ExtensionDecided, "extension-decided"},
        Named{ReplyDrafted, "reply-drafted-for-sign-off"}, Named{ReplyWithdrawn, "reply-withdrawn"},
        Named{ReplySigned, "reply-signed"}, Named{ReplyReturnedToClerk, "reply-returned-to-clerk"},
        Named{ReplySubmitted, "reply-submitted"}, Named{ReplyAccepted, "reply-accepted"},
        Named{ReworkOrdered, "rework-ordered"}, Named{UnitCallbackRecorded, "unit-callback-recorded"},
        Named{CentreCallbackRecorded, "centre-callback-recorded"}, Named{Urged, "urged"},
        Named{Closed, "closed"}, Named{Archived, "archived"}, Named{ErasureRequested, "erasure-requested"},
        Named{ErasureRefused, "erasure-refused"}, Named{PartErased, "part-erased"}};
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

[[nodiscard]] QJsonObject toJson(const Deadline &deadline);
[[nodiscard]] Result<Deadline> deadlineFromJson(const QJsonObject &json);

} // namespace chengban

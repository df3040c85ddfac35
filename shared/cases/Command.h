#pragma once

#include "shared/base/Ids.h"
#include "shared/base/Names.h"
#include "shared/base/Result.h"
#include "shared/reply/Reply.h"
#include "shared/rules/RulePack.h"

#include <QJsonObject>

#include <array>
#include <optional>

namespace chengban {

/// Every step a person or job can take on a case; each has one row in the step table (Steps.h) and one body
/// below.
enum class CommandType {
    Register, ///< Intake: RegisterBody. Import uses it too.
    Dispatch, ///< DispatchBody
    Accept, ///< 签收: NoteBody
    RequestReturn, ///< 申请退单: ReturnRequestBody (T24)
    DecideReturn, ///< DecisionBody
    ProposeHandling, ///< 拟办: NoteBody
    Instruct, ///< 阅批: NoteBody (T3)
    RecordContact, ///< ContactBody
    RequestExtension, ///< ExtensionBody (T21-T23)
    DecideExtension, ///< DecisionBody
    SubmitForSignOff, ///< SubmitBody: an immutable reply version.
    Withdraw, ///< NoteBody: the clerk takes the version back before it is signed.
    Sign, ///< SignatureBody (T15)
    ReturnToClerk, ///< NoteBody: the leader sends it back, with a comment.
    SubmitReply, ///< ReplyVersionBody: the signed version goes to the centre.
    AcceptReply, ///< ReviewBody
    ReturnForRework, ///< ReviewBody with coded reasons.
    RecordUnitCallback, ///< CallbackBody (T16-T18)
    RecordCentreCallback, ///< CallbackBody
    Urge, ///< NoteBody
    Close, ///< NoteBody
    Archive, ///< ArchiveBody
    RequestErasure, ///< EraseBody: retention duty; the first of two people asks.
    RefuseErasure, ///< NoteBody: the other person says no, or the first takes it back.
    ErasePart, ///< EraseBody: another person does exactly what was asked for.
};

constexpr auto namesOf(CommandType)
{
    using enum CommandType;
    return std::array{Named{Register, "register"}, Named{Dispatch, "dispatch"}, Named{Accept, "accept"},
        Named{RequestReturn, "request-return"}, Named{DecideReturn, "decide-return"},
        Named{ProposeHandling, "propose-handling"}, Named{Instruct, "instruct"},
        Named{RecordContact, "record-contact"}, Named{RequestExtension, "request-extension"},
        Named{DecideExtension, "decide-extension"}, Named{SubmitForSignOff, "submit-for-sign-off"},
        Named{Withdraw, "withdraw"}, Named{Sign, "sign"}, Named{ReturnToClerk, "return-to-clerk"},
        Named{SubmitReply, "submit-reply"}, Named{AcceptReply, "accept-reply"},
        Named{ReturnForRework, "return-for-rework"}, Named{RecordUnitCallback, "record-unit-callback"},
        Named{RecordCentreCallback, "record-centre-callback"}, Named{Urge, "urge"}, Named{Close, "close"},
        Named{Archive, "archive"}, Named{RequestErasure, "request-erasure"},
        Named{RefuseErasure, "refuse-erasure"}, Named{ErasePart, "erase-part"}};
}

/// What a client sends. The id makes it happen once, whatever the network does.
struct Command
{
    CommandId id;
    CommandType type = CommandType::Accept;
    CaseId caseId;
    qint64 baseRevision = 0; ///< The revision the person saw; 0 for Register.
    qint64 claimedTimeMs = 0;
    QJsonObject body;

    bool operator==(const Command &) const = default;
};

[[nodiscard]] QJsonObject toJson(const Command &command);
[[nodiscard]] Result<Command> commandFromJson(const QJsonObject &json);

/// The citizen's identity: a part of its own, erasable, masked until revealed with a reason.
struct Identity
{
    QString name;
    QString phone;
    QString address;
    bool operator==(const Identity &) const = default;
};

/// What the citizen demands, as it came in.
struct Demand
{
    QString source; ///< System the case came from, e.g. "12345".
    QString sourceNumber; ///< Its number there; (source, number) is the import's key.
    QString channel; ///< 来电、网站…
    QString category; ///< 投诉、咨询…
    QString title;
    QString text;
    QString location;
    std::optional<qint64> reportedAtMs;
    bool anonymous = false;
    bool hasPhone = false; ///< Whether a number came with it; the number itself is identity.
    bool operator==(const Demand &) const = default;
};

/// A reply that came in with an import: shown as an earlier reply, never as ours.
struct EarlierReply
{
    QString text;
    QString unitName;
    std::optional<qint64> repliedAtMs;
    bool operator==(const EarlierReply &) const = default;
};

struct RegisterBody
{
    Demand demand;
    Identity identity;
    QList<EarlierReply> earlierReplies;
    bool operator==(const RegisterBody &) const = default;
};
struct CoHandler
{
    UnitId unit;
    QString unitName;
    QString task;
    bool operator==(const CoHandler &) const = default;
};
struct DispatchBody
{
    UnitId leadUnit;
    QString leadUnitName; ///< Checked and set by the server from its directory.
    QList<CoHandler> coHandlers;
    CaseClass caseClass = CaseClass::General;
    QString note;
    bool operator==(const DispatchBody &) const = default;
};
struct NoteBody
{
    QString note;
    bool operator==(const NoteBody &) const = default;
};
struct ReturnRequestBody
{
    QString reason; ///< Code from the pack.
    QString statement; ///< 情况说明
    UnitId suggestedUnit;
    QString suggestedUnitName;
    QString signer; ///< Name of the principal leader who signed (T24).
    bool operator==(const ReturnRequestBody &) const = default;
};
struct DecisionBody
{
    bool granted = false;
    QString note;
    bool operator==(const DecisionBody &) const = default;
};
struct ContactBody
{
    ContactAttempt contact;
    bool operator==(const ContactBody &) const = default;
};
struct ExtensionBody
{
    QString reason;
    QString basis;
    int workingDays = 0;
    bool operator==(const ExtensionBody &) const = default;
};
struct SubmitBody
{
    Reply reply;
    QString note; ///< To the leader.
    bool operator==(const SubmitBody &) const = default;
};
/// A leader's signature over M (shared/signing). `signedText` is M itself, base64, as the archive keeps it.
struct SignatureBody
{
    int replyVersion = 0;
    QString replyDigest; ///< Hex.
    SignerLevel level = SignerLevel::DeputyLeader;
    KeyId key;
    QString signedText;
    QString signature; ///< DER, base64.
    QString opinion;
    bool operator==(const SignatureBody &) const = default;
};
struct ReplyVersionBody
{
    int replyVersion = 0;
    bool operator==(const ReplyVersionBody &) const = default;
};
struct ReviewBody
{
    int replyVersion = 0;
    QStringList reasons; ///< Codes from the pack; required for a rework.
    QStringList points; ///< Closing points that were ticked.
    QString note;
    bool operator==(const ReviewBody &) const = default;
};
struct CallbackBody
{
    qint64 atMs = 0;
    bool reached = false;
    bool unitHadContacted = false; ///< What the citizen says (T27); meaningful when reached.
    QString processSatisfaction; ///< Codes from the pack; empty when not reached.
    QString resultSatisfaction;
    QString overallSatisfaction;
    QString note;
    bool operator==(const CallbackBody &) const = default;
};
struct ArchiveBody
{
    QString archiveNumber;
    QString retention; ///< "D10", "D30" or "Y".
    QString note;
    bool operator==(const ArchiveBody &) const = default;
};
struct EraseBody
{
    qint64 revision = 0; ///< Of the event that holds the part.
    QString part;
    QString reason;
    bool operator==(const EraseBody &) const = default;
};

// Each body has `QJsonObject toJson(const X &)` and `Result<X> xFromJson(const QJsonObject &)` (strict).
[[nodiscard]] QJsonObject toJson(const Identity &);
[[nodiscard]] QJsonObject toJson(const Demand &);
[[nodiscard]] QJsonObject toJson(const EarlierReply &);
[[nodiscard]] QJsonObject toJson(const RegisterBody &);
[[nodiscard]] QJsonObject toJson(const CoHandler &);
[[nodiscard]] QJsonObject toJson(const DispatchBody &);
[[nodiscard]] QJsonObject toJson(const NoteBody &);
[[nodiscard]] QJsonObject toJson(const ReturnRequestBody &);
[[nodiscard]] QJsonObject toJson(const DecisionBody &);
[[nodiscard]] QJsonObject toJson(const ContactBody &);
[[nodiscard]] QJsonObject toJson(const ExtensionBody &);
[[nodiscard]] QJsonObject toJson(const SubmitBody &);
[[nodiscard]] QJsonObject toJson(const SignatureBody &);
[[nodiscard]] QJsonObject toJson(const ReplyVersionBody &);
[[nodiscard]] QJsonObject toJson(const ReviewBody &);
[[nodiscard]] QJsonObject toJson(const CallbackBody &);
[[nodiscard]] QJsonObject toJson(const ArchiveBody &);
[[nodiscard]] QJsonObject toJson(const EraseBody &);
[[nodiscard]] Result<Identity> identityFromJson(const QJsonObject &);
[[nodiscard]] Result<Demand> demandFromJson(const QJsonObject &);
[[nodiscard]] Result<EarlierReply> earlierReplyFromJson(const QJsonObject &);
[[nodiscard]] Result<RegisterBody> registerFromJson(const QJsonObject &);
[[nodiscard]] Result<CoHandler> coHandlerFromJson(const QJsonObject &);
[[nodiscard]] Result<DispatchBody> dispatchFromJson(const QJsonObject &);
[[nodiscard]] Result<NoteBody> noteFromJson(const QJsonObject &);
[[nodiscard]] Result<ReturnRequestBody> returnRequestFromJson(const QJsonObject &);
[[nodiscard]] Result<DecisionBody> decisionFromJson(const QJsonObject &);
[[nodiscard]] Result<ContactBody> contactBodyFromJson(const QJsonObject &);
[[nodiscard]] Result<ExtensionBody> extensionFromJson(const QJsonObject &);
[[nodiscard]] Result<SubmitBody> submitFromJson(const QJsonObject &);
[[nodiscard]] Result<SignatureBody> signatureFromJson(const QJsonObject &);
[[nodiscard]] Result<ReplyVersionBody> replyVersionFromJson(const QJsonObject &);
[[nodiscard]] Result<ReviewBody> reviewFromJson(const QJsonObject &);
[[nodiscard]] Result<CallbackBody> callbackFromJson(const QJsonObject &);
[[nodiscard]] Result<ArchiveBody> archiveFromJson(const QJsonObject &);
[[nodiscard]] Result<EraseBody> eraseFromJson(const QJsonObject &);

} // namespace chengban

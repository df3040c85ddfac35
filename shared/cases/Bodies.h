#pragma once

#include "shared/base/Ids.h"
#include "shared/base/Names.h"
#include "shared/base/Result.h"
#include "shared/reply/Reply.h"
#include "shared/rules/Deadlines.h"

#include <QJsonObject>

#include <array>
#include <optional>

namespace chengban {

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
    QString note; ///< Of a reassignment: why.
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
    QString signer
        = {}; ///< A name typed in by releases before signatures of requests; shown, proves nothing.
    QString basis = {}; ///< The provision of duty it relies on (HA7b).
    QList<Attachment> attachments = {};
    bool operator==(const ReturnRequestBody &) const = default;
};
struct DecisionBody
{
    bool granted = false;
    QString note;
    qint64 order = 0; ///< The order whose answer is decided, by its revision; 0: anything else.
    bool operator==(const DecisionBody &) const = default;
};
struct ContactBody
{
    ContactAttempt contact;
    bool operator==(const ContactBody &) const = default;
};
/// A limit set by a law, or the unit's own, in place of the pack's (HA9a, HB7.3c); its basis is the
/// request's.
struct StatutoryLimit
{
    int amount = 0;
    LimitUnit unit = LimitUnit::WorkingDay;
    LimitSource source = LimitSource::Statute; ///< Statute or Unit.
    bool operator==(const StatutoryLimit &) const = default;
};
struct ExtensionBody
{
    QString reason;
    QString basis;
    int workingDays = 0; ///< 0 when a statutory limit is asked for.
    LimitName limit = LimitName::Handle; ///< Handle (of a rework too), ReReview or Supervision.
    qint64 order = 0; ///< The order whose clock it is, by its revision; 0: the case's own.
    std::optional<qint64> promisedMs = {}; ///< By when the citizen was told it will be done (N9).
    std::optional<StatutoryLimit> statutory = {};
    QList<Attachment> attachments = {};
    bool operator==(const ExtensionBody &) const = default;
};
struct SubmitBody
{
    Reply reply;
    QString note; ///< To the leader.
    bool operator==(const SubmitBody &) const = default;
};
/// A signature that was made by hand on the printed sheet. Equal in effect, marked as what it is.
struct PaperSignature
{
    UserId signer;
    QString signerName; ///< Checked and set by the server from its directory.
    qint64 signedAtMs = 0;
    bool seal = false; ///< The unit's seal stands on it.
    Attachment scan;
    UserId actingFor = {}; ///< For whom the signer stood in on that day; empty: for nobody.
    QString actingForName = {}; ///< Set by the server, too.
    bool operator==(const PaperSignature &) const = default;
};
/// A leader's signature over M (shared/signing), on a reply or on a request that must be signed before it
/// leaves the unit. `signedText` is M itself, base64, as the archive keeps it.
struct SignatureBody
{
    int replyVersion = 0; ///< Of a request: its number.
    QString replyDigest; ///< Hex; of a request: requestDigest().
    SignerLevel level = SignerLevel::DeputyLeader;
    KeyId key;
    QString signedText;
    QString signature; ///< DER, base64.
    QString opinion;
    SignedAction action = SignedAction::Reply;
    std::optional<PaperSignature> paper = {}; ///< Set: no key, signed text and signature.
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

#pragma once

#include "shared/base/Names.h"
#include "shared/base/Result.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <array>

namespace chengban {

/// What the unit found the demand to be; decides which parts a reply needs (T9-T14).
enum class Verdict {
    Undecided,
    SolvableInLimit, ///< T9: investigation, handling, result.
    NotInLimit, ///< T10: progress, plan, expected effect.
    Unreasonable, ///< T11: grounds, advice, evidence scans.
    OutOfScope, ///< T12-T14: channel or body, statement, procedure papers.
};

constexpr auto namesOf(Verdict)
{
    return std::array{Named{Verdict::Undecided, "undecided"},
        Named{Verdict::SolvableInLimit, "solvable-in-limit"}, Named{Verdict::NotInLimit, "not-in-limit"},
        Named{Verdict::Unreasonable, "unreasonable"}, Named{Verdict::OutOfScope, "out-of-scope"}};
}

enum class AttachmentKind {
    Evidence, ///< 佐证 (T11)
    ProcedurePaper, ///< 程序文书 (T14)
    Photo,
    InvestigationRecord,
    SignedSheet,
    Other,
};

constexpr auto namesOf(AttachmentKind)
{
    return std::array{Named{AttachmentKind::Evidence, "evidence"},
        Named{AttachmentKind::ProcedurePaper, "procedure-paper"}, Named{AttachmentKind::Photo, "photo"},
        Named{AttachmentKind::InvestigationRecord, "investigation-record"},
        Named{AttachmentKind::SignedSheet, "signed-sheet"}, Named{AttachmentKind::Other, "other"}};
}

/// A file by its digests; the bytes lie in the blob store under `sha256`.
struct Attachment
{
    QString name; ///< As the clerk named it; shown and printed, never used as a path.
    AttachmentKind kind = AttachmentKind::Evidence;
    QString mime;
    qint64 size = 0;
    QString sha256; ///< 64 lower-case hex digits.
    QString sm3;

    bool operator==(const Attachment &) const = default;
};

enum class ContactOutcome {
    Reached,
    NoAnswer, ///< 无人接听
    SwitchedOff, ///< 停机、关机
    WrongNumber,
    NoNumber, ///< The case came without a number.
    Declined, ///< The citizen did not want to speak.
};

constexpr auto namesOf(ContactOutcome)
{
    return std::array{Named{ContactOutcome::Reached, "reached"}, Named{ContactOutcome::NoAnswer, "no-answer"},
        Named{ContactOutcome::SwitchedOff, "switched-off"},
        Named{ContactOutcome::WrongNumber, "wrong-number"}, Named{ContactOutcome::NoNumber, "no-number"},
        Named{ContactOutcome::Declined, "declined"}};
}

/// One attempt to speak with the citizen (T5-T7). It is evidence: recorded once, never changed.
struct ContactAttempt
{
    QString handler; ///< 经办人, by name.
    QString phoneUsed; ///< The unit's own number, which stands in the sentence (T6).
    qint64 atMs = 0;
    ContactOutcome outcome = ContactOutcome::Reached;
    bool toldReason = false; ///< For an extension (T22): why it takes longer,
    bool toldProgress = false; ///< what was reached so far,
    bool toldPlan = false; ///< and what comes next.
    QString note; ///< What was said.
    bool toldAcceptance = false; ///< At the first contact (HA8): that the case was taken up,
    bool toldProcedure = false; ///< how it is handled,
    bool toldLimit = false; ///< and by when.

    bool operator==(const ContactAttempt &) const = default;
};

/// A provision or paper that the reply relies on.
struct LegalBasis
{
    QString title; ///< Without the angle marks 《》.
    QString documentNumber; ///< E.g. 国办发〔2020〕53号; may be empty for laws.
    QString article; ///< E.g. 第十二条; may be empty.
    QString content; ///< What it says for this case, in the unit's words.

    bool operator==(const LegalBasis &) const = default;
};

/// Somebody of the unit was on the spot (HA16, HA20a, HA20c). Photos of it are attachments.
struct SiteVisit
{
    QString handler; ///< 经办人员, by name; several parted by 、
    qint64 arrivedAtMs = 0; ///< 到场时间
    QString found; ///< What was seen there.

    bool operator==(const SiteVisit &) const = default;
};

/// The reply as data: what the clerk fills in and the leader signs. Which parts are required depends on the
/// verdict and the rule pack; see Requirements.h.
struct Reply
{
    Verdict verdict = Verdict::Undecided;
    QString outcome; ///< Code of the pack's outcomes: how far the demand was solved (HA29d).
    QString suggestionOutcome; ///< One of those with a group: what became of a suggestion (HA10c).
    QString summary; ///< 诉求概括 (HA12): the demand in the unit's words.
    QString investigation; ///< 调查情况
    QString handling; ///< 办理情况
    QString measures; ///< 采取的措施 (HE7)
    QString result; ///< 办理结果
    QString opinion; ///< 处理意见 (HA18, HA20c, HC5)
    QString progress; ///< 当前进度
    QString plan; ///< 工作计划
    QString expectedEffect; ///< 预期效果
    QString grounds; ///< 不合理的依据
    QString advice; ///< 建议或途径
    QString channel; ///< Code of the legal channel or body from the pack (T12, T13).
    bool channelTold = false; ///< The citizen was told of it.
    QString statement; ///< 情况说明 (T14)
    QList<LegalBasis> legalBasis;
    QList<SiteVisit> siteVisits;
    bool noSite = false; ///< The matter has nothing that could be looked at on the spot (HA20a).
    QList<Attachment> attachments;
    QString answer; ///< 答复内容, what the citizen reads.
    QString answeredVia; ///< Code of the pack's answer channel: how the citizen was answered (HA11a).
    qint64 answeredAtMs = 0; ///< 答复时间 (M10, M12); 0: not answered yet.
    QString citizenFeedback; ///< 市民反馈意见 (HA12): what the citizen said to it.
    QString
        unitCallback; ///< Code of the satisfaction found by the unit itself (T16); empty when not called yet.
    QString handler; ///< 承办人
    QString handlerPhone;
    QString unit; ///< 答复单位 (M10)
    QString signer; ///< 签发人 (M10), by name.
    bool proofread = false; ///< Checked and proofread (M9).

    bool operator==(const Reply &) const = default;
};

// Empty texts, false flags, times of 0 and empty lists are not written, so a field that a later release adds
// leaves the digests of earlier replies as they are.
[[nodiscard]] QJsonObject toJson(const Attachment &attachment);
[[nodiscard]] QJsonObject toJson(const ContactAttempt &contact);
[[nodiscard]] QJsonObject toJson(const LegalBasis &basis);
[[nodiscard]] QJsonObject toJson(const SiteVisit &visit);
[[nodiscard]] QJsonObject toJson(const Reply &reply);
/// Errors of all readers: MissingField, UnknownField, BadInput with the place.
[[nodiscard]] Result<Attachment> attachmentFromJson(const QJsonObject &json);
[[nodiscard]] Result<ContactAttempt> contactFromJson(const QJsonObject &json);
[[nodiscard]] Result<LegalBasis> legalBasisFromJson(const QJsonObject &json);
[[nodiscard]] Result<SiteVisit> siteVisitFromJson(const QJsonObject &json);
[[nodiscard]] Result<Reply> replyFromJson(const QJsonObject &json);

/// SM3 over the canonical form of the whole reply, attachments' digests included: what a signature binds to.
[[nodiscard]] Result<QByteArray> replyDigest(const Reply &reply);

} // namespace chengban

#pragma once

#include "shared/cases/Bodies.h"

namespace chengban {

// Bodies that several steps share, and those of intake's other ends, of orders, of termination and of the
// jobs. docs/formats.md says which step takes which.

/// 签收. A job that accepts by rule says which moment the rule means, however late the job runs (HB7.2a).
struct AcceptBody
{
    QString note = {};
    std::optional<qint64> legalMs = {}; ///< The moment at which the case counts as accepted; a job's only.
    QString rule = {}; ///< The rule's cite; a job's only.
    bool operator==(const AcceptBody &) const = default;
};
struct CodedNoteBody
{
    QString code; ///< From the pack's list for that step.
    QString note;
    CaseId reference; ///< Another case it refers to; a refused repeat names the terminated one (HA10e).
    bool operator==(const CodedNoteBody &) const = default;
};
/// What a case takes over from a duplicate: nothing the citizen said is lost when the duplicate ends.
struct AbsorbBody
{
    CaseId duplicate;
    Demand demand; ///< Checked and set by the server from the duplicate's log, like the identity.
    Identity identity;
    QString note;
    bool operator==(const AbsorbBody &) const = default;
};
struct MergeBody
{
    CaseId into; ///< Must have absorbed this case before.
    QString note;
    bool operator==(const MergeBody &) const = default;
};
/// An answer that the citizen got: at once at the hotline (G5), or from the unit (HA11a, M12).
struct AnswerBody
{
    qint64 atMs = 0;
    QString channel; ///< Code of the pack's answerChannels.
    QString handler; ///< Who answered.
    QString note; ///< What was answered.
    bool operator==(const AnswerBody &) const = default;
};
struct ClassifyBody
{
    QString caseType; ///< HA4
    CaseClass caseClass = CaseClass::General;
    QString keyCategory; ///< N5
    QString immediateKind; ///< HA23
    bool noAnswer = false; ///< M13: the citizen needs no answer.
    QString note;
    bool operator==(const ClassifyBody &) const = default;
};
/// A reminder or notice to people: who was told, how, when, and what was said or promised (HF9, N4, T30).
struct ReminderBody
{
    QString note;
    QString channel = {}; ///< Code of the pack's urgeChannels.
    QString person = {};
    std::optional<qint64> atMs = {};
    bool operator==(const ReminderBody &) const = default;
};

enum class HandDownTo { Section, Village, Person };

constexpr auto namesOf(HandDownTo)
{
    return std::array{Named{HandDownTo::Section, "section"}, Named{HandDownTo::Village, "village"},
        Named{HandDownTo::Person, "person"}};
}

/// HC3: a line of the unit's own ledger.
struct HandDownBody
{
    HandDownTo to = HandDownTo::Section;
    QString name;
    std::optional<qint64> dueMs;
    QString note;
    QString target = {}; ///< Id of a section, village or person of the directory; empty for any other.
    bool operator==(const HandDownBody &) const = default;
};
/// Something that was done and found: when, by whom, where, with papers. Of a site visit `atMs` is the
/// arrival.
struct RecordBody
{
    qint64 atMs = 0;
    QStringList people;
    QString place;
    QString note;
    std::optional<qint64> finishedMs; ///< The moment the work was done; starts the feedback clock (HA10b).
    std::optional<qint64> promisedMs; ///< By when the rest will be done (G6, N9).
    QList<Attachment> attachments;
    bool operator==(const RecordBody &) const = default;
};
struct DropBody
{
    int request = 0; ///< Its number.
    QString note;
    bool operator==(const DropBody &) const = default;
};
struct OrderBody
{
    QString code; ///< Why: of the pack's reReviewReasons or supervisionReasons.
    QString method; ///< How: of the pack's supervisionMethods; empty for a re-review.
    int days = 0; ///< Working days, where the pack lets the order set them (HA16); 0: the pack's own.
    bool onSite = false; ///< HA20a: somebody must have been there.
    QString note; ///< What is asked for.
    bool operator==(const OrderBody &) const = default;
};
struct OrderAnswerBody
{
    qint64 order = 0; ///< Revision of the order's event.
    Reply reply; ///< What HA18, HA20c and HE7 ask for, in a reply's fields.
    bool operator==(const OrderAnswerBody &) const = default;
};
/// HA10e, N10: the matter is lawfully closed and comes again without ground, or cannot be solved.
struct TerminationBody
{
    QString facts;
    QString reason;
    QString basis;
    QStringList earlierCases; ///< Numbers of earlier cases of the same matter.
    QList<Attachment> attachments;
    bool operator==(const TerminationBody &) const = default;
};
/// By whom the unit must be told in writing how to handle the case before it may answer (T25, M22). Written
/// by the step that makes it so, as the pack says at that time.
struct InstructionDuty
{
    QList<SignerLevel> levels; ///< Any of them will do.
    QString cite;
    bool operator==(const InstructionDuty &) const = default;
};
struct CopyBody
{
    QString number; ///< The unit's archive number.
    QString digest; ///< SM3 of the package that was handed over, hex.
    QString note;
    bool operator==(const CopyBody &) const = default;
};
/// What a job does about a clock of the case, by which rule. `legalMs` is the moment the rule means, so a job
/// that runs late writes the same log.
struct ClockBody
{
    LimitName limit = LimitName::Handle;
    qint64 order = 0; ///< Of a re-review or supervision: the order's revision.
    UnitId unit; ///< Of a co-handler's clock.
    qint64 legalMs = 0;
    QString rule; ///< The rule's cite.
    QString note; ///< Of a recalculation: the trace.
    bool operator==(const ClockBody &) const = default;
};

[[nodiscard]] QJsonObject toJson(const AcceptBody &);
[[nodiscard]] QJsonObject toJson(const CodedNoteBody &);
[[nodiscard]] QJsonObject toJson(const AbsorbBody &);
[[nodiscard]] QJsonObject toJson(const MergeBody &);
[[nodiscard]] QJsonObject toJson(const AnswerBody &);
[[nodiscard]] QJsonObject toJson(const ClassifyBody &);
[[nodiscard]] QJsonObject toJson(const ReminderBody &);
[[nodiscard]] QJsonObject toJson(const HandDownBody &);
[[nodiscard]] QJsonObject toJson(const RecordBody &);
[[nodiscard]] QJsonObject toJson(const DropBody &);
[[nodiscard]] QJsonObject toJson(const OrderBody &);
[[nodiscard]] QJsonObject toJson(const OrderAnswerBody &);
[[nodiscard]] QJsonObject toJson(const TerminationBody &);
[[nodiscard]] QJsonObject toJson(const InstructionDuty &);
[[nodiscard]] QJsonObject toJson(const CopyBody &);
[[nodiscard]] QJsonObject toJson(const ClockBody &);
[[nodiscard]] Result<AcceptBody> acceptFromJson(const QJsonObject &);
[[nodiscard]] Result<CodedNoteBody> codedNoteFromJson(const QJsonObject &);
[[nodiscard]] Result<AbsorbBody> absorbFromJson(const QJsonObject &);
[[nodiscard]] Result<MergeBody> mergeFromJson(const QJsonObject &);
[[nodiscard]] Result<AnswerBody> answerFromJson(const QJsonObject &);
[[nodiscard]] Result<ClassifyBody> classifyFromJson(const QJsonObject &);
[[nodiscard]] Result<ReminderBody> reminderFromJson(const QJsonObject &);
[[nodiscard]] Result<HandDownBody> handDownFromJson(const QJsonObject &);
[[nodiscard]] Result<RecordBody> recordFromJson(const QJsonObject &);
[[nodiscard]] Result<DropBody> dropFromJson(const QJsonObject &);
[[nodiscard]] Result<OrderBody> orderFromJson(const QJsonObject &);
[[nodiscard]] Result<OrderAnswerBody> orderAnswerFromJson(const QJsonObject &);
[[nodiscard]] Result<TerminationBody> terminationFromJson(const QJsonObject &);
[[nodiscard]] Result<InstructionDuty> instructionDutyFromJson(const QJsonObject &);
[[nodiscard]] Result<CopyBody> copyFromJson(const QJsonObject &);
[[nodiscard]] Result<ClockBody> clockFromJson(const QJsonObject &);

} // namespace chengban

#pragma once

#include "shared/cases/CaseParts.h"

#include <QHash>
#include <QList>

#include <array>
#include <optional>

namespace chengban {

enum class Phase {
    None, ///< Nothing registered yet.
    Registered, ///< 待派发
    Dispatched, ///< 待签收
    Handling, ///< 办理中
    ReturnRequested, ///< 退单待审
    AwaitingSignOff, ///< 待审签
    Signed, ///< 已审签
    AwaitingReview, ///< 待审核
    Rework, ///< 重办
    AwaitingCallback, ///< 待回访
    AwaitingClose, ///< 待办结
    Closed, ///< 已办结
    Archived, ///< 已归档
};

constexpr auto namesOf(Phase)
{
    using enum Phase;
    return std::array{Named{None, "none"}, Named{Registered, "registered"}, Named{Dispatched, "dispatched"},
        Named{Handling, "handling"}, Named{ReturnRequested, "return-requested"},
        Named{AwaitingSignOff, "awaiting-sign-off"}, Named{Signed, "signed"},
        Named{AwaitingReview, "awaiting-review"}, Named{Rework, "rework"},
        Named{AwaitingCallback, "awaiting-callback"}, Named{AwaitingClose, "awaiting-close"},
        Named{Closed, "closed"}, Named{Archived, "archived"}};
}

/// A case: the fold of its log by evolve(). Every list, figure, page and due time is derived from it.
struct Case
{
    TenantId tenant;
    CaseId id;
    qint64 revision = 0;
    QByteArray head; ///< Digest of the last event of the confirmed log.
    Phase phase = Phase::None;
    bool readOnly = false; ///< The log holds an event type this program does not know.

    Demand demand;
    std::optional<Identity> identity; ///< Empty when withheld or erased.
    bool identityWithheld = false; ///< There is one, but this reader may not see it.
    bool identityErased = false;
    QList<EarlierReply> earlierReplies;
    qint64 registeredAtMs = 0;

    CaseClass caseClass = CaseClass::General;
    UnitId leadUnit; ///< Empty before dispatch and after a granted return.
    QString leadUnitName;
    QList<CoHandler> coHandlers;
    QList<UnitId> formerUnits; ///< Had it and returned it: access "left".
    qint64 dispatchedAtMs = 0;
    QList<Entry<DispatchBody>> dispatches;
    PackRef pack; ///< Frozen at dispatch.

    std::optional<Entry<ClassifyBody>> classification;
    QList<Entry<AbsorbBody>> absorbed; ///< Demands of duplicates: answered with this case's own.
    CaseId mergedInto;
    QList<Entry<ReminderBody>> phoneConfirmations;

    std::optional<Entry<AcceptBody>> acceptance;
    QList<ReturnRequest> returns;
    QList<Entry<NoteBody>> proposals;
    QList<Entry<NoteBody>> instructions;
    std::optional<InstructionDuty> instructionOwed; ///< Until one of those leaders has instructed the unit.
    QList<Entry<HandDownBody>> handDowns; ///< The unit's own ledger (HC3).
    QList<Entry<RecordBody>> sectionReports;
    QList<Entry<ReminderBody>> insideUrges;
    QList<UnitRequest> requests; ///< The unit's own, signed or not; entries of others are withheld.
    QList<Appeal> appeals;
    QList<Entry<ContactBody>> contacts;
    QList<Entry<AnswerBody>> answers; ///< What the citizen was answered, and how.
    QList<CaseRecord> records; ///< Of the investigation, in the order they came in.
    QList<Entry<RecordBody>> parts; ///< Of co-handlers.
    QList<Extension> extensions;

    int round = 1; ///< 1, and one more for each rework ordered by the centre.
    QList<ReplyVersion> replies; ///< Oldest first.
    QList<Entry<SignatureBody>> signatures; ///< Of the current and of earlier versions.
    QList<Entry<NoteBody>> returnsToClerk;
    QList<Submission> submissions;
    QList<Entry<Review>> reviews;
    QList<Entry<CallbackBody>> unitCallbacks;
    QList<Entry<CallbackBody>> centreCallbacks;
    QList<Entry<CallbackBody>> secondCallbacks;
    QList<Entry<CodedNoteBody>> mismatches;
    QList<Appeal> scoreAppeals;
    std::optional<Entry<CodedNoteBody>> exclusion; ///< From scoring.
    QList<Entry<ReminderBody>> urges;
    QList<Order> orders;
    QList<Termination> terminations;
    Ending ending = Ending::Open;
    std::optional<Entry<NoteBody>> closing; ///< Of a case that was handled.
    std::optional<Entry<CodedNoteBody>> refusal;
    QList<Entry<CopyBody>> copies;
    std::optional<Entry<ArchiveBody>> archiving;
    std::optional<Entry<EraseBody>> erasureRequest; ///< Open: another person has not answered yet.

    QHash<LimitName, Deadline> deadlines; ///< Running and past, computed when their clock started.
    QList<Clock> clocks; ///< The same for orders and co-handlers.
    QList<Entry<ClockBody>> warnings; ///< By jobs.
    QList<Entry<ClockBody>> overdueMarks;
    QList<Entry<ClockBody>> recalculations;

    bool operator==(const Case &) const = default;

    [[nodiscard]] const ReplyVersion *currentReply() const
    {
        return replies.isEmpty() ? nullptr : &replies.last();
    }
    /// The deadline that the unit or the centre must meet next in this phase; null when none runs.
    [[nodiscard]] const Deadline *runningDeadline() const;
    [[nodiscard]] QList<ContactAttempt> contactAttempts() const;
    /// The limit that the unit's reply of this round must meet and that an extension moves: handle, or rework
    /// from the second round on; null when it is not computable.
    [[nodiscard]] const Deadline *replyDeadline() const;
    /// The extension that the centre has not decided yet; null when there is none.
    [[nodiscard]] const Extension *openExtension() const;
    [[nodiscard]] bool isHandledBy(const UnitId &unit) const; ///< As lead unit or co-handler.
    [[nodiscard]] const UnitRequest *request(int number) const; ///< Null when there is none of that number.
    [[nodiscard]] const UnitRequest *pendingRequest(SignedAction action) const;
    /// The order with that revision; null when there is none.
    [[nodiscard]] const Order *order(qint64 orderRevision) const;
    [[nodiscard]] bool isSupervised() const; ///< A supervision order is open (HA17, HA18).
    /// The clock of an extension or of a job: the case's own by its name, an order's, or a co-handler's.
    [[nodiscard]] const Deadline *clock(
        LimitName limit, qint64 orderRevision = 0, const UnitId &unit = {}) const;
    /// Every clock whose step has not been taken yet: what warnings and overdue marks are about. A `unit`
    /// that is empty means the lead unit.
    [[nodiscard]] QList<Clock> openClocks() const;
    /// The last callback of the unit in this round; null when it has made none.
    [[nodiscard]] const Entry<CallbackBody> *unitCallback() const;
    [[nodiscard]] bool isAnsweredBy(qint64 ms) const; ///< The citizen had the answer at that moment (HA8).
    /// Somebody can be called and told: the citizen is known, left a number and wants an answer.
    [[nodiscard]] bool isCallable() const { return !demand.anonymous && demand.hasPhone && !needsNoAnswer(); }
    [[nodiscard]] bool needsNoAnswer() const { return classification && classification->body.noAnswer; }
};

/// What a unit may see of a case (design 4).
enum class Access { None, Left, Closed, Working };

constexpr auto namesOf(Access)
{
    return std::array{Named{Access::None, "none"}, Named{Access::Left, "left"},
        Named{Access::Closed, "closed"}, Named{Access::Working, "working"}};
}

[[nodiscard]] Access unitAccess(const Case &theCase, const UnitId &unit);

/// Whether an actor with that access may read a part in clear. The only copy of this rule. The centre reads
/// all but the units' internal parts; a unit reads the case's parts with working or closed access, the
/// identity only while it works on the case, and its own internal parts always. Administrators read nothing.
[[nodiscard]] bool mayRead(const Audience &audience, const Actor &actor, Access access);

/// The event as that actor may see it. A unit that has left keeps the number of the case and what it wrote
/// itself, without the citizen's data; everybody else reads what mayRead() allows.
[[nodiscard]] Event shownTo(Event event, const Actor &actor, Access access);

} // namespace chengban

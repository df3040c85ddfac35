#pragma once

#include "shared/cases/Command.h"
#include "shared/cases/Envelope.h"
#include "shared/rules/Deadlines.h"

#include <QList>

#include <array>
#include <optional>

namespace chengban {

/// A value with who entered it and when (the server's time).
template <typename Body> struct Entry
{
    Body body;
    Actor actor;
    qint64 atMs = 0;
    qint64 revision = 0;
    bool operator==(const Entry &) const = default;
};

/// A reply as it was submitted: never changed afterwards; an edit makes the next version.
struct ReplyVersion
{
    int number = 0; ///< From 1.
    Reply reply; ///< Empty when `withheld`.
    QString digest; ///< Hex of replyDigest().
    QString note;
    Actor actor;
    qint64 atMs = 0;
    qint64 revision = 0;
    bool withheld = false; ///< The reader is not (yet) among its audience.
    bool operator==(const ReplyVersion &) const = default;
};

enum class ReviewOutcome { Accepted, Rework };

struct Review
{
    ReviewOutcome outcome = ReviewOutcome::Accepted;
    ReviewBody body;
    bool operator==(const Review &) const = default;
};

/// Something the unit asked of the centre, with the signatures it left the unit with, and the centre's word.
template <typename Body> struct Asked
{
    Entry<Body> request;
    std::optional<Entry<DecisionBody>> decision = {};
    QList<Entry<SignatureBody>> signatures = {}; ///< Empty where the pack demands none.
    bool operator==(const Asked &) const = default;
};
using ReturnRequest = Asked<ReturnRequestBody>;
using Extension = Asked<ExtensionBody>;
using Termination = Asked<TerminationBody>;
using Appeal = Asked<CodedNoteBody>;

/// A request that must be signed inside the unit before the centre learns of it.
struct UnitRequest
{
    enum class State { Pending, Sent, Dropped };
    int number = 0; ///< From 1; what a signature names.
    SignedAction action = SignedAction::Return;
    QJsonObject body; ///< Of the command that asks; empty when `withheld`.
    QString digest; ///< Hex of requestDigest().
    State state = State::Pending;
    Actor actor;
    qint64 atMs = 0;
    qint64 revision = 0;
    QString note; ///< Why it was dropped.
    bool withheld = false;
    bool operator==(const UnitRequest &) const = default;
};

enum class OrderKind { ReReview, Supervision };

constexpr auto namesOf(OrderKind)
{
    return std::array{Named{OrderKind::ReReview, "re-review"}, Named{OrderKind::Supervision, "supervision"}};
}

/// An order of the centre beside the ordinary way, with a clock and an answer of its own (HA16-HA20,
/// HE7-HE10). Its name is the revision of its event.
struct Order
{
    OrderKind kind = OrderKind::Supervision;
    Entry<OrderBody> order;
    QList<Asked<OrderAnswerBody>> answers; ///< One more after each that was not up to standard (HA20d).

    /// Whether the unit owes an answer.
    [[nodiscard]] bool isOwed() const
    {
        return answers.isEmpty() || (answers.last().decision && !answers.last().decision->body.granted);
    }
    /// Whether the centre has still to decide on an answer, or the unit to give one.
    [[nodiscard]] bool isOpen() const { return isOwed() || !answers.last().decision; }
    bool operator==(const Order &) const = default;
};

enum class RecordKind { Investigation, SiteVisit, Measures, Progress };

struct CaseRecord
{
    RecordKind kind = RecordKind::Investigation;
    Entry<RecordBody> entry;
    bool operator==(const CaseRecord &) const = default;
};

/// A clock beside the case's own: of an order, or of a co-handler's part.
struct Clock
{
    qint64 order = 0; ///< Revision of the order; 0: not an order's.
    UnitId unit; ///< Whose clock; empty: the lead unit's.
    Deadline deadline;
    bool operator==(const Clock &) const = default;
};

/// How a case came to its end.
enum class Ending {
    Open, ///< It has not.
    Handled,
    Refused, ///< HA5
    AnsweredDirectly, ///< G5
    Merged, ///< Another case has its demand.
    Terminated, ///< HA10e, N10: not dispatched again.
};

constexpr auto namesOf(Ending)
{
    using enum Ending;
    return std::array{Named{Open, "open"}, Named{Handled, "handled"}, Named{Refused, "refused"},
        Named{AnsweredDirectly, "answered-directly"}, Named{Merged, "merged"},
        Named{Terminated, "terminated"}};
}

struct Submission
{
    int replyVersion = 0;
    Actor actor;
    qint64 atMs = 0;
    qint64 revision = 0;
    bool operator==(const Submission &) const = default;
};

} // namespace chengban

#pragma once

#include "shared/base/Names.h"

#include <array>

namespace chengban {

/// What is counted of a unit's cases in a period: the words metrics and thresholds of a pack are written in.
///
/// A case counts in the period in which the named thing happened; the cohort of a share (its `of`) is one of
/// these counters too. Cases excluded from scoring count nowhere. Merged duplicates count once.
enum class Counter {
    Dispatched, ///< To the unit as lead unit; the volume (HA29a).
    Accepted, ///< By hand or by rule (T26 受理率).
    AcceptedInTime, ///< By hand, inside the limit `accept`.
    AcceptedByDefault, ///< HB7.2a
    Returned, ///< Given back with the centre's consent (HB13 退办).
    ReturnRefused, ///< Asked to give back and was refused (HA7e).
    FirstContactOwed, ///< Cases whose citizen had to be contacted: not anonymous, not waived (HA8).
    FirstContactInTime, ///< Of those: inside the limit `first-contact` (HA29b).
    StartedInTime, ///< First step of the unit inside the limit `start` (N2).
    Extended, ///< Extensions granted (HB10).
    Answered, ///< A reply was submitted (N11 回复率).
    AnsweredInTime, ///< Before the due time for handling.
    Closed, ///< T26 办结率
    ClosedInTime, ///< Closed ones whose reply came inside the limit for scoring (HA29c).
    Overdue, ///< A due time passed without its step (T27 超期).
    ReturnedForRework, ///< Rework orders (T27 退回重办).
    ReReviewed, ///< Re-review orders (HA19).
    ReReviewReturned, ///< Re-reviews not up to standard (HA20d).
    Urged, ///< HB13 催办
    Supervised, ///< Supervision orders (HE7).
    CalledBack, ///< The centre reached the citizen (G8, HA29b).
    ContactMissingAtCallback, ///< The citizen said that nobody had been in touch (T27).
    Mismatched, ///< The unit's word and the citizen's differ (HA21).
    RatedProcess, ///< The citizen rated the process (T26 回访过程满意率) …
    SatisfiedProcess, ///< … with the pack's best level.
    RatedResult, ///< T26 办理结果满意度
    SatisfiedResult,
    RatedOverall, ///< T26 整体满意率, HA29e, N11
    SatisfiedOverall,
    NeutralOverall, ///< Neither the best level nor the worst (HA29e 一般).
    UnsatisfiedOverall, ///< The worst level.
    OutcomeStated, ///< Closed with an outcome code (HA29d).
    Solved, ///< HA29d 实际解决: outcome `solved`
    Explained, ///< 解释说明: outcome `explained`
    Filed, ///< 参考备案: outcome `filed`
    Unsolved, ///< 未解决: outcome `unsolved`
    KnowledgeOwed, ///< Monthly reports to the knowledge base that were due (T19).
    KnowledgeUpdated, ///< Of those: made (T26 知识库更新).
};

constexpr auto namesOf(Counter)
{
    using enum Counter;
    return std::array{Named{Dispatched, "dispatched"}, Named{Accepted, "accepted"},
        Named{AcceptedInTime, "accepted-in-time"}, Named{AcceptedByDefault, "accepted-by-default"},
        Named{Returned, "returned"}, Named{ReturnRefused, "return-refused"},
        Named{FirstContactOwed, "first-contact-owed"}, Named{FirstContactInTime, "first-contact-in-time"},
        Named{StartedInTime, "started-in-time"}, Named{Extended, "extended"}, Named{Answered, "answered"},
        Named{AnsweredInTime, "answered-in-time"}, Named{Closed, "closed"},
        Named{ClosedInTime, "closed-in-time"}, Named{Overdue, "overdue"},
        Named{ReturnedForRework, "returned-for-rework"}, Named{ReReviewed, "re-reviewed"},
        Named{ReReviewReturned, "re-review-returned"}, Named{Urged, "urged"}, Named{Supervised, "supervised"},
        Named{CalledBack, "called-back"}, Named{ContactMissingAtCallback, "contact-missing-at-callback"},
        Named{Mismatched, "mismatched"}, Named{RatedProcess, "rated-process"},
        Named{SatisfiedProcess, "satisfied-process"}, Named{RatedResult, "rated-result"},
        Named{SatisfiedResult, "satisfied-result"}, Named{RatedOverall, "rated-overall"},
        Named{SatisfiedOverall, "satisfied-overall"}, Named{NeutralOverall, "neutral-overall"},
        Named{UnsatisfiedOverall, "unsatisfied-overall"}, Named{OutcomeStated, "outcome-stated"},
        Named{Solved, "solved"}, Named{Explained, "explained"}, Named{Filed, "filed"},
        Named{Unsolved, "unsolved"}, Named{KnowledgeOwed, "knowledge-owed"},
        Named{KnowledgeUpdated, "knowledge-updated"}};
}

/// How often each was counted; of one unit in one period, or of one case.
class Counts
{
public:
    [[nodiscard]] int of(Counter counter) const { return m_counts[static_cast<size_t>(counter)]; }
    void add(Counter counter, int times = 1) { m_counts[static_cast<size_t>(counter)] += times; }
    void add(const Counts &other)
    {
        for (size_t i = 0; i < m_counts.size(); ++i)
            m_counts[i] += other.m_counts[i];
    }

    bool operator==(const Counts &) const = default;

private:
    std::array<int, namesOf(Counter{}).size()> m_counts{};
};

} // namespace chengban

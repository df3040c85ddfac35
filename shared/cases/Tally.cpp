#include "shared/cases/Tally.h"

#include "shared/reply/Requirements.h"

#include <algorithm>
#include <array>

namespace chengban {

using namespace Qt::StringLiterals;

namespace {

class Tallying
{
public:
    Tallying(const Case &theCase, const RulePack &pack, const WorkingCalendar &calendar)
        : m_case(theCase)
        , m_pack(pack)
        , m_calendar(calendar)
    {
    }

    [[nodiscard]] QList<TallyRow> rows()
    {
        if (m_case.exclusion)
            return {};
        dispatches();
        acceptance();
        returns();
        contact();
        extensions();
        answers();
        reviews();
        orders();
        callbacks();
        rating();
        closing();
        return m_rows;
    }

private:
    void dispatches();
    void acceptance();
    void returns();
    void contact();
    void extensions();
    void answers();
    void reviews();
    void orders();
    void callbacks();
    void rating();
    void closing();

    void add(Counter counter, const UnitId &unit, qint64 atMs) { m_rows.append({counter, unit, atMs}); }
    void add(Counter counter, qint64 atMs) { add(counter, leadAt(atMs), atMs); }
    [[nodiscard]] UnitId leadAt(qint64 atMs) const;
    [[nodiscard]] bool inTime(LimitName limit, qint64 atMs) const;
    [[nodiscard]] qint64 closedAtMs() const;
    [[nodiscard]] bool repliedInScoringLimit() const;

    const Case &m_case;
    const RulePack &m_pack;
    const WorkingCalendar &m_calendar;
    QList<TallyRow> m_rows;
};

UnitId Tallying::leadAt(qint64 atMs) const
{
    UnitId unit;
    for (const Entry<DispatchBody> &dispatch : m_case.dispatches) {
        if (dispatch.atMs <= atMs)
            unit = dispatch.body.leadUnit;
    }
    return unit;
}

/// A limit that could not be computed cannot be missed.
bool Tallying::inTime(LimitName limit, qint64 atMs) const
{
    const Deadline *deadline = m_case.clock(limit);
    return !deadline || atMs <= deadline->dueMs;
}

void Tallying::dispatches()
{
    for (const Entry<DispatchBody> &dispatch : m_case.dispatches)
        add(Counter::Dispatched, dispatch.body.leadUnit, dispatch.atMs);
    for (const Entry<ClockBody> &mark : m_case.overdueMarks)
        add(Counter::Overdue, mark.body.unit.isEmpty() ? leadAt(mark.body.legalMs) : mark.body.unit,
            mark.body.legalMs);
    for (const Entry<ReminderBody> &urge : m_case.urges)
        add(Counter::Urged, urge.atMs);
}

void Tallying::acceptance()
{
    if (!m_case.acceptance)
        return;
    const qint64 atMs = m_case.acceptance->body.legalMs.value_or(m_case.acceptance->atMs);
    add(Counter::Accepted, atMs);
    if (m_case.acceptance->actor.role == Role::System) {
        add(Counter::AcceptedByDefault, atMs);
        return;
    }
    if (inTime(LimitName::Accept, atMs))
        add(Counter::AcceptedInTime, atMs);
    if (m_case.clock(LimitName::Start) && inTime(LimitName::Start, atMs))
        add(Counter::StartedInTime, atMs);
}

void Tallying::returns()
{
    for (const ReturnRequest &request : m_case.returns) {
        if (request.decision)
            add(request.decision->body.granted ? Counter::Returned : Counter::ReturnRefused,
                request.request.actor.unit, request.decision->atMs);
    }
}

/// HA8: nothing is owed to an anonymous citizen, nor, where the pack says so, to one who was answered within
/// the time for the first contact.
void Tallying::contact()
{
    const Deadline *due = m_case.clock(LimitName::FirstContact);
    if (!due || m_case.demand.anonymous)
        return;
    if (m_pack.contact.waivedWhenAnsweredInLimit && m_case.isAnsweredBy(due->dueMs)
        && m_case.contacts.isEmpty())
        return;
    add(Counter::FirstContactOwed, due->startMs);
    if (!m_case.contacts.isEmpty() && m_case.contacts.first().atMs <= due->dueMs)
        add(Counter::FirstContactInTime, due->startMs);
}

void Tallying::extensions()
{
    for (const Extension &extension : m_case.extensions) {
        if (extension.decision && extension.decision->body.granted)
            add(Counter::Extended, extension.request.actor.unit, extension.decision->atMs);
    }
}

void Tallying::answers()
{
    if (m_case.submissions.isEmpty())
        return;
    const Submission &first = m_case.submissions.first();
    add(Counter::Answered, first.actor.unit, first.atMs);
    if (inTime(LimitName::Handle, first.atMs))
        add(Counter::AnsweredInTime, first.actor.unit, first.atMs);
}

void Tallying::reviews()
{
    for (const Entry<Review> &review : m_case.reviews) {
        if (review.body.outcome == ReviewOutcome::Rework)
            add(Counter::ReturnedForRework, review.atMs);
    }
}

void Tallying::orders()
{
    for (const Order &order : m_case.orders) {
        const bool reReview = order.kind == OrderKind::ReReview;
        add(reReview ? Counter::ReReviewed : Counter::Supervised, order.order.atMs);
        for (const Asked<OrderAnswerBody> &answer : order.answers) {
            if (reReview && answer.decision && !answer.decision->body.granted)
                add(Counter::ReReviewReturned, answer.decision->atMs);
        }
    }
    for (const Entry<CodedNoteBody> &mismatch : m_case.mismatches)
        add(Counter::Mismatched, mismatch.atMs);
}

void Tallying::callbacks()
{
    for (const Entry<CallbackBody> &callback : m_case.centreCallbacks) {
        if (!callback.body.reached)
            continue;
        add(Counter::CalledBack, callback.atMs);
        if (!callback.body.unitHadContacted && !m_case.demand.anonymous)
            add(Counter::ContactMissingAtCallback, callback.atMs);
    }
}

struct Rating
{
    QString CallbackBody::*answer;
    Counter rated;
    Counter satisfied;
};
constexpr std::array ratings{
    Rating{&CallbackBody::processSatisfaction, Counter::RatedProcess, Counter::SatisfiedProcess},
    Rating{&CallbackBody::resultSatisfaction, Counter::RatedResult, Counter::SatisfiedResult},
    Rating{&CallbackBody::overallSatisfaction, Counter::RatedOverall, Counter::SatisfiedOverall},
};

void Tallying::rating()
{
    const auto last = std::ranges::find_if(m_case.centreCallbacks.rbegin(), m_case.centreCallbacks.rend(),
        [](const Entry<CallbackBody> &callback) { return callback.body.reached; });
    const bool takenBack = std::ranges::any_of(m_case.scoreAppeals,
        [](const Appeal &appeal) { return appeal.decision && appeal.decision->body.granted; });
    if (last == m_case.centreCallbacks.rend() || takenBack || m_pack.satisfaction.isEmpty())
        return;
    const QString best = m_pack.satisfaction.first().code;
    for (const Rating &rating : ratings) {
        const QString &answer = last->body.*rating.answer;
        if (answer.isEmpty())
            continue;
        add(rating.rated, last->atMs);
        if (answer == best)
            add(rating.satisfied, last->atMs);
    }
    const QString &overall = last->body.overallSatisfaction;
    if (overall == worstSatisfaction(m_pack) && overall != best)
        add(Counter::UnsatisfiedOverall, last->atMs);
    else if (!overall.isEmpty() && overall != best)
        add(Counter::NeutralOverall, last->atMs);
}

qint64 Tallying::closedAtMs() const
{
    if (m_case.ending == Ending::Handled && m_case.closing)
        return m_case.closing->atMs;
    const bool terminated = m_case.ending == Ending::Terminated && !m_case.terminations.isEmpty()
        && m_case.terminations.last().decision;
    return terminated ? m_case.terminations.last().decision->atMs : 0;
}

/// HA29c: units are scored by a limit of its own where the pack has one; an extension or a limit of a law
/// that was granted counts there too.
bool Tallying::repliedInScoringLimit() const
{
    const Deadline *handle = m_case.clock(LimitName::Handle);
    const Limit *scoring = m_pack.scoringLimit(LimitName::Handle, m_case.caseClass);
    if (m_case.submissions.isEmpty() || !handle || !scoring)
        return !m_case.submissions.isEmpty();
    const auto due = dueTime(*scoring, handle->startMs, m_calendar);
    const bool granted = handle->extendedBy > 0 || handle->source == LimitSource::Statute;
    const qint64 scoredMs = due ? due->dueMs : handle->dueMs;
    return m_case.submissions.first().atMs <= (granted ? std::max(scoredMs, handle->dueMs) : scoredMs);
}

struct Outcome
{
    QLatin1StringView code;
    Counter counter;
};
constexpr std::array outcomes{
    Outcome{QLatin1StringView("solved"), Counter::Solved},
    Outcome{QLatin1StringView("explained"), Counter::Explained},
    Outcome{QLatin1StringView("filed"), Counter::Filed},
    Outcome{QLatin1StringView("unsolved"), Counter::Unsolved},
};

void Tallying::closing()
{
    const qint64 atMs = closedAtMs();
    if (atMs == 0)
        return;
    add(Counter::Closed, m_case.leadUnit, atMs);
    if (repliedInScoringLimit())
        add(Counter::ClosedInTime, m_case.leadUnit, atMs);
    const ReplyVersion *reply = m_case.currentReply();
    if (!reply || reply->reply.outcome.isEmpty())
        return;
    add(Counter::OutcomeStated, m_case.leadUnit, atMs);
    const auto outcome = std::ranges::find(outcomes, reply->reply.outcome, &Outcome::code);
    if (outcome != outcomes.end())
        add(outcome->counter, m_case.leadUnit, atMs);
}

} // namespace

QList<TallyRow> tally(const Case &theCase, const RulePack &pack, const WorkingCalendar &calendar)
{
    return Tallying(theCase, pack, calendar).rows();
}

Counts countsOf(const QList<TallyRow> &rows, const UnitId &unit, qint64 fromMs, qint64 toMs)
{
    Counts counts;
    for (const TallyRow &row : rows) {
        if (row.unit == unit && row.atMs >= fromMs && row.atMs < toMs)
            counts.add(row.counter);
    }
    return counts;
}

} // namespace chengban

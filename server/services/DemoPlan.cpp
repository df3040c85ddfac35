#include "server/services/DemoPlan.h"

#include "server/services/DemoClock.h"
#include "shared/base/CountyTime.h"

#include <QRandomGenerator>

#include <algorithm>
#include <ranges>

namespace chengban {

using namespace Qt::StringLiterals;

namespace {

using C = CommandType;
using H = DemoHand;

/// Where a case of the demonstration stands in the end, and how many do.
struct Share
{
    Phase phase;
    int cases;
    int slackFrom; ///< Working minutes between its last step and now.
    int slackTo;
};

constexpr int dayMinutes = 450; // 8:00-12:00 and 14:30-18:00

constexpr std::array shares{
    Share{Phase::Registered, 10, 5, 200},
    Share{Phase::Dispatched, 14, 10, dayMinutes},
    Share{Phase::ReturnRequested, 4, 10, 200},
    Share{Phase::Handling, 38, 20, 5 * dayMinutes},
    Share{Phase::AwaitingSignOff, 16, 10, dayMinutes},
    Share{Phase::Signed, 6, 5, 120},
    Share{Phase::AwaitingReview, 14, 10, dayMinutes},
    Share{Phase::Rework, 8, 20, 4 * dayMinutes},
    Share{Phase::AwaitingCallback, 12, 20, 2 * dayMinutes},
    Share{Phase::AwaitingClose, 6, 10, dayMinutes},
    Share{Phase::Closed, 46, 30, 20 * dayMinutes},
    Share{Phase::Archived, 26, 2 * dayMinutes, 30 * dayMinutes},
};

/// Working minutes that go by before a step.
struct Pause
{
    C type;
    int from;
    int to;
};

constexpr std::array pauses{
    Pause{C::Dispatch, 10, 120},
    Pause{C::Accept, 15, 240},
    Pause{C::RequestReturn, 30, 200},
    Pause{C::SignRequest, 10, 60},
    Pause{C::DecideReturn, 30, 150},
    Pause{C::ProposeHandling, 10, 60},
    Pause{C::Instruct, 20, 180},
    Pause{C::RecordContact, 15, 120},
    Pause{C::RequestExtension, 200, 500},
    Pause{C::DecideExtension, 40, 180},
    Pause{C::SubmitForSignOff, 300, 1000},
    Pause{C::Sign, 20, 240},
    Pause{C::ReturnToClerk, 20, 150},
    Pause{C::SubmitReply, 5, 60},
    Pause{C::AcceptReply, 60, 400},
    Pause{C::ReturnForRework, 60, 400},
    Pause{C::RecordUnitCallback, 30, 150},
    Pause{C::RecordCentreCallback, 100, 600},
    Pause{C::Urge, 60, 200},
    Pause{C::Close, 20, 120},
    Pause{C::Archive, 300, 1500},
};

class Planner
{
public:
    Planner(const DemoData &data, const WorkingCalendar &calendar, qint64 nowMs, quint32 seed)
        : m_data(data)
        , m_clock(calendar)
        , m_nowMs(nowMs)
        , m_random(seed)
    {
    }

    [[nodiscard]] Result<QList<DemoCase>> plan()
    {
        QList<DemoCase> cases;
        for (const Share &share : shares) {
            for (int i = 0; i < share.cases; ++i) {
                DemoCase one = filled(m_data.templates[m_number % m_data.templates.size()]);
                one.number = static_cast<int>(++m_number);
                addSteps(one, share, i);
                if (auto done = setTimes(one, share); !done)
                    return fail(done.error());
                cases.append(std::move(one));
            }
        }
        setNumbers(cases);
        return cases;
    }

private:
    [[nodiscard]] int between(int from, int to) { return m_random.bounded(from, to + 1); }
    [[nodiscard]] bool onceIn(int n) { return m_random.bounded(n) == 0; }
    [[nodiscard]] QString oneOf(const QStringList &list)
    {
        return list[m_random.bounded(static_cast<int>(list.size()))];
    }

    [[nodiscard]] DemoCase filled(const DemoTemplate &pattern)
    {
        QHash<QString, QString> words;
        QStringList keys = m_data.words.keys();
        keys.sort(); // A hash has another order in every run.
        for (const QString &key : std::as_const(keys))
            words.insert(u'{' + key + u'}', oneOf(m_data.words.value(key)));
        const auto fill = [&](QString text) {
            for (auto it = words.constBegin(); it != words.constEnd(); ++it)
                text.replace(it.key(), it.value());
            return text;
        };
        DemoCase one;
        one.unit = pattern.unit;
        one.caseClass = pattern.caseClass;
        one.reply = pattern.reply;
        for (QString Reply::*text :
            {&Reply::investigation, &Reply::handling, &Reply::result, &Reply::progress, &Reply::plan,
                &Reply::expectedEffect, &Reply::grounds, &Reply::advice, &Reply::statement})
            one.reply.*text = fill(one.reply.*text);
        Demand &demand = one.registration.demand;
        demand.source = u"12345"_s;
        demand.category = pattern.category;
        demand.channel = oneOf(m_data.channels);
        demand.title = fill(pattern.title);
        demand.text = fill(pattern.text);
        for (const QString &place : {u"{小区}"_s, u"{村}"_s, u"{路}"_s, u"{校}"_s, u"{厂}"_s}) {
            if (demand.location.isEmpty() && (pattern.title + pattern.text).contains(place))
                demand.location = words.value(place);
        }
        addCitizen(one);
        return one;
    }

    void addCitizen(DemoCase &one)
    {
        Demand &demand = one.registration.demand;
        demand.anonymous = onceIn(5);
        const bool leavesNumber = !demand.anonymous && !onceIn(12);
        if (!demand.anonymous)
            one.registration.identity.name = oneOf(m_data.surnames) + oneOf(m_data.givenNames);
        if (leavesNumber)
            one.registration.identity.phone = u"1990000%1"_s.arg(between(0, 9999), 4, 10, QLatin1Char('0'));
        demand.hasPhone = leavesNumber;
        if (!leavesNumber)
            one.outcome = ContactOutcome::NoNumber;
        else if (onceIn(8))
            one.outcome = ContactOutcome::NoAnswer;
        one.satisfied = !onceIn(7);
    }

    static void add(DemoCase &one, C type, H hand, bool elsewhere = false)
    {
        one.steps.append({type, hand, 0, elsewhere});
    }

    [[nodiscard]] UnitId anotherUnit(const UnitId &unit)
    {
        UnitId other = unit;
        while (other == unit) // The first unit is the centre.
            other = m_data.units[between(1, static_cast<int>(m_data.units.size()) - 1)].id;
        return other;
    }

    void addSteps(DemoCase &one, const Share &share, int i)
    {
        add(one, C::Register, H::Centre);
        if (share.phase == Phase::Registered)
            return;
        if (share.phase >= Phase::Handling && share.phase != Phase::ReturnRequested && onceIn(16))
            addDetour(one);
        if (onceIn(10))
            one.coHandler = anotherUnit(one.unit);
        add(one, C::Dispatch, H::Centre);
        if (share.phase == Phase::Dispatched)
            return;
        if (share.phase == Phase::ReturnRequested)
            return addReturn(one, false);
        add(one, C::Accept, H::Clerk);
        if (share.phase == Phase::Handling)
            return addHandling(one, i);
        addWholeHandling(one);
        addReply(one, share.phase);
    }

    /// Sent to the wrong unit first, and back.
    void addDetour(DemoCase &one)
    {
        one.wrongUnit = anotherUnit(one.unit);
        add(one, C::Dispatch, H::Centre, true);
        addReturn(one, true);
        add(one, C::DecideReturn, H::Centre);
    }

    /// T24: the principal leader signs before the centre learns of it.
    static void addReturn(DemoCase &one, bool elsewhere)
    {
        add(one, C::RequestReturn, H::Clerk, elsewhere);
        add(one, C::SignRequest, H::Principal, elsewhere);
    }

    /// Cases in work stand at different points.
    void addHandling(DemoCase &one, int i)
    {
        if (i % 6 >= 1)
            add(one, C::ProposeHandling, H::Clerk);
        if (i % 6 >= 2)
            add(one, C::Instruct, instructor(one));
        if (i % 6 >= 3)
            addContact(one);
        if (i % 6 == 4 && mayExtend(one))
            addExtension(one, onceIn(2));
        if (i % 6 == 5) {
            add(one, C::SubmitForSignOff, H::Clerk);
            add(one, C::ReturnToClerk, H::Deputy);
        }
        if (onceIn(6))
            add(one, C::Urge, H::Centre);
    }

    void addContact(DemoCase &one)
    {
        if (one.registration.demand.anonymous)
            return; // T5: anonymous cases need none.
        add(one, C::RecordContact, H::Clerk);
        if (one.outcome == ContactOutcome::NoAnswer)
            add(one, C::RecordContact, H::Clerk); // T7: more than one attempt.
    }

    /// T21, T22: time is left, and the citizen was told.
    [[nodiscard]] static bool mayExtend(const DemoCase &one)
    {
        const bool isLong = one.caseClass == CaseClass::General || one.caseClass == CaseClass::Complex;
        return isLong && one.outcome == ContactOutcome::Reached && !one.registration.demand.anonymous;
    }

    static void addExtension(DemoCase &one, bool decided)
    {
        add(one, C::RequestExtension, H::Clerk);
        add(one, C::SignRequest, H::Deputy);
        if (decided)
            add(one, C::DecideExtension, H::Centre);
    }

    /// T25: a difficult case is the principal leader's.
    [[nodiscard]] static H instructor(const DemoCase &one)
    {
        return one.caseClass == CaseClass::Difficult ? H::Principal : H::Deputy;
    }

    /// T16: the unit calls back itself before it submits.
    static void addSubmission(DemoCase &one)
    {
        if (!one.registration.demand.anonymous && one.registration.demand.hasPhone)
            add(one, C::RecordUnitCallback, H::Clerk);
        add(one, C::SubmitReply, H::Clerk);
    }

    /// T25: a case that comes back is the principal leader's, too.
    void addRework(DemoCase &one)
    {
        add(one, C::ReturnForRework, H::Centre);
        add(one, C::Instruct, H::Principal);
        addSignedReply(one);
        addSubmission(one);
    }

    void addWholeHandling(DemoCase &one)
    {
        add(one, C::ProposeHandling, H::Clerk);
        add(one, C::Instruct, instructor(one));
        addContact(one);
        if (mayExtend(one) && onceIn(12))
            addExtension(one, true);
    }

    void addSignedReply(DemoCase &one)
    {
        add(one, C::SubmitForSignOff, H::Clerk);
        if (onceIn(7)) {
            add(one, C::ReturnToClerk, H::Deputy);
            add(one, C::SubmitForSignOff, H::Clerk);
        }
        add(one, C::Sign, onceIn(3) ? H::Principal : H::Deputy);
    }

    void addReply(DemoCase &one, Phase phase)
    {
        if (phase == Phase::AwaitingSignOff)
            return add(one, C::SubmitForSignOff, H::Clerk);
        addSignedReply(one);
        if (phase == Phase::Signed)
            return;
        addSubmission(one);
        if (phase == Phase::AwaitingReview)
            return;
        if (phase == Phase::Rework)
            return add(one, C::ReturnForRework, H::Centre);
        if (onceIn(10))
            addRework(one);
        add(one, C::AcceptReply, H::Centre);
        addEnd(one, phase);
    }

    [[nodiscard]] static bool mustGoBack(const DemoCase &one)
    {
        const bool reasonable
            = one.reply.verdict != Verdict::Unreasonable && one.reply.verdict != Verdict::OutOfScope;
        return !one.satisfied && reasonable && one.outcome == ContactOutcome::Reached
            && one.registration.demand.hasPhone;
    }

    void addEnd(DemoCase &one, Phase phase)
    {
        if (phase == Phase::AwaitingCallback)
            return;
        add(one, C::RecordCentreCallback, H::Centre);
        if (phase == Phase::AwaitingClose)
            return;
        if (mustGoBack(one)) { // T17: not satisfied, so handled and called once more.
            addRework(one);
            add(one, C::AcceptReply, H::Centre);
            add(one, C::RecordCentreCallback, H::Centre);
        }
        add(one, C::Close, H::Centre);
        if (phase == Phase::Archived)
            add(one, C::Archive, H::Centre);
    }

    [[nodiscard]] int pauseBefore(C type)
    {
        const auto pause = std::ranges::find(pauses, type, &Pause::type);
        return pause == pauses.end() ? 0 : between(pause->from, pause->to);
    }

    /// From the last step backwards, so that each phase has cases that are fresh and cases that are due.
    [[nodiscard]] Result<void> setTimes(DemoCase &one, const Share &share)
    {
        qint64 at = m_nowMs;
        int pause = between(share.slackFrom, share.slackTo);
        for (auto &step : one.steps | std::views::reverse) {
            const auto moment = m_clock.before(at, pause);
            if (!moment)
                return fail(moment.error());
            step.atMs = at = *moment;
            pause = pauseBefore(step.type);
        }
        const qint64 minute = 60'000;
        one.registration.demand.reportedAtMs = at / minute * minute - between(1, 25) * minute;
        return {};
    }

    /// Numbers count each day's cases from 1, in the order in which they came.
    static void setNumbers(QList<DemoCase> &cases)
    {
        QList<DemoCase *> byTime;
        for (DemoCase &one : cases)
            byTime.append(&one);
        std::ranges::stable_sort(byTime, {}, [](const DemoCase *one) { return one->steps.first().atMs; });
        QHash<QDate, int> counts;
        for (DemoCase *one : std::as_const(byTime)) {
            const QDate day = countyDate(one->steps.first().atMs);
            one->registration.demand.sourceNumber
                = u"YX%1%2"_s.arg(day.toString(u"yyyyMMdd"_s)).arg(++counts[day], 4, 10, QLatin1Char('0'));
        }
    }

    const DemoData &m_data;
    WorkClock m_clock;
    qint64 m_nowMs;
    QRandomGenerator m_random;
    qsizetype m_number = 0;
};

} // namespace

Result<QList<DemoCase>> demoPlan(
    const DemoData &data, const WorkingCalendar &calendar, qint64 nowMs, quint32 seed)
{
    return Planner(data, calendar, nowMs, seed).plan();
}

} // namespace chengban

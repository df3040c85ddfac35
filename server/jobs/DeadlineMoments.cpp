#include "server/jobs/DeadlineMoments.h"

#include "shared/canonical/Digest.h"
#include "shared/rules/Deadlines.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace chengban {

namespace {

bool isDone(const QList<Entry<ClockBody>> &entries, const Clock &clock, qint64 legalMs)
{
    return std::ranges::any_of(entries, [&](const Entry<ClockBody> &entry) {
        const ClockBody &body = entry.body;
        return body.limit == clock.deadline.limit && body.order == clock.order && body.unit == clock.unit
            && body.legalMs == legalMs;
    });
}

void addRecalculation(QList<RuleMoment> &moments, const Clock &clock, const WorkingCalendar &calendar)
{
    if (!clock.deadline.provisional)
        return;
    const auto again = recalculated(clock.deadline, calendar);
    if (again && again->isChanged()) {
        moments.append({CommandType::Recalculate, clock.deadline.startMs, clock, explained(*again)});
    }
}

void addWarnings(
    QList<RuleMoment> &moments, const Case &theCase, const Clock &clock, const WorkingCalendar &calendar)
{
    const QList<qint64> times = warningTimes(clock.deadline, calendar).value_or(QList<qint64>{});
    for (const qint64 ms : times) {
        if (!isDone(theCase.warnings, clock, ms))
            moments.append({CommandType::Warn, ms, clock, {}});
    }
}

/// The last one for a clock: either it is accepted by rule or it is late.
void addEnd(QList<RuleMoment> &moments, const Case &theCase, const Clock &clock, const RulePack &pack)
{
    const qint64 dueMs = clock.deadline.dueMs;
    const bool own = clock.order == 0 && clock.unit.isEmpty();
    if (own && clock.deadline.limit == LimitName::Accept && pack.acceptance.byDefault)
        moments.append({CommandType::Accept, dueMs, clock, {}});
    else if (!isDone(theCase.overdueMarks, clock, dueMs))
        moments.append({CommandType::MarkOverdue, dueMs, clock, {}});
}

constexpr std::array order{
    CommandType::Recalculate, CommandType::Accept, CommandType::Warn, CommandType::MarkOverdue};

auto place(const RuleMoment &moment)
{
    return std::tuple(moment.legalMs, std::ranges::find(order, moment.command) - order.begin(),
        moment.clock.order, moment.clock.deadline.limit, moment.clock.unit.value);
}

/// The same for the same moment on the same revision of a case, for ever and on every server.
CommandId idOf(const RuleMoment &moment, const Case &theCase)
{
    const QString what = QStringList{theCase.tenant.value, theCase.id.value,
        QString::number(theCase.revision), nameOf(moment.command), nameOf(moment.clock.deadline.limit),
        QString::number(moment.clock.order), moment.clock.unit.value, QString::number(moment.legalMs)}
                             .join(QLatin1Char('/'));
    constexpr qsizetype randomBytes = 10;
    return {uuid7(moment.legalMs, sm3(what.toUtf8()).first(randomBytes))};
}

} // namespace

std::optional<RuleMoment> nextMoment(const Case &theCase, const Rules &rules)
{
    QList<RuleMoment> moments;
    const QList<Clock> clocks = theCase.openClocks();
    for (const Clock &clock : clocks) {
        addRecalculation(moments, clock, *rules.calendar);
        addWarnings(moments, theCase, clock, *rules.calendar);
        addEnd(moments, theCase, clock, *rules.pack);
    }
    const auto next = std::ranges::min_element(moments, {}, place);
    return next == moments.end() ? std::nullopt : std::optional(*next);
}

Command commandFor(const RuleMoment &moment, const Case &theCase, const RulePack &pack)
{
    Command command;
    command.id = idOf(moment, theCase);
    command.caseId = theCase.id;
    command.baseRevision = theCase.revision;
    command.type = moment.command;
    command.claimedTimeMs = moment.legalMs;
    if (moment.command == CommandType::Accept) {
        AcceptBody body;
        body.legalMs = moment.legalMs;
        body.rule = pack.acceptance.cite;
        command.body = toJson(body);
        return command;
    }
    ClockBody body;
    body.limit = moment.clock.deadline.limit;
    body.order = moment.clock.order;
    body.unit = moment.clock.unit;
    body.legalMs = moment.legalMs;
    body.rule = moment.clock.deadline.cite;
    body.note = moment.note;
    command.body = toJson(body);
    return command;
}

} // namespace chengban

#include "shared/cases/Notices.h"

#include "shared/cases/Guards.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace chengban {

using namespace Qt::StringLiterals;

namespace {

using enum Phase;

bool isOpen(const Case &theCase)
{
    constexpr std::array over{None, Registered, Closed, Archived};
    return !theCase.leadUnit.isEmpty() && std::ranges::find(over, theCase.phase) == over.end();
}

/// A clock that still runs, of which a job has noted that moment.
bool isNoted(const Clock &clock, const QList<Entry<ClockBody>> &entries, bool atTheEnd)
{
    return std::ranges::any_of(entries, [&](const Entry<ClockBody> &entry) {
        const ClockBody &body = entry.body;
        const bool same
            = body.limit == clock.deadline.limit && body.order == clock.order && body.unit == clock.unit;
        return same && (!atTheEnd || body.legalMs == clock.deadline.dueMs);
    });
}

bool anyOverdue(const Case &theCase, bool beforeAcceptance = false)
{
    const QList<Clock> clocks = theCase.openClocks();
    return std::ranges::any_of(clocks, [&](const Clock &clock) {
        const LimitName name = clock.deadline.limit;
        const bool counts = !beforeAcceptance || name == LimitName::Accept || name == LimitName::Start;
        return counts && isNoted(clock, theCase.overdueMarks, true);
    });
}

bool isNearDue(const Case &theCase)
{
    const QList<Clock> clocks = theCase.openClocks();
    return std::ranges::any_of(clocks, [&](const Clock &clock) {
        return isNoted(clock, theCase.warnings, false) && !isNoted(clock, theCase.overdueMarks, true);
    });
}

bool isUnsatisfiedNow(const Case &theCase, const RulePack &pack)
{
    for (const auto *calls : {&theCase.secondCallbacks, &theCase.centreCallbacks}) {
        if (!calls->isEmpty())
            return guards::isUnsatisfied(calls->last().body, pack);
    }
    return false;
}

template <typename List> bool anyAfter(const List &list, qint64 revision)
{
    return std::ranges::any_of(list, [&](const auto &entry) { return entry.revision > revision; });
}

/// M20: urged, late, and the unit has done nothing since it was urged last.
bool isUrgeIgnored(const Case &theCase)
{
    if (theCase.urges.isEmpty() || !anyOverdue(theCase))
        return false;
    const qint64 urged = theCase.urges.last().revision;
    const bool recorded = std::ranges::any_of(
        theCase.records, [&](const CaseRecord &record) { return record.entry.revision > urged; });
    const bool accepted = theCase.acceptance && theCase.acceptance->revision > urged;
    return !recorded && !accepted && !anyAfter(theCase.contacts, urged) && !anyAfter(theCase.answers, urged)
        && !anyAfter(theCase.instructions, urged) && !anyAfter(theCase.handDowns, urged);
}

bool isOccasion(const QString &when, const Case &theCase, const RulePack &pack)
{
    if (when == u"dispatched")
        return theCase.phase == Dispatched;
    if (when == u"not-accepted")
        return anyOverdue(theCase, true);
    if (when == u"near-due")
        return isNearDue(theCase);
    if (when == u"overdue")
        return anyOverdue(theCase);
    if (when == u"returned")
        return theCase.phase == Rework;
    if (when == u"unsatisfied")
        return isUnsatisfiedNow(theCase, pack);
    if (when == u"urge-ignored")
        return isUrgeIgnored(theCase);
    return when == u"difficult" && theCase.caseClass == CaseClass::Difficult;
}

/// The centre tells whom the system cannot: other authorities, and people by telephone or letter.
bool isThroughTheCentre(const Notice &notice)
{
    const bool outside = notice.to.contains(u"supervisor"_s) || notice.to.contains(u"government"_s);
    return outside
        || std::ranges::any_of(notice.channels, [](const QString &channel) { return channel != u"system"; });
}

} // namespace

QList<Notice> noticesNow(const Case &theCase, const RulePack &pack)
{
    QList<Notice> notices;
    if (!isOpen(theCase))
        return notices;
    std::ranges::copy_if(pack.notices, std::back_inserter(notices), [&](const Notice &notice) {
        return (notice.classes.isEmpty() || notice.classes.contains(theCase.caseClass))
            && isOccasion(notice.when, theCase, pack);
    });
    return notices;
}

QList<Notice> noticesFor(const Case &theCase, const RulePack &pack, const Actor &actor)
{
    QList<Notice> notices = noticesNow(theCase, pack);
    const bool ofTheUnit = actor.unit == theCase.leadUnit;
    notices.removeIf([&](const Notice &notice) {
        return actor.role == Role::Centre ? !isThroughTheCentre(notice)
                                          : !ofTheUnit || !notice.to.contains(nameOf(actor.role));
    });
    return notices;
}

} // namespace chengban

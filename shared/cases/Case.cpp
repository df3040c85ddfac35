#include "shared/cases/Case.h"

#include "shared/cases/Events.h"

#include <algorithm>
#include <span>

namespace chengban {

namespace {

/// The limits that may be due next in a phase; the earliest of those that are set counts.
struct Running
{
    Phase phase;
    std::array<std::optional<LimitName>, 2> limits;
};

constexpr std::array running{
    Running{Phase::Dispatched, {LimitName::Accept, LimitName::Handle}},
    Running{Phase::Handling, {LimitName::FirstContact, LimitName::Handle}},
    Running{Phase::ReturnRequested, {LimitName::Handle, std::nullopt}},
    Running{Phase::Rework, {LimitName::Rework, std::nullopt}},
};

} // namespace

const Deadline *Case::replyDeadline() const
{
    const auto it = deadlines.constFind(round > 1 ? LimitName::Rework : LimitName::Handle);
    return it == deadlines.constEnd() ? nullptr : &*it;
}

const Deadline *Case::runningDeadline() const
{
    if (phase == Phase::AwaitingSignOff || phase == Phase::Signed)
        return replyDeadline();
    const auto row = std::ranges::find(running, phase, &Running::phase);
    if (row == running.end())
        return nullptr;
    const Deadline *next = nullptr;
    for (const auto &limit : row->limits) {
        // An anonymous citizen cannot be called (T5), and the first call is made once.
        if (!limit || (*limit == LimitName::FirstContact && (demand.anonymous || !contacts.isEmpty())))
            continue;
        const auto it = deadlines.constFind(*limit);
        if (it != deadlines.constEnd() && (!next || it->dueMs < next->dueMs))
            next = &*it;
    }
    return next;
}

QList<ContactAttempt> Case::contactAttempts() const
{
    QList<ContactAttempt> attempts;
    for (const Entry<ContactBody> &entry : contacts)
        attempts.append(entry.body.contact);
    return attempts;
}

const Extension *Case::openExtension() const
{
    const auto it = std::ranges::find_if(extensions, [](const Extension &e) { return !e.decision; });
    return it == extensions.end() ? nullptr : &*it;
}

const UnitRequest *Case::request(int number) const
{
    const auto it = std::ranges::find(requests, number, &UnitRequest::number);
    return it == requests.end() ? nullptr : &*it;
}

const UnitRequest *Case::pendingRequest(SignedAction action) const
{
    const auto it = std::ranges::find_if(requests, [&](const UnitRequest &request) {
        return request.action == action && request.state == UnitRequest::State::Pending && !request.withheld;
    });
    return it == requests.end() ? nullptr : &*it;
}

bool Case::isAnsweredBy(qint64 ms) const
{
    return std::ranges::any_of(answers, [&](const Entry<AnswerBody> &answer) {
        return answer.body.atMs <= ms;
    }) || (!submissions.isEmpty() && submissions.first().atMs <= ms);
}

const Entry<CallbackBody> *Case::unitCallback() const
{
    const auto rework = std::ranges::find_if(reviews.rbegin(), reviews.rend(),
        [](const Entry<Review> &review) { return review.body.outcome == ReviewOutcome::Rework; });
    const qint64 since = rework == reviews.rend() ? 0 : rework->revision;
    return unitCallbacks.isEmpty() || unitCallbacks.last().revision < since ? nullptr : &unitCallbacks.last();
}

const Order *Case::order(qint64 orderRevision) const
{
    const auto it
        = std::ranges::find_if(orders, [&](const Order &o) { return o.order.revision == orderRevision; });
    return it == orders.end() ? nullptr : &*it;
}

bool Case::isSupervised() const
{
    return std::ranges::any_of(
        orders, [](const Order &o) { return o.kind == OrderKind::Supervision && o.isOpen(); });
}

const Deadline *Case::clock(LimitName limit, qint64 orderRevision, const UnitId &unit) const
{
    if (orderRevision == 0 && unit.isEmpty()) {
        const auto it = deadlines.constFind(limit);
        return it == deadlines.constEnd() ? nullptr : &*it;
    }
    const auto it = std::ranges::find_if(clocks, [&](const Clock &c) {
        return c.order == orderRevision && c.unit == unit && c.deadline.limit == limit;
    });
    return it == clocks.end() ? nullptr : &it->deadline;
}

bool Case::isHandledBy(const UnitId &unit) const
{
    if (unit.isEmpty())
        return false;
    return unit == leadUnit || std::ranges::any_of(coHandlers, [&](const CoHandler &coHandler) {
        return coHandler.unit == unit;
    });
}

Access unitAccess(const Case &theCase, const UnitId &unit)
{
    if (theCase.isHandledBy(unit)) {
        const bool over = theCase.phase == Phase::Closed || theCase.phase == Phase::Archived;
        return over ? Access::Closed : Access::Working;
    }
    return theCase.formerUnits.contains(unit) ? Access::Left : Access::None;
}

namespace {

bool unitMayRead(const Audience &audience, const UnitId &unit, Access access)
{
    switch (audience.kind) {
    case Audience::Kind::Case:
        return access == Access::Working || access == Access::Closed;
    case Audience::Kind::UnitInternal:
        return access != Access::None && audience.unit == unit;
    case Audience::Kind::Identity:
        return access == Access::Working;
    case Audience::Kind::Centre:
        return false;
    }
    Q_UNREACHABLE();
}

} // namespace

bool mayRead(const Audience &audience, const Actor &actor, Access access)
{
    switch (actor.role) {
    case Role::Clerk:
    case Role::SectionHead:
    case Role::DeputyLeader:
    case Role::PrincipalLeader:
        return unitMayRead(audience, actor.unit, access);
    case Role::Centre:
        return audience.kind != Audience::Kind::UnitInternal;
    case Role::Archivist:
        return audience.kind == Audience::Kind::Case && access == Access::Closed;
    case Role::SystemAdmin:
    case Role::SecurityAdmin:
    case Role::AuditAdmin:
        return false;
    case Role::System:
        return true;
    }
    Q_UNREACHABLE();
}

Event shownTo(Event event, const Actor &actor, Access access)
{
    if (access != Access::Left)
        return withheldFor(
            std::move(event), [&](const Audience &audience) { return mayRead(audience, actor, access); });

    const bool own = event.actor.unit == actor.unit;
    Event shown = withheldFor(event, [&](const Audience &audience) {
        return mayRead(audience, actor, access) || (own && audience.kind == Audience::Kind::Case);
    });
    for (qsizetype i = 0; i < event.parts.size(); ++i) {
        if (event.parts[i].name == part::number)
            shown.parts[i] = event.parts[i];
    }
    return shown;
}

} // namespace chengban

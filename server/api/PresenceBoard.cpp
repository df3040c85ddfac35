#include "server/api/PresenceBoard.h"

#include <algorithm>

namespace chengban::server {

namespace {

constexpr qsizetype mostCases = 20'000; ///< Then those that nobody writes on any longer are dropped.

} // namespace

std::optional<int> PresenceBoard::refusal(const Actor &actor, qint64 nowMs)
{
    const std::lock_guard lock(m_mutex);
    return m_rate.refusal(actor.tenant.value + QLatin1Char('\n') + actor.user.value, nowMs);
}

QList<wire::Presence> PresenceBoard::say(const Actor &actor, const CaseId &caseId, bool writing, qint64 nowMs)
{
    const Key key{actor.tenant.value + QLatin1Char('\n') + actor.unit.value, caseId.value};
    const std::lock_guard lock(m_mutex);
    if (m_entries.size() >= mostCases) {
        m_entries.removeIf([nowMs](const auto &one) {
            return std::ranges::all_of(
                one.value(), [nowMs](const Entry &entry) { return entry.untilMs <= nowMs; });
        });
    }
    QList<Entry> &entries = m_entries[key];
    const auto isOwn
        = [&](const Entry &one) { return one.who.user == actor.user && one.device == actor.device; };
    entries.removeIf([&](const Entry &one) { return one.untilMs <= nowMs || (isOwn(one) && !writing); });
    const auto own = std::ranges::find_if(entries, isOwn);
    if (own != entries.end())
        own->untilMs = nowMs + lifeMs;
    else if (writing)
        entries.append({actor.device, {actor.user, actor.name, nowMs}, nowMs + lifeMs});
    QList<wire::Presence> others;
    for (const Entry &one : std::as_const(entries)) {
        const bool known = std::ranges::find(others, one.who.user, &wire::Presence::user) != others.end();
        if (one.who.user != actor.user && !known)
            others.append(one.who);
    }
    if (entries.isEmpty())
        m_entries.remove(key);
    return others;
}

} // namespace chengban::server

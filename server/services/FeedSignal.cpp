#include "server/services/FeedSignal.h"

#include <utility>
#include <vector>

namespace chengban {

quint64 FeedSignal::counter(const TenantId &tenant, const QString &scope) const
{
    const std::lock_guard lock(m_mutex);
    return m_counters.value({tenant.value, scope});
}

FeedSignal::Ticket FeedSignal::wakeWhenPast(
    const TenantId &tenant, const QString &scope, quint64 seen, Waker waker)
{
    const Key key{tenant.value, scope};
    Ticket ticket = 0;
    {
        const std::lock_guard lock(m_mutex);
        ticket = m_next++;
        if (m_counters.value(key) <= seen) {
            m_waiting[key].emplace(ticket, std::move(waker));
            m_keys.insert(ticket, key);
            return ticket;
        }
    }
    waker();
    return ticket;
}

void FeedSignal::cancel(Ticket ticket)
{
    const std::lock_guard lock(m_mutex);
    const auto key = m_keys.find(ticket);
    if (key == m_keys.end())
        return;
    const auto waiting = m_waiting.find(*key);
    waiting->erase(ticket);
    if (waiting->empty())
        m_waiting.erase(waiting);
    m_keys.erase(key);
}

void FeedSignal::raise(const TenantId &tenant, const QStringList &scopes)
{
    std::vector<Waker> woken;
    {
        const std::lock_guard lock(m_mutex);
        for (const QString &scope : scopes) {
            const Key key{tenant.value, scope};
            ++m_counters[key];
            for (auto &[ticket, waker] : m_waiting.take(key)) {
                m_keys.remove(ticket);
                woken.push_back(std::move(waker));
            }
        }
    }
    // Outside the lock: a waker may ask for the counter or wait again.
    for (const Waker &waker : woken)
        waker();
}

void FeedSignal::raiseAll()
{
    QHash<QString, QStringList> scopes;
    {
        const std::lock_guard lock(m_mutex);
        for (auto waiting = m_waiting.keyBegin(); waiting != m_waiting.keyEnd(); ++waiting)
            scopes[waiting->first].append(waiting->second);
    }
    for (auto tenant = scopes.cbegin(); tenant != scopes.cend(); ++tenant)
        raise({tenant.key()}, tenant.value());
}

void FeedSignal::committed(const TenantId &tenant, const QStringList &scopes)
{
    if (!m_isLeftToLine)
        raise(tenant, scopes);
}

} // namespace chengban
